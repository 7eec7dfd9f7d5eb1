"""Who may approve the issues of a publication: of all its settings what the review asks for."""

from typing import TYPE_CHECKING

from editor.model.dataclass import dataclass

if TYPE_CHECKING:
    from editor.model.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRules:
    """publication: uid; approvers, second_pair: see `Publication`."""

    publication: str
    masthead: str
    approvers: tuple[str, ...] = ()
    second_pair: bool = False


def approval_rules(publication: "Publication") -> ApprovalRules:
    """Return the rules of a publication."""
    return ApprovalRules(
        publication=publication.uid,
        masthead=publication.profile.masthead,
        approvers=publication.approvers,
        second_pair=publication.second_pair,
    )
