"""领导批示: what leaders wrote about printed articles."""

# ruff: noqa: S608 - names of ours

from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """Create the table."""
    columns = (
        "uid", "issue", "article", "leader", "post", "day", "words", "scan", "name", "at", "withdrawn",
    )  # fmt: skip
    made = ", ".join(f"{column} TEXT NOT NULL" for column in columns)
    op.execute(f"CREATE TABLE instructions ({made}, checksum INTEGER, PRIMARY KEY (uid))")
    op.execute("CREATE INDEX instructions_by_issue ON instructions (issue)")
    # searched like articles: see 0024
    for name, event, row in (("added", "INSERT", "new"), ("gone", "DELETE", "old"), ("changed", "UPDATE", "old")):
        op.execute(f"CREATE TRIGGER instructions_search_{name} AFTER {event} ON instructions BEGIN {_noted(row)} END")


def _noted(row: str) -> str:
    said = "old.leader, old.post || char(10) || old.words, ''" if row == "old" else "NULL, NULL, NULL"
    return (
        "INSERT INTO search_changes (kind, place, article, title, plain, data) "
        f"SELECT 'instruction', {row}.issue, {row}.uid, {said} WHERE NOT EXISTS (SELECT 1 FROM search_changes "
        f"WHERE kind = 'instruction' AND place = {row}.issue AND article = {row}.uid);"
    )
