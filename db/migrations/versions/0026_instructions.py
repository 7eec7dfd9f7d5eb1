"""领导批示: what leaders wrote about printed articles."""

from alembic import op

revision = "0026"
down_revision = "0023"


def upgrade() -> None:
    """Create the table."""
    columns = (
        "uid", "issue", "article", "leader", "post", "day", "words", "scan", "name", "at", "withdrawn",
    )  # fmt: skip
    made = ", ".join(f"{column} TEXT NOT NULL" for column in columns)
    op.execute(f"CREATE TABLE instructions ({made}, checksum INTEGER, PRIMARY KEY (uid))")
    op.execute("CREATE INDEX instructions_by_issue ON instructions (issue)")
