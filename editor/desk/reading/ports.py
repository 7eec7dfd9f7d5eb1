"""Port: what reading needs of a library."""

from typing import Protocol

from editor.model.reading import ReadMark


class ReadingLibrary(Protocol):
    """The read marks of a library."""

    def last(self, issue: str) -> ReadMark | None:
        """Return the last mark of an issue, whoever read it; None where nobody has."""

    def add(self, reading: ReadMark) -> None:
        """Add a mark. Raises UserError where the library is only read."""
