"""How well a text can be parted at a place."""

_SENTENCE, _CLAUSE, _OPENING, _CLOSING = "。！？；\n", "，、：,;:", "（《“‘(【", "）》”’)】"


def seam(tokens: list[str], at: int) -> int:
    """Return from 0 to 4 how well tokens part before one of them: best at the ends of a text and of sentences."""
    if at in (0, len(tokens)):
        return 4
    before, after = tokens[at - 1], tokens[at]
    if before in _SENTENCE:
        return 3
    if before in _CLAUSE or after in _OPENING or before in _CLOSING:
        return 2
    return 1 if after in _CLAUSE + _SENTENCE + _CLOSING else 0
