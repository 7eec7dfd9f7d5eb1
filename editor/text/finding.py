"""Finding words in a text. Traditional and simplified characters count as different."""

# full-width forms of ASCII, and the blank
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def matches(text: str, query: str, *, match_case: bool = False, any_width: bool = False) -> tuple[tuple[int, int], ...]:
    """Return the spans (code points) where query occurs, in order, not overlapping; none for an empty query.

    any_width: 全半角不分, full-width Ａ１ matches A1 and the other way round.
    """
    sought = _folded(query, match_case=match_case, any_width=any_width)
    if not sought:
        return ()
    folded = _folded(text, match_case=match_case, any_width=any_width)
    found, at = [], folded.find(sought)
    while at >= 0:
        found.append((at, at + len(sought)))
        at = folded.find(sought, at + len(sought))
    return tuple(found)


def _folded(text: str, *, match_case: bool, any_width: bool) -> str:
    """Return text for comparison; every character keeps its index."""
    wide = text.translate(_HALF) if any_width else text
    if match_case:
        return wide
    lower = wide.lower()
    # lower() makes two characters of İ, which would shift the indexes
    return lower if len(lower) == len(wide) else "".join(_lower(char) for char in wide)


def _lower(char: str) -> str:
    lower = char.lower()
    return lower if len(lower) == 1 else char
