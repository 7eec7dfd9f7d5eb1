"""Which issues a change of a publication applies to: new ones and those in editing, never the others."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from editor.desk.issue_entry import IssueEntry
from editor.desk.profile.carrying import with_waiting
from editor.model.issue import Issue, Section
from editor.model.issue_state import CLOSED, IN_HAND, IssueState
from editor.model.language import tr
from editor.model.publication import Publication, SectionRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """in_hand: issues in editing; submitted, approved, past: how many of these are not changed."""

    in_hand: tuple[IssueEntry, ...]
    submitted: int
    approved: int
    past: int

    @property
    def words(self) -> str:
        """Which issues the change applies to and which not, in a sentence."""
        scope = tr("只用于新的一期和编辑中的期") if self.in_hand else tr("只用于新的一期")
        parts = ((self.past, tr("往期")), (self.submitted, tr("送审的")), (self.approved, tr("已签发的")))
        spared = tr("、").join(tr("{name} {n} 期", name=name, n=many) for many, name in parts if many)
        return tr("{scope}；{spared}不受影响", scope=scope, spared=spared) if spared else scope


def reach_of(entries: Iterable[IssueEntry], publication: str, *, unlocked: Collection[str] = ()) -> Reach:
    """Return which issues a change of a publication applies to. unlocked: past issues that the user unlocked."""
    own = [entry for entry in entries if entry.publication == publication]
    latest = max((entry.date for entry in own), default=None)
    in_hand = tuple(one for one in own if one.state in IN_HAND and (one.date == latest or one.uid in unlocked))
    approved = sum(one.state in CLOSED for one in own)
    submitted = sum(one.state is IssueState.SUBMITTED for one in own)
    past = len(own) - approved - submitted - len(in_hand)
    return Reach(in_hand=in_hand, submitted=submitted, approved=approved, past=past)


def settings_of(publication: Publication, newest: Issue | None) -> Publication:
    """Return the settings that the next issue begins with: those of the newest issue, with the waiting change."""
    return _as_in(publication, with_waiting(newest, publication)) if newest else publication


def _as_in(publication: Publication, issue: Issue) -> Publication:
    known = {rule.name: rule for rule in publication.sections}
    return replace(
        publication,
        profile=issue.profile,
        look=issue.look,
        credits=issue.credits,
        contacts=issue.contacts,
        review_steps=issue.archive.steps.review,
        proof_steps=issue.archive.steps.proof,
        skipping=issue.archive.steps.skipping,
        gate=issue.archive.steps.gate,
        sections=tuple(_rule(section, known.get(section.name)) for section in issue.sections),
    )


def _rule(section: Section, known: SectionRule | None) -> SectionRule:
    made = SectionRule(name=section.name, colour=section.colour, page_start=section.page_start)
    return replace(made, uid=known.uid) if known else made
