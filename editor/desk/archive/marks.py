"""Where the words of a query stand in a text, to be marked there."""

from editor.desk.archive.values import Query, SearchField
from editor.text.searching.places import Spans, pattern_of, places


def marks_of(text: str, query: Query, *, field: SearchField | None = None) -> Spans:
    """Return start and end of every place, ascending, in characters; none lie over each other.

    field: which one the text is, None for the body; words that are wanted in a field are marked in that alone.
    """
    terms = (term for group in query.wanted for term in group if term.field in (None, field))
    return places(pattern_of((term.text, term.prefix) for term in terms), text)
