"""Checks that the rows of a library are as written: `integrity_check` reads pages and misses changed letters.

Every JSON column is decoded strictly, every blob is compared with its sha256, columns that repeat a value are compared,
and references between rows are looked up. Rows of earlier revisions are not decoded by today's rules: of them only
hashes, UTF-8 and JSON syntax are checked.
"""

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db.checks import CHECKS as SUMS
from db.checks import spoilt
from db.connecting import STILL, TEXT, connect
from db.header import head_version
from db.row_checks import CHECKS, Check, SpoiltError
from editor.desk.ports import Shares
from editor.model.errors import UserError
from editor.model.language import tr, tr_marked

_SPOILT = (SpoiltError, UserError, ValueError, TypeError, KeyError, RecursionError, zlib.error)
_STEP = 16
_SAID = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A row that is not as it was written. words: which one, for the user."""

    table: str
    words: str


def content_faults(path: Path, *, progress: Shares | None = None) -> tuple[Fault, ...]:
    """Return the faulty rows of a file that nobody writes and whose pages SQLite can read.

    progress: rows done, rows in all; what it raises stops the work. Raises sqlite3.Error.
    """
    with closing(connect(path, STILL)) as connection:
        # bytes, so that invalid UTF-8 is reported as a fault of its row
        connection.text_factory = bytes
        return tuple(_faults(connection, progress or (lambda _done, _total: None)))


def said_faults(faults: tuple[Fault, ...]) -> str:
    """Return a sentence about the faulty rows, the first few by name."""
    words = list(dict.fromkeys(fault.words for fault in faults))
    first = tr("、").join(words[:_SAID])
    return first if len(words) <= _SAID else tr("{first}等 {n} 处", first=first, n=len(words))


def _faults(connection: sqlite3.Connection, progress: Shares) -> Iterator[Fault]:
    current = int(connection.execute("PRAGMA user_version").fetchone()[0]) == head_version()
    checks = {table: one for table, one in CHECKS.items() if _is_there(connection, table, one)}
    total = sum(int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in checks)  # noqa: S608
    done = 0
    for table, check in checks.items():
        reads = check.check if current or check.always else _old_reader(check)
        for name, *columns in connection.execute(_query(table, check)):
            done += 1
            if not done % _STEP:
                progress(done, total)
            if not _is_sound(reads, columns):
                yield Fault(table=table, words=tr_marked(check.what, name=_name(name)))
    if current:
        yield from _sums(connection)
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault(table=_name(table), words=tr("一处失去所属的记录（{table}）", table=_name(table)))
    progress(total, total)


def _sums(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield the rows whose checksums do not fit them."""
    connection.text_factory, connection.row_factory = TEXT, sqlite3.Row
    for table in SUMS:
        check = CHECKS.get(table)
        named = check.name if check else "row.rowid"
        for row in connection.execute(f"SELECT {named} AS called, row.* FROM {table} AS row"):  # noqa: S608
            if spoilt(table, row.__getitem__):
                what = tr_marked(check.what, name=row["called"]) if check else tr("一条记录（{table}）", table=table)
                yield Fault(table=table, words=what)
    connection.text_factory, connection.row_factory = bytes, None


def _is_sound(check: Callable[..., None], columns: list[object]) -> bool:
    try:
        check(*columns)
    except _SPOILT:
        return False
    return True


def _old_reader(check: Check) -> Callable[..., None]:
    """Return a check of a row of an earlier revision."""

    def read(*columns: object) -> None:
        for name, value in zip(check.columns, columns, strict=True):
            if isinstance(value, bytes) and name in check.json:
                json.loads(value.decode())

    return read


def _is_there(connection: sqlite3.Connection, table: str, check: Check) -> bool:
    """Return whether the library's revision has the table with these columns."""
    try:
        connection.execute(f"{_query(table, check)} LIMIT 0")
    except sqlite3.OperationalError:
        return False
    return True


def _query(table: str, check: Check) -> str:
    return f"SELECT {', '.join((check.name, *check.columns))} FROM {check.source or table}"  # noqa: S608


def _name(value: object) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)
