"""Marks of what was read of an issue."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Create the table."""
    columns = ", ".join(f"{name} TEXT NOT NULL" for name in ("issue", "reader", "at", "hash"))
    op.execute(f"CREATE TABLE readings (id INTEGER NOT NULL PRIMARY KEY, {columns}, content BLOB NOT NULL)")
    op.execute("CREATE INDEX readings_by_issue ON readings (issue)")
