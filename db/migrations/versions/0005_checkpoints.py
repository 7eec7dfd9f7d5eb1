"""Changes of several issues that can be undone as a whole."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the tables of checkpoints and of their changes."""
    op.execute(
        "CREATE TABLE checkpoints (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, "
        "author TEXT NOT NULL, at TEXT NOT NULL)"
    )
    op.execute(
        "CREATE TABLE checkpoint_changes (checkpoint INTEGER NOT NULL REFERENCES checkpoints (id) ON DELETE CASCADE, "
        "issue TEXT NOT NULL, article TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, "
        "PRIMARY KEY (checkpoint, issue, article))"
    )
