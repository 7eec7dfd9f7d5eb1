"""Approving: the chief editor's signature over the files of an issue, which are stored with it."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import editor
from editor.desk.checking import check_whole, previous_issue
from editor.desk.ports import Library
from editor.desk.printable_issue import PrintableIssue, printable_issue
from editor.desk.printing import PrintFiles, Progress, print_files
from editor.desk.reading.marks import reading_of
from editor.desk.review.approvals import current
from editor.desk.review.editions import edition_of
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.held import Held
from editor.desk.review.keys import SigningKey
from editor.desk.review.looking import look
from editor.desk.review.obstacles import blocked_words, obstacles
from editor.desk.review.office import Office
from editor.desk.review.steps import By, event_of, reason_of, refusal, was_published
from editor.document.issue_document import issue_line
from editor.interchange.canonical import issue_content
from editor.interchange.statements import approval_statement, digest
from editor.model.approval import Approval, FontUsed, Signed
from editor.model.errors import UserError
from editor.model.font import FontFile
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED
from editor.model.language import tr
from editor.model.review import Step, state_after
from resources import resource

_FONT_FILES = (".ttf", ".otf", ".ttc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """Result of approving. warnings: sentences about the log, and about the signed files by typesetter and exporter."""

    approval: Approval
    signed: Signed
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    content: bytes
    pdf: bytes
    word: bytes


def approve(
    office: Office, uid: str, signer: SigningKey, at: dt.datetime, *, progress: Progress = lambda _step: None
) -> Approved:
    """Make the files of a submitted issue, sign them and keep them, with pictures of the pages. at: UTC.

    To be called in the thread that may use PDFium. Raises UserError where the key's holder may not approve, or where an
    obstacle blocks (see `obstacles`); nothing changes then.
    """
    library = office.library
    printable = printable_issue(library, uid)
    _check(office, printable.issue, signer)
    notes = _notes(office, at)
    edition = edition_of(library, printable.issue)
    files = print_files(
        printable.issue, pictures=printable.pictures, fonts=printable.fonts, edition=edition, progress=progress
    )
    _check_obstacles(library, printable, files)
    made = _Made(content=issue_content(printable.issue), pdf=files.pdf or b"", word=files.word or b"")
    progress(tr("存下各页的样子"))
    # imported only for approving
    from editor.pages.seen import see_pages

    seen = see_pages(made.pdf)
    approval = _approval(library, printable, signer, at, made)
    signed = signer.sign(approval_statement(approval))
    event = event_of(Step.APPROVE, uid, By(name=signer.name, at=at), detail=digest(signed.statement))
    read = reading_of(printable.issue, reader=signer.name, at=at)
    library.review.approve(signed, (made.content, made.pdf, made.word), event, seen=seen, read=read)
    look(office)
    return Approved(approval=approval, signed=signed, warnings=(*notes, *files.warnings))


def _check(office: Office, issue: Issue, signer: SigningKey) -> None:
    refused = step_refusal(office.library, issue, signer.name) or _key_refusal(office, signer)
    if refused:
        raise UserError(refused)


def step_refusal(library: Library, issue: Issue, name: str) -> str:
    """Return why a person cannot approve an issue in its present state, empty where they can."""
    approved = current(library.review, issue.uid)
    if approved and issue.archive.state in CLOSED:
        return tr("这一期已由{by}签发。要改，先退回（未印发）或更正（已印发），再重新送审。", by=_by(approved))
    if state_after(issue.archive.state, Step.APPROVE) is None:
        return tr("只有送审的一期才能签发，请先送审。")
    return refusal(library, issue, Step.APPROVE, name)


def _notes(office: Office, at: dt.datetime) -> tuple[str, ...]:
    """Return notes about the log for whoever signs; they do not block signing."""
    log = look(office).log
    remarks = [one.words for one in log.remarks]
    if log.entries and at < log.entries[-1].event.at:
        last = f"{log.entries[-1].event.at.astimezone():%Y-%m-%d %H:%M:%S}"
        remarks.append(
            tr("电脑现在的时间比刊库最后一条记录（{last}）还早：有一个时钟不准，请核对系统时间。", last=last)
        )
    return tuple(remarks)


def _key_refusal(office: Office, signer: SigningKey) -> str:
    known = office.known().get(signer.public)
    if known is None:
        printed = fingerprint(signer.public)
        return tr("这把密钥没有在这台电脑上确认过，没有签发。请核对指纹 {printed}，确认之后再签。", printed=printed)
    if known.name != signer.name:
        return tr(
            "这把密钥在这台电脑上是{name}的，不是{name2}的，没有签发。请换用自己的密钥。",
            name=known.name,
            name2=signer.name,
        )
    return "" if known.until is None else tr("这把密钥已经换掉，没有签发。请用新的那一把。")


def _check_obstacles(library: Library, printable: PrintableIssue, files: PrintFiles) -> None:
    checked = check_whole(printable, facts=files.facts, previous=previous_issue(library, printable.issue))
    reason = blocked_words(obstacles(Step.APPROVE, printable, checked, files.facts))
    if reason:
        raise UserError(tr("没有签发，{reason}", reason=reason))


def _approval(
    library: Library, printable: PrintableIssue, signer: SigningKey, at: dt.datetime, made: _Made
) -> Approval:
    issue, before, log = printable.issue, current(library.review, printable.issue.uid), library.review.log()
    corrected = before is not None and was_published(library, issue.uid)
    return Approval(
        issue=issue.uid,
        publication=issue.publication,
        label=" ".join((issue.profile.masthead, *issue_line(issue))),
        content=_sha256(made.content),
        pdf=_sha256(made.pdf),
        word=_sha256(made.word),
        fonts=tuple(_fonts(printable.fonts)),
        program=editor.__version__,
        name=signer.name,
        at=at,
        key=signer.public,
        log=log[-1].hash if log else "",
        revision=edition_of(library, issue),
        reason=(reason_of(library, issue.uid) if corrected else before.approval.reason) if before else "",
        replaces=before.digest if before else "",
    )


def _fonts(added: tuple[FontFile, ...]) -> Iterator[FontUsed]:
    """Yield every font file given to the typesetter, which does not report those that it used."""
    shipped = (entry for entry in resource("fonts").iterdir() if entry.name.endswith(_FONT_FILES))
    for entry in sorted(shipped, key=lambda one: one.name):
        yield FontUsed(name=entry.name, sha256=_sha256(entry.read_bytes()))
    for file in added:
        yield FontUsed(name=file.font.name, sha256=file.font.sha256)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _by(approved: Held) -> str:
    return tr("{name}于 {at:%Y-%m-%d %H:%M} ", name=approved.approval.name, at=approved.approval.at.astimezone())
