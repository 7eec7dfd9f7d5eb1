"""Scans of signed forms in a library."""

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.rows import columns_of
from db.tables import ApprovalRow, LogRow, ScanRow
from db.values import is_whole, scan_value, sound
from editor.model.approval import LogAction
from editor.model.signed_scan import SignedScan


def scans_of(session: Session, issue: str, *, withdrawn: bool = False) -> tuple[SignedScan, ...]:
    """Return the scans of an issue that are shown, or those that were withdrawn, oldest first."""
    away = _withdrawn(session, issue)
    columns = [column for column in ScanRow.__table__.columns if column.name != "data"]
    found = session.execute(select(*columns).where(ScanRow.issue == issue).order_by(ScanRow.id))
    scans = sound(scan_value, map(columns_of, found))
    return tuple(scan for scan in scans if (scan.sha256 in away) is withdrawn)


def scan_bytes(session: Session, sha256: str) -> bytes | None:
    """Return a scan, None where it is not there or no longer what was kept."""
    data = session.scalar(select(ScanRow.data).where(ScanRow.sha256 == sha256).limit(1))
    return data if is_whole(sha256, data) else None


def add_scan(session: Session, scan: SignedScan, data: bytes) -> bool:
    """Keep a scan. Return whether it is new, or was withdrawn before.

    Raises ValueError for other bytes, or an approval that is not there.
    """
    if hashlib.sha256(data).hexdigest() != scan.sha256:
        raise ValueError("the bytes are not those of the scan")
    signed = select(ApprovalRow.id).where(ApprovalRow.digest == scan.approval, ApprovalRow.issue == scan.issue)
    if session.scalar(signed) is None:
        raise ValueError("no such approval of the issue")
    same = select(ScanRow.id).where(ScanRow.approval == scan.approval, ScanRow.sha256 == scan.sha256)
    if session.scalar(same) is not None:
        return scan.sha256 in _withdrawn(session, scan.issue)
    session.add(
        ScanRow(
            issue=scan.issue,
            approval=scan.approval,
            sha256=scan.sha256,
            kind=scan.kind,
            title=scan.title,
            name=scan.name,
            at=scan.at.isoformat(),
            data=data,
        )
    )
    session.flush()
    return True


def _withdrawn(session: Session, issue: str) -> frozenset[str]:
    """Return the sha256 of the scans of an issue of which the log tells last that they were withdrawn."""
    about = LogAction.SCANNED, LogAction.SCAN_WITHDRAWN
    query = select(LogRow.detail, LogRow.action).where(LogRow.issue == issue, LogRow.action.in_(about))
    last = {row.detail: row.action for row in session.execute(query.order_by(LogRow.number))}
    return frozenset(sha256 for sha256, action in last.items() if action == LogAction.SCAN_WITHDRAWN)
