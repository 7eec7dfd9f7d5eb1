"""Widths of Chinese text, in em of its own size."""

from editor.document.cell_lines import text_width


def display_width(text: str) -> float:
    """Return the width of a title or label on one line, in bold type."""
    return text_width(text, bold=True) / 1000


def body_length(texts: tuple[str, ...]) -> int:
    """Return how many characters these texts have together."""
    return sum(map(len, texts))
