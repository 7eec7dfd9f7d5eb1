"""The generation of a library's content, which tells whether a log (-wal) belongs to this file or to another one.

The table `generation` has one row: a magic word, the value of this transaction, the value of the one before. Every
transaction that changes something sets both values, so each transaction in a log contains the table's only page; that
is a leaf with a single cell of fixed length, which can be read without SQLite. A log belongs to a file whose value is
the one before the log's first value, or one of the log's own: a checkpoint may have been interrupted.
"""

import hashlib
import os
import sqlite3
from dataclasses import dataclass

MAGIC = b"BulletinDesk gen"
FIRST_VERSION = 15
"""The schema's first revision with a generation."""
CREATE = "CREATE TABLE generation (mark BLOB NOT NULL)"
_VALUE = 16
_MARK = len(MAGIC) + 2 * _VALUE
# a leaf of a table with one cell; in it: 50 bytes of record, row 1, header of 2 bytes, a blob of 48 bytes
_LEAF, _CELL = 0x0D, bytes((2 + _MARK, 1, 2, 12 + 2 * _MARK))


@dataclass(frozen=True, slots=True)
class GenerationMark:
    """The value of a transaction and of the one before it, 16 bytes each."""

    value: bytes
    before: bytes


def first_mark(before: bytes) -> bytes:
    """Return the first row of a library's generation. before: 16 bytes that identify its state until now."""
    return MAGIC + os.urandom(_VALUE) + before


def digest(data: bytes) -> bytes:
    """Return a digest of data in the size of a generation's value, 16 bytes."""
    return hashlib.sha256(data).digest()[:_VALUE]


def mark_of_page(page: bytes) -> GenerationMark | None:
    """Return the mark on a page of a database, None for any other page."""
    if len(page) < 512 or page[0] != _LEAF or page[3:5] != b"\x00\x01":
        return None
    start = int.from_bytes(page[8:10], "big")
    cell = page[start : start + len(_CELL) + _MARK]
    if not cell.startswith(_CELL + MAGIC) or len(cell) != len(_CELL) + _MARK:
        return None
    values = cell[len(_CELL) + len(MAGIC) :]
    return GenerationMark(values[:_VALUE], values[_VALUE:])


def current_mark(connection: sqlite3.Connection) -> GenerationMark | None:
    """Return the mark that a connection sees; None in a library of before generations. Raises sqlite3.Error."""
    return mark_in_table(connection) if root_page(connection) else None


def mark_in_table(connection: sqlite3.Connection) -> GenerationMark | None:
    """Return the mark that a connection sees in a library of generations. Raises sqlite3.Error."""
    row = connection.execute("SELECT mark FROM generation").fetchone()
    data = row[0] if row else b""
    if not isinstance(data, bytes) or len(data) != _MARK or not data.startswith(MAGIC):
        return None
    return GenerationMark(data[len(MAGIC) : len(MAGIC) + _VALUE], data[len(MAGIC) + _VALUE :])


def root_page(connection: sqlite3.Connection) -> int | None:
    """Return the number of the mark's page, None in a library of before generations. Raises sqlite3.Error."""
    query = "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = 'generation'"
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else None


def move_on(connection: sqlite3.Connection, value: bytes | None = None) -> bytes:
    """Begin a new generation inside a transaction and return its value; a damaged row is replaced."""
    mark, new = mark_in_table(connection), value or os.urandom(_VALUE)
    if mark:
        connection.execute("UPDATE generation SET mark = ?", (MAGIC + new + mark.value,))
    else:
        connection.execute("DELETE FROM generation")
        connection.execute("INSERT INTO generation (rowid, mark) VALUES (1, ?)", (MAGIC + new + os.urandom(_VALUE),))
    return new


def copied_value(value: bytes) -> bytes:
    """Return the value for copies of a library: the same for each copy of an unchanged one, but not the library's."""
    return digest(value + b"copy")
