"""Articles of a publication's issues that somebody sent, listed without reading the issues."""

import sqlite3
from collections.abc import Iterator

from db.checks import CHECKS, checksum
from db.entries import Rows
from db.values import entry_value, kept
from editor.desk.intake.received import ReceivedArticle
from editor.model.errors import UserError
from editor.model.origin import Receipt

# parts: a row whose data is no JSON says nothing here; the list of damages names it
_RECEIVED = """
    SELECT articles.issue, articles.uid, articles.title, articles.data, articles.facts_check,
        json_extract(articles.data, '$.archive.receipt') AS receipt, json_extract(section.value, '$.name') AS section
    FROM issues JOIN articles ON articles.issue = issues.uid
    JOIN json_each(CASE WHEN json_valid(issues.data) THEN issues.data ELSE '{}' END, '$.sections') AS section
        ON json_extract(section.value, '$.uid') = articles.section
    WHERE issues.publication = ? AND instr(articles.data, '"receipt"') AND json_valid(articles.data)
"""
_CHECKED = CHECKS["articles"]["facts_check"]
_ISSUES = "SELECT * FROM issues WHERE publication = ?"


def received(rows: Rows, publication: str) -> tuple[ReceivedArticle, ...]:
    """Return what came in for the issues of a publication; damaged rows are left out, the list of damages has them."""
    return tuple(_received(rows, publication))


def _received(rows: Rows, publication: str) -> Iterator[ReceivedArticle]:
    issues = {row["uid"]: entry_value(row.__getitem__, 0) for row in rows(_ISSUES, publication)}
    for row in rows(_RECEIVED, publication):
        receipt = _receipt(row)
        if receipt is None:
            continue
        entry = issues[row["issue"]]
        yield ReceivedArticle(
            article=row["uid"],
            title=row["title"],
            receipt=receipt,
            section=row["section"],
            issue=entry.uid,
            number=entry.number,
            date=entry.date,
            state=entry.state,
        )


def _receipt(row: sqlite3.Row) -> Receipt | None:
    """Return the entry of a row, None for an article that nobody sent and for a damaged row."""
    if row["receipt"] is None or row["facts_check"] not in (None, checksum(*(row[name] for name in _CHECKED))):
        return None
    try:
        return kept(Receipt, row["receipt"])
    except UserError:
        return None
