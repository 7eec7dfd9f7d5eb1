"""The index of the archive, see db.search_index. Every article is queued to be indexed, as every later change is."""

# ruff: noqa: S608 - names of ours

from alembic import op

revision = "0024"
down_revision = "0023"

# what the index has of an article is taken out by its words, so the first words of before are kept with the change
_KEEP = "INSERT OR IGNORE INTO search_changes (kind, place, article, title, plain, data)"
_TABLES = {
    "articles": ("issue", "issue", "uid", "section, title, plain, data", "title", "plain", "data"),
    "drawer": ("drawer", "publication", "uid", "title, plain, data, discarded", "title", "plain", "data"),
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
    for table, (kind, place, article, watched, *said) in _TABLES.items():
        old = f"'{kind}', old.{place}, old.{article}, " + ", ".join(f"old.{column}" for column in said)
        new = f"'{kind}', new.{place}, new.{article}, NULL, NULL, NULL"
        op.execute(f"CREATE TRIGGER {table}_search_added AFTER INSERT ON {table} BEGIN {_KEEP} VALUES ({new}); END")
        op.execute(f"CREATE TRIGGER {table}_search_gone AFTER DELETE ON {table} BEGIN {_KEEP} VALUES ({old}); END")
        op.execute(
            f"CREATE TRIGGER {table}_search_changed AFTER UPDATE OF {watched} ON {table} "
            f"BEGIN {_KEEP} VALUES ({old}); END"
        )
        rows = f"SELECT '{kind}', {place}, {article} FROM {table}"
        op.execute(f"INSERT INTO search_changes (kind, place, article) {rows}")
    op.execute("INSERT INTO search_state SELECT 'building', '' WHERE EXISTS (SELECT 1 FROM search_changes)")
