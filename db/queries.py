"""Queries of a library, shared by `reader` (plain SQLite) and `store` (inside its sessions).

Each takes a function that runs a query with its values and returns all rows, read by their columns' names.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from db import values
from db.checks import spoilt
from db.entries import Rows
from db.row_damage import is_whole, sound
from editor.interchange.codec import encode
from editor.model.damage import DamageError
from editor.model.errors import UserError
from editor.model.font import Font
from editor.model.issue import Issue
from editor.model.number import Number
from editor.model.publication import Publication

# imported where they are read: an export reads neither
if TYPE_CHECKING:
    from editor.model.revision import Revision
    from editor.model.workspace import Drawer

_PLACE = """
    json_extract(said, '$.year') AS year, json_extract(said, '$.number') AS first,
    coalesce(nullif(json_extract(said, '$.last'), 0), json_extract(said, '$.number')) AS last,
    json_extract(said, '$.total') AS total,
    coalesce(nullif(json_extract(said, '$.total_last'), 0), json_extract(said, '$.total')) AS total_last
"""
# a number that cannot be read clashes with none
_NEAR = f"""
    WITH known AS (
        SELECT uid, date, number, CASE WHEN json_valid(number) THEN number ELSE '{{}}' END AS said
        FROM issues WHERE publication = ?
    ), one AS (SELECT uid, date, number, {_PLACE} FROM known), new AS (SELECT {_PLACE} FROM (SELECT ? AS said))
    SELECT one.uid, one.date, one.number FROM new CROSS JOIN one
    WHERE (one.year = new.year AND one.first <= new.last AND one.last >= new.first)
        OR (one.total <= new.total_last AND one.total_last >= new.total)
"""  # noqa: S608 - nothing of it is input
_ISSUE = "SELECT * FROM issues WHERE uid = ?"
_ARTICLES = "SELECT * FROM articles WHERE issue = ? ORDER BY section, position"
_DRAWER = "SELECT * FROM drawer WHERE publication = ? ORDER BY position"
_PUBLICATIONS = "SELECT * FROM publications ORDER BY masthead, uid"
_PUBLICATION = "SELECT * FROM publications WHERE uid = ?"
_PICTURE = "SELECT data FROM pictures WHERE sha256 = ?"
_ORIGINAL = "SELECT name, data FROM originals WHERE sha256 = ?"
_FONTS = "SELECT sha256, name, about, checksum FROM fonts ORDER BY name, sha256"
_FONT = "SELECT name, data FROM fonts WHERE sha256 = ?"
_REVISIONS = "SELECT * FROM revisions WHERE article = ? ORDER BY id"


def near_numbers(rows: Rows, publication: str, number: Number) -> tuple[tuple[str, Number], ...]:
    """Return uid and number of those issues of a publication whose number or total may be the same as this one."""
    found = rows(_NEAR, publication, encode(number).decode())
    return tuple((row["uid"], values.number_of(row.__getitem__)) for row in found)


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


def drawer(rows: Rows, publication: str) -> "Drawer":
    """Return a publication's drawer without damaged articles, which stay in the library until they are repaired."""
    from editor.model.workspace import Discarded, Drawer

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
    return sound(values.publication_value, (row.__getitem__ for row in rows(_PUBLICATIONS)))


def publication(rows: Rows, uid: str) -> Publication:
    """Return one publication. Raises UserError where it is not there or damaged."""
    found = rows(_PUBLICATION, uid)
    if not found:
        raise values.no_publication()
    return values.publication_value(found[0].__getitem__)


def pictures(rows: Rows, digests: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of those pictures that exist undamaged, by sha256."""
    found = ((digest, row["data"]) for digest in digests for row in rows(_PICTURE, digest))
    return {digest: data for digest, data in found if is_whole(digest, data)}


def originals(rows: Rows, digests: Iterable[str]) -> dict[str, tuple[str, bytes]]:
    """Return name and bytes of those files as they came in that exist undamaged, by sha256."""
    found = ((digest, row["name"], row["data"]) for digest in digests for row in rows(_ORIGINAL, digest))
    return {digest: (name, data) for digest, name, data in found if is_whole(digest, data)}


def fonts(rows: Rows) -> tuple[Font, ...]:
    """Return the fonts that the office added, by file name."""
    return sound(values.font_value, (row.__getitem__ for row in rows(_FONTS)))


def font_data(rows: Rows, sha256: str) -> bytes:
    """Return a font file's bytes. Raises UserError where they are missing or damaged."""
    found = rows(_FONT, sha256)
    if not found:
        raise values.no_font()
    return values.font_bytes(sha256, *found[0])


def revisions(rows: Rows, article: str) -> "tuple[Revision, ...]":
    """Return the undamaged revisions of an article, or of an issue besides its articles, oldest first."""
    found = (row for row in rows(_REVISIONS, article) if not spoilt("revisions", row.__getitem__))
    return tuple(_revision(row) for row in found)


def _revision(row: sqlite3.Row) -> "Revision":
    from editor.model.revision import Revision

    return Revision(
        article=row["article"],
        hash=row["hash"],
        author=row["author"],
        at=dt.datetime.fromisoformat(row["at"]),
        parents=tuple(row["parents"].split()),
    )
