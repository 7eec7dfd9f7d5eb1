"""Approvals as they were signed, and read; which of them others replace."""

from collections.abc import Iterable
from dataclasses import dataclass

from editor.interchange.statements import digest, read_approval
from editor.model.approval import Approval, Signed
from editor.model.issue import Issue
from editor.model.review import IssueState


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An approval as it was signed, and read."""

    signed: Signed
    approval: Approval

    @property
    def digest(self) -> str:
        """The sha256 by which later approvals name it."""
        return digest(self.signed.statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An issue as a library has it, of which is asked whether its approval counts. approvals: all of it, oldest first.

    publication: uid.
    """

    uid: str
    publication: str
    state: IssueState
    approvals: tuple[Held, ...]

    @property
    def standing(self) -> tuple[Held, ...]:
        """Those that no other one replaces."""
        return standing_ones(self.approvals)


def held(approvals: Iterable[Signed]) -> tuple[Held, ...]:
    """Return approvals, read. Raises UserError for one that is none."""
    return tuple(Held(signed=one, approval=read_approval(one.statement)) for one in approvals)


def asked_of(issue: Issue, approvals: tuple[Held, ...]) -> Asked:
    """Return an issue with its approvals, to be asked about."""
    return Asked(uid=issue.uid, publication=issue.publication, state=issue.archive.state, approvals=approvals)


def standing_ones(approvals: Iterable[Held]) -> tuple[Held, ...]:
    """Return those that no other one replaces: the last; several where two chiefs approved apart from each other."""
    known = tuple(approvals)
    replaced = {one.approval.replaces for one in known}
    return tuple(one for one in known if one.digest not in replaced)
