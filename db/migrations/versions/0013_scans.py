"""Scans of forms signed on paper; like approvals they can be neither changed nor deleted."""

from alembic import op

revision = "0013"
down_revision = "0011"


def upgrade() -> None:
    """Create the table."""
    texts = ("issue", "approval", "sha256", "kind", "title", "name", "at")
    columns = ", ".join(f"{name} TEXT NOT NULL" for name in texts)
    unique = "UNIQUE (approval, sha256)"
    op.execute(f"CREATE TABLE scans (id INTEGER NOT NULL PRIMARY KEY, {columns}, data BLOB NOT NULL, {unique})")
    op.execute("CREATE INDEX scans_by_issue ON scans (issue)")
    for change in ("UPDATE", "DELETE"):
        stay = "SELECT RAISE(ABORT, 'scans stay as they are')"
        op.execute(f"CREATE TRIGGER scans_no_{change.lower()} BEFORE {change} ON scans BEGIN {stay}; END")
