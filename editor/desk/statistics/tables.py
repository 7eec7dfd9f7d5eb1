"""Statistics as tables of numbers, for the window, the command line and spreadsheets."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from editor.desk.checking.error_rate import ErrorRate
from editor.desk.issue_entry import IssueEntry
from editor.desk.statistics.adoption import UnitAdoption
from editor.desk.statistics.counting import (
    GROUPING_NAMES,
    UNKNOWN,
    CountRow,
    Grouping,
    PrintedArticle,
    counts,
    short_label,
    total_row,
)
from editor.desk.statistics.period import Period
from editor.model.dataclass import dataclass
from editor.model.language import tr, tr_marked

Cell = str | int | float | None
"""What stands in a table: words, a number, None for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatTable:
    """A table. name: of its sheet; heads: of the columns; total: the last row, empty for none."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()

    @property
    def grid(self) -> tuple[tuple[str, ...], ...]:
        """All of it as texts, the head first."""
        return (self.heads, *(tuple(map(said_cell, row)) for row in (*self.rows, *filter(None, (self.total,)))))


def said_cell(cell: Cell) -> str:
    """Return a cell as text."""
    return "" if cell is None else str(cell)


def count_table(articles: Sequence[PrintedArticle], grouping: Grouping, period: Period) -> StatTable:
    """Return counts by what articles have in common; months with the change against the month before."""
    name = tr_marked(GROUPING_NAMES[grouping])
    rows, whole = counts(articles, grouping, period), total_row(articles)
    heads: tuple[str, ...] = (name, tr("期数"), tr("篇数"), tr("字数"), tr("篇均字数"), tr("占篇数 %"))
    listed: list[tuple[Cell, ...]] = [(_said_name(row.name, grouping), *_numbers(row, whole.articles)) for row in rows]
    if grouping is Grouping.MONTH:
        heads = (*heads, tr("比上月（篇）"))
        before = (None, *(row.articles for row in rows))
        changes = [None if was is None else row.articles - was for row, was in zip(rows, before, strict=False)]
        listed = [(*row, change) for row, change in zip(listed, changes, strict=True)]
    total = (tr("合计"), *_numbers(whole, whole.articles), *((None,) if grouping is Grouping.MONTH else ()))
    return StatTable(name=name, heads=heads, rows=tuple(listed), total=total)


def error_table(rates: Iterable[tuple[IssueEntry, ErrorRate]]) -> StatTable:
    """Return the errors of language found in issues, per 10,000 characters."""
    known = tuple(rates)
    heads = (tr("期"), tr("日期"), tr("字数"), tr("差错"), tr("差错率（每万字）"))
    rows = tuple(
        (short_label(entry), entry.date.isoformat(), rate.characters, _decimal(rate.errors), _decimal(rate.rate))
        for entry, rate in known
    )
    characters, errors = sum(one.characters for _, one in known), sum((one.errors for _, one in known), Fraction(0))
    whole = errors * 10_000 / characters if characters else Fraction(0)
    total = (tr("合计"), None, characters, _decimal(errors), _decimal(whole)) if known else ()
    return StatTable(name=tr("差错率"), heads=heads, rows=rows, total=total)


def adoption_table(units: Iterable[UnitAdoption]) -> StatTable:
    """Return what units sent in and what was printed of it."""
    known = tuple(units)
    heads = (tr("名次"), tr("单位"), tr("来稿"), tr("采用"), tr("头条"), tr("采用率 %"), tr("积分"))
    rows = tuple(
        (one.rank, said_unit(one.unit), one.received, one.adopted, one.headlines, one.rate, one.points) for one in known
    )
    sums = tuple(sum(row) for row in zip(*((one.received, one.adopted, one.headlines) for one in known), strict=True))
    total = (None, tr("合计"), *sums, None, sum(one.points for one in known)) if known else ()
    return StatTable(name=tr("采用"), heads=heads, rows=rows, total=total)


def said_unit(unit: str) -> str:
    """Return a unit's name, words for none."""
    return unit or tr("（没有写单位）")


def _numbers(row: CountRow, of_all: int) -> tuple[Cell, ...]:
    mean = round(row.characters / row.articles) if row.articles else 0
    return row.issues, row.articles, row.characters, mean, round(100 * row.articles / of_all, 1) if of_all else 0


def _said_name(name: str, grouping: Grouping) -> str:
    if name != UNKNOWN:
        return name
    return tr("（没有写{what}）", what=tr_marked(GROUPING_NAMES[grouping]))


def _decimal(number: Fraction) -> float:
    return round(float(number), 1)
