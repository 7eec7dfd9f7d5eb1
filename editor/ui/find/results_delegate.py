"""Paints what was found: every hit in its surroundings, as it is and as it will be."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from editor.desk.replacing import SearchHit
from editor.ui.find.results_model import COUNT_ROLE, HIT_ROLE
from editor.ui.kit.row_drawing import Index, RowDrawing, room_of_text
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme


class ResultsDelegate(QStyledItemDelegate):
    """words: what takes the place of hits, None while nothing does."""

    def __init__(self, parent: QTreeView, words: Callable[[], str | None]) -> None:
        super().__init__(parent)
        self._words = words

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), current_theme(application()).size["row"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text = shown.text
        room = room_of_text(painter, shown)
        painter.save()
        line = RowDrawing(painter, room, current_theme(application()))
        hit = index.data(HIT_ROLE)
        line.trail(index.data(COUNT_ROLE) or "")
        if hit:
            _draw_hit(line, hit, self._words() if index.flags() & Qt.ItemFlag.ItemIsUserCheckable else None)
        else:
            line.draw_text(text, role="base" if index.parent().isValid() else "strong")
        painter.restore()


def _draw_hit(line: RowDrawing, hit: SearchHit, words: str | None) -> None:
    line.draw_text(hit.before, ink="text2")
    if words is None:
        line.tinted(hit.found, "accent.soft")
    else:
        line.tinted(hit.found, "error.soft", struck=True)
        line.tinted(words, "ok.soft")
    line.draw_text(hit.after, ink="text2")
