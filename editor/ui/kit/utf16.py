"""Places in a text as Qt counts them: in UTF-16 units, where the model counts code points."""

OBJECT_CHARACTER = "\ufffc"
"""What stands in a text for an object drawn in the line."""


def units(text: str) -> int:
    """Return the length of a text in UTF-16 units, as Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def code_points(text: str, units: int) -> int:
    """Return how many code points the first UTF-16 units of a text are."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore"))
