"""Rough widths of Chinese text, in em of its own size."""

_LATIN_WIDTH = 0.56


def display_width(text: str) -> float:
    """Return the width of text in em: full-width characters count 1, Latin ones a little over a half."""
    return sum(_LATIN_WIDTH if char.isascii() else 1.0 for char in text)


def body_length(texts: tuple[str, ...]) -> int:
    """Return how many characters these texts have together."""
    return sum(map(len, texts))
