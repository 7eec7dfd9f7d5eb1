"""Joins the lines into which a page or a mail broke a text."""

from collections import Counter

from editor.text.characters import PAIRS, ends_sentence, join

_TAIL = 200
_MARKS = frozenset(PAIRS) | frozenset(PAIRS.values())


class Whole:
    """A growing text. Its questions are answered without reading the whole text again after each line."""

    def __init__(self, first: str) -> None:
        """Begin with a line."""
        self._pieces: list[str] = []
        self._marks: Counter[str] = Counter()
        self._tail = ""
        self.length = 0
        self._put(first)

    def add(self, line: str) -> None:
        """Append a line, with a blank between Latin words."""
        last = self._tail[-1:]
        self._put(join(last, line)[len(last) :])

    @property
    def is_open(self) -> bool:
        """Whether a bracket or quote opened in the text is left open at its end."""
        return any(self._marks[left] > self._marks[right] for left, right in PAIRS.items())

    @property
    def ends_sentence(self) -> bool:
        """Whether the text ends like a sentence, marks of bold letters aside."""
        return ends_sentence(self._tail.replace("**", ""))

    @property
    def tail(self) -> str:
        """The last characters, at most 200."""
        return self._tail

    def __str__(self) -> str:
        """Return the text."""
        return "".join(self._pieces)

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._marks.update(char for char in text if char in _MARKS)
        self._tail = (self._tail + text)[-_TAIL:]
        self.length += len(text)


def ends_twice(text: str) -> bool:
    """Return whether a text ends in some words said twice, at least five characters: a heading glued to a paragraph."""
    return any(text[-length:] == text[-2 * length : -length] for length in range(5, min(40, len(text) // 2) + 1))
