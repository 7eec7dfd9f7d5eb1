"""Changes number or day of an existing issue, by the rule and the other numbers of its publication."""

from dataclasses import replace

from editor.desk.ports import Library
from editor.desk.renewal import Proposal
from editor.model.issue import Issue
from editor.model.workspace import Workspace


def propose_numbers(library: Library, issue: Issue) -> Proposal:
    """Return an issue's present number and day as a proposal to change. Raises UserError without its publication."""
    publication = library.publication(issue.publication)
    others = [one for one in library.issues() if one.publication == publication.uid and one.uid != issue.uid]
    earlier = [one for one in others if one.date < issue.date]
    numbered = (one.number for one in earlier if one.number.number is not None)
    return Proposal(
        publication=publication.uid,
        masthead=issue.profile.masthead,
        number=issue.number,
        date=issue.date,
        rule=publication.numbering,
        previous_date=earlier[0].date if earlier else None,
        series=next(numbered, None),
        taken=tuple(one.number for one in others),
    )


def renumbered(space: Workspace, proposal: Proposal) -> Workspace:
    """Return the workspace with its issue's number and day as proposed."""
    return replace(space, issue=replace(space.issue, number=proposal.number, date=proposal.date))
