"""Marks that an issue was read."""

import datetime as dt
import zlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.checks import spoilt
from db.engine import Opened
from db.rows import columns_of
from db.tables import ReadingRow
from editor.interchange.codec import decode_kept, encode_sound
from editor.model.issue import Issue
from editor.model.reading import ReadMark


class ReadingStore:
    """The read marks of an open library."""

    def __init__(self, *, reading: Opened, writing: Opened) -> None:
        """Take two functions that open a session of the library."""
        self._reading, self._writing = reading, writing

    def last(self, issue: str) -> ReadMark | None:
        """Return the last mark of an issue, None where nobody has read it."""
        with self._reading() as session:
            query = select(ReadingRow).where(ReadingRow.issue == issue).order_by(ReadingRow.id.desc())
            # a damaged mark is skipped, the one before it counts
            found = (_reading(row) for row in session.scalars(query) if not spoilt(row.__tablename__, columns_of(row)))
            return next(found, None)

    def add(self, reading: ReadMark) -> None:
        """Keep a mark. Raises UserError where the library is only read."""
        with self._writing() as session:
            add_reading(session, reading)


def add_reading(session: Session, reading: ReadMark) -> None:
    """Add a mark."""
    session.add(
        ReadingRow(
            issue=reading.issue.uid,
            reader=reading.reader,
            at=reading.at.isoformat(),
            hash=reading.hash,
            content=zlib.compress(encode_sound(reading.issue)),
        )
    )


def _reading(row: ReadingRow) -> ReadMark:
    issue = decode_kept(Issue, zlib.decompress(row.content))
    return ReadMark(reader=row.reader, at=dt.datetime.fromisoformat(row.at), hash=row.hash, issue=issue)
