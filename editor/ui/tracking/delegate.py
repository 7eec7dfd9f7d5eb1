"""Paints the rows: an article's heading; a change with who, when, what was done, and its words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPen, QTextCharFormat

from editor.text.comparing import Piece, PieceKind
from editor.ui.kit.change_drawing import GAP, ChangeDelegate, ChangeDrawing, between, shapes
from editor.ui.kit.tints import HANDS
from editor.ui.theme.tokens import Theme
from editor.ui.tracking.rows import ChangeHeadRow, ChangeRow
from editor.ui.tracking.words import kind_words, maker_words, pieces, when_words

_MARK, _INDENT, _LINES = 20, 28, 2


class ChangesDelegate(ChangeDelegate):
    """Rows of one or two lines of words."""

    def __init__(self) -> None:
        super().__init__(ChangeHeadRow, indent=_INDENT, lines=_LINES, near=True)

    def heading(self, row: ChangeHeadRow) -> tuple[str, str]:
        """Return the article and how many changes it has."""
        return row.title, str(row.count)

    def facts(self, drawing: ChangeDrawing, row: ChangeRow, line: QRect) -> None:
        """Draw who, when and what was done."""
        _draw_hand(drawing, row.hand, line)
        right = drawing.right(kind_words(row.made.change), line)
        left = drawing.text(maker_words(row.made), "strong", "text", between(line, line.left(), right))
        drawing.text(when_words(row.made.at), "small", "text2", between(line, left + GAP, right))

    def words(self, row: ChangeRow, theme: Theme) -> tuple[Sequence[Piece], Mapping[PieceKind, QTextCharFormat]]:
        """Return the words, new ones with the line of who made the change."""
        token = HANDS[row.hand % len(HANDS)][0]
        return pieces(row.made.change), shapes(theme, same="text", gone="text2", line=token)


def _draw_hand(drawing: ChangeDrawing, hand: int, line: QRect) -> None:
    """Draw the line that stands below this person's words in the text."""
    token, stroke = HANDS[hand % len(HANDS)]
    drawing.painter.setPen(QPen(drawing.theme.colour(token), 2, stroke, Qt.PenCapStyle.FlatCap))
    left, y = line.left() - _INDENT, line.center().y() + 1
    drawing.painter.drawLine(left, y, left + _MARK, y)
