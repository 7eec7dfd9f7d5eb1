"""Figures and tables as they stand between the lines of the body."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol, assert_never

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter, QTextDocument, QTextOption

from editor.model.block_kinds import ObjectBlock
from editor.model.block_texts import TextLocation
from editor.model.body import Figure, Table
from editor.ui.body.figure_drawing import FigureDrawing
from editor.ui.body.laid_text import WRAP
from editor.ui.body.table_drawing import TableDrawing
from editor.ui.body.text_places import ObjectState, TextPlace
from editor.ui.theme.tokens import Theme


class Drawing(Protocol):
    """Something that can be painted, made for a measure (px). grip: what of it is made wider by its sides, if any."""

    height: float
    grip: QRectF | None

    @property
    def places(self) -> Mapping[TextLocation, TextPlace]:
        """Where its texts stand."""

    def paint(self, painter: QPainter, corner: QPointF, state: ObjectState) -> None:
        """Paint with the upper left corner there."""


class ObjectLook(NamedTuple):
    """What drawings are made for. measure: of the text, px."""

    theme: Theme
    measure: int


def drawing_of(
    block: ObjectBlock, image: QImage | None, look: ObjectLook, before: Drawing | None = None, *, still: bool = False
) -> Drawing:
    """Return the drawing of a block. before: of the block as it was, for what is the same; still: it stays in place."""
    match block:
        case Figure():
            return FigureDrawing(block, image, look.theme, look.measure)
        case Table():
            known = before if isinstance(before, TableDrawing) else None
            return TableDrawing(block, look.theme, look.measure, known, still=still)
        case _:
            assert_never(block)


def block_size(drawing: Drawing, measure: int) -> QSizeF:
    """Return the room a drawing takes, a hair narrower than the text so that it never wraps."""
    return QSizeF(measure - 1, drawing.height)


def wrap_anywhere(document: QTextDocument) -> None:
    """Let long addresses break rather than widen the text."""
    option = QTextOption()
    option.setWrapMode(WRAP)
    document.setDefaultTextOption(option)
