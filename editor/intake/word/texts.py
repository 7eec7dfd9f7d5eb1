"""The texts of a Word part, collected from the parser's events: no tree, so that empty elements cost no memory."""

from collections.abc import Mapping

from editor.intake.word.package import TooLargeError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT = f"{_W}p", f"{_W}t"
_MOST_CHARACTERS = 50_000_000
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


class Texts:
    """Target of the parser. title: of the document's properties; paragraphs: texts in order, empty ones included."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.title = ""
        self.paragraphs: list[str] = []
        self._open: list[int] = []
        self._pieces: dict[int, list[str]] = {}
        self._taken: list[str] = []
        self._left = _MOST_CHARACTERS

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        """Open an element."""
        if tag == _PARAGRAPH:
            self._open.append(len(self.paragraphs))
            self._pieces[len(self.paragraphs)] = []
            self.paragraphs.append("")
        elif tag in (_TEXT, _TITLE):
            self._taken.append(tag)

    def end(self, tag: str) -> None:
        """Close an element."""
        if tag == _PARAGRAPH:
            place = self._open.pop()
            self.paragraphs[place] = "".join(self._pieces.pop(place))
        elif tag in (_TEXT, _TITLE):
            self._taken.pop()

    def data(self, text: str) -> None:
        """Add text to every open paragraph; text of a text box also belongs to the paragraph around it.

        Raises TooLargeError: paragraphs inside paragraphs multiply what they hold.
        """
        if not self._taken:
            return
        self._left -= len(text) * max(1, len(self._open))
        if self._left < 0:
            raise TooLargeError
        if self._taken[-1] == _TITLE:
            self.title += text
            return
        for place in self._open:
            self._pieces[place].append(text)

    def close(self) -> "Texts":
        """Return itself."""
        return self
