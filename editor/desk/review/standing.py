"""Approvals in a library: which one counts, whether it is sound, and whether the issue is still what it says."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from editor.desk.review.changes import Change, printed_changes
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.introductions import TrustedKey
from editor.desk.review.keys import is_signed
from editor.desk.review.ports import ReviewLibrary
from editor.desk.review.remarks import Doubt, Remark, remarks
from editor.interchange.canonical import content_hash
from editor.interchange.codec import decode
from editor.interchange.statements import digest, read_approval
from editor.model.approval import Approval, Signed
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr

Released = Callable[[str], bytes | None]
"""How a signed file is got by its sha256: from a library, or from a package."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An approval as it was signed, and read."""

    signed: Signed
    approval: Approval

    @property
    def digest(self) -> str:
        """The sha256 by which later approvals name it."""
        return digest(self.signed.statement)


def held(approvals: Iterable[Signed]) -> tuple[Held, ...]:
    """Return approvals, read. Raises UserError for one that is none."""
    return tuple(Held(signed=one, approval=read_approval(one.statement)) for one in approvals)


def standing_ones(approvals: Iterable[Held]) -> tuple[Held, ...]:
    """Return those that no other one replaces: the last; several where two chiefs approved apart from each other."""
    known = tuple(approvals)
    replaced = {one.approval.replaces for one in known}
    return tuple(one for one in known if one.digest not in replaced)


def current(review: ReviewLibrary, issue: str) -> Held | None:
    """Return the approval of an issue that counts, None for none. Raises UserError for a spoilt one."""
    standing = standing_ones(held(review.approvals(issue)))
    return standing[-1] if standing else None


def content_changes(released: Released, issue: Issue, approval: Approval) -> tuple[Change, ...]:
    """Return what is printed otherwise than approved; where that cannot be told, a change of everything."""
    if content_hash(issue) == approval.content:
        return ()
    data = kept_file(released, approval.content)
    if data is None:
        return (Change(where="", title=tr("全期"), what=(tr("内容"),)),)
    # a later version of the program writes the same content otherwise: what counts is what it says
    return printed_changes(decode(Issue, data), issue)


def kept_file(released: Released, sha256: str) -> bytes | None:
    """Return a kept file, None where it is lost or no longer what was signed."""
    data = released(sha256)
    return data if data is not None and hashlib.sha256(data).hexdigest() == sha256 else None


def signature_remarks(one: Held, known: Mapping[str, TrustedKey]) -> Iterator[Remark]:
    """Yield what is wrong with signature and key. known: the keys that count on this machine."""
    approval = one.approval
    if one.signed.key != approval.key or not is_signed(one.signed):
        yield Remark(doubt=Doubt.SIGNATURE, words=tr("签名不对：签发记录在签名之后被改过，不能作数。"))
        return
    key = known.get(approval.key)
    if key is None:
        yield Remark(doubt=Doubt.UNKNOWN_KEY, words=_unknown(approval))
    elif key.name != approval.name:
        words = tr("这把密钥在这台电脑上是{name}的，签发记录写的却是{name2}。", name=key.name, name2=approval.name)
        yield Remark(doubt=Doubt.UNKNOWN_KEY, words=words)
    elif not key.counts_at(approval.at):
        words = tr("{name}的这把密钥已经换掉，签发的时间在换掉之后，不能作数。", name=approval.name)
        yield Remark(doubt=Doubt.REPLACED_KEY, words=words)


def file_remarks(released: Released, approval: Approval) -> Iterator[Remark]:
    """Yield which of the kept files are not those that were signed."""
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


def content_remarks(released: Released, issue: Issue, approval: Approval) -> tuple[Remark, ...]:
    """Return in which places the issue is no longer what was approved."""
    try:
        changes = content_changes(released, issue, approval)
    except UserError:
        return remarks(Doubt.CONTENT, (tr("签发的内容读不出来，无从比较。"),))
    return remarks(Doubt.CONTENT, (tr("签发之后，{sentence}", sentence=change.sentence) for change in changes))


def two_chiefs(standing: tuple[Held, ...]) -> tuple[Remark, ...]:
    """Return the remark that several approvals of one issue stand beside each other, none for a single one."""
    if len(standing) < 2:
        return ()
    names = tr("，").join(
        tr("{name}于 {at:%Y-%m-%d %H:%M}", name=one.approval.name, at=one.approval.at.astimezone()) for one in standing
    )
    words = tr(
        "这一期有 {n} 份互不取代的签发：{names}。请两位总编辑商定以哪一份为准，退回后重签。",
        n=len(standing),
        names=names,
    )
    return remarks(Doubt.TWO_CHIEFS, (words,))


def _unknown(approval: Approval) -> str:
    printed = fingerprint(approval.key)
    return tr(
        "签发用的密钥没有在这台电脑上确认过：请打电话请{name}念指纹，核对为 {printed} 之后再确认。",
        name=approval.name,
        printed=printed,
    )
