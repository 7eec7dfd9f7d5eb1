"""Replays a library's log from first to last entry: states of issues, rules of approval, duties, keys.

Only the order of the entries counts, never their times.
"""

import re
from collections.abc import Iterator
from dataclasses import field
from types import MappingProxyType

from editor.model.approval import STATE_AFTER, LogAction, LogEntry, LogEvent
from editor.model.approval_rules import ApprovalRules
from editor.model.dataclass import dataclass
from editor.model.issue_state import IssueState
from editor.model.review import ROLE_NAMES, Role

_ANYONE, _LEFT = "任何一位总编辑", "离开"
_PAIR = "，两人把关"
_RULES = re.compile(rf"(?P<masthead>.*)：由(?P<who>.*?)签发(?P<pair>{_PAIR})?", re.DOTALL)
_ROLE = re.compile(rf"(?P<name>.+)：(?P<role>{'|'.join((*ROLE_NAMES.values(), _LEFT))})", re.DOTALL)
_GROUPS = r"\d{5}(?: \d{5}){7}"
_KEY = re.compile(rf"(?P<name>.+)：(?P<printed>{_GROUPS})(?:，接替 (?P<old>{_GROUPS}))?", re.DOTALL)
_ROLES = MappingProxyType({name: role for role, name in ROLE_NAMES.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A publication's rules of approval by an entry. publication: uid, empty in old entries, which have its name."""

    number: int
    publication: str
    masthead: str
    approvers: tuple[str, ...]
    second_pair: bool

    @property
    def words(self) -> str:
        """The rules in words."""
        return _ruled(self.approvers, second_pair=self.second_pair)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A member's role by an entry. role: None for one who left; known: False where the entry does not name it."""

    number: int
    name: str
    role: Role | None = None
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyNoted:
    """A key by an entry. printed, old: fingerprints of it and of the key that it replaces, empty for none."""

    number: int
    name: str
    printed: str
    old: str = ""


@dataclass(slots=True)
class Replay:
    """The state by a log. Approvals are named by the digests of their statements.

    signed, arrived: approvals signed here and received ones, by issue; places: number of each one's entry; received:
    number of the first entry by which an issue came with an unnamed approval; withdrawn: approvals withdrawn before
    publishing.
    """

    states: dict[str, IssueState] = field(default_factory=dict)
    signed: dict[str, list[str]] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    arrived: dict[str, list[str]] = field(default_factory=dict)
    received: dict[str, int] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    rules: list[Rules] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    keys: list[KeyNoted] = field(default_factory=list)

    def rules_of(self, rules: ApprovalRules, *, before: int | None = None) -> Rules | None:
        """Return the last rules of a publication, None for none. before: number of an entry, None for now."""
        earlier = [one for one in self.rules if before is None or one.number < before]
        own = [one for one in earlier if one.publication == rules.publication]
        named = [one for one in earlier if not one.publication and one.masthead == rules.masthead]
        return next(reversed(own or named), None)

    def duty_of(self, name: str, *, before: int | None = None) -> Duty | None:
        """Return a member's last duty, None for none. before: as above."""
        found = [one for one in self.duties if one.name == name and (before is None or one.number < before)]
        return found[-1] if found else None

    def noted_key(self, printed: str) -> int | None:
        """Return the number of a key's first entry, None for none. printed: its fingerprint."""
        return next((one.number for one in self.keys if one.printed == printed), None)


def replayed(entries: tuple[LogEntry, ...]) -> Replay:
    """Return the state by an intact log; entries that this program does not understand are skipped."""
    replay = Replay()
    in_force: dict[str, str] = {}
    for entry in entries:
        event = entry.event
        match event.action:
            case LogAction.RULES:
                replay.rules.extend(_rules(entry))
            case LogAction.MEMBER:
                replay.duties.append(_duty(entry))
            case LogAction.KEY:
                replay.keys.extend(_key(entry))
            case LogAction.RECEIVED:
                _receive(replay, in_force, entry)
            case LogAction.APPROVED:
                replay.signed.setdefault(event.issue, []).append(event.detail)
                replay.places.setdefault(event.detail, entry.number)
                in_force[event.issue] = event.detail
            case LogAction.RETURNED if replay.states.get(event.issue) is IssueState.APPROVED:
                replay.withdrawn.add(in_force.get(event.issue, ""))
            case _:
                pass
        if event.action in STATE_AFTER:
            replay.states[event.issue] = STATE_AFTER[event.action]
    replay.withdrawn.discard("")
    return replay


def rules_words(rules: ApprovalRules) -> str:
    """Return the detail of a log entry for a publication's rules of approval."""
    return f"{rules.masthead}：{_ruled(rules.approvers, second_pair=rules.second_pair)}"


def duty_words(name: str, role: Role | None) -> str:
    """Return the detail of a log entry for a member's role; None for one who left."""
    return f"{name}：{ROLE_NAMES[role] if role else _LEFT}"


def key_words(name: str, printed: str, old: str = "") -> str:
    """Return the detail of a log entry for a key. printed, old: fingerprints."""
    return f"{name}：{printed}{f'，接替 {old}' if old else ''}"


def received_words(state: IssueState, digest: str) -> str:
    """Return the detail of a log entry for a received approved issue. digest: of the approval in force."""
    return f"{state} {digest}"


def received_state(detail: str) -> IssueState:
    """Return the state in which an issue was received; old entries name no approval."""
    return IssueState(detail.partition(" ")[0])


def came_published(event: LogEvent) -> bool:
    """Return whether an entry is of an issue that was already published when it was received."""
    return event.action is LogAction.RECEIVED and received_state(event.detail) is IssueState.PUBLISHED


def _receive(replay: Replay, in_force: dict[str, str], entry: LogEntry) -> None:
    issue, digest = entry.event.issue, entry.event.detail.partition(" ")[2]
    replay.states[issue] = received_state(entry.event.detail)
    if digest:
        replay.arrived.setdefault(issue, []).append(digest)
        replay.places.setdefault(digest, entry.number)
        in_force[issue] = digest
    else:
        replay.received.setdefault(issue, entry.number)


def _rules(entry: LogEntry) -> Iterator[Rules]:
    found = _RULES.fullmatch(entry.event.detail)
    if found:
        who = found["who"]
        yield Rules(
            number=entry.number,
            publication=entry.event.issue,
            masthead=found["masthead"],
            approvers=() if who == _ANYONE else tuple(who.split("、")),
            second_pair=bool(found["pair"]),
        )


def _duty(entry: LogEntry) -> Duty:
    found = _ROLE.fullmatch(entry.event.detail)
    if not found:
        return Duty(number=entry.number, name=entry.event.name, known=False)
    return Duty(number=entry.number, name=found["name"], role=_ROLES.get(found["role"]))


def _key(entry: LogEntry) -> Iterator[KeyNoted]:
    found = _KEY.fullmatch(entry.event.detail)
    if found:
        yield KeyNoted(number=entry.number, name=found["name"], printed=found["printed"], old=found["old"] or "")


def _ruled(approvers: tuple[str, ...], *, second_pair: bool) -> str:
    return f"由{'、'.join(approvers) or _ANYONE}签发{_PAIR if second_pair else ''}"
