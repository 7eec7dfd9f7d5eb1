"""Proposes the next issue from the last one; the user may change the proposal before the issue is made."""

import datetime as dt
from dataclasses import dataclass, replace

from editor.desk.issue_entry import IssueEntry
from editor.desk.ports import Library
from editor.desk.profile.carrying import with_waiting
from editor.model.credit_filling import turned
from editor.model.credits import Filling
from editor.model.issue import Issue, IssueArchive
from editor.model.language import tr
from editor.model.number import IssueKind, Number
from editor.model.numbering import (
    as_combined,
    clash,
    is_publication_day,
    new_sections,
    next_date,
    next_issue,
    next_number,
    next_regular,
)
from editor.model.publication import NumberingRule, Publication
from editor.model.saying import said_date, said_number, said_weekday

KIND_NAMES = {
    IssueKind.REGULAR: tr("正刊"),
    IssueKind.COMBINED: tr("合刊"),
    IssueKind.SUPPLEMENT: tr("增刊"),
    IssueKind.SPECIAL: tr("专刊"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A part that the new issue takes over. part: its name; words: what is taken over, and from which issue."""

    part: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A new issue before it is made. previous: uid, empty for a publication's first; series: last number given."""

    publication: str
    masthead: str
    number: Number
    date: dt.date
    rule: NumberingRule
    previous: str = ""
    previous_date: dt.date | None = None
    series: Number | None = None
    taken: tuple[Number, ...] = ()
    carried: tuple[Carried, ...] = ()

    @property
    def weekday(self) -> str:
        """周一 to 周日."""
        return said_weekday(self.date)

    @property
    def clash(self) -> str:
        """Which issue has the number already, in a sentence; empty when it is free."""
        return clash(self.number, self.taken) or ""

    @property
    def doubts(self) -> tuple[str, ...]:
        """What is unusual about the date, in sentences; the issue can be made nevertheless."""
        messages = []
        if self.number.kind is not IssueKind.SUPPLEMENT and not is_publication_day(self.rule, self.date):
            messages.append(
                tr(
                    "{date}是{weekday}，按规律在{day}出刊。",
                    date=said_date(self.date),
                    weekday=self.weekday,
                    day=_day_of(self.rule),
                )
            )
        if self.previous_date and self.date <= self.previous_date:
            messages.append(tr("日期不晚于上一期（{date}）。", date=said_date(self.previous_date)))
        return tuple(messages)

    def on(self, date: dt.date) -> "Proposal":
        """Return the proposal for another day; in another year the numbers begin anew."""
        if date.year == self.date.year:
            return replace(self, date=date)
        return replace(self, date=date, number=_number_of(self.number.kind, self.series, date))

    def of_kind(self, kind: IssueKind) -> "Proposal":
        """Return the proposal as another kind of issue, with the numbers that kind has."""
        return replace(self, number=_number_of(kind, self.series, self.date))


def propose_issue(library: Library, reference: str = "latest", *, today: dt.date | None = None) -> Proposal:
    """Return what follows the referenced issue; in a library without issues the first of its publication.

    today: from which the first issue's day is counted by the rule. Raises UserError for a library without publication.
    """
    entries = library.issues()
    if not entries and library.publications():
        return propose_first(library.publications()[0], today)
    previous = library.issue(library.find(reference).uid)
    publication = library.publication(previous.publication)
    own = [entry for entry in entries if entry.publication == publication.uid]
    series = _series(own, previous)
    date = next_date(publication.numbering, previous.date)
    return Proposal(
        publication=publication.uid,
        masthead=with_waiting(previous, publication).profile.masthead,
        number=next_regular(publication.numbering, series, date),
        date=date,
        rule=publication.numbering,
        previous=previous.uid,
        previous_date=previous.date,
        series=series,
        taken=tuple(entry.number for entry in own),
        carried=(*_carried(previous, publication), *_on_duty(previous)),
    )


def add_proposed(library: Library, proposal: Proposal, *, author: str = "") -> Issue:
    """Add the issue as proposed by author and return it. Raises UserError when the number is taken."""
    publication = library.publication(proposal.publication)
    issue = _made(library, publication, proposal)
    library.add_issue(issue, author=author)
    if publication.waiting:
        # the new issue has the waiting change now
        library.save_publication(replace(publication, waiting=None))
    return issue


def new_issue(library: Library, reference: str = "latest", *, author: str = "") -> Issue:
    """Add the issue that follows the referenced one and return it. Raises UserError when the number is taken."""
    return add_proposed(library, propose_issue(library, reference), author=author)


def carried_over(issue: Issue, origin: str) -> tuple[Carried, ...]:
    """Return what a new issue contains. origin: where that comes from, e.g. 沿用第50期."""
    profile = issue.profile
    people = tr("{n} 个角色，{many} 条联系方式", n=len(issue.credits), many=len(issue.contacts))
    back = tr("{n} 家", n=len(profile.publishers)) if profile.publishers else tr("没有")
    sections = tr("、").join(section.name for section in issue.sections) or tr("没有")
    return (
        Carried(part=tr("栏目"), words=tr("{name}：{words}", name=origin, words=sections)),
        Carried(part=tr("版权页"), words=tr("{name}：{words}", name=origin, words=people)),
        Carried(part=tr("封底"), words=tr("{name}：{words}", name=origin, words=back)),
    )


def propose_first(publication: Publication, today: dt.date | None = None) -> Proposal:
    """Return the first issue of a publication, on the next day of its rule."""
    today = today or dt.datetime.now(tz=dt.UTC).astimezone().date()
    date = next_date(publication.numbering, today - dt.timedelta(days=1))
    number = next_regular(publication.numbering, None, date)
    return Proposal(
        publication=publication.uid,
        masthead=publication.profile.masthead,
        number=number,
        date=date,
        rule=publication.numbering,
        carried=carried_over(_first_issue(publication, number, date), tr("照刊物设置")),
    )


def _made(library: Library, publication: Publication, proposal: Proposal) -> Issue:
    if not proposal.previous:
        return _first_issue(publication, proposal.number, proposal.date)
    made = with_waiting(next_issue(library.issue(proposal.previous), publication), publication)
    return replace(made, number=proposal.number, date=proposal.date)


def _first_issue(publication: Publication, number: Number, date: dt.date) -> Issue:
    return Issue(
        publication=publication.uid,
        number=number,
        date=date,
        profile=publication.profile,
        credits=publication.credits,
        contacts=publication.contacts,
        sections=new_sections(publication.sections),
        look=publication.look,
        archive=IssueArchive(steps=publication.steps),
    )


def _number_of(kind: IssueKind, series: Number | None, date: dt.date) -> Number:
    """Return the numbers that an issue of a kind has by default; a 增刊 takes none from the series."""
    if kind is IssueKind.SUPPLEMENT:
        return Number(year=date.year, number=None, total=None, kind=kind)
    plain = next_number(series, date) if series else Number(year=date.year, number=1, total=1)
    return as_combined(plain) if kind is IssueKind.COMBINED else replace(plain, kind=kind)


def _carried(previous: Issue, publication: Publication) -> tuple[Carried, ...]:
    """Return what is taken over, with the publication's waiting change applied."""
    origin = tr("沿用{issue}", issue=said_number(previous.number)[0]) + (
        tr("，照刊物设置改") if publication.waiting else ""
    )
    return carried_over(with_waiting(previous.without_articles(), publication), origin)


def _on_duty(previous: Issue) -> tuple[Carried, ...]:
    """Return who is on duty in each rota."""
    rotas = (turned(credit) for credit in previous.credits if credit.filling is Filling.ROTA and credit.rota)
    return tuple(
        Carried(part=credit.role, words=tr("轮到{names}", names=tr("、").join(name.text for name in credit.names)))
        for credit in rotas
    )


def _series(own: list[IssueEntry], previous: Issue) -> Number:
    """Return the last number of the publication up to the previous issue; a 增刊 has none of its own."""
    numbered = (entry.number for entry in own if entry.date <= previous.date and entry.number.number is not None)
    return next(numbered, previous.number)


def _day_of(rule: NumberingRule) -> str:
    return said_weekday(dt.date(2024, 1, rule.weekday))  # 1 January 2024 was a Monday
