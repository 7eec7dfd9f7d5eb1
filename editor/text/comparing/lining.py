"""Which text of one row of texts stands beside which of another, such as pages before and after."""

from collections.abc import Sequence

from editor.text.comparing.pairing import pair

Rows = list[tuple[int | None, int | None]]


def lined_up(before: Sequence[str], after: Sequence[str]) -> Rows:
    """Return places in both rows, in the later one's order; None beside a text that has no counterpart.

    Same and similar texts go together wherever they stand; texts that are alike in nothing, where both stand between
    the same two. What is only in the earlier row follows what it stood behind.
    """
    earlier = {late: early for early, late in pair(_known(before, "early"), _known(after, "late")).items()}
    left = set(range(len(before))) - set(earlier.values())
    for late in range(len(after)):
        here = earlier.get(late - 1, -1) + 1 if late == 0 or late - 1 in earlier else None
        if late not in earlier and here in left:
            left.remove(here)
            earlier[late] = here
    rows: Rows = [(earlier.get(late), late) for late in range(len(after))]
    for early in sorted(left):
        at = next((at for at, (one, _) in enumerate(rows) if one == early - 1), -1)
        rows.insert(at + 1, (early, None))
    return rows


def _known(texts: Sequence[str], row: str) -> list[tuple[str, str]]:
    return [(f"{row} {place}", text) for place, text in enumerate(texts)]
