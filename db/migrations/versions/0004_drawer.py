"""Articles of a publication that belong to no issue: 待编 and the trash."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table of the drawer."""
    op.execute(
        "CREATE TABLE drawer (publication TEXT NOT NULL REFERENCES publications (uid), uid TEXT NOT NULL, "
        "position INTEGER NOT NULL, discarded TEXT NOT NULL, section TEXT NOT NULL, title TEXT NOT NULL, "
        "plain TEXT NOT NULL, body TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (publication, uid))"
    )
