"""Galleys: what an issue printed when it was given out on paper to be corrected."""

from alembic import op

revision = "0023"
down_revision = "0020"


def upgrade() -> None:
    """Create the table."""
    columns = "issue TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, at TEXT NOT NULL, hash TEXT NOT NULL"
    made = f"id INTEGER NOT NULL PRIMARY KEY, {columns}, content BLOB NOT NULL, checksum INTEGER"
    op.execute(f"CREATE TABLE galleys ({made})")
    op.execute("CREATE INDEX galleys_by_issue ON galleys (issue)")
