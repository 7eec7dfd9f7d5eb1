"""Facts of a publication's articles for statistics, read from columns: no issue and no body is decoded."""

import json
import sqlite3
from collections.abc import Iterator

from db.checks import CHECKS, checksum
from db.entries import Rows
from db.values import kept
from editor.desk.statistics.facts import ArticleFacts, LibraryFacts
from editor.desk.statistics.period import Period
from editor.model.errors import UserError
from editor.model.origin import Receipt
from editor.text.counts import count_characters

# what is asked of an article's JSON; NULL where the row's data is none
_KNOWN = """
    {table}.uid, {table}.title, {table}.data, json_valid({table}.data) AS valid,
    CASE WHEN json_valid({table}.data) THEN json_extract({table}.data, '$.source') END AS source,
    CASE WHEN json_valid({table}.data) THEN json_extract({table}.data, '$.archive.tags') END AS tags,
    CASE WHEN json_valid({table}.data) THEN json_extract({table}.data, '$.archive.editor') END AS editor,
    CASE WHEN json_valid({table}.data) THEN json_extract({table}.data, '$.archive.receipt') END AS receipt
"""
_PRINTED = f"""
    SELECT {_KNOWN.format(table="articles")}, articles.issue,
        CASE WHEN issues.date BETWEEN ? AND ? THEN articles.plain ELSE '' END AS plain, facts_check AS kept,
        json_extract(section.value, '$.name') AS section
    FROM issues JOIN articles ON articles.issue = issues.uid
    JOIN json_each(CASE WHEN json_valid(issues.data) THEN issues.data ELSE '{{}}' END, '$.sections') AS section
        ON json_extract(section.value, '$.uid') = articles.section
    WHERE issues.publication = ? ORDER BY issues.date, issues.uid, section.key, articles.position
"""  # noqa: S608 - nothing of it is input
_DRAWER = f"""
    SELECT {_KNOWN.format(table="drawer")}, '' AS issue, '' AS plain, NULL AS kept, '' AS section, discarded
    FROM drawer WHERE publication = ? ORDER BY position
"""  # noqa: S608
_CHECKED = CHECKS["articles"]["facts_check"]


def article_facts(rows: Rows, publication: str, period: Period) -> LibraryFacts:
    """Return the facts of a publication's articles; those of damaged rows are left out and counted.

    period: of the issues whose characters are counted, which takes nearly all of the time.
    """
    days = (period.first.isoformat(), period.last.isoformat())
    found = [*rows(_PRINTED, *days, publication), *rows(_DRAWER, publication)]
    read = tuple(_read(found))
    return LibraryFacts(articles=read, damaged=len(found) - len(read))


def _read(found: list[sqlite3.Row]) -> Iterator[ArticleFacts]:
    issue, place = "", 0
    for row in found:
        place = place + 1 if row["issue"] == issue else 0
        issue = row["issue"]
        facts = _facts(row, place)
        if facts is not None:
            yield facts


def _facts(row: sqlite3.Row, place: int) -> ArticleFacts | None:
    if not row["valid"] or row["kept"] not in (None, checksum(*(row[name] for name in _CHECKED))):
        return None
    try:
        receipt = kept(Receipt, row["receipt"]) if row["receipt"] else None
    except UserError:
        return None
    return ArticleFacts(
        uid=row["uid"],
        title=row["title"],
        issue=row["issue"],
        section=row["section"],
        place=place,
        source=row["source"] or "",
        tags=tuple(json.loads(row["tags"])) if row["tags"] else (),
        editor=row["editor"] or "",
        characters=count_characters(row["plain"]),
        receipt=receipt,
        discarded=bool(row["discarded"]) if not row["issue"] else False,
    )
