"""Instructions that leaders wrote about printed articles."""

import datetime as dt

from sqlalchemy import select

from db.arriving import add_original
from db.checks import spoilt
from db.engine import Opened
from db.rows import columns_of
from db.tables import InstructionRow
from editor.model.instruction import Instruction


class InstructionStore:
    """The instructions of an open library."""

    def __init__(self, *, reading: Opened, writing: Opened) -> None:
        """Take two functions that open a session of the library."""
        self._reading, self._writing = reading, writing

    def listed(self, issue: str = "") -> tuple[Instruction, ...]:
        """Return those of an issue, or all, that count, by day; damaged ones are left out."""
        query = select(InstructionRow).where(InstructionRow.withdrawn == "")
        if issue:
            query = query.where(InstructionRow.issue == issue)
        with self._reading() as session:
            rows = session.scalars(query.order_by(InstructionRow.day, InstructionRow.at))
            return tuple(_instruction(row) for row in rows if not spoilt(row.__tablename__, columns_of(row)))

    def put(self, one: Instruction, scan: tuple[str, bytes] | None = None) -> None:
        """Keep an instruction in place of the one with its uid; scan: its file's name and bytes, where it is new."""
        with self._writing() as session:
            if scan:
                add_original(session, *scan, one.at)
            session.merge(_row(one))

    def withdraw(self, uid: str, at: dt.datetime) -> None:
        """Count an instruction no more; its row and scan stay. at: UTC."""
        with self._writing() as session:
            row = session.get(InstructionRow, uid)
            if row is not None:
                row.withdrawn = at.isoformat()


def _row(one: Instruction) -> InstructionRow:
    return InstructionRow(
        uid=one.uid,
        issue=one.issue,
        article=one.article,
        leader=one.leader,
        post=one.post,
        day=one.day.isoformat(),
        words=one.words,
        scan=one.scan,
        name=one.name,
        at=one.at.isoformat(),
        withdrawn="",
    )


def _instruction(row: InstructionRow) -> Instruction:
    return Instruction(
        uid=row.uid,
        issue=row.issue,
        article=row.article,
        leader=row.leader,
        post=row.post,
        day=dt.date.fromisoformat(row.day),
        words=row.words,
        scan=row.scan,
        name=row.name,
        at=dt.datetime.fromisoformat(row.at),
    )
