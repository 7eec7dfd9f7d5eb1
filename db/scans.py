"""Scans of signed forms in a library."""

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import rows_of
from db.scan_reader import SqliteScans
from db.tables import ApprovalRow, ScanRow
from editor.model.signed_scan import SignedScan


def add_scan(session: Session, scan: SignedScan, data: bytes) -> bool:
    """Add a scan. Return whether it is new, or was withdrawn before.

    Raises ValueError where the bytes do not fit its sha256, or its approval does not exist.
    """
    if hashlib.sha256(data).hexdigest() != scan.sha256:
        raise ValueError("the bytes are not those of the scan")
    signed = select(ApprovalRow.id).where(ApprovalRow.digest == scan.approval, ApprovalRow.issue == scan.issue)
    if session.scalar(signed) is None:
        raise ValueError("no such approval of the issue")
    same = select(ScanRow.id).where(ScanRow.approval == scan.approval, ScanRow.sha256 == scan.sha256)
    if session.scalar(same) is not None:
        return scan.sha256 in SqliteScans(rows_of(session)).away(scan.issue)
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
