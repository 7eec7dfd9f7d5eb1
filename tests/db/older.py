"""Rows in libraries of earlier revisions, whose tables lack columns of today."""

import sqlite3
from contextlib import closing

from db.tables import Base


def put(path, rows):
    """Insert mapped rows with those of their columns that the library at this place has."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for row in rows:
            insert(connection, row)


def insert(connection, row: Base):
    table = row.__tablename__
    known = [one[1] for one in connection.execute(f"PRAGMA table_info({table})")]
    values = {name: getattr(row, name) for name in known if getattr(row, name, None) is not None}
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(map(str, values.values())))  # noqa: S608
