"""Somebody who changes a library by hand and knows its checksums: damage is told by those, forgery is not."""

import sqlite3
from contextlib import closing

from db.checks import CHECKS, checks_of


def reseal(place):
    """Give every row the checksums that fit it as it stands."""
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.row_factory = sqlite3.Row
        rules = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in rules:
            connection.execute(f"DROP TRIGGER {name}")
        for table in CHECKS:
            _reseal(connection, table)
        for _, rule in rules:
            connection.execute(rule)


def _reseal(connection, table):
    for row in connection.execute(f"SELECT rowid AS place, * FROM {table}").fetchall():  # noqa: S608 - no input
        known = dict(row)
        if table == "issues":
            count = "SELECT count(*) FROM articles WHERE issue = ?"
            (known["articles"],) = connection.execute(count, (row["uid"],)).fetchone()
            connection.execute("UPDATE issues SET articles = ? WHERE rowid = ?", (known["articles"], row["place"]))
        for name, value in checks_of(table, known.__getitem__).items():
            connection.execute(f"UPDATE {table} SET {name} = ? WHERE rowid = ?", (value, row["place"]))  # noqa: S608
