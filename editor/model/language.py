"""The language that the program speaks to its user; its source is Chinese."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# (Chinese source, the count in it or -1) -> the text in the language in use
Lookup = Callable[[str, int], str]


def _source(text: str, _count: int) -> str:
    return text


_spoken: list[Lookup] = [_source]
_chinese: ContextVar[bool] = ContextVar("chinese", default=False)


def speak(lookup: Lookup = _source) -> None:
    """Use another language from now on. What was translated before, and tables made at import, stay as they are."""
    _spoken[0] = lookup


@contextmanager
def in_chinese() -> Iterator[None]:
    """Keep to the source in here: for what is printed or stored."""
    before = _chinese.set(True)
    try:
        yield
    finally:
        _chinese.reset(before)


def tr(source: str, /, **values: object) -> str:
    """Return a text in the language in use. source: literal Chinese, {name} for a value; n: decides the plural."""
    count = values.get("n", -1)
    lookup = _source if _chinese.get() else _spoken[0]
    text = lookup(source, count if isinstance(count, int) else -1)
    return text.format(**values) if values else text


def mark_tr(source: str, /) -> str:
    """Return a literal as it is, for the catalogue: tr_marked says it where it is shown."""
    return source


def tr_marked(source: str, /, **values: object) -> str:
    """Return what mark_tr marked in the language in use; a text of the user's own, never marked, stays as it is."""
    return tr(source, **values)
