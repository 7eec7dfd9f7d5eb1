"""Scans of the form signed on paper. Verification does not use them, and they do not change the approval."""

import hashlib
from pathlib import Path

from editor.desk.files import read_file
from editor.desk.review.approvals import current
from editor.desk.review.office import Office
from editor.desk.review.steps import By
from editor.model.approval import LogAction, LogEvent
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED
from editor.model.language import tr
from editor.model.signed_scan import ENDINGS, MOST_SCAN_BYTES, ScanKind, SignedScan

MOST_PAGES = 20
_LONGEST_TITLE = 120


def keep_scan(office: Office, uid: str, path: Path, by: By) -> SignedScan:
    """Store a picture or PDF of the form with the issue's approval, and log it; the same one is stored only once.

    To be called in the thread that may use PDFium. Raises UserError for an issue that is not approved, a file that is
    no picture and no PDF, damaged or too large.
    """
    # imported only for a new scan
    from editor.intake.signed_scan import take_scan

    one = current(office.review, uid) if office.library.issue(uid).archive.state in CLOSED else None
    if one is None:
        raise UserError(tr("这一期还没有签发。请先用密钥签发，再存入纸上签字的扫描件。"))
    kind, data = take_scan(read_file(path, most=MOST_SCAN_BYTES), name=path.name)
    _check(kind, data, path.name)
    scan = SignedScan(
        issue=uid,
        approval=one.digest,
        sha256=hashlib.sha256(data).hexdigest(),
        kind=kind,
        title=_title(path.name),
        name=by.name,
        at=by.at,
    )
    office.review.scans.add(scan, data, _event(LogAction.SCANNED, scan, by))
    return scan


def withdraw_scan(office: Office, scan: SignedScan, by: By) -> None:
    """Hide a scan, leave it out of packages, and log that; the library keeps it."""
    office.review.scans.withdraw(scan, _event(LogAction.SCAN_WITHDRAWN, scan, by))


def put_scan_back(office: Office, scan: SignedScan, by: By) -> None:
    """Show a withdrawn scan again, and log that. Raises UserError where it no longer exists."""
    _, data = scan_file(office, scan)
    office.review.scans.add(scan, data, _event(LogAction.SCANNED, scan, by))


def scans_shown(office: Office, issue: Issue, *, withdrawn: bool = False) -> tuple[SignedScan, ...]:
    """Return the scans of the approval in force, those shown or those withdrawn, oldest first."""
    one = current(office.review, issue.uid)
    found = office.review.scans.withdrawn(issue.uid) if withdrawn else office.review.scans.listed(issue.uid)
    return tuple(scan for scan in found if one and scan.approval == one.digest)


def scan_file(office: Office, scan: SignedScan) -> tuple[str, bytes]:
    """Return a name for a scan's file, and its bytes. Raises UserError where they no longer exist."""
    data = office.review.scans.data(scan.sha256)
    if data is None:
        raise UserError(tr("扫描件“{title}”已不在刊库里，请重新存入。", title=scan.title))
    return f"{Path(scan.title).stem}{ENDINGS[scan.kind]}", data


def _event(action: LogAction, scan: SignedScan, by: By) -> LogEvent:
    return LogEvent(action=action, name=by.name, at=by.at, issue=scan.issue, detail=scan.sha256)


def _check(kind: ScanKind, data: bytes, name: str) -> None:
    if len(data) > MOST_SCAN_BYTES:
        most = MOST_SCAN_BYTES // 1024 // 1024
        raise UserError(tr("“{name}”存下来超过 {most} MB，请降低扫描的分辨率再存入。", name=name, most=most))
    if kind is not ScanKind.PDF:
        return
    from editor.pages.reading import page_count

    n = page_count(data)
    if n > MOST_PAGES:
        raise UserError(
            tr(
                "“{name}”有 {n} 页，签发单的扫描件最多 {most} 页。请检查是否选错了文件。",
                name=name,
                n=n,
                most=MOST_PAGES,
            )
        )


def _title(name: str) -> str:
    shown = "".join(char for char in name if char.isprintable() or char == "　")
    return shown if len(shown) <= _LONGEST_TITLE else shown[:_LONGEST_TITLE] + Path(name).suffix[:8]
