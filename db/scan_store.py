"""Scans of signed forms in an open library. Every write logs what it does in its own transaction."""

from typing import TYPE_CHECKING

from db.entries import Asked
from db.scan_reader import SqliteScans
from editor.model.approval import LogEvent
from editor.model.signed_scan import SignedScan

if TYPE_CHECKING:
    from db.engine import Opened


class ScanStore:
    """The part of an open library that keeps scans of signed forms."""

    def __init__(self, *, asking: Asked, writing: "Opened") -> None:
        """Take how the library is read and written."""
        self._asking, self._writing = asking, writing

    def listed(self, issue: str) -> tuple[SignedScan, ...]:
        """Return the scans of an issue's forms that are shown, oldest first."""
        with self._asking() as rows:
            return SqliteScans(rows).listed(issue)

    def withdrawn(self, issue: str) -> tuple[SignedScan, ...]:
        """Return the scans that were withdrawn, oldest first."""
        with self._asking() as rows:
            return SqliteScans(rows).withdrawn(issue)

    def data(self, sha256: str) -> bytes | None:
        """Return the stored bytes of a scan; None where there are none."""
        with self._asking() as rows:
            return SqliteScans(rows).data(sha256)

    def add(self, scan: SignedScan, data: bytes, event: LogEvent) -> None:
        """Add a scan; one that is shown already changes nothing, a withdrawn one is shown again."""
        from db.log import write
        from db.scans import add_scan

        with self._writing() as session:
            if add_scan(session, scan, data):
                write(session, event)

    def withdraw(self, scan: SignedScan, event: LogEvent) -> None:
        """Hide a scan, if it is shown. Its bytes are kept."""
        from db.engine import rows_of
        from db.log import write

        with self._writing() as session:
            if scan in SqliteScans(rows_of(session)).listed(scan.issue):
                write(session, event)
