"""检查报告: what the rules found in an issue, on paper or as a Word file; what was mended is not in it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from editor.checks.finding import Finding, Level
from editor.checks.rule_sets import titles_off
from editor.checks.run import Checked
from editor.checks.waivers import Waived
from editor.desk.checking import FindingHeading, check_whole, finding_headings
from editor.desk.checking.error_rate import LIMIT, ErrorRate, error_rate
from editor.desk.overview import article_characters
from editor.desk.papers.heading import heading_of, moment
from editor.desk.printable_issue import PrintableIssue
from editor.document.papers import (
    CheckReport,
    Fact,
    QuotedPart,
    ReportedFinding,
    ReportGroup,
    ReportSection,
)
from editor.model.issue import Issue
from editor.model.language import in_chinese
from editor.model.page_facts import PageFacts

_LEVELS = {Level.ERROR: "错误", Level.WARNING: "警告", Level.INFO: "提示"}
_COUNTING = (
    "差错率按《报纸期刊质量管理规定》（国新出发〔2020〕10号）附件的计法：错误和警告里文字、事实差错每处计 1，"
    "标点和数字写法每处计 0.1，同一差错全期最多计 3 次；提示和已放行的不计，链接、图片、版面不计。"
    "期刊不超过万分之二为合格。字数按实有的字，不按版面折算。"
)
_Found = tuple[Finding, Waived | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checker:
    """Who checks, and when (local time)."""

    name: str
    made: dt.datetime


def check_report(printable: PrintableIssue, checked: Checked, facts: PageFacts | None, checker: Checker) -> CheckReport:
    """Return the report of a run. facts: of its pages, None while they are not set."""
    issue = printable.issue
    rate = error_rate(issue, checked.findings)
    headings = finding_headings(issue, facts)
    found: list[_Found] = [(one, None) for one in checked.findings] + [(one.finding, one) for one in checked.waived]
    by_place: dict[str, list[_Found]] = {}
    for pair in found:
        by_place.setdefault(pair[0].place.where, []).append(pair)
    return CheckReport(
        heading=heading_of(issue, "检查报告", checker.made, more="已改正的问题不列。"),
        facts=tuple(_facts(checked, rate, checker)),
        sections=tuple(_sections(issue, headings, by_place, rate)),
        off=titles_off(printable.publication.rule_levels),
        counting=_COUNTING,
        empty="没有问题。",
    )


def checked_report(
    printable: PrintableIssue, facts: PageFacts | None, checker: Checker, *, previous: Issue | None = None
) -> CheckReport:
    """Check an issue, typing errors too, and return the report; see `check_report`. previous: the issue before."""
    # papers are in Chinese, findings too, whatever language the window has
    with in_chinese():
        checked = check_whole(printable, facts=facts, previous=previous)
        return check_report(printable, checked, facts, checker)


def report_pdf(report: CheckReport) -> bytes:
    """Return a report as PDF."""
    from editor.pages.papers import set_paper

    return set_paper(report)


def report_docx(report: CheckReport, printable: PrintableIssue) -> bytes:
    """Return a report as a Word file in the look of its issue."""
    from editor.document.look_settings import printable_look
    from editor.export.word.check_report import report_word

    return report_word(report, printable_look(printable.issue.look, tuple(file.font for file in printable.fonts)))


def set_pages(printable: PrintableIssue) -> PageFacts | None:
    """Return the facts of an issue's pages, which are set for that. Raises UserError where they cannot be."""
    from editor.desk.printing import print_files

    return print_files(
        printable.issue, pictures=printable.pictures, fonts=printable.fonts, edition=printable.edition, word=False
    ).facts


def _facts(checked: Checked, rate: ErrorRate, checker: Checker) -> Iterator[Fact]:
    verdict = "合格" if rate.passes else "不合格"
    limit = f"标准 {LIMIT}.0，{verdict}"
    yield Fact(label="差错率", text=f"{_decimal(rate.rate)} / 万字（{limit}）")
    yield Fact(label="字数", text=f"{rate.characters} 字，计 {_decimal(rate.errors)} 个差错")
    counts = [sum(one.level is level for one in checked.findings) for level in Level]
    kinds = "，".join(f"{word} {n}" for word, n in zip(_LEVELS.values(), counts, strict=True))
    yield Fact(label="未处理", text=kinds)
    yield Fact(label="已放行", text=f"{len(checked.waived)} 条")
    yield Fact(label="检查人", text=checker.name)
    yield Fact(label="时间", text=moment(checker.made))
    if checked.pending:
        yield Fact(label="未查", text=f"{len(checked.pending)} 项版面检查，版面还没有排好")


def _sections(
    issue: Issue, headings: Mapping[str, FindingHeading], found: Mapping[str, list[_Found]], rate: ErrorRate
) -> Iterator[ReportSection]:
    lengths = {one.uid: article_characters(one) for one in issue.articles()}

    def groups(places: tuple[str, ...]) -> tuple[ReportGroup, ...]:
        return tuple(
            _group(headings[place], found[place], lengths.get(place), rate) for place in places if place in found
        )

    parts: list[tuple[str, tuple[str, ...]]] = [("刊首", ("cover", "credits", "contents"))]
    parts += [(one.name, (one.uid, *(article.uid for article in one.articles))) for one in issue.sections]
    parts.append(("刊末", ("back",)))
    for name, places in parts:
        made = groups(places)
        if made:
            yield ReportSection(name=name, groups=made)


def _group(heading: FindingHeading, found: list[_Found], characters: int | None, rate: ErrorRate) -> ReportGroup:
    errors = rate.by_article.get(heading.where)
    words = [] if characters is None else [f"{characters} 字"]
    words += [f"计 {_decimal(errors)} 个差错"] if errors else []
    return ReportGroup(
        page=heading.folio,
        title=heading.title,
        count="，".join(words),
        findings=tuple(_finding(heading, finding, waived) for finding, waived in found),
    )


def _finding(heading: FindingHeading, finding: Finding, waived: Waived | None) -> ReportedFinding:
    more = f"等 {len(finding.also) + 1} 处" if finding.also else ""
    return ReportedFinding(
        level=_LEVELS[finding.level],
        place=f"{heading.name_of(finding.place)}{more}",
        message=finding.message,
        detail=finding.detail,
        quote=tuple(_quote(finding)),
        becomes="" if finding.fix is None or waived else finding.fix.shown,
        why=finding.why,
        state=_state(waived),
    )


def _state(waived: Waived | None) -> str:
    if waived is None:
        return "未处理"
    reach = "，本刊各期" if waived.lasting else ""
    return f"已放行（{waived.waiver.name}，{moment(waived.waiver.at)}{reach}）：{waived.waiver.reason}"


def _quote(finding: Finding) -> Iterator[QuotedPart]:
    at = 0
    for start, end in sorted(finding.marks):
        if start >= at:
            yield from _part(finding.evidence[at:start], meant=False)
            yield from _part(finding.evidence[start:end], meant=True)
            at = end
    yield from _part(finding.evidence[at:], meant=False)


def _part(text: str, *, meant: bool) -> Iterator[QuotedPart]:
    if text:
        yield QuotedPart(text=text, meant=meant)


def _decimal(number: Fraction) -> str:
    return f"{float(number):.1f}"
