"""A choice of one among few, side by side."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font

_PADDING, _LEAST_PADDING, _GAP = 10, 2, 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Segments(QWidget):
    """A row of words; arrow keys go from one to the next. chosen: the key of the one that the user took."""

    chosen = Signal(object)

    def __init__(
        self, name: str, words: Iterable[tuple[object, str]], *, height: int = 28, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedHeight(height)
        self._group = QButtonGroup(self)
        self.segments: dict[object, Segment] = {key: Segment(word, self) for key, word in words}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for segment in self.segments.values():
            self._group.addButton(segment)
            row.addWidget(segment)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit(self.key))

    @property
    def key(self) -> object:
        """The key of the word that is chosen, None for none."""
        return next((key for key, segment in self.segments.items() if segment.isChecked()), None)

    def show_key(self, key: object) -> None:
        """Show which is chosen; none where there is no such key."""
        self._group.setExclusive(False)
        for one, segment in self.segments.items():
            segment.setChecked(one == key)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        buttons = list(self.segments.values())
        here = next((place for place, button in enumerate(buttons) if button.isChecked()), -1)
        target = buttons[(here + step) % len(buttons)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme(application())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edged = theme.name == "contrast"
        painter.setPen(QPen(theme.colour("line.strong"), 1) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken" if theme.dark else "selected.idle"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()


class Segment(QAbstractButton):
    """A word, and a count where there is something to count."""

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._count: int | None = None
        self.setText(word)
        self.setCheckable(True)
        self.setAccessibleName(word)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_count(self, count: int) -> None:
        """Show a count beside the word."""
        self._count = count
        self.setAccessibleName(tr("{value} {n} 条", value=self.text(), n=count))
        self.updateGeometry()
        self._show_tip()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("base"))
        counted = metrics.horizontalAdvance(str(self._count)) + _GAP if self._count is not None else 0
        return QSize(metrics.horizontalAdvance(self.text()) + counted + 2 * _PADDING, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _PADDING, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    @property
    def shown(self) -> str:
        """The word as it is drawn: its end is left out where the row has no room."""
        beside = self.sizeHint().width() - 2 * (_PADDING - _LEAST_PADDING)
        room = self.width() - beside + self._advance() + 1
        return QFontMetrics(font("base")).elidedText(self.text(), Qt.TextElideMode.ElideRight, max(0, room))

    def _advance(self) -> int:
        return QFontMetrics(font("base")).horizontalAdvance(self.text())

    def _show_tip(self) -> None:
        self.setToolTip("" if self.shown == self.text() else self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            # the row steps; Qt's own arrow keys would not check
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme(application())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(QPen(theme.colour("accent" if theme.name == "contrast" else "line"), 1))
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        self._words(painter)
        painter.end()

    def _words(self, painter: QPainter) -> None:
        face, theme = font("base"), current_theme(application())
        painter.setFont(face)
        ink = "text" if self.isChecked() or self.underMouse() else "text2"
        painter.setPen(theme.colour(ink if self.isEnabled() else "text.off"))
        needed = self.sizeHint().width() - 2 * _PADDING
        box = self.rect().adjusted(min(_PADDING, max(_LEAST_PADDING, (self.width() - needed) // 2)), 0, 0, 0)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        shown = self.shown
        painter.drawText(box, side, shown)
        if self._count is not None:
            left = QFontMetrics(face).horizontalAdvance(shown) + _GAP
            painter.setPen(theme.colour("text3"))
            painter.drawText(QRect(box).adjusted(left, 0, 0, 0), side, str(self._count))
