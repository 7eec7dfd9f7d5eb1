"""Port: what 核红 needs of a library."""

from typing import Protocol

from editor.model.galley import Galley, KeptGalley
from editor.model.issue import Issue


class GalleyLibrary(Protocol):
    """The galleys of a library."""

    def listed(self, issue: str) -> tuple[Galley, ...]:
        """Return the galleys of an issue, oldest first."""

    def content(self, galley: Galley) -> Issue | None:
        """Return what a galley printed, None where it is not there any more."""

    def add(self, kept: KeptGalley) -> None:
        """Keep a galley. Raises UserError where the library is only read."""
