"""Publications, issues, articles, revisions, pictures."""

from alembic import op

revision = "0001"
down_revision = None

_TABLES = (
    "CREATE TABLE publications (uid TEXT PRIMARY KEY NOT NULL, masthead TEXT NOT NULL, data TEXT NOT NULL)",
    """CREATE TABLE issues (uid TEXT PRIMARY KEY NOT NULL, publication TEXT NOT NULL REFERENCES publications (uid),
        masthead TEXT NOT NULL, date TEXT NOT NULL, number TEXT NOT NULL, state TEXT NOT NULL, data TEXT NOT NULL)""",
    "CREATE INDEX issues_by_date ON issues (date)",
    """CREATE TABLE articles (issue TEXT NOT NULL REFERENCES issues (uid) ON DELETE CASCADE, uid TEXT NOT NULL,
        section TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL, plain TEXT NOT NULL, body TEXT NOT NULL,
        data TEXT NOT NULL, PRIMARY KEY (issue, uid))""",
    """CREATE TABLE revisions (id INTEGER PRIMARY KEY NOT NULL, article TEXT NOT NULL, hash TEXT NOT NULL,
        parents TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL)""",
    "CREATE INDEX revisions_by_article ON revisions (article)",
    """CREATE TABLE pictures (sha256 TEXT PRIMARY KEY NOT NULL, media_type TEXT NOT NULL, width INTEGER NOT NULL,
        height INTEGER NOT NULL, data BLOB NOT NULL)""",
)


def upgrade() -> None:
    """Create the first tables."""
    for table in _TABLES:
        op.execute(table)
