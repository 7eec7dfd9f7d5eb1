"""Translation of texts for the user. The source language is Chinese."""

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
    """Use another language from now on. Texts translated before, also in tables made at import, do not change."""
    _spoken[0] = lookup


@contextmanager
def in_chinese() -> Iterator[None]:
    """Use Chinese inside this context: for what is printed or stored."""
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
    """Return a literal unchanged and mark it for the catalogue; tr_marked translates it where it is shown."""
    return source


def tr_marked(source: str, /, **values: object) -> str:
    """Return the translation of a text marked by mark_tr; a text that is not marked, such as a user's own, stays."""
    return tr(source, **values)
