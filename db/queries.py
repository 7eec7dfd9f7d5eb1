"""Queries of a library, shared by `reader` (plain SQLite) and `store` (inside its sessions).

Each takes a function that runs a query with its values and returns all rows, read by their columns' names.
"""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

from db import values
from db.checks import spoilt
from editor.desk.ports import IssueEntry
from editor.model.damage import DamageError
from editor.model.errors import UserError
from editor.model.font import Font
from editor.model.issue import Issue
from editor.model.publication import Publication
from editor.model.revision import Revision
from editor.model.workspace import Discarded, Drawer

Rows = Callable[..., list[sqlite3.Row]]
Asked = Callable[[], AbstractContextManager[Rows]]
"""Begins to read an open library in one state."""
_ISSUES = """
    SELECT *, (SELECT count(*) FROM articles WHERE issue = issues.uid) AS many FROM issues ORDER BY date DESC, uid
"""
_ISSUE = "SELECT * FROM issues WHERE uid = ?"
_ARTICLES = "SELECT * FROM articles WHERE issue = ? ORDER BY section, position"
_DRAWER = "SELECT * FROM drawer WHERE publication = ? ORDER BY position"
_PUBLICATIONS = "SELECT * FROM publications ORDER BY masthead, uid"
_PUBLICATION = "SELECT * FROM publications WHERE uid = ?"
_PICTURE = "SELECT data FROM pictures WHERE sha256 = ?"
_FONTS = "SELECT sha256, name, about, checksum FROM fonts ORDER BY name, sha256"
_FONT = "SELECT name, data FROM fonts WHERE sha256 = ?"
_REVISIONS = "SELECT * FROM revisions WHERE article = ? ORDER BY id"


def issues(rows: Rows) -> tuple[IssueEntry, ...]:
    """Return the list of issues, newest first."""
    return tuple(values.entry_value(row.__getitem__, row["many"]) for row in rows(_ISSUES))


def issue(rows: Rows, uid: str) -> Issue:
    """Return a whole issue. Raises UserError where it is not there, DamageError that names all that is damaged."""
    found = issue_if_there(rows, uid)
    if found is None:
        raise values.no_issue()
    return found


def issue_if_there(rows: Rows, uid: str) -> Issue | None:
    """Return a whole issue, None where it is not there. Raises DamageError that names all that is damaged."""
    found = rows(_ISSUE, uid)
    if not found:
        return None
    return values.issue_value(found[0].__getitem__, (row.__getitem__ for row in rows(_ARTICLES, uid)))


def standing_issue(rows: Rows, uid: str) -> Issue | None:
    """Return an issue without regard to its checksums, to be verified; None where it cannot be read."""
    found = rows(_ISSUE, uid)
    try:
        articles = (row.__getitem__ for row in rows(_ARTICLES, uid))
        return values.standing_issue(found[0].__getitem__, articles) if found else None
    except (UserError, KeyError, TypeError, ValueError):
        return None


def drawer(rows: Rows, publication: str) -> Drawer:
    """Return a publication's drawer without damaged articles, which stay in the library until they are repaired."""
    pending, trash = [], []
    for row in rows(_DRAWER, publication):
        try:
            article = values.drawer_value(row.__getitem__)
            if row["discarded"]:
                at = dt.datetime.fromisoformat(row["discarded"])
                trash.append(Discarded(article=article, at=at, section=row["section"]))
            else:
                pending.append(article)
        except (DamageError, ValueError):
            continue
    return Drawer(pending=tuple(pending), trash=tuple(trash))


def publications(rows: Rows) -> tuple[Publication, ...]:
    """Return every undamaged publication, by masthead."""
    return values.sound(values.publication_value, (row.__getitem__ for row in rows(_PUBLICATIONS)))


def publication(rows: Rows, uid: str) -> Publication:
    """Return one publication. Raises UserError where it is not there or damaged."""
    found = rows(_PUBLICATION, uid)
    if not found:
        raise values.no_publication()
    return values.publication_value(found[0].__getitem__)


def pictures(rows: Rows, digests: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of those pictures that exist undamaged, by sha256."""
    found = ((digest, row["data"]) for digest in digests for row in rows(_PICTURE, digest))
    return {digest: data for digest, data in found if values.is_whole(digest, data)}


def fonts(rows: Rows) -> tuple[Font, ...]:
    """Return the fonts that the office added, by file name."""
    return values.sound(values.font_value, (row.__getitem__ for row in rows(_FONTS)))


def font_data(rows: Rows, sha256: str) -> bytes:
    """Return a font file's bytes. Raises UserError where they are missing or damaged."""
    found = rows(_FONT, sha256)
    if not found:
        raise values.no_font()
    return values.font_bytes(sha256, *found[0])


def revisions(rows: Rows, article: str) -> tuple[Revision, ...]:
    """Return the undamaged revisions of an article, or of an issue besides its articles, oldest first."""
    found = (row for row in rows(_REVISIONS, article) if not spoilt("revisions", row.__getitem__))
    return tuple(_revision(row) for row in found)


def _revision(row: sqlite3.Row) -> Revision:
    return Revision(
        article=row["article"],
        hash=row["hash"],
        author=row["author"],
        at=dt.datetime.fromisoformat(row["at"]),
        parents=tuple(row["parents"].split()),
    )
