"""The language that the program speaks to its user; its source is Chinese."""

from collections.abc import Callable

# (Chinese source, the count in it or -1) -> the text in the language in use
Lookup = Callable[[str, int], str]


def _source(text: str, _count: int) -> str:
    return text


_spoken: list[Lookup] = [_source]


def speak(lookup: Lookup = _source) -> None:
    """Use another language from now on. What was translated before, and tables made at import, stay as they are."""
    _spoken[0] = lookup


def tr(source: str, /, **values: object) -> str:
    """Return a text in the language in use. source: literal Chinese, {name} for a value; n: decides the plural."""
    count = values.get("n", -1)
    text = _spoken[0](source, count if isinstance(count, int) else -1)
    return text.format(**values) if values else text
