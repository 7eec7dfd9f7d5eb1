"""Where the texts of a figure or table stand in its drawing, and what of them is shown."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt

from editor.model.block_texts import TextLocation
from editor.model.table_ranges import CellRange
from editor.ui.body.shapes import Kind
from editor.ui.kit.tints import Kind as MarkedAs

LEFT, CENTRE, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPlace:
    """The place of one text, px from the corner of its object. rect: of its lines; area: where a click means it."""

    rect: QRectF
    area: QRectF
    kind: Kind
    align: Qt.AlignmentFlag = LEFT


class WordMark(NamedTuple):
    """A marked part of a text. start, end: code points in it."""

    location: TextLocation
    start: int
    end: int
    kind: MarkedAs


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectState:
    """How an object is shown. chosen: with the places of texts that it could have; cells: that are chosen.

    open: the text that a field shows in place of the drawing; words: that are marked.
    """

    chosen: bool = False
    open: TextLocation | None = None
    cells: CellRange | None = None
    words: tuple[WordMark, ...] = ()


PLAIN = ObjectState()
