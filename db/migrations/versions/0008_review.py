"""Members, introductions of keys, approvals with their files, the log; of these only members ever change."""

from alembic import op

revision = "0008"
down_revision = "0007"

_SIGNED = "statement TEXT NOT NULL, key TEXT NOT NULL, signature TEXT NOT NULL"
_TABLES = {
    "members": "uid TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, retired BOOLEAN NOT NULL",
    "introductions": f"id INTEGER NOT NULL PRIMARY KEY, digest TEXT NOT NULL UNIQUE, {_SIGNED}",
    "approvals": f"id INTEGER NOT NULL PRIMARY KEY, digest TEXT NOT NULL UNIQUE, issue TEXT NOT NULL, {_SIGNED}",
    "released_files": "sha256 TEXT NOT NULL PRIMARY KEY, data BLOB NOT NULL",
    "log": "number INTEGER NOT NULL PRIMARY KEY, "
    + ", ".join(f"{name} TEXT NOT NULL" for name in ("action", "name", "at", "issue", "detail", "before", "hash")),
}
_FOR_GOOD = ("introductions", "approvals", "released_files", "log")


def upgrade() -> None:
    """Create the tables."""
    for table, columns in _TABLES.items():
        op.execute(f"CREATE TABLE {table} ({columns})")
    op.execute("CREATE INDEX approvals_by_issue ON approvals (issue)")
    for table in _FOR_GOOD:
        for change in ("UPDATE", "DELETE"):
            stay = f"SELECT RAISE(ABORT, '{table} stay as they are')"
            op.execute(f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} BEGIN {stay}; END")
