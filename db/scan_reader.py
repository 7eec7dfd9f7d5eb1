"""Queries of the scans of signed forms, shared like those of `queries`."""

from db.entries import Rows
from db.review_values import scan_value
from db.row_damage import is_whole, sound
from editor.model.approval import LogAction
from editor.model.signed_scan import SignedScan

_SCANS = "SELECT id, issue, approval, sha256, kind, title, name, at, checksum FROM scans WHERE issue = ? ORDER BY id"
_ABOUT_SCANS = (LogAction.SCANNED.value, LogAction.SCAN_WITHDRAWN.value)
_SCANNED = "SELECT detail, action FROM log WHERE issue = ? AND action IN (?, ?) ORDER BY number"


class SqliteScans:
    """Reads the scans of a library, over a plain connection or in a session."""

    def __init__(self, rows: Rows) -> None:
        """Take a function that runs a query."""
        self._rows = rows

    def listed(self, issue: str) -> tuple[SignedScan, ...]:
        """Return the scans of an issue's forms that are shown, oldest first."""
        return self._scans(issue, withdrawn=False)

    def withdrawn(self, issue: str) -> tuple[SignedScan, ...]:
        """Return the scans that were withdrawn, oldest first."""
        return self._scans(issue, withdrawn=True)

    def away(self, issue: str) -> frozenset[str]:
        """Return the sha256 of an issue's scans whose last log entry is their withdrawal."""
        last = {row["detail"]: row["action"] for row in self._rows(_SCANNED, issue, *_ABOUT_SCANS)}
        return frozenset(sha256 for sha256, action in last.items() if action == LogAction.SCAN_WITHDRAWN)

    def data(self, sha256: str) -> bytes | None:
        """Return the bytes of a scan, None where they are missing or damaged."""
        found = self._rows("SELECT data FROM scans WHERE sha256 = ? LIMIT 1", sha256)
        return found[0][0] if found and is_whole(sha256, found[0][0]) else None

    def _scans(self, issue: str, *, withdrawn: bool) -> tuple[SignedScan, ...]:
        away = self.away(issue)
        scans = sound(scan_value, (row.__getitem__ for row in self._rows(_SCANS, issue)))
        return tuple(one for one in scans if (one.sha256 in away) is withdrawn)
