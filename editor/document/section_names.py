"""Names of sections in small places: on a tile of the contents, before a line of the cover."""

import math
import re

from editor.document.measure import display_width

# em of the name's own type
_WIDEST_ROW, _MOST_ROWS = 4.5, 3
_ONE_LINE, _WIDEST_LINE = 6.0, 10.0
_PIECE = re.compile(r"[!-~\u00c0-\u024f]+|[^!-~\u00c0-\u024f\s]+")


def tile_rows(name: str) -> tuple[str, ...]:
    """Return the rows of a name on a square tile, empty for a name that is too long for one.

    Characters stand in a square like those of a seal, up to four by three; Latin words have a row each.
    """
    pieces = _PIECE.findall(name)
    if len(pieces) > 1 or name.isascii():
        rows = tuple(pieces)
    else:
        wide = 2 if len(name) in (1, 2, 4) else 3 if len(name) <= 9 else 4
        rows = _even(name, math.ceil(len(name) / wide))
    fits = len(rows) <= _MOST_ROWS and all(display_width(row) <= _WIDEST_ROW for row in rows)
    return rows if fits else ()


def label_lines(name: str) -> tuple[str, ...]:
    """Return the one or two lines of a name that labels something; what is longer than two lines is cut."""
    if display_width(name) <= _ONE_LINE:
        return (name,)
    if " " in name.strip():
        seams = (at for at, char in enumerate(name) if char == " " and 0 < at < len(name) - 1)
        at = min(seams, key=lambda seam: abs(display_width(name[:seam]) - display_width(name[seam + 1 :])))
        lines: tuple[str, ...] = (name[:at], name[at + 1 :])
    else:
        lines = _even(name, 2)
    return tuple(shortened(line, _WIDEST_LINE) for line in lines)


def shortened(text: str, width: float) -> str:
    """Return text, cut with … where it is wider than width (em)."""
    if display_width(text) <= width:
        return text
    kept = text
    while kept and display_width(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _even(name: str, rows: int) -> tuple[str, ...]:
    """Return name in rows as even as can be, longer ones first."""
    least, more = divmod(len(name), max(1, rows))
    ends = [sum(least + (row < more) for row in range(at + 1)) for at in range(rows)]
    return tuple(name[start:end] for start, end in zip([0, *ends], ends, strict=False))
