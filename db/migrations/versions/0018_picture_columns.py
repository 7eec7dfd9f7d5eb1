"""Pictures without their kind and size: the articles and profiles that print them say both, and nothing read these."""

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
