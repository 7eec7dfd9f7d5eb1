"""The line being read: white space collapses as in a browser."""

import re
from dataclasses import replace

from editor.model.body import ANCHOR, Run, Text
from editor.model.runs import normal, with_text
from editor.text.characters import is_full_width
from editor.text.sanitise import sanitise

_BLANK = " \t\n\r\f\u00a0" + "".join(map(chr, range(0x2002, 0x200B)))
# white space other than single spaces, which are by far the most and stay as they are
_UNEVEN = re.compile(f"[{_BLANK}]{{2,}}|[{_BLANK[1:]}]")
_EDGES = " \u3000\u00a0"


class HtmlLine:
    """Text and appearance of the paragraph being read. marker: number or bullet that Word typed before it."""

    def __init__(self) -> None:
        """Begin empty."""
        self._pieces: list[Run] = []
        self._blank: Run | None = None
        self._last = ""
        self.marker = ""

    def add(self, text: str, look: Run) -> None:
        """Append text. A blank is only added once text follows it, so that blanks at the ends are dropped."""
        bare = text.lstrip(_BLANK)
        self._wait(text[: len(text) - len(bare)], look)
        middle = bare.rstrip(_BLANK)
        if middle:
            self._settle(middle[0])
            self._put(_UNEVEN.sub(_evened, middle), look)
            self._wait(bare[len(middle) :], look)

    def anchor(self, footnote: str, look: Run) -> None:
        """Append the anchor of a footnote; nothing for one without words."""
        words = sanitise(footnote)
        if words:
            self._settle(ANCHOR)
            self._put(ANCHOR, replace(look, text=ANCHOR, footnote=words))

    def take(self) -> Text:
        """Return the line without blanks at its ends and begin the next one."""
        made = stripped(normal(tuple(self._pieces)))
        self._pieces, self._blank, self._last = [], None, ""
        return made

    def _wait(self, blanks: str, look: Run) -> None:
        if not blanks:
            return
        if self._last and self._blank is None:
            self._blank = with_text(look, "\n" if "\n" in blanks else " ")
        elif self._blank is not None and "\n" in blanks:
            self._blank = with_text(self._blank, "\n")

    def _settle(self, following: str) -> None:
        if self._blank is None:
            return
        if not _is_broken(self._blank.text, self._last, following):
            self._put(" ", self._blank)
        self._blank = None

    def _put(self, text: str, look: Run) -> None:
        self._pieces.append(with_text(look, text))
        self._last = text[-1]


def _evened(blanks: re.Match[str]) -> str:
    """Return one space for blanks inside a text."""
    text, (start, end) = blanks.string, blanks.span()
    return "" if _is_broken(blanks[0], text[start - 1], text[end]) else " "


def _is_broken(blanks: str, before: str, after: str) -> bool:
    """Return whether a line end is inside Chinese: Word breaks lines there anywhere, so it is no blank."""
    return "\n" in blanks and is_full_width(before) and is_full_width(after)


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
