"""The index of the archive, see db.search_index. Every article is queued to be indexed, as every later change is."""

# ruff: noqa: S608 - names of ours

from alembic import op

revision = "0024"
down_revision = "0023"

_TABLES = {
    "articles": ("issue", "issue", "UPDATE OF section, title, plain, data"),
    "drawer": ("drawer", "publication", "UPDATE OF title, plain, data, discarded"),
}


def upgrade() -> None:
    """Create the tables and triggers, and queue what is there."""
    op.execute("CREATE VIRTUAL TABLE search USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii')")
    op.execute(
        "CREATE TABLE search_docs (id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, place TEXT NOT NULL, "
        "article TEXT NOT NULL, owner TEXT NOT NULL, section TEXT NOT NULL, head TEXT NOT NULL, "
        "source TEXT NOT NULL, tags TEXT NOT NULL, "
        "editor TEXT NOT NULL, standing TEXT NOT NULL, UNIQUE (kind, place, article))"
    )
    op.execute(
        "CREATE TABLE search_changes (kind TEXT NOT NULL, place TEXT NOT NULL, article TEXT NOT NULL, title TEXT, "
        "plain TEXT, data TEXT, PRIMARY KEY (kind, place, article))"
    )
    op.execute("CREATE TABLE search_state (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)")
    for table, (kind, place, watched) in _TABLES.items():
        for name, event, row in (("added", "INSERT", "new"), ("gone", "DELETE", "old"), ("changed", watched, "old")):
            noted = _noted(kind, f"{row}.{place}, {row}.uid", row)
            op.execute(f"CREATE TRIGGER {table}_search_{name} AFTER {event} ON {table} BEGIN {noted} END")
        rows = f"SELECT '{kind}', {place}, uid FROM {table}"
        op.execute(f"INSERT INTO search_changes (kind, place, article) {rows}")
    op.execute("INSERT INTO search_state SELECT 'building', '' WHERE EXISTS (SELECT 1 FROM search_changes)")


def _noted(kind: str, key: str, row: str) -> str:
    """Return SQL that keeps what the index has of a row: it is taken out by its words. The first change counts."""
    # no OR IGNORE: the conflict clause of the statement outside would take its place
    said = "old.title, old.plain, old.data" if row == "old" else "NULL, NULL, NULL"
    place, uid = key.split(", ")
    return (
        f"INSERT INTO search_changes (kind, place, article, title, plain, data) SELECT '{kind}', {key}, {said} "
        f"WHERE NOT EXISTS (SELECT 1 FROM search_changes WHERE kind = '{kind}' AND place = {place} "
        f"AND article = {uid});"
    )
