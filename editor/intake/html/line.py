"""The line being read: blanks of HTML collapse as a browser collapses them."""

import re

from editor.model.body import Run, Text
from editor.model.runs import normal, with_text
from editor.text.characters import is_full_width

_BLANKS = re.compile("([ \t\n\r\f\u00a0\u2002-\u200a]+)")
_EDGES = " \u3000\u00a0"


class Line:
    """Text and looks of one paragraph to be. marker: number or bullet that Word typed before it."""

    def __init__(self) -> None:
        """Begin empty."""
        self._pieces: list[Run] = []
        self._blank: Run | None = None
        self._last = ""
        self.marker = ""

    def add(self, text: str, look: Run) -> None:
        """Append text. A blank waits until something follows it: blanks at the ends do not count."""
        for place, piece in enumerate(_BLANKS.split(text)):
            if place % 2:
                self._wait(piece, look)
            elif piece:
                self._settle(piece[0])
                self._put(piece, look)

    def take(self) -> Text:
        """Return the line without blanks at its ends and begin the next one."""
        made = stripped(normal(tuple(self._pieces)))
        self._pieces, self._blank, self._last = [], None, ""
        return made

    def _wait(self, blanks: str, look: Run) -> None:
        if self._last and self._blank is None:
            self._blank = with_text(look, "\n" if "\n" in blanks else " ")
        elif self._blank is not None and "\n" in blanks:
            self._blank = with_text(self._blank, "\n")

    def _settle(self, following: str) -> None:
        """Make the waiting blank one space; a line end inside Chinese, which Word breaks anywhere, none at all."""
        if self._blank is None:
            return
        broken = self._blank.text == "\n" and is_full_width(self._last) and is_full_width(following)
        if not broken:
            self._put(" ", self._blank)
        self._blank = None

    def _put(self, text: str, look: Run) -> None:
        self._pieces.append(with_text(look, text))
        self._last = text[-1]


def stripped(text: Text) -> Text:
    """Return runs without blanks at the two ends, full-width ones included."""
    whole = list(text)
    while whole and not (first := whole[0].text.lstrip(_EDGES)):
        whole.pop(0)
    if whole:
        whole[0] = with_text(whole[0], first)
    while whole and not (last := whole[-1].text.rstrip(_EDGES)):
        whole.pop()
    if whole:
        whole[-1] = with_text(whole[-1], last)
    return tuple(whole)
