"""What articles are found by when another may be the same: see db/likeness.py.

Triggers note which articles changed; what is kept of them is read from them later, also of all that are there already.
"""

from alembic import op

revision = "0025"
down_revision = "0024"
_PLACES = {"articles": "issue", "drawer": "publication"}


def upgrade() -> None:
    """Create tables and triggers; every article is due."""
    key = "place TEXT NOT NULL, article TEXT NOT NULL"
    kept = "reading INTEGER NOT NULL, link TEXT NOT NULL, documents TEXT NOT NULL, shingles BLOB NOT NULL"
    op.execute(f"CREATE TABLE likeness (id INTEGER NOT NULL PRIMARY KEY, {key}, {kept}, UNIQUE (place, article))")
    op.execute("CREATE INDEX likeness_by_link ON likeness (link) WHERE link <> ''")
    op.execute("CREATE INDEX likeness_by_documents ON likeness (documents) WHERE documents <> ''")
    op.execute(
        "CREATE TABLE likeness_shingles (shingle INTEGER NOT NULL, owner INTEGER NOT NULL, "
        "PRIMARY KEY (shingle, owner)) WITHOUT ROWID"
    )
    op.execute(f"CREATE TABLE likeness_due ({key}, PRIMARY KEY (place, article)) WITHOUT ROWID")
    for table, place in _PLACES.items():
        for event, rows in (("INSERT", ("new",)), ("DELETE", ("old",)), (_changed(place), ("old", "new"))):
            noted = " ".join(_noted(row, place) for row in rows)
            name = f"likeness_{table}_{event.split()[0].lower()}"
            op.execute(f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {noted} END")
        op.execute(f"INSERT INTO likeness_due SELECT {place}, uid FROM {table}")  # noqa: S608 - nothing of it is input


def _changed(place: str) -> str:
    return f"UPDATE OF {place}, uid, title, plain, data"


def _noted(row: str, place: str) -> str:
    # no OR IGNORE: the conflict clause of the statement outside would take its place
    return (
        f"INSERT INTO likeness_due SELECT {row}.{place}, {row}.uid WHERE NOT EXISTS (SELECT 1 FROM likeness_due "  # noqa: S608 - as above
        f"WHERE place = {row}.{place} AND article = {row}.uid);"
    )
