"""Queries of the review, shared like those of `queries`."""

from db import values
from db.queries import Rows
from db.values import entry_of_log
from editor.model.approval import LogAction, LogEntry, Signed
from editor.model.review import Member
from editor.model.signed_scan import SignedScan

_LOG = "SELECT number, action, name, at, issue, detail, before, hash FROM log"
_SIGNED = "SELECT statement, key, signature FROM"
_SCANS = "SELECT id, issue, approval, sha256, kind, title, name, at, checksum FROM scans WHERE issue = ? ORDER BY id"
_ABOUT_SCANS = (LogAction.SCANNED.value, LogAction.SCAN_WITHDRAWN.value)
_SCANNED = "SELECT detail, action FROM log WHERE issue = ? AND action IN (?, ?) ORDER BY number"


class SqliteReview:
    """Reads the review's part of a library, over a plain connection or in a session."""

    def __init__(self, rows: Rows) -> None:
        """Take a function that runs a query."""
        self._rows = rows

    def members(self) -> tuple[Member, ...]:
        """Return everyone who works or worked here, by name."""
        found = self._rows("SELECT * FROM members ORDER BY name, uid")
        return values.sound(values.member_value, (row.__getitem__ for row in found))

    def introductions(self) -> tuple[Signed, ...]:
        """Return the introductions of keys, in the order in which they came."""
        return self._signed(f"{_SIGNED} introductions ORDER BY id")

    def approvals(self, issue: str | None = None) -> tuple[Signed, ...]:
        """Return the approvals of an issue, or all of them, oldest first."""
        if issue is None:
            return self._signed(f"{_SIGNED} approvals ORDER BY id")
        return self._signed(f"{_SIGNED} approvals WHERE issue = ? ORDER BY id", issue)

    def released(self, sha256: str) -> bytes | None:
        """Return the stored bytes of a signed file; None where there are none."""
        # CAST gives bytes even where somebody replaced them by text
        found = self._rows("SELECT CAST(data AS BLOB) FROM released_files WHERE sha256 = ?", sha256)
        return bytes(found[0][0]) if found else None

    def scans(self, issue: str) -> tuple[SignedScan, ...]:
        """Return the scans of an issue's forms that are shown, oldest first."""
        return self._scans(issue, withdrawn=False)

    def withdrawn_scans(self, issue: str) -> tuple[SignedScan, ...]:
        """Return the scans that were withdrawn, oldest first."""
        return self._scans(issue, withdrawn=True)

    def withdrawn(self, issue: str) -> frozenset[str]:
        """Return the sha256 of an issue's scans whose last log entry is their withdrawal."""
        last = {row["detail"]: row["action"] for row in self._rows(_SCANNED, issue, *_ABOUT_SCANS)}
        return frozenset(sha256 for sha256, action in last.items() if action == LogAction.SCAN_WITHDRAWN)

    def scan(self, sha256: str) -> bytes | None:
        """Return the bytes of a scan, None where they are missing or damaged."""
        found = self._rows("SELECT data FROM scans WHERE sha256 = ? LIMIT 1", sha256)
        return found[0][0] if found and values.is_whole(sha256, found[0][0]) else None

    def log(self, issue: str | None = None) -> tuple[LogEntry, ...]:
        """Return the log, or its entries about an issue, oldest first. Raises UserError for a damaged entry."""
        if issue is None:
            return tuple(entry_of_log(*row) for row in self._rows(f"{_LOG} ORDER BY number"))
        return tuple(entry_of_log(*row) for row in self._rows(f"{_LOG} WHERE issue = ? ORDER BY number", issue))

    def _scans(self, issue: str, *, withdrawn: bool) -> tuple[SignedScan, ...]:
        away = self.withdrawn(issue)
        scans = values.sound(values.scan_value, (row.__getitem__ for row in self._rows(_SCANS, issue)))
        return tuple(one for one in scans if (one.sha256 in away) is withdrawn)

    def _signed(self, query: str, *arguments: str) -> tuple[Signed, ...]:
        return tuple(
            Signed(statement=statement, key=key, signature=signature)
            for statement, key, signature in self._rows(query, *arguments)
        )
