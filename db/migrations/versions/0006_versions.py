"""Contents of revisions, so that articles have versions; earlier revisions keep only their time."""

from alembic import op

revision = "0006"
down_revision = "0005"

_COLUMNS = ("reason TEXT NOT NULL DEFAULT 'written'", "name TEXT NOT NULL DEFAULT ''", "content TEXT")


def upgrade() -> None:
    """Create the table of contents and the column by which a revision refers to it."""
    op.execute("CREATE TABLE contents (hash TEXT PRIMARY KEY NOT NULL, base TEXT, data BLOB NOT NULL)")
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE revisions ADD COLUMN {column}")
