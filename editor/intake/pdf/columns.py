"""The reading order of a page: columns from the left, what runs across them in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from editor.intake.pdf.page_lines import Line

# of the width of the text: lines that fill more of it run across columns
_ACROSS = 0.62
# em: the narrowest gutter; how much of a column's width half of its lines fill, and how many lines it has
_GUTTER, _FILLED, _FEWEST = 0.9, 0.6, 4
# lines of each column below a head
_MANY = 6
# of the size: how far apart baselines of one row are
_ROW = 0.5
# of the lines: how many may cross a gutter
_CROSSING = 0.05
# of their size: how far apart the lines of a title stand at most
_TITLE_PITCH = 2.1


@dataclass(slots=True)
class Column:
    """Lines from top to foot. left, right: where most of them begin and the longest end."""

    lines: list[Line] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0


Gutters = tuple[tuple[float, float], ...]


def columns_of_pages(pages: Sequence[Sequence[Line]]) -> list[Column]:
    """Return the lines of all pages in reading order; a page without columns is one.

    A page with too few lines to show columns, the last perhaps, has those of the page before.
    """
    made: list[Column] = []
    known: Gutters = ()
    for lines in pages:
        found, head = _gutters_below_head(lines) if lines else ((), 0)
        if not found and known and _fit(lines, known):
            found = known
        known = found or known
        ordered = sorted(lines, key=lambda line: line.bottom)
        groups = [ordered[:head], *_groups(ordered[head:], found)] if found else [list(lines)]
        made += [_column(group) for group in groups if group]
    return made


def _gutters_below_head(lines: Sequence[Line]) -> tuple[Gutters, int]:
    """Return the gutters of a page, and how many lines above its columns are those of a head across all of them.

    The head of a bulletin has short lines in the middle, which would hide the gutter.
    """
    found = _gutters(lines)
    if found:
        return found, 0
    ordered = sorted(lines, key=lambda line: line.bottom)
    for head in range(1, len(ordered) // 2):
        rest = ordered[head:]
        found = _gutters(rest)
        if found and all(_many(rest, found, place) for place in range(len(found) + 1)):
            return found, head
    return (), 0


def _many(lines: Sequence[Line], gutters: Gutters, place: int) -> bool:
    """Return whether a column has so many lines that they are no cells below a heading."""
    own = [line for line in lines if not _crosses(line, gutters) and _column_of(line, gutters) == place]
    return len(own) >= _MANY


def _column_of(line: Line, gutters: Gutters) -> int:
    return sum(line.left >= (left + right) / 2 for left, right in gutters)


def _fit(lines: Sequence[Line], gutters: Gutters) -> bool:
    """Return whether lines stand between gutters and hardly any across them."""
    across = [line for line in lines if _crosses(line, gutters)]
    beside = [line for line in lines if line.left >= sum(gutters[0]) / 2]
    return bool(beside) and len(across) <= max(2, len(lines) // 4)


def _crosses(line: Line, gutters: Gutters) -> bool:
    # marks at a line's ends are set closer than their squares, which reach into the gutter
    return any(line.left < (left + right) / 2 < line.right for left, right in gutters)


def _column(lines: list[Line]) -> Column:
    ordered = sorted(lines, key=lambda line: (round(line.bottom), line.left))
    lefts = sorted(line.left for line in ordered)
    left = lefts[len(lefts) // 10]
    rights = sorted(line.right for line in ordered)
    return Column(ordered, left, rights[-1 - len(rights) // 20])


def _gutters(lines: Sequence[Line]) -> Gutters:
    """Return the blank strips between columns."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    narrow = [line for line in lines if line.right - line.left < _ACROSS * (right - left)]
    em = median(line.size for line in lines)
    edges = tuple(strip for strip in _blank_strips(narrow) if strip[1] - strip[0] >= _GUTTER * em)
    bounds = [left, *[(a + b) / 2 for a, b in edges], right]
    for at in range(len(bounds) - 1):
        inside = [line for line in narrow if bounds[at] - 1 <= line.left and line.right <= bounds[at + 1] + 1]
        if not _is_column(inside):
            return ()
    return edges


def _blank_strips(lines: Sequence[Line]) -> Iterator[tuple[float, float]]:
    """Yield the strips that hardly any line crosses: short lines across columns do."""
    steps = sorted([*((line.left, 1) for line in lines), *((line.right, -1) for line in lines)])
    few, depth, start = max(1, int(_CROSSING * len(lines))), 0, None
    for place, step in steps:
        depth += step
        if depth > few and start is not None:
            yield start, place
            start = None
        elif depth <= few and step < 0 and depth + 1 > few:
            start = place


def _is_column(lines: Sequence[Line]) -> bool:
    """Return whether lines are running text and no cells: at least half of them are nearly as long as the longest."""
    if len(lines) < _FEWEST:
        return False
    widths = [line.right - line.left for line in lines]
    return median(widths) >= _FILLED * max(widths) and median(widths) > 8 * median(line.size for line in lines)


def _groups(lines: Sequence[Line], gutters: Gutters) -> Iterator[list[Line]]:
    """Yield the lines column by column between those that run across."""
    waiting: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    across: list[Line] = []
    crossing = [line for line in lines if _crosses(line, gutters)]
    for line in sorted(lines, key=lambda line: line.bottom):
        # what stands beside a line across columns is of its row: number, editor and day of a head
        beside = any(abs(line.bottom - one.bottom) < _ROW * one.size for one in crossing)
        if beside or _goes_on(across, line):
            if any(waiting):
                yield from waiting
                waiting = [[] for _ in range(len(gutters) + 1)]
            across.append(line)
            continue
        if across:
            yield across
            across = []
        waiting[_column_of(line, gutters)].append(line)
    yield across
    yield from waiting


def _goes_on(across: Sequence[Line], line: Line) -> bool:
    """Return whether a line is the last one of a title that runs across."""
    before = across[-1] if across else None
    if before is None:
        return False
    near = line.bottom - before.bottom < _TITLE_PITCH * line.size
    return near and line.size == before.size and abs(_middle(line) - _middle(before)) < line.size


def _middle(line: Line) -> float:
    return (line.left + line.right) / 2
