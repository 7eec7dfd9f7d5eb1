"""The reading order of a page: columns from the left, what runs across them in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from editor.intake.pdf.page_lines import Line

# of the width of the text: lines that fill more of it run across columns
_ACROSS = 0.62
# em: the narrowest gutter; how much of a column's width half of its lines fill, and how many lines it has
_GUTTER, _FILLED, _FEWEST = 0.9, 0.6, 4


@dataclass(slots=True)
class Column:
    """Lines from top to foot. left, right: where most of them begin and the longest end."""

    lines: list[Line] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0


def columns_of(lines: Sequence[Line]) -> list[Column]:
    """Return the lines of a page in reading order. Lines of a page without columns are one."""
    if not lines:
        return []
    gutters = _gutters(lines)
    groups = _groups(lines, gutters) if gutters else [list(lines)]
    return [_column(group) for group in groups if group]


def _column(lines: list[Line]) -> Column:
    ordered = sorted(lines, key=lambda line: (round(line.bottom), line.left))
    lefts = sorted(line.left for line in ordered)
    left = lefts[len(lefts) // 10]
    rights = sorted(line.right for line in ordered)
    return Column(ordered, left, rights[-1 - len(rights) // 20])


def _gutters(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Return the blank strips between columns."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    narrow = [line for line in lines if line.right - line.left < _ACROSS * (right - left)]
    strips = _blank_strips(narrow)
    em = median(line.size for line in lines)
    edges = [strip for strip in strips if strip[1] - strip[0] >= _GUTTER * em]
    bounds = [left, *[(a + b) / 2 for a, b in edges], right]
    for at in range(len(bounds) - 1):
        inside = [line for line in narrow if bounds[at] - 1 <= line.left and line.right <= bounds[at + 1] + 1]
        if not _is_column(inside):
            return []
    return edges


def _blank_strips(lines: Sequence[Line]) -> list[tuple[float, float]]:
    strips, end = [], None
    for left, right in sorted((line.left, line.right) for line in lines):
        if end is not None and left > end:
            strips.append((end, left))
        end = right if end is None else max(end, right)
    return strips


def _is_column(lines: Sequence[Line]) -> bool:
    """Return whether lines are running text and no cells: at least half of them are nearly as long as the longest."""
    if len(lines) < _FEWEST:
        return False
    widths = [line.right - line.left for line in lines]
    return median(widths) >= _FILLED * max(widths) and median(widths) > 8 * median(line.size for line in lines)


def _groups(lines: Sequence[Line], gutters: Sequence[tuple[float, float]]) -> Iterator[list[Line]]:
    """Yield the lines column by column between those that run across."""
    waiting: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    across: list[Line] = []
    for line in sorted(lines, key=lambda line: line.bottom):
        crosses = any(line.left < right - 1 and line.right > left + 1 for left, right in gutters)
        if crosses:
            if any(waiting):
                yield from waiting
                waiting = [[] for _ in range(len(gutters) + 1)]
            across.append(line)
            continue
        if across:
            yield across
            across = []
        waiting[sum(line.left >= right - 1 for _, right in gutters)].append(line)
    yield across if across else []
    yield from waiting
