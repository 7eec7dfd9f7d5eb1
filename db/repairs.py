"""Damage in an open library and its repair."""

from db import damages, log, mending, queries
from db.engine import Opened, rows_of
from editor.model.approval import LogEvent
from editor.model.damage import Damage, Remedy
from editor.model.issue import Issue


class MendingStore:
    """Damaged records of a library and their remedies."""

    def __init__(self, *, reading: Opened, writing: Opened) -> None:
        """Take two functions that open a session of the library."""
        self._reading, self._writing = reading, writing

    def damages(self, *, files: bool = False) -> tuple[Damage, ...]:
        """Read the whole library and return what is damaged. files: pictures, fonts and old versions too."""
        with self._reading() as session:
            return (*damages.found(session), *(damages.found_in_files(session) if files else ()))

    def standing(self, issue: str) -> Issue | None:
        """Return an issue without regard to its checksums, to be verified; None where it cannot be read."""
        with self._reading() as session:
            return queries.standing_issue(rows_of(session), issue)

    def remedies(self, damage: Damage) -> tuple[Remedy, ...]:
        """Return the remedies for a record, the most certain first; none where only a backup helps."""
        with self._reading() as session:
            return mending.remedies(session, damage)

    def mend(self, remedy: Remedy, event: LogEvent) -> None:
        """Repair a record and log it. Raises UserError where it has changed since the remedy was offered."""
        with self._writing() as session:
            mending.mend(session, remedy, author=event.name, at=event.at)
            log.write(session, event)
