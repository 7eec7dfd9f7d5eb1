"""What mending needs of a library, without saying how it is kept."""

from typing import Protocol

from editor.model.approval import LogEvent
from editor.model.damage import Damage, Remedy
from editor.model.issue import Issue


class MendingLibrary(Protocol):
    """Damaged records of a library and what they can be mended from."""

    def damages(self, *, files: bool = False) -> tuple[Damage, ...]:
        """Read the whole library and return what is damaged. files: pictures, fonts and old versions too."""

    def standing(self, issue: str) -> Issue | None:
        """Return an issue as it stands, whatever its checksums say, to be verified; None where it cannot be read."""

    def remedies(self, damage: Damage) -> tuple[Remedy, ...]:
        """Return how a record can be mended, the surest first; none where only a backup can."""

    def mend(self, remedy: Remedy, event: LogEvent) -> None:
        """Mend a record and log it. Raises UserError where it is no longer as it was when that was offered."""
