"""The words of revisions, so that articles have versions; those noted before keep their moment only."""

from alembic import op

revision = "0006"
down_revision = "0005"

_COLUMNS = ("reason TEXT NOT NULL DEFAULT 'written'", "name TEXT NOT NULL DEFAULT ''", "content TEXT")


def upgrade() -> None:
    """Create the table of contents and what leads from a revision to its own."""
    op.execute("CREATE TABLE contents (hash TEXT PRIMARY KEY NOT NULL, base TEXT, data BLOB NOT NULL)")
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE revisions ADD COLUMN {column}")
