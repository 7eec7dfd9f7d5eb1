"""领导批示: what leaders wrote about printed articles."""

from alembic import op

revision = "0026"
down_revision = "0024"


def upgrade() -> None:
    """Create the table."""
    columns = (
        "uid", "issue", "article", "leader", "post", "day", "words", "scan", "name", "at", "withdrawn",
    )  # fmt: skip
    made = ", ".join(f"{column} TEXT NOT NULL" for column in columns)
    op.execute(f"CREATE TABLE instructions ({made}, checksum INTEGER, PRIMARY KEY (uid))")
    op.execute("CREATE INDEX instructions_by_issue ON instructions (issue)")
    # searched like articles: see 0024
    keep = "INSERT OR IGNORE INTO search_changes (kind, place, article, title, plain, data) VALUES ('instruction',"
    old = "old.issue, old.uid, old.leader, old.post || char(10) || old.words, '')"
    op.execute(
        "CREATE TRIGGER instructions_search_added AFTER INSERT ON instructions "
        f"BEGIN {keep} new.issue, new.uid, NULL, NULL, NULL); END"
    )
    op.execute(f"CREATE TRIGGER instructions_search_gone AFTER DELETE ON instructions BEGIN {keep} {old}; END")
    op.execute(f"CREATE TRIGGER instructions_search_changed AFTER UPDATE ON instructions BEGIN {keep} {old}; END")
