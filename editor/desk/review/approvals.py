"""Approvals in a library: which one is in force, whether it is valid, and whether the issue still matches it."""

import hashlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.held import Held, approvals_in_force, held
from editor.desk.review.keyring import Counting, Keyring
from editor.desk.review.remarks import Doubt, Remark, remarks
from editor.desk.review.signatures import is_signed
from editor.model.approval import Approval
from editor.model.errors import UserError
from editor.model.language import tr

# what issues are compared with is imported where one is compared: a list of issues only asks whether signatures hold
if TYPE_CHECKING:
    from editor.desk.review.changes import IssueChange
    from editor.desk.review.ports import ReviewReader
    from editor.model.issue import Issue

Released = Callable[[str], bytes | None]
"""Returns a signed file by its sha256, from a library or from a package."""


def current(review: "ReviewReader", issue: str) -> Held | None:
    """Return the approval of an issue that is in force, None for none. Raises UserError for a damaged one."""
    in_force = approvals_in_force(held(review.approvals(issue)))
    return in_force[-1] if in_force else None


def content_changes(released: Released, issue: "Issue", approval: Approval) -> "tuple[IssueChange, ...]":
    """Return what is printed differently from the approval; where that is unknown, one change of everything."""
    from editor.desk.review.changes import IssueChange, printed_changes
    from editor.interchange.canonical import content_hash
    from editor.interchange.codec import decode
    from editor.model.issue import Issue

    if content_hash(issue) == approval.content:
        return ()
    data = kept_file(released, approval.content)
    if data is None:
        return (IssueChange(where="", title=tr("全期"), what=(tr("内容"),)),)
    # compared as values: a later version of the program may encode the same content in other bytes
    return printed_changes(decode(Issue, data), issue)


def kept_file(released: Released, sha256: str) -> bytes | None:
    """Return a signed file, None where it is missing or has changed."""
    data = released(sha256)
    return data if data is not None and hashlib.sha256(data).hexdigest() == sha256 else None


def signature_remarks(one: Held, keys: Keyring) -> Iterator[Remark]:
    """Yield what is wrong with signature and key. keys: those trusted on this machine."""
    approval = one.approval
    if one.signed.key != approval.key or not is_signed(one.signed):
        yield Remark(doubt=Doubt.SIGNATURE, words=tr("签名不对：签发记录在签名之后被改过，不能作数。"))
        return
    key = keys.known.get(approval.key)
    if key is None:
        own = any(one.name == approval.name for one in keys.known.values())
        yield Remark(doubt=Doubt.UNKNOWN_KEY, words=_another(approval) if own else _unknown(approval))
        return
    if key.name != approval.name:
        words = tr("这把密钥在这台电脑上是{name}的，签发记录写的却是{name2}。", name=key.name, name2=approval.name)
        yield Remark(doubt=Doubt.UNKNOWN_KEY, words=words)
        return
    yield from _counting_remarks(keys.counting(one), approval)
    if key.surety:
        words = tr(
            "{name}的这把密钥由{surety}作保，不是由原来的密钥换来的，这台电脑上也没有核对过它的指纹：{printed}。",
            name=approval.name,
            surety=key.surety,
            printed=fingerprint(key.key),
        )
        yield Remark(doubt=Doubt.UNKNOWN_KEY, words=words, note=True)


def ended_remarks(one: Held, keys: Keyring) -> Iterator[Remark]:
    """Yield a remark where this machine saw an approval withdrawn or replaced, whatever the library says now."""
    if one.digest in keys.seen.ended:
        words = tr("这台电脑看到过这份签发被退回或被新的一份取代，它不再作数。请退回后重新签发。")
        yield Remark(doubt=Doubt.SUPERSEDED, words=words)


def _counting_remarks(counting: Counting, approval: Approval) -> Iterator[Remark]:
    if counting is Counting.NO:
        words = tr("{name}的这把密钥已经换掉，签发在换掉之后，不能作数。", name=approval.name)
        yield Remark(doubt=Doubt.REPLACED_KEY, words=words)
    if counting is Counting.CLOCK:
        words = tr(
            "{name}后来换了密钥。签发在换掉之前，只有签发自己写的时间（{at:%Y-%m-%d %H:%M}）作证，这里没有记录可对。",
            name=approval.name,
            at=approval.at.astimezone(),
        )
        yield Remark(doubt=Doubt.CLOCK, words=words, note=True)


def file_remarks(released: Released, approval: Approval) -> Iterator[Remark]:
    """Yield which of the stored files are not those that were signed."""
    kept = (
        ("PDF", Doubt.PDF, approval.pdf),
        (tr("Word 文件"), Doubt.WORD, approval.word),
        (tr("内容"), Doubt.CONTENT, approval.content),
    )
    for name, doubt, sha256 in kept:
        data = released(sha256)
        if data is None:
            yield Remark(doubt=Doubt.MISSING, words=tr("签发的 {name}不在了。", name=name))
        elif hashlib.sha256(data).hexdigest() != sha256:
            yield Remark(doubt=doubt, words=tr("存着的 {name}不是签发的那一份，被改动过。", name=name))


def content_remarks(released: Released, issue: "Issue", approval: Approval) -> tuple[Remark, ...]:
    """Return the places in which the issue differs from what was approved."""
    try:
        changes = content_changes(released, issue, approval)
    except UserError:
        return remarks(Doubt.CONTENT, (tr("签发的内容读不出来，无从比较。"),))
    return remarks(Doubt.CONTENT, (tr("签发之后，{sentence}", sentence=change.sentence) for change in changes))


def two_chiefs(in_force: tuple[Held, ...]) -> tuple[Remark, ...]:
    """Return a remark where several approvals of an issue are in force at once, none for a single one."""
    if len(in_force) < 2:
        return ()
    names = tr("，").join(
        tr("{name}于 {at:%Y-%m-%d %H:%M}", name=one.approval.name, at=one.approval.at.astimezone()) for one in in_force
    )
    words = tr(
        "这一期有 {n} 份互不取代的签发：{names}。请两位总编辑商定以哪一份为准，退回后重签。",
        n=len(in_force),
        names=names,
    )
    return remarks(Doubt.TWO_CHIEFS, (words,))


def _another(approval: Approval) -> str:
    return tr(
        "签发用的不是这台电脑上确认过的{name}的密钥，也不是由那一把换来的：可能是别人冒名改签。请打电话问{name}："
        "换过密钥，就请念新密钥的指纹，核对为 {printed} 之后再确认（窗口里在“签发人与密钥”，"
        "命令行用 bulletin-desk keys trust）；没有换过，这一期就不是{name}签的。",
        name=approval.name,
        printed=fingerprint(approval.key),
    )


def _unknown(approval: Approval) -> str:
    printed = fingerprint(approval.key)
    return tr(
        "签发用的密钥没有在这台电脑上确认过：请打电话请{name}念指纹，核对为 {printed} 之后再确认"
        "（窗口里在“签发人与密钥”，命令行用 bulletin-desk keys trust）。",
        name=approval.name,
        printed=printed,
    )
