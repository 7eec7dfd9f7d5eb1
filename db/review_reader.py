"""Queries of the review, shared like those of `queries`."""

from db.checks import spoilt
from db.entries import Rows
from db.review_values import entry_of_log, member_value, plain_rules
from db.row_damage import sound
from db.scan_reader import SqliteScans
from editor.model.approval import LogEntry, Signed
from editor.model.approval_rules import ApprovalRules, approval_rules
from editor.model.review import Member
from editor.model.seen_pages import SeenPages

_LOG = "SELECT number, action, name, at, issue, detail, before, hash FROM log"
# CAST gives bytes even where somebody replaced them by text
_SEEN = """
    SELECT approval, sheet, rasteriser, CAST(data AS BLOB) AS data, checksum FROM seen_pages
    WHERE approval = ? ORDER BY sheet
"""
_SIGNED = "SELECT statement, key, signature FROM"


class SqliteReview:
    """Reads the review's part of a library, over a plain connection or in a session."""

    def __init__(self, rows: Rows) -> None:
        """Take a function that runs a query."""
        self._rows = rows
        self.scans = SqliteScans(rows)

    def members(self) -> tuple[Member, ...]:
        """Return everyone who works or worked here, by name."""
        found = self._rows("SELECT * FROM members ORDER BY name, uid")
        return sound(member_value, (row.__getitem__ for row in found))

    def rules(self, publication: str) -> ApprovalRules:
        """Return the rules of approval of a publication. Raises UserError when it is not there."""
        found = self._rows("SELECT * FROM publications WHERE uid = ?", publication)
        rules = plain_rules(found[0].__getitem__) if found else None
        if rules:
            return rules
        # whatever is wrong with it is said by what reads the whole of it
        from db.queries import publication as whole

        return approval_rules(whole(self._rows, publication))

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

    def seen_pages(self, approval: str) -> SeenPages | None:
        """Return the pictures kept with an approval, None where there are none. approval: digest of its statement."""
        found = self._rows(_SEEN, approval)
        if not found or any(spoilt("seen_pages", row.__getitem__) for row in found):
            # pictures are only shown, never used as evidence, so damaged ones count as missing
            return None
        return SeenPages(rasteriser=found[0]["rasteriser"], pages=tuple(row["data"] for row in found))

    def log(self, issue: str | None = None) -> tuple[LogEntry, ...]:
        """Return the log, or its entries about an issue, oldest first. Raises UserError for a damaged entry."""
        if issue is None:
            return tuple(entry_of_log(*row) for row in self._rows(f"{_LOG} ORDER BY number"))
        return tuple(entry_of_log(*row) for row in self._rows(f"{_LOG} WHERE issue = ? ORDER BY number", issue))

    def _signed(self, query: str, *arguments: str) -> tuple[Signed, ...]:
        return tuple(
            Signed(statement=statement, key=key, signature=signature)
            for statement, key, signature in self._rows(query, *arguments)
        )
