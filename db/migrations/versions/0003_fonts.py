"""Font files that the office added."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table of fonts."""
    op.execute(
        "CREATE TABLE fonts (sha256 TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, about TEXT NOT NULL, "
        "data BLOB NOT NULL)"
    )
