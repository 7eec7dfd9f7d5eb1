"""Files as they came in."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table of originals."""
    op.execute(
        "CREATE TABLE originals (sha256 TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, at TEXT NOT NULL, "
        "data BLOB NOT NULL)"
    )
