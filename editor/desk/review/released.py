"""The files of an approved issue for export: byte for byte those that the chief editor signed."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from editor.desk.review.approvals import content_remarks, file_remarks
from editor.desk.review.approved_issues import approval_remarks, rules_of
from editor.desk.review.held import Asked, asked_of, held
from editor.desk.review.looking import look
from editor.desk.review.office import ReadingOffice
from editor.desk.review.ports import ReviewReader
from editor.desk.review.remarks import Doubt, Remark, serious
from editor.interchange.canonical import issue_content
from editor.interchange.package.contents import ApprovalEvidence
from editor.model.approval import Approval
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED
from editor.model.language import tr
from editor.model.signed_scan import SignedScan

# doubts that a new signature removes; others need a key confirmed or the log accepted
_SIGN_ANEW = frozenset(
    (Doubt.UNAPPROVED, Doubt.CONTENT, Doubt.PDF, Doubt.WORD, Doubt.MISSING, Doubt.SIGNATURE, Doubt.REPLACED_KEY)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedFiles:
    """proof: what a package needs as evidence for other libraries; notes: sentences for the user."""

    approval: Approval
    pdf: bytes
    word: bytes
    proof: ApprovalEvidence
    notes: tuple[str, ...] = ()


def released_files(office: ReadingOffice, issue: Issue) -> ReleasedFiles | None:
    """Return the signed files, None for an issue that is not approved.

    Raises UserError where the approval does not count on this machine, or issue or files differ from what was signed:
    then nothing may be exported.
    """
    if issue.archive.state not in CLOSED:
        return None
    review = office.review
    asked = asked_of(issue, held(review.approvals(issue.uid)))
    messages = [*_remarks(office, issue, asked)]
    wrong = next(serious(messages), None)
    if wrong:
        raise UserError(_refused(wrong))
    approval = asked.in_force[-1].approval
    pdf, word = (review.released(digest) or b"" for digest in (approval.pdf, approval.word))
    content = review.released(approval.content) or issue_content(issue)
    proof = ApprovalEvidence(
        introductions=review.introductions(),
        approvals=review.approvals(issue.uid),
        files=(content, pdf, word),
        scans=tuple(_scans(review, issue.uid)),
    )
    return ReleasedFiles(
        approval=approval, pdf=pdf, word=word, proof=proof, notes=tuple(note.words for note in messages)
    )


def released_or_marked(
    look_up: Callable[[], ReleasedFiles | None], *, marked: bool
) -> tuple[ReleasedFiles | None, tuple[str, ...]]:
    """Return the signed files; where they do not count and marked is set, None with the reasons.

    marked: only a PDF with a watermark is wanted. Otherwise raises UserError as released_files does.
    """
    try:
        return look_up(), ()
    except UserError as error:
        if not marked:
            raise
        return None, (tr("只出带标记的样稿，不作签发件。{error}", error=error),)


def _remarks(office: ReadingOffice, issue: Issue, asked: Asked) -> Iterator[Remark]:
    yield from approval_remarks(look(office), asked, rules_of(office, asked.publication))
    for one in asked.in_force[-1:]:
        yield from file_remarks(office.review.released, one.approval)
        yield from content_remarks(office.review.released, issue, one.approval)


def _refused(wrong: Remark) -> str:
    if wrong.doubt in _SIGN_ANEW:
        return tr("没有导出：{said}请核验这一期，退回后重新签发。", said=wrong.words)
    return tr("没有导出：{said}", said=wrong.words)


def _scans(review: ReviewReader, issue: str) -> Iterator[tuple[SignedScan, bytes]]:
    """Yield the scans with their bytes; missing ones are skipped."""
    for scan in review.scans.listed(issue):
        data = review.scans.data(scan.sha256)
        if data is not None and hashlib.sha256(data).hexdigest() == scan.sha256:
            yield scan, data
