"""Where the words of a query stand in a text, to be marked there."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from editor.desk.archive.values import Query, SearchField, Term

Marks = tuple[tuple[int, int], ...]


def marks_of(text: str, query: Query, *, field: SearchField | None = None) -> Marks:
    """Return start and end of every place, ascending, in characters; none lie over each other.

    field: which one the text is, None for the body; words that are wanted in a field are marked in that alone.
    """
    terms = [one for group in query.wanted for one in group if one.text and one.field in (None, field)]
    folded, places = _folded(text)
    found = sorted({span for term in terms for span in _spans(folded, term)})
    return tuple(_apart((places[start], places[end - 1] + 1) for start, end in found))


def _spans(folded: str, term: Term) -> Iterator[tuple[int, int]]:
    """Yield the places of a term in a folded text: Latin words as whole words, or as their beginnings."""
    words, _ = _folded(term.text)
    before = r"(?<![0-9a-z])" if re.match("[0-9a-z]", words) else ""
    after = r"(?![0-9a-z])" if re.search("[0-9a-z]$", words) and not term.prefix else ""
    for match in re.finditer(before + re.escape(words) + after, folded):
        if match.end() > match.start():
            yield match.span()


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text without regard to width and case, and of each of its characters the place in the text."""
    made, places = [], []
    for place, char in enumerate(text):
        for folded in unicodedata.normalize("NFKC", char).casefold():
            made.append(folded)
            places.append(place)
    return "".join(made), places


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans, those that meet as one."""
    held: tuple[int, int] | None = None
    for start, end in spans:
        if held and start < held[1]:
            held = (held[0], max(held[1], end))
        else:
            if held:
                yield held
            held = (start, end)
    if held:
        yield held
