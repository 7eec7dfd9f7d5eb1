"""Is this what was approved? Of an issue in the library, of a whole library, of any file that names itself."""

from collections.abc import Iterator
from pathlib import Path

from editor.desk.files import MOST_BYTES, read_file
from editor.desk.ports import IssueEntry
from editor.desk.review.file_verdicts import package_verdict, pdf_verdict, word_verdict
from editor.desk.review.log_remarks import Log, log_remarks, read_log
from editor.desk.review.office import Office
from editor.desk.review.remarks import Doubt, Remark, Verdict
from editor.desk.review.standing import (
    Held,
    content_remarks,
    file_remarks,
    held,
    signature_remarks,
    standing_ones,
    two_chiefs,
)
from editor.desk.review.steps import is_withdrawn
from editor.model.damage import DamageError
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr, tr_marked
from editor.model.review import CLOSED, STATE_NAMES
from editor.model.saying import said_number

_READERS = {".pdf": pdf_verdict, ".docx": word_verdict, ".bulletin": package_verdict}
ENDINGS = tuple(_READERS)


def verify_file(office: Office, path: Path, *, issue: str = "") -> Verdict:
    """Return whether a PDF, Word file or package is what was approved. issue: uid that it is said to be, empty for any.

    Raises UserError for a file that cannot be read or is of no such kind.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UserError(tr("“{name}”不能核验：只认 PDF、Word（.docx）和期刊包（.bulletin）。", name=path.name))
    return reader(office, path.name, read_file(path, most=MOST_BYTES), issue)


def verify_issue(office: Office, uid: str) -> Verdict:
    """Return whether an issue of the library, with its kept files, is what was approved. Raises UserError for none."""
    entry = next((one for one in office.library.issues() if one.uid == uid), None)
    if entry is None:
        raise UserError(tr("刊库里没有这一期，可能已被删除。"))
    return _verdict(office, entry, read_log(office.review))


def verify_library(office: Office) -> tuple[Verdict, ...]:
    """Return a verdict over each issue that is, or says that it is, approved; what is wrong with the log is in each."""
    signed = {one.approval.issue for one in held(office.review.approvals())}
    log = read_log(office.review)
    return tuple(
        _verdict(office, entry, log)
        for entry in office.library.issues()
        if entry.uid in signed or entry.state in CLOSED
    )


def _verdict(office: Office, entry: IssueEntry, log: Log) -> Verdict:
    what = " ".join((entry.masthead, *said_number(entry.number)))
    try:
        issue, damage = _read(office, entry.uid)
        standing = standing_ones(held(office.review.approvals(entry.uid)))
        one = standing[-1] if standing else None
        # what was changed says more than that something was
        said = (*log_remarks(log, issue, one), *_issue_remarks(office, issue, standing)) or damage
    except UserError as error:
        return Verdict(what=what, remarks=(_unread(error),))
    return Verdict(what=what, remarks=said, approval=one.approval if one else None)


def _read(office: Office, uid: str) -> tuple[Issue, tuple[Remark, ...]]:
    """Return an issue; a damaged one as it stands, so that what was changed since it was signed is named too."""
    try:
        return office.library.issue(uid), ()
    except DamageError as error:
        standing = office.library.mending.standing(uid)
        if standing is None:
            raise
        return standing, (_unread(error),)


def _unread(error: UserError) -> Remark:
    return Remark(doubt=Doubt.DAMAGED, words=tr("读不出来：{error}", error=error))


def _issue_remarks(office: Office, issue: Issue, standing: tuple[Held, ...]) -> Iterator[Remark]:
    state = issue.archive.state
    if not standing:
        closed = tr("刊库里的状态是“{state}”，却没有签发记录。", state=tr_marked(STATE_NAMES[state]))
        yield Remark(doubt=Doubt.UNAPPROVED, words=closed if state in CLOSED else tr("这一期还没有签发。"))
        return
    yield from two_chiefs(standing)
    one, released = standing[-1], office.review.released
    yield from signature_remarks(one, office.known())
    if one.approval.issue != issue.uid:
        yield Remark(doubt=Doubt.OTHER_ISSUE, words=tr("这份签名是给另一期（{label}）的。", label=one.approval.label))
    yield from file_remarks(released, one.approval)
    if state in CLOSED:
        yield from content_remarks(released, issue, one.approval)
    else:
        gone = tr("上次的签发已经撤回") if is_withdrawn(office.library, issue) else tr("印发的是上一版")
        words = tr(
            "这一期现在是“{state}”：{gone}，现在的内容还没有签发。",
            state=tr_marked(STATE_NAMES[state]),
            gone=gone,
        )
        yield Remark(doubt=Doubt.UNAPPROVED, words=words)
