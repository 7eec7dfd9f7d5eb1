"""Marks of what was read of an issue."""

import datetime as dt
import zlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Opened
from db.tables import ReadingRow
from editor.interchange.codec import decode, encode
from editor.model.issue import Issue
from editor.model.reading import Reading


class ReadingStore:
    """The part of an open library that readers write."""

    def __init__(self, *, reading: Opened, writing: Opened) -> None:
        """Take how sessions of the library are opened."""
        self._reading, self._writing = reading, writing

    def last(self, issue: str) -> Reading | None:
        """Return the last mark of an issue, None where nobody has read it."""
        with self._reading() as session:
            query = select(ReadingRow).where(ReadingRow.issue == issue).order_by(ReadingRow.id.desc())
            row = session.scalars(query).first()
            return _reading(row) if row else None

    def add(self, reading: Reading) -> None:
        """Keep a mark. Raises UserError where the library is only read."""
        with self._writing() as session:
            add_reading(session, reading)


def add_reading(session: Session, reading: Reading) -> None:
    """Keep a mark."""
    session.add(
        ReadingRow(
            issue=reading.issue.uid,
            reader=reading.reader,
            at=reading.at.isoformat(),
            hash=reading.hash,
            content=zlib.compress(encode(reading.issue)),
        )
    )


def _reading(row: ReadingRow) -> Reading:
    issue = decode(Issue, zlib.decompress(row.content))
    return Reading(reader=row.reader, at=dt.datetime.fromisoformat(row.at), hash=row.hash, issue=issue)
