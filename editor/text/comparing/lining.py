"""Aligns two sequences of texts, such as the pages before and after a change."""

from collections.abc import Sequence

from editor.text.comparing.pairing import pair

Rows = list[tuple[int | None, int | None]]


def lined_up(before: Sequence[str], after: Sequence[str]) -> Rows:
    """Return places in both rows, in the later one's order; None beside a text that has no counterpart.

    Equal and similar texts are paired wherever they are; texts without similarity, where both lie between the same two
    pairs. A text of the earlier row alone comes after the one it followed there.
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
