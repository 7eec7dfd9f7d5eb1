"""Port: what repairing needs of a library."""

from typing import Protocol

from editor.model.approval import LogEvent
from editor.model.damage import Damage, Remedy
from editor.model.issue import Issue


class MendingLibrary(Protocol):
    """Damaged records of a library and their remedies."""

    def damages(self, *, files: bool = False) -> tuple[Damage, ...]:
        """Read the whole library and return what is damaged. files: pictures, fonts and old versions too."""

    def standing(self, issue: str) -> Issue | None:
        """Return an issue without regard to its checksums, to be verified; None where it cannot be read."""

    def remedies(self, damage: Damage) -> tuple[Remedy, ...]:
        """Return the remedies for a record, the most certain first; none where only a backup helps."""

    def mend(self, remedy: Remedy, event: LogEvent) -> None:
        """Repair a record and log it. Raises UserError where it has changed since the remedy was offered."""
