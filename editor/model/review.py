"""The steps between the states of an issue, and members with their duties."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType

from editor.model.dataclass import dataclass
from editor.model.issue_state import IssueState
from editor.model.language import mark_tr
from editor.model.uid import check_uid, new_uid


class Step(StrEnum):
    """A step from one state of an issue to another. ABANDON: gives up a correction in which nothing was changed."""

    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    PUBLISH = "publish"
    CORRECT = "correct"
    ABANDON = "abandon"


class Role(StrEnum):
    """Role of a member of the editorial board."""

    EDITOR = "editor"
    CHIEF = "chief"
    STAFF = "staff"


STEP_NAMES: Mapping[Step, str] = MappingProxyType(
    {
        Step.SUBMIT: mark_tr("送审"),
        Step.RETURN: mark_tr("退回"),
        Step.APPROVE: mark_tr("签发"),
        Step.PUBLISH: mark_tr("印发"),
        Step.CORRECT: mark_tr("更正"),
        Step.ABANDON: mark_tr("放弃更正"),
    }
)
ROLE_NAMES: Mapping[Role, str] = MappingProxyType(
    {Role.EDITOR: mark_tr("编辑"), Role.CHIEF: mark_tr("总编辑"), Role.STAFF: mark_tr("发行")}
)

_TRANSITIONS: Mapping[IssueState, Mapping[Step, IssueState]] = MappingProxyType(
    {
        IssueState.EDITING: {Step.SUBMIT: IssueState.SUBMITTED},
        IssueState.SUBMITTED: {Step.APPROVE: IssueState.APPROVED, Step.RETURN: IssueState.RETURNED},
        IssueState.RETURNED: {Step.SUBMIT: IssueState.SUBMITTED, Step.ABANDON: IssueState.PUBLISHED},
        # an issue that is approved and not published yet can still be returned
        IssueState.APPROVED: {Step.PUBLISH: IssueState.PUBLISHED, Step.RETURN: IssueState.RETURNED},
        IssueState.PUBLISHED: {Step.CORRECT: IssueState.CORRECTING},
        IssueState.CORRECTING: {Step.SUBMIT: IssueState.SUBMITTED, Step.ABANDON: IssueState.PUBLISHED},
    }
)
# roles only guide users; protection against forgery is the chief editor's signature
_DUTIES: Mapping[Role, frozenset[Step]] = MappingProxyType(
    {
        Role.EDITOR: frozenset(Step) - {Step.APPROVE},
        Role.CHIEF: frozenset(Step),
        Role.STAFF: frozenset((Step.PUBLISH,)),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who works at a library, known by name. retired: has left."""

    name: str
    role: Role = Role.EDITOR
    retired: bool = False
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity."""
        check_uid(self.uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signoff:
    """Who took an article to a step. at: UTC; proofreader: 责任校对 of a proofreading; word: why it was set back."""

    step: str
    name: str
    at: dt.datetime
    proofreader: str = ""
    word: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError when the instant is not UTC."""
        if self.at.utcoffset() != dt.timedelta(0):
            raise ValueError("an event's instant is given in UTC")

    @property
    def back(self) -> bool:
        """Whether the article was set back; that always has a reason."""
        return bool(self.word)


def steps_from(state: IssueState) -> tuple[Step, ...]:
    """Return the steps that lead on from a state."""
    return tuple(_TRANSITIONS[state])


def state_after(state: IssueState, step: Step) -> IssueState | None:
    """Return the state after a step, None where the step is not possible in this state."""
    return _TRANSITIONS[state].get(step)


def has_duty(role: Role, step: Step) -> bool:
    """Return whether a role may take this step."""
    return step in _DUTIES[role]
