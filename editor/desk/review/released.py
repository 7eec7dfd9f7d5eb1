"""The files of an approved issue: what goes out is what was signed, byte for byte."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from editor.desk.review.keys import is_signed
from editor.desk.review.ports import ReviewLibrary
from editor.desk.review.standing import content_remarks, current, file_remarks
from editor.interchange.canonical import issue_content
from editor.interchange.package.contents import Proof
from editor.model.approval import Approval
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.review import CLOSED
from editor.model.signed_scan import SignedScan


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedFiles:
    """proof: all that a package needs to prove it elsewhere."""

    approval: Approval
    pdf: bytes
    word: bytes
    proof: Proof


def released_files(review: ReviewLibrary, issue: Issue) -> ReleasedFiles | None:
    """Return the signed files, None for an issue that is not approved.

    Raises UserError where issue or files are no longer what was signed: then nothing goes out.
    """
    one = current(review, issue.uid) if issue.archive.state in CLOSED else None
    if one is None:
        return None
    said = [
        remark.words
        for remark in (
            *file_remarks(review.released, one.approval),
            *content_remarks(review.released, issue, one.approval),
        )
    ]
    if not is_signed(one.signed):
        said.append(tr("签名不对。"))
    if said:
        raise UserError(tr("没有导出：{said}请核验这一期，退回后重新签发。", said=said[0]))
    approval = one.approval
    pdf, word = (review.released(digest) or b"" for digest in (approval.pdf, approval.word))
    content = review.released(approval.content) or issue_content(issue)
    proof = Proof(
        introductions=review.introductions(),
        approvals=review.approvals(issue.uid),
        files=(content, pdf, word),
        scans=tuple(_scans(review, issue.uid)),
    )
    return ReleasedFiles(approval=approval, pdf=pdf, word=word, proof=proof)


def _scans(review: ReviewLibrary, issue: str) -> Iterator[tuple[SignedScan, bytes]]:
    """Yield the scans that are there; one that is lost hinders no export."""
    for scan in review.scans(issue):
        data = review.scan(scan.sha256)
        if data is not None and hashlib.sha256(data).hexdigest() == scan.sha256:
            yield scan, data
