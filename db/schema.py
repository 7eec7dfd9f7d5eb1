"""Compares a library's schema with everything that this program ever put into one.

A file from elsewhere may contain views instead of tables, triggers or computed columns, whose code runs on reading.
"""

import sqlite3

from db.known_schema import KNOWN
from editor.model.errors import UserError
from editor.model.language import tr

# made by SQLite itself, by ANALYZE or for keys; it reserves these names, so nobody can make others
_OF_SQLITE = frozenset({"sqlite_stat1", "sqlite_stat4", "sqlite_sequence"})
Object = tuple[str, str, str]


def objects(connection: sqlite3.Connection) -> list[Object]:
    """Return tables, indexes, triggers and views: kind, name, SQL of each. Raises sqlite3.Error."""
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    return [(str(kind), str(name), str(sql)) for kind, name, sql in rows]


def odd_object(connection: sqlite3.Connection) -> str | None:
    """Return the name of an object in the schema that is not ours, None without any. Raises sqlite3.Error."""
    return next((one[1] for one in objects(connection) if not _known(one)), None)


def refuse_odd_schema(connection: sqlite3.Connection, what: str) -> None:
    """Raise UserError for a schema with foreign objects; also sqlite3.Error. what: the file, for the message."""
    odd = odd_object(connection)
    if odd is not None:
        raise UserError(
            tr(
                "{what}里有简报编辑台从不写的东西（{name}），可能被人改过，或已损坏，所以没有读它，也没有改动。"
                "请改用最近的备份。",
                what=what,
                name=odd[:40],
            )
        )


def _known(one: Object) -> bool:
    kind, name, sql = one
    if name.startswith("sqlite_"):
        return (kind == "index" and not sql) or (kind == "table" and name in _OF_SQLITE)
    return one in KNOWN
