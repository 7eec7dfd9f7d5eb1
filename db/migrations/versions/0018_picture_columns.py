"""Removes kind and size of pictures: articles and profiles state both, and nothing read these columns."""

from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Copy the table once; dropping the columns one by one would write all pictures three times."""
    op.execute("CREATE TABLE fewer_columns (sha256 TEXT NOT NULL PRIMARY KEY, data BLOB NOT NULL)")
    # in the order in which they came
    op.execute("INSERT INTO fewer_columns SELECT sha256, data FROM pictures ORDER BY rowid")
    op.execute("DROP TABLE pictures")
    op.execute("ALTER TABLE fewer_columns RENAME TO pictures")
