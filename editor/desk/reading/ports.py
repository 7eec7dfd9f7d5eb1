"""What reading needs of a library, without saying how it is kept."""

from typing import Protocol

from editor.model.reading import ReadMark


class ReadingLibrary(Protocol):
    """Marks of what was read."""

    def last(self, issue: str) -> ReadMark | None:
        """Return the last mark of an issue, whoever read it; None where nobody has."""

    def add(self, reading: ReadMark) -> None:
        """Keep a mark. Raises UserError where the library is only read."""
