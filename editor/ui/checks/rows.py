"""What the list of findings shows, as values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from editor.checks.finding import Finding, Level
from editor.checks.waivers import Waived
from editor.desk.checking import FindingHeading
from editor.model.language import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingHeadRow:
    """A place that findings stand under. errors: counted there for the rate, with one decimal, empty for none."""

    title: str
    folio: str
    errors: str = ""

    @property
    def trailing(self) -> str:
        """What stands at its right."""
        return tr("差错 {errors}", errors=self.errors) if self.errors else ""

    @property
    def spoken(self) -> str:
        """For the screen reader."""
        return tr("第 {folio} 页 {title}", folio=self.folio, title=self.title) if self.folio else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """A finding, waived or not. place: what its place is called."""

    finding: Finding
    place: str
    waived: Waived | None = None

    def is_fixable_as(self, finding: Finding) -> bool:
        """Return whether it can be fixed together with a finding of its kind."""
        return self.waived is None and self.finding.fix is not None and self.finding.rule == finding.rule

    @property
    def trailing(self) -> str:
        """What stands at the row's right."""
        if self.waived:
            return tr("{name}：{reason}", name=self.waived.waiver.name, reason=self.waived.waiver.reason)
        return tr("可修正") if self.finding.fix else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldRow:
    """The line that the waived findings fold under."""

    count: int
    folded: bool

    @property
    def spoken(self) -> str:
        """For the screen reader."""
        return tr("已放行 {n} 条，{more}", n=self.count, more=tr("已折叠") if self.folded else tr("已展开"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChoice:
    """What is shown. level: the only one, None for all; folded: the waived ones are not."""

    level: Level | None
    folded: bool


Row = FindingHeadRow | FindingRow | FoldRow


def finding_rows(
    findings: Iterable[Finding],
    waived: Sequence[Waived],
    headings: Mapping[str, FindingHeading],
    errors: Mapping[str, str],
    choice: RowChoice,
) -> tuple[Row, ...]:
    """Return the rows in printed order, the waived ones at the end. errors: counted for the rate, by place."""
    rows: list[Row] = []
    where = ""
    for finding in findings:
        if choice.level in (None, finding.level):
            heading = headings[finding.place.where]
            if heading.where != where:
                where = heading.where
                rows.append(FindingHeadRow(title=heading.title, folio=heading.folio, errors=errors.get(where, "")))
            rows.append(FindingRow(finding=finding, place=heading.name_of(finding.place)))
    if waived:
        rows.append(FoldRow(count=len(waived), folded=choice.folded))
    for one in () if choice.folded else waived:
        place = headings[one.finding.place.where].name_of(one.finding.place)
        rows.append(FindingRow(finding=one.finding, place=place, waived=one))
    return tuple(rows)
