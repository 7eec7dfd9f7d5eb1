"""How a cover's headline and the lines under it share their room: once for the PDF, the Word file and the window."""

import functools
import math
from collections.abc import Iterator

from editor.document.look import LookTable
from editor.document.measure import display_width
from editor.document.parts import Cover, CoverEntry
from editor.document.section_names import label_lines, shortened
from editor.model.dataclass import dataclass

_MM = 72 / 25.4
# pt: between headline and lines, above and below a line of the list, between its columns
_GAP, _PAD, _GUTTER = 8 * _MM, 6.0, 10.0
# em: of the list's type for a folio, of a line's own for what is between its rows, the label's type
_FOLIO, _LEADING, _LABEL = 2.3, 0.5, 0.86
_SMALLEST, _LINES_KEPT, _ROWS = 10.0, 2, 2
# type sizes below which the headline does not go to make room for lines, and its leading in em
_LEAST = {"rings": (20.0, 0.42), "head": (16.0, 0.6)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLine:
    """A line under the headline as printed. label: the section's name in one or two lines; title: cut if need be.

    height: pt.
    """

    label: tuple[str, ...]
    title: str
    anchor: str
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverPlan:
    """headline: its lines, one for more than have room; size: of its type, pt; lines: those of the list that fit."""

    headline: tuple[str, ...]
    size: float
    lines: tuple[CoverLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """pt; least: type size down to which the headline makes room for lines; leading: em."""

    width: float
    height: float
    least: float
    leading: float


def cover_plan(cover: Cover, look: LookTable) -> CoverPlan:
    """Return the size of the headline and the lines that fit under it.

    The longest of the editor's lines stays whole down to a size; for two lines of the list it gets smaller too.
    """
    room = _room(look)
    entries = tuple(_line(entry, cover.secondary, look, room) for entry in cover.secondary)
    heights = [line.height for line in entries]
    headline, size = cover.headline, _size(cover.headline, look, room, heights)
    if size is None:
        headline = (_joined(cover.headline),)
        size = _size(headline, look, room, heights) or _SMALLEST
    left = room.height - _headline_height(headline, size, room) - _GAP
    count = sum(sum(heights[: at + 1]) <= left for at in range(len(heights)))
    return CoverPlan(headline=headline, size=size, lines=entries[:count])


def _room(look: LookTable) -> _Room:
    style = look.text("style.cover")
    least, leading = _LEAST[style]
    if style == "rings":
        width = look.millimetres("page.width") - 2 * look.millimetres("cover.margin")
        ends = look.millimetres("page.height") - look.millimetres("cover.foot")
        height = (ends - look.millimetres("cover.headline")) * _MM
        return _Room(width=width * _MM, height=height, least=least, leading=leading)
    pitch, body = look.points("grid.pitch"), look.points("grid.body")
    area = look.count("grid.lines") * pitch - (pitch - body)
    return _Room(
        width=look.measure, height=area - look.millimetres("cover.headline") * _MM, least=least, leading=leading
    )


def _size(headline: tuple[str, ...], look: LookTable, room: _Room, heights: list[float]) -> float | None:
    """Return the largest size that leaves room for two lines of the list, else for one, else for none.

    None where these lines have no room at all.
    """
    widest = max(1.0, *map(_width, headline), 1.0)
    size = max(room.least, min(look.points("type.headline"), room.width / widest))
    for kept in range(min(_LINES_KEPT, len(heights)), 0, -1):
        for smaller in _steps(size, room.least):
            if _headline_height(headline, smaller, room) + _GAP + sum(heights[:kept]) <= room.height:
                return smaller
    fitting = (one for one in _steps(size, _SMALLEST) if _headline_height(headline, one, room) <= room.height)
    return next(fitting, None)


def _joined(lines: tuple[str, ...]) -> str:
    """Return lines as one, with a blank where words of letters meet."""
    return functools.reduce(lambda one, other: one + (" " if one[-1:].isascii() else "") + other, lines)


def _steps(size: float, least: float) -> Iterator[float]:
    """Yield sizes a point apart, down to the least."""
    while size > least:
        yield size
        size -= 1
    yield least


def _headline_height(headline: tuple[str, ...], size: float, room: _Room) -> float:
    lines = sum(max(1, math.ceil(_width(line) * size / room.width - 0.01)) for line in headline)
    return lines * size + max(0, lines - 1) * room.leading * size


def _line(entry: CoverEntry, entries: tuple[CoverEntry, ...], look: LookTable, room: _Room) -> CoverLine:
    # a little less than two full rows, since they are set to even length
    most = _ROWS * _title_width(entries, look, room) - 2
    label, title = label_lines(entry.section), shortened(entry.title, most)
    height = _row_height(len(label), title, entries, look, room)
    return CoverLine(label=label, title=title, anchor=entry.anchor, height=height)


def _title_width(entries: tuple[CoverEntry, ...], look: LookTable, room: _Room) -> float:
    """Return the width of the column of titles in em of its type."""
    size = look.points("type.secondary")
    label = max((_width(part) for entry in entries for part in label_lines(entry.section)), default=0.0)
    return max(4.0, (room.width - 2 * _GUTTER) / size - label * _LABEL - _FOLIO)


def _row_height(labels: int, title: str, entries: tuple[CoverEntry, ...], look: LookTable, room: _Room) -> float:
    size = look.points("type.secondary")
    rows = max(labels * _LABEL, math.ceil(_width(title) / _title_width(entries, look, room)))
    return rows * size + (math.ceil(rows) - 1) * _LEADING * size + 2 * _PAD


def _width(text: str) -> float:
    """Return how wide text may be, em: bold capitals are wider than other letters, and nothing may stand too low."""
    return display_width(text) + 0.2 * sum(map(str.isupper, text))
