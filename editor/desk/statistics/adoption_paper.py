"""采用通报 of a period: its paper, and the paper as PDF and Word."""

import datetime as dt
from collections.abc import Iterator

from editor.desk.papers.heading import foot
from editor.desk.statistics.adoption import UnitAdoption
from editor.desk.statistics.report import Statistics
from editor.document.adoption_report import AdoptionReport, PieceLine, UnitLine, UnitPieces
from editor.document.papers import PaperHeading
from editor.model.number import date_label
from editor.model.points import Points

_NO_UNIT = "（没有写单位）"


def adoption_report(statistics: Statistics, made: dt.datetime) -> AdoptionReport:
    """Return the paper. made: local time."""
    publication, period, units = statistics.publication, statistics.period, statistics.units
    # months that have not begun are no news
    months = tuple(f"{month.month}月" for month in period.months() if month <= made.date())
    several = len(months) > 1
    return AdoptionReport(
        heading=PaperHeading(
            masthead=publication.profile.masthead,
            name="采用通报",
            line=(period.label,),
            made=made,
            aside=date_label(made.date()),
            foot=foot(made),
            accent=publication.profile.accent,
        ),
        lead=_lead(units, statistics),
        facts=(),
        units=tuple(_line(one, len(months)) for one in units),
        total=_total(units, len(months)) if units else None,
        months=months if several and len(months) <= 12 else (),
        pieces=tuple(_pieces(one) for one in units if one.pieces),
        rules=tuple(_rules(publication.points)),
        empty="这一段时间没有来稿，也没有采用。",
    )


def adoption_pdf(report: AdoptionReport) -> bytes:
    """Return the paper as PDF."""
    from editor.pages.papers import set_paper

    return set_paper(report)


def adoption_docx(report: AdoptionReport, statistics: Statistics) -> bytes:
    """Return the paper as a Word file in the look of its publication."""
    from editor.document.look_settings import printable_look
    from editor.export.word.adoption_report import adoption_word

    return adoption_word(report, printable_look(statistics.publication.look, ()))


def _lead(units: tuple[UnitAdoption, ...], statistics: Statistics) -> str:
    received, adopted = sum(one.received for one in units), sum(one.adopted for one in units)
    said = (
        f"{statistics.period.label}，本刊出刊 {len(statistics.issues)} 期，收到 {len(units)} 个单位来稿 {received} 篇，"
    )
    return f"{said}采用 {adopted} 篇。现将采用情况通报如下。"


def _line(one: UnitAdoption, months: int) -> UnitLine:
    return UnitLine(
        rank=str(one.rank),
        unit=one.unit or _NO_UNIT,
        received=str(one.received),
        adopted=str(one.adopted),
        headlines=_some(one.headlines),
        rate="—" if one.rate is None else f"{one.rate}%",
        points=str(one.points),
        months=tuple(_some(month.points) for month in one.months[:months]),
    )


def _total(units: tuple[UnitAdoption, ...], months: int) -> UnitLine:
    received, taken = sum(one.received for one in units), sum(one.taken for one in units)
    by_month = zip(*((month.points for month in one.months[:months]) for one in units), strict=True)
    return UnitLine(
        rank="",
        unit="合计",
        received=str(received),
        adopted=str(sum(one.adopted for one in units)),
        headlines=_some(sum(one.headlines for one in units)),
        rate=f"{round(100 * taken / received)}%" if received else "—",
        points=str(sum(one.points for one in units)),
        months=tuple(_some(sum(month)) for month in by_month),
    )


def _some(number: int) -> str:
    """Return a number, a dash for none: a table of many noughts says nothing."""
    return str(number) if number else "—"


def _pieces(one: UnitAdoption) -> UnitPieces:
    lines = tuple(
        PieceLine(
            issue=piece.issue,
            title=piece.title or "（无标题）",
            section=piece.section,
            mark="头条" if piece.headline else "",
            points=str(piece.points),
        )
        for piece in one.pieces
    )
    return UnitPieces(unit=one.unit or _NO_UNIT, count=f"{len(lines)} 篇，{one.points} 分", pieces=lines)


def _rules(points: Points) -> Iterator[str]:
    counted = [f"采用一篇 {points.adopted} 分", f"头条（一期的第一篇）{points.headline} 分"]
    counted += [f"“{one.section}”一篇 {one.points} 分" for one in points.sections]
    yield f"积分：{'，'.join(counted)}。"
    yield (
        "来稿按收到的日子计，采用按刊出那一期的日期计；采用率是这段时间收到的来稿里已经刊出的占几成，"
        "分数相同的名次并列。"
    )
