"""Compares a library's rows with its log: members, keys, rules of approval, approvals and states of issues."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from editor.desk.review.entries import Log
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.held import Asked, Held
from editor.desk.review.remarks import Doubt, Remark
from editor.desk.review.replay import Duty, Replay, rules_words
from editor.desk.review.signatures import is_signed
from editor.interchange.statements import read_introduction
from editor.model.approval import Introduction
from editor.model.approval_rules import ApprovalRules
from editor.model.errors import UserError
from editor.model.issue_state import STATE_NAMES
from editor.model.language import tr, tr_marked
from editor.model.review import ROLE_NAMES, Role

if TYPE_CHECKING:
    from editor.desk.review.ports import ReviewReader


def library_remarks(review: "ReviewReader", replay: Replay) -> Iterator[Remark]:
    """Yield where members and keys do not agree with the log."""
    yield from _people(review, replay)
    yield from _keys(review, replay)


def issue_remarks(log: Log, asked: Asked, rules: ApprovalRules | None) -> Iterator[Remark]:
    """Yield where an issue and its approvals do not agree with the log. rules: None for a removed publication."""
    kept = log.replay.states.get(asked.uid)
    if kept is not None and kept != asked.state:
        words = tr(
            "刊库里的状态是“{state}”，记录里却是“{kept}”。",
            state=tr_marked(STATE_NAMES[asked.state]),
            kept=tr_marked(STATE_NAMES[kept]),
        )
        yield Remark(doubt=Doubt.STATE, words=words)
    one = next(reversed(asked.in_force), None)
    yield from _approvals(log.replay, asked, one)
    if rules is not None:
        yield from _rules(log.replay, rules)
    if one is not None:
        yield from approval_place(log, one)
        yield from _signer(log.replay, rules, one)


def _people(review: "ReviewReader", replay: Replay) -> Iterator[Remark]:
    members = review.members()
    # old entries do not name the member; with one of them, a member without an entry is no fault
    worded = all(one.known for one in replay.duties)
    for member in members:
        logged = replay.duty_of(member.name)
        role = None if member.retired else member.role
        if logged is None and worded:
            words = tr("名单里的{name}（{role}）没有记录：不是在这里加的。", name=member.name, role=_role(role))
            yield Remark(doubt=Doubt.LOG, words=words)
        elif logged and logged.known and logged.role is not role:
            words = tr(
                "名单里{name}是“{role}”，记录里却是“{kept}”：不是在这里改的。请在名单里重新登记一次职责。",
                name=member.name,
                role=_role(role),
                kept=_role(logged.role),
            )
            yield Remark(doubt=Doubt.LOG, words=words)
    there = {member.name for member in members}
    gone: dict[str, Duty] = {one.name: one for one in replay.duties if one.known and one.name not in there}
    for name in gone:
        yield Remark(doubt=Doubt.LOG, words=tr("记录里的{name}不在名单里了：不是在这里删的。", name=name))


def _role(role: Role | None) -> str:
    return tr_marked(ROLE_NAMES[role]) if role else tr("已离开")


def _keys(review: "ReviewReader", replay: Replay) -> Iterator[Remark]:
    """Yield keys in the log whose introduction is missing: the key that it replaced might count again."""
    if not replay.keys:
        return
    heard = tuple(filter(None, map(_introduction, filter(is_signed, review.introductions()))))
    many = Counter(fingerprint(one.key) for one in heard)
    changes = {(fingerprint(one.key), fingerprint(one.replaces)) for one in heard if one.replaces}
    noted = Counter(one.printed for one in replay.keys)
    names = {one.printed: one.name for one in replay.keys}
    lost = {one.printed for one in replay.keys if one.old and (one.printed, one.old) not in changes}
    for printed, name in names.items():
        if many[printed] < noted[printed] or printed in lost:
            words = tr(
                "记录里登记过{name}的密钥 {printed}，刊库里却少了它的介绍：旧密钥可能因此又作数了。",
                name=name,
                printed=printed,
            )
            yield Remark(doubt=Doubt.LOG, words=words)


def _introduction(signed: object) -> Introduction | None:
    try:
        return read_introduction(getattr(signed, "statement", ""))
    except UserError:
        return None


def _approvals(replay: Replay, asked: Asked, one: Held | None) -> Iterator[Remark]:
    issue, there = asked.uid, {other.digest: other for other in asked.approvals}
    logged = (*replay.signed.get(issue, ()), *replay.arrived.get(issue, ()))
    lost = [digest for digest in dict.fromkeys(logged) if digest not in there]
    if lost:
        yield Remark(doubt=Doubt.LOG, words=tr("记录里有 {n} 次签发，刊库里已没有了。", n=len(lost)))
    if issue in replay.received:
        # received when entries did not name approvals yet: these are only in the log of the library of origin
        return
    # a received issue is logged with its last approval, which names the earlier ones as replaced
    known, waiting = set[str](), [*logged]
    while waiting:
        digest = waiting.pop()
        if digest not in known:
            known.add(digest)
            waiting += [there[digest].approval.replaces] if digest in there else []
    if one is not None and one.digest not in known:
        yield Remark(doubt=Doubt.LOG, words=tr("刊库的记录里没有这次签发。"))
    extra = [digest for digest in there if digest not in known and not (one and digest == one.digest)]
    if extra:
        yield Remark(doubt=Doubt.LOG, words=tr("刊库里有 {n} 份签发没有记录。", n=len(extra)))


def _rules(replay: Replay, rules: ApprovalRules) -> Iterator[Remark]:
    ruled = replay.rules_of(rules)
    now = rules_words(rules).removeprefix(f"{rules.masthead}：")
    if ruled is not None and ruled.words != now:
        words = tr(
            "刊物“{masthead}”的签发规定是“{now}”，记录里最后的规定却是“{ruled}”：不是在这里改的。请重新规定一次。",
            masthead=rules.masthead,
            now=now,
            ruled=ruled.words,
        )
        yield Remark(doubt=Doubt.LOG, words=words)


def approval_place(log: Log, one: Held) -> Iterator[Remark]:
    """Yield what is wrong with the log entry of an approval; nothing for one from elsewhere."""
    number = log.replay.places.get(one.digest)
    if number is None or one.digest not in log.replay.signed.get(one.approval.issue, ()):
        return
    before = log.entries[number - 2] if number > 1 else None
    if one.approval.log != (before.hash if before else ""):
        yield Remark(doubt=Doubt.LOG, words=tr("这次签发之前的记录，不是签发时的那些。"))
        return
    if before and one.approval.at < before.event.at:
        at, last = (f"{moment.astimezone():%Y-%m-%d %H:%M}" for moment in (one.approval.at, before.event.at))
        words = tr(
            "签发的时间（{at}）早于它前面的记录（{last}）：有一次电脑的时钟不准。先后以记录的次序为准，签发照旧作数。",
            at=at,
            last=last,
        )
        yield Remark(doubt=Doubt.CLOCK, words=words, note=True)


def _signer(replay: Replay, rules: ApprovalRules | None, one: Held) -> Iterator[Remark]:
    """Yield a remark where the approver was not allowed to approve at that time."""
    number = replay.places.get(one.digest)
    if number is None or one.digest not in replay.signed.get(one.approval.issue, ()):
        return
    name = one.approval.name
    duty = replay.duty_of(name, before=number)
    if duty and duty.known and duty.role is not Role.CHIEF:
        words = tr("签发时{name}在记录里是“{role}”，不是总编辑。", name=name, role=_role(duty.role))
        yield Remark(doubt=Doubt.LOG, words=words)
    ruled = replay.rules_of(rules, before=number) if rules else None
    if ruled and ruled.approvers and name not in ruled.approvers:
        words = tr("签发时的规定是“{ruled}”，{name}不在其中。", ruled=ruled.words, name=name)
        yield Remark(doubt=Doubt.LOG, words=words)
