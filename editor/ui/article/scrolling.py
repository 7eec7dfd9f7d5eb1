"""Keeps in view where the user writes, or was led to, while the open article grows to its height."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QTextEdit, QWidget

from editor.ui.article.facts_fold import FactsFold
from editor.ui.body.editor import BodyEditor
from editor.ui.kit.input_method import place_candidates

_GROWING_MS = 300
_BELOW = 72


class ArticleScrolling(QObject):
    """Scrolls the area that title and body of an article stand in."""

    def __init__(self, area: QScrollArea, title: QTextEdit, body: BodyEditor, fold: FactsFold) -> None:
        super().__init__(area)
        self._area, self._title, self._body, self._fold = area, title, body, fold
        self._led = QTimer(self)
        self._led.setSingleShot(True)
        self._led.setInterval(_GROWING_MS)
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, _most: self._show_goal())
        bar.valueChanged.connect(place_candidates)

    def show_caret(self) -> None:
        """Bring the caret of the body into view."""
        self._show(_BELOW)

    def lead(self) -> None:
        """Bring title or body into view, whichever has the keyboard: now, and again as a new article grows."""
        self._led.start()
        self._show_goal()

    def reveal(self, part: QWidget) -> None:
        """Bring title, body or a field of the facts into view; they open for it."""
        if self._fold.editor.isAncestorOf(part):
            self._fold.open()
        self._area.ensureWidgetVisible(part)

    def _show_goal(self) -> None:
        """Bring what the user was led to into view, with what stands above and below it."""
        if not self._led.isActive():
            return
        if self._body.editing.texts.has_focus():
            self._show(self._area.viewport().height() // 3)
        else:
            self._area.ensureWidgetVisible(self._title)

    def _show(self, around: int) -> None:
        """around: px that are seen above and below the caret."""
        inside = self._area.widget()
        if inside:
            point = self._body.mapTo(inside, self._body.editing.texts.caret_rect().center())
            self._area.ensureVisible(point.x(), point.y(), 0, around)
