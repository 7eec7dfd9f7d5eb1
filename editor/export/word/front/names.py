"""The names of a credit in lines: short ones in a grid, others two em apart, organisations one below the other."""

from itertools import accumulate
from typing import NamedTuple

from editor.export.word import markup
from editor.export.word.front.places import half, width_of
from editor.model.credits import Credit, NameKind

_CELLS, _GUTTER = 3, 2


class NameLine(NamedTuple):
    """A line of names. stops: the tabs between them; text: as it reads."""

    text: str
    runs: str
    stops: str


def name_lines(credit: Credit, size: int, width: int) -> list[NameLine]:
    """Return the lines of a credit's names, at least one. size: of the type; width: of the column."""
    names = [name.text for name in credit.names]
    if credit.kind is NameKind.ORGANISATION or not names:
        return [NameLine(name, markup.text_run(name), "") for name in names or [""]]
    if all(len(name) <= _CELLS for name in names):
        return [_line(line, [_CELLS * size] * len(line), size) for line in _grid(names, size, width)]
    return [_line(line, [_wide(name, size) for name in line], size) for line in _flowing(names, size, width)]


def _grid(names: list[str], size: int, width: int) -> list[list[str]]:
    """Return short names in rows of as many each, as few rows as can be."""
    most = max(1, (width + _GUTTER * size) // ((_CELLS + _GUTTER) * size))
    rows = -(-len(names) // most)
    each = -(-len(names) // rows)
    return [names[at : at + each] for at in range(0, len(names), each)]


def _flowing(names: list[str], size: int, width: int) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    used = 0
    for name in names:
        needed = _wide(name, size)
        if lines[-1] and used + needed > width:
            lines.append([])
            used = 0
        lines[-1].append(name)
        used += needed + _GUTTER * size
    return lines


def _line(names: list[str], widths: list[int], size: int) -> NameLine:
    ends = accumulate(width + _GUTTER * size for width in widths[:-1])
    stops = "".join(f'<w:tab w:val="left" w:pos="{at}"/>' for at in ends)
    runs = markup.text_run("\t").join(markup.spread_run(name, _CELLS, half(size)) for name in names)
    return NameLine(" ".join(names), runs, f"<w:tabs>{stops}</w:tabs>" if stops else "")


def _wide(name: str, size: int) -> int:
    """Return the width of a name; one of two letters is spread over three."""
    return width_of(name, size) if len(name) == 1 else max(_CELLS * size, width_of(name, size))
