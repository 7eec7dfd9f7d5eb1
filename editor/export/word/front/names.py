"""The names of a credit in lines: people in a grid of columns, organisations one below the other."""

import math
from itertools import accumulate
from typing import NamedTuple

from editor.export.word import markup
from editor.export.word.front.places import half, width_of
from editor.model.credits import Credit, NameKind

_CELLS, _COLUMN = 3, 5


class NameLine(NamedTuple):
    """A line of names. stops: the tabs between them; text: as it reads."""

    text: str
    runs: str
    stops: str


def name_lines(credit: Credit, size: int, width: int) -> list[NameLine]:
    """Return the lines of a credit's names, at least one. size: of the type; width: of the column.

    People stand in columns of five letters, at least one of them between names; a long name takes as many as it needs.
    """
    names = [name.text for name in credit.names]
    if credit.kind is NameKind.ORGANISATION or not names:
        return [NameLine(name, markup.text_run(name), "") for name in names or [""]]
    columns = max(1, (width + size) // (_COLUMN * size))
    spans = [min(columns, max(1, math.ceil((width_of(name, size) / size + 1) / _COLUMN - 0.01))) for name in names]
    return [_line([(names[at], spans[at]) for at in row], size) for row in _balanced(spans, columns)]


def _packed(spans: list[int], columns: int) -> list[list[int]]:
    """Return places of names in rows of so many columns at most."""
    rows: list[list[int]] = []
    used = columns
    for at, span in enumerate(spans):
        if used + span > columns:
            rows.append([])
            used = 0
        rows[-1].append(at)
        used += span
    return rows


def _balanced(spans: list[int], columns: int) -> list[list[int]]:
    """Return as few rows as hold the names, about equally full; a single name is no last row."""
    rows = _packed(spans, columns)
    for fewer in range(columns - 1, max(spans) - 1, -1):
        other = _packed(spans, fewer)
        if len(other) > len(rows):
            break
        rows = other
    if len(rows) > 1 and len(rows[-1]) == 1 and len(rows[-2]) > 2:
        rows[-1].insert(0, rows[-2].pop())
    return rows


def _line(names: list[tuple[str, int]], size: int) -> NameLine:
    ends = accumulate(span * _COLUMN * size for _, span in names[:-1])
    stops = "".join(f'<w:tab w:val="left" w:pos="{at}"/>' for at in ends)
    runs = markup.text_run("\t").join(markup.spread_run(name, _CELLS, half(size)) for name, _ in names)
    return NameLine(" ".join(name for name, _ in names), runs, f"<w:tabs>{stops}</w:tabs>" if stops else "")
