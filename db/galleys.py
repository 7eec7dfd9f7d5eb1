"""Galleys that were made of issues."""

import datetime as dt
import zlib

from sqlalchemy import select

from db.checks import spoilt
from db.engine import Opened
from db.rows import columns_of
from db.tables import GalleyRow
from editor.interchange.codec import decode_kept, encode_sound
from editor.model.galley import Galley, KeptGalley
from editor.model.issue import Issue


class GalleyStore:
    """The galleys of an open library."""

    def __init__(self, *, reading: Opened, writing: Opened) -> None:
        """Take two functions that open a session of the library."""
        self._reading, self._writing = reading, writing

    def listed(self, issue: str) -> tuple[Galley, ...]:
        """Return the galleys of an issue, oldest first; damaged ones are left out."""
        with self._reading() as session:
            rows = session.scalars(select(GalleyRow).where(GalleyRow.issue == issue).order_by(GalleyRow.id))
            return tuple(_galley(row) for row in rows if not spoilt(row.__tablename__, columns_of(row)))

    def content(self, galley: Galley) -> Issue | None:
        """Return what a galley printed, None where it is not there any more."""
        with self._reading() as session:
            query = select(GalleyRow).where(GalleyRow.issue == galley.issue, GalleyRow.hash == galley.hash)
            rows = (row for row in session.scalars(query) if not spoilt(row.__tablename__, columns_of(row)))
            row = next(rows, None)
            return decode_kept(Issue, zlib.decompress(row.content)) if row else None

    def add(self, kept: KeptGalley) -> None:
        """Keep a galley. Raises UserError where the library is only read."""
        galley = kept.galley
        with self._writing() as session:
            session.add(
                GalleyRow(
                    issue=galley.issue,
                    number=galley.number,
                    name=galley.name,
                    at=galley.at.isoformat(),
                    hash=galley.hash,
                    content=zlib.compress(encode_sound(kept.content)),
                )
            )


def _galley(row: GalleyRow) -> Galley:
    at = dt.datetime.fromisoformat(row.at)
    return Galley(issue=row.issue, number=row.number, name=row.name, at=at, hash=row.hash)
