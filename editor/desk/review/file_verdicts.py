"""Verdicts on files: found by their sha256 among the signed ones, else compared with the issue that they name."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from editor.desk.review.approvals import (
    content_remarks,
    ended_remarks,
    file_remarks,
    kept_file,
    signature_remarks,
    two_chiefs,
)
from editor.desk.review.copy_verdicts import copy_remarks, copy_words
from editor.desk.review.file_differences import pdf_differences, word_differences
from editor.desk.review.held import Held, approvals_in_force, held
from editor.desk.review.keyring import keyring_of
from editor.desk.review.looking import look
from editor.desk.review.office import Office
from editor.desk.review.ports import ReviewReader
from editor.desk.review.remarks import Doubt, Remark, Verdict, remarks
from editor.desk.review.steps import is_withdrawn
from editor.document.copy_mark import CopyMark
from editor.interchange.package import ApprovalEvidence, Package, read_package
from editor.model.approval import Approval
from editor.model.errors import UserError
from editor.model.language import tr

_LONGEST_TITLE = 255
_PDF = b"%PDF-"
_SHORT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """PDF or Word: its digest in an approval, how to read which issue a file names, how to compare two files.

    mark: reads the mark of a copy, None for a file without one.
    """

    doubt: Doubt
    digest: Callable[[Approval], str]
    title: Callable[[bytes], str]
    mark: Callable[[bytes], CopyMark | None]
    differences: Callable[[bytes, bytes], tuple[str, ...]]


def names_approval(review: ReviewReader, data: bytes) -> bool:
    """Return whether a PDF or Word file is, or says that it is, one that was approved in this library."""
    known = held(review.approvals())
    if not known:
        return False
    sha256 = hashlib.sha256(data).hexdigest()
    if any(sha256 in (one.approval.pdf, one.approval.word) for one in known):
        return True
    is_pdf = data.startswith(_PDF)
    try:
        if is_pdf and _pdf_mark(data):
            return True
        title = _pdf_title(data) if is_pdf else _word_title(data)
    except UserError:
        return False
    return any(_is_titled(one.approval, title) for one in known)


def pdf_verdict(office: Office, name: str, data: bytes, issue: str) -> Verdict:
    """Return whether these bytes are a signed PDF. issue: uid that it should be, empty for any."""
    form = _Form(
        doubt=Doubt.PDF, digest=lambda one: one.pdf, title=_pdf_title, mark=_pdf_mark, differences=pdf_differences
    )
    return _printed_verdict(office, name, data, issue, form)


def word_verdict(office: Office, name: str, data: bytes, issue: str) -> Verdict:
    """Return whether these bytes are a signed Word file. issue: as above."""
    form = _Form(
        doubt=Doubt.WORD,
        digest=lambda one: one.word,
        title=_word_title,
        mark=lambda _data: None,
        differences=word_differences,
    )
    return _printed_verdict(office, name, data, issue, form)


def package_verdict(office: Office, name: str, data: bytes, issue: str) -> Verdict:
    """Return whether a package holds what was approved, by the keys trusted here. issue: as above."""
    try:
        package = read_package(data)
    except UserError as error:
        return _spoilt(name, str(error))
    if package.proof is None:
        return Verdict(what=name, remarks=remarks(Doubt.UNAPPROVED, (tr("期刊包里没有签发记录。"),)))
    in_force = approvals_in_force(held(package.proof.approvals))
    if not in_force:
        return _spoilt(name, tr("签发记录互相取代，读不出哪一份作数。"))
    one = in_force[-1]
    elsewhere = tuple(_elsewhere(office, one)) or tuple(ended_remarks(one, office.keyring()))
    file_remarks = (*two_chiefs(in_force), *_package_remarks(office, package, package.proof, one), *elsewhere)
    return Verdict(what=name, remarks=(*file_remarks, *_other(office, one, issue)), approval=one.approval)


def _printed_verdict(office: Office, name: str, data: bytes, issue: str, form: _Form) -> Verdict:
    sha256 = hashlib.sha256(data).hexdigest()
    known = held(office.review.approvals())
    exact = [one for one in known if form.digest(one.approval) == sha256]
    if exact:
        file_remarks = _approval_remarks(office, exact[-1])
        return Verdict(
            what=name, remarks=(*file_remarks, *_other(office, exact[-1], issue)), approval=exact[-1].approval
        )
    try:
        mark = form.mark(data)
        if mark:
            return _copy_verdict(office, name, data, issue, mark)
        return _unlike_verdict(office, name, data, issue, form)
    except UserError as error:
        return _spoilt(name, tr("{error}它不是签发的文件。", error=error))


def _approval_remarks(office: Office, one: Held) -> Iterator[Remark]:
    """Yield what speaks against an approval of this library: signature, key, later approvals, or missing ones."""
    sight = look(office)
    yield from signature_remarks(one, sight.keys)
    yield from tuple(_superseded(office, one)) or ended_remarks(one, sight.keys)
    yield from (remark for remark in sight.log.remarks if remark.doubt is Doubt.ROLLED_BACK)


def _unlike_verdict(office: Office, name: str, data: bytes, issue: str, form: _Form) -> Verdict:
    title = form.title(data)
    known = held(office.review.approvals())
    meant = [one for one in known if one.approval.issue == issue or (not issue and _is_titled(one.approval, title))]
    if not meant:
        called = tr("（它自称“{title}”）", title=title[:60]) if title else ""
        return Verdict(
            what=name, remarks=remarks(Doubt.UNAPPROVED, (tr("刊库里没有签发过这个文件{called}。", called=called),))
        )
    approval = approvals_in_force(meant)[-1].approval
    signed = kept_file(office.review.released, form.digest(approval))
    if signed is None:
        file_remarks = (tr("它不是签发的那一份；刊库里签发的那一份已不在或被改动过，无从比较。"),)
        return Verdict(what=name, remarks=remarks(form.doubt, file_remarks), approval=approval)
    return Verdict(what=name, remarks=remarks(form.doubt, form.differences(signed, data)), approval=approval)


def _copy_verdict(office: Office, name: str, data: bytes, issue: str, mark: CopyMark) -> Verdict:
    """Return whether a PDF is the copy that it claims to be; the verdict names it a copy, not the approved file."""
    made_of = [one for one in held(office.review.approvals()) if one.approval.pdf == mark.approved]
    if not made_of:
        short, called = mark.approved[:_SHORT], copy_words(mark)
        words = tr(
            "它自称是{called}，由签发的 PDF {short} 派生；刊库里没有签发过这样的文件。", called=called, short=short
        )
        return Verdict(what=name, remarks=remarks(Doubt.UNAPPROVED, (words,)))
    one = made_of[-1]
    signed = kept_file(office.review.released, mark.approved)
    if signed is None:
        lost = remarks(Doubt.PDF, (tr("刊库里签发的那一份已不在或被改动过，无从比较。"),))
    else:
        lost = tuple(copy_remarks(signed, data, mark))
    file_remarks = (
        *lost,
        *_approval_remarks(office, one),
        *_other(office, one, issue),
    )
    return Verdict(what=name, remarks=file_remarks, approval=one.approval, copy=copy_words(mark))


def _package_remarks(office: Office, package: Package, proof: ApprovalEvidence, one: Held) -> Iterator[Remark]:
    files = {hashlib.sha256(data).hexdigest(): data for data in proof.files}
    keys = keyring_of(office.review, office.trust, also=proof.introductions)
    yield from signature_remarks(one, keys)
    if one.approval.issue != package.issue.uid:
        yield Remark(
            doubt=Doubt.OTHER_ISSUE, words=tr("期刊包里的签名是给另一期（{label}）的。", label=one.approval.label)
        )
        return
    yield from file_remarks(files.get, one.approval)
    yield from content_remarks(files.get, package.issue, one.approval)


def _elsewhere(office: Office, one: Held) -> Iterator[Remark]:
    """Yield where this library disagrees about the issue."""
    own = held(office.review.approvals(one.approval.issue))
    if any(other.digest == one.digest for other in own):
        yield from _superseded(office, one)
    elif own and all(other.approval.replaces != one.digest for other in own):
        latest = approvals_in_force(own)[-1]
        if one.approval.replaces != latest.digest:
            yield from two_chiefs((latest, one))
    elif own:
        yield Remark(doubt=Doubt.SUPERSEDED, words=_newer(approvals_in_force(own)[-1].approval))


def _superseded(office: Office, one: Held) -> Iterator[Remark]:
    known = held(office.review.approvals(one.approval.issue))
    in_force = approvals_in_force(known)
    if all(other.digest != one.digest for other in in_force):
        words = _withdrawn if _was_withdrawn(one, known) else _newer
        yield Remark(doubt=Doubt.SUPERSEDED, words=words(in_force[-1].approval))
        return
    entry = next((entry for entry in office.library.issues() if entry.uid == one.approval.issue), None)
    if entry and is_withdrawn(office.library, office.library.issue(entry.uid)):
        yield Remark(doubt=Doubt.SUPERSEDED, words=tr("这一份的签发已经撤回，不再作数。"))


def _was_withdrawn(one: Held, known: Sequence[Held]) -> bool:
    """Return whether an approval was withdrawn before publishing: the same edition was signed again."""
    return any(
        other.approval.replaces == one.digest and other.approval.revision == one.approval.revision for other in known
    )


def _withdrawn(approval: Approval) -> str:
    return tr(
        "这一份签发后又退回，没有印发；现在作数的是{name}于 {at:%Y-%m-%d %H:%M} 签发的{which}。", **_named(approval)
    )


def _newer(approval: Approval) -> str:
    return tr("这一份已被{name}于 {at:%Y-%m-%d %H:%M} 签发的{which}取代。", **_named(approval))


def _named(approval: Approval) -> dict[str, object]:
    later = approval.revision > 1
    which = tr("修订版（第 {revision} 版）", revision=approval.revision) if later else tr("新的一份")
    return {"name": approval.name, "at": approval.at.astimezone(), "which": which}


def _other(office: Office, one: Held, issue: str) -> Iterator[Remark]:
    if issue and one.approval.issue != issue:
        names = [entry for entry in office.library.issues() if entry.uid == issue]
        asked = tr("要核对的那一期") if not names else f"{names[0].masthead} {names[0].date}"
        yield Remark(
            doubt=Doubt.OTHER_ISSUE,
            words=tr("它是签发给另一期（{label}）的，不是{asked}。", label=one.approval.label, asked=asked),
        )


def _is_titled(approval: Approval, title: str) -> bool:
    return approval.label[:_LONGEST_TITLE] == title[:_LONGEST_TITLE]


def _pdf_title(data: bytes) -> str:
    from editor.pages.reading import read_pdf

    return read_pdf(data).title


def _pdf_mark(data: bytes) -> CopyMark | None:
    from editor.pages.reading import read_pdf

    return read_pdf(data).mark


def _word_title(data: bytes) -> str:
    from editor.intake.word.reading import read_word

    return read_word(data).title


def _spoilt(name: str, words: str) -> Verdict:
    return Verdict(what=name, remarks=remarks(Doubt.DAMAGED, (words,)))
