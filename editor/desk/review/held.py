"""Approvals with their signed statements, and which of them are in force."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from editor.interchange.statements import digest, read_approval
from editor.model.approval import Approval, Signed
from editor.model.dataclass import dataclass
from editor.model.issue_state import IssueState

if TYPE_CHECKING:
    from editor.model.issue import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An approval with the signed statement that it was read from."""

    signed: Signed
    approval: Approval

    @property
    def digest(self) -> str:
        """The sha256 of the statement, by which later approvals name it."""
        return digest(self.signed.statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An issue of a library whose approval is to be judged. approvals: all of the issue, oldest first.

    publication: uid.
    """

    uid: str
    publication: str
    state: IssueState
    approvals: tuple[Held, ...]

    @property
    def in_force(self) -> tuple[Held, ...]:
        """Those that no other one replaces."""
        return approvals_in_force(self.approvals)


def held(approvals: Iterable[Signed]) -> tuple[Held, ...]:
    """Return approvals decoded. Raises UserError for an invalid one."""
    return tuple(Held(signed=one, approval=read_approval(one.statement)) for one in approvals)


def asked_of(issue: "Issue", approvals: tuple[Held, ...]) -> Asked:
    """Return an issue with its approvals, to be judged."""
    return Asked(uid=issue.uid, publication=issue.publication, state=issue.archive.state, approvals=approvals)


def approvals_in_force(approvals: Iterable[Held]) -> tuple[Held, ...]:
    """Return those not replaced by another one: the last; several where two chiefs approved independently."""
    known = tuple(approvals)
    replaced = {one.approval.replaces for one in known}
    return tuple(one for one in known if one.digest not in replaced)
