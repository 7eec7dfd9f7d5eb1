"""How good a place is for splitting a text."""

_SENTENCE, _CLAUSE, _OPENING, _CLOSING = "。！？；\n", "，、：,;:", "（《“‘(【", "）》”’)】"


def seam(tokens: list[str], at: int) -> int:
    """Return from 0 to 4 how good a split before a token is: best at the ends of text and of sentences."""
    if at in (0, len(tokens)):
        return 4
    before, after = tokens[at - 1], tokens[at]
    if before in _SENTENCE:
        return 3
    if before in _CLAUSE or after in _OPENING or before in _CLOSING:
        return 2
    return 1 if after in _CLAUSE + _SENTENCE + _CLOSING else 0
