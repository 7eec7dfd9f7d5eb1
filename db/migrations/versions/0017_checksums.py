"""Checksums of rows, and how many articles an issue has.

Existing rows get checksums of their present values; where columns that repeat a value differ already, the row gets one
that never fits.
"""

from alembic import op
from sqlalchemy import Row, text

from db.checks import checksum

revision = "0017"
down_revision = "0015"

_NEVER = -1
# as of this revision: db.checks may today name columns that were added later
_CHECKS: dict[str, dict[str, tuple[str, ...]]] = {
    "publications": {"checksum": ("uid", "masthead", "data")},
    "issues": {"checksum": ("uid", "publication", "masthead", "date", "number", "state", "articles", "data")},
    "articles": {
        "place_check": ("issue", "uid", "section", "position"),
        "words_check": ("issue", "uid", "plain", "body"),
        "facts_check": ("issue", "uid", "title", "data"),
    },
    "drawer": {
        "checksum": ("publication", "uid", "position", "discarded", "section", "title", "plain", "body", "data")
    },
    "revisions": {"checksum": ("article", "hash", "parents", "author", "at", "reason", "name", "content")},
    "originals": {"checksum": ("sha256", "name", "at")},
    "fonts": {"checksum": ("sha256", "name", "about")},
    "checkpoints": {"checksum": ("uid", "name", "author", "at")},
    "checkpoint_changes": {"checksum": ("checkpoint", "issue", "article", "before", "after")},
    "checkpoint_tags": {"checksum": ("checkpoint", "place", "article", "before", "after")},
    "registers": {"checksum": ("register", "uid", "position", "name", "author", "at", "data")},
    "members": {"checksum": ("uid", "name", "role", "retired")},
    "scans": {"checksum": ("issue", "approval", "sha256", "kind", "title", "name", "at")},
    "seen_pages": {"checksum": ("approval", "sheet", "rasteriser", "data")},
    "readings": {"checksum": ("issue", "reader", "at", "hash", "content")},
}
# triggers against changes of such rows, removed while the checksums are written
_RULES = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table AND sql LIKE '%BEFORE UPDATE%'"
)
_SAME = {
    "publications": ("$.uid", "uid", "$.profile.masthead", "masthead"),
    "issues": (
        *("$.uid", "uid", "$.publication", "publication", "$.profile.masthead", "masthead", "$.date", "date"),
        *("$.number", "number", "$.archive.state", "state"),
    ),
    "articles": ("$.uid", "uid", "$.title.text", "title"),
    "drawer": ("$.uid", "uid", "$.title.text", "title"),
    "registers": ("$.uid", "uid", "$.name", "name"),
}
"""Pairs of a path in a row's JSON and the column that repeats its value."""


def upgrade() -> None:
    """Add the columns and fill them."""
    op.execute("ALTER TABLE issues ADD COLUMN articles INTEGER")
    op.execute("UPDATE issues SET articles = (SELECT count(*) FROM articles WHERE issue = issues.uid)")
    for table, checks in _CHECKS.items():
        for check in checks:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {check} INTEGER")
        rules = op.get_bind().execute(text(_RULES), {"table": table}).all()
        for name, _ in rules:
            op.execute(f"DROP TRIGGER {name}")
        _fill(table)
        for _, rule in rules:
            op.get_bind().exec_driver_sql(rule)


def _fill(table: str) -> None:
    names = tuple(_CHECKS[table])
    setting = ", ".join(f"{name} = :{name}" for name in names)
    update = text(f"UPDATE {table} SET {setting} WHERE rowid = :row")  # noqa: S608 - nothing of it is input
    one = text(f"SELECT ({_agreement(table)}) AS agrees, * FROM {table} WHERE rowid = :row")  # noqa: S608
    for number in op.get_bind().execute(text(f"SELECT rowid FROM {table}")).scalars().all():  # noqa: S608
        row = op.get_bind().execute(one, {"row": number}).one()
        op.get_bind().execute(update, {"row": number, **_values(table, row)})


def _agreement(table: str) -> str:
    pairs = _SAME.get(table, ())
    equal = (f"json_extract(data, '{place}') IS {name}" for place, name in zip(pairs[::2], pairs[1::2], strict=True))
    return f"CASE WHEN json_valid(data) THEN {' AND '.join(equal)} ELSE 0 END" if pairs else "1"


def _values(table: str, row: Row[tuple[object, ...]]) -> dict[str, int]:
    if not row.agrees:
        return dict.fromkeys(_CHECKS[table], _NEVER)
    return {check: checksum(*(getattr(row, name) for name in names)) for check, names in _CHECKS[table].items()}
