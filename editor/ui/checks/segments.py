"""The filter: all findings or those of a level, each with its count."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from editor.proof.finding import Level
from editor.ui.checks.delegate import theme
from editor.ui.checks.levels import LOOKS
from editor.ui.theme.fonts import font

_HEIGHT, _PADDING, _GAP = 28, 10, 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class LevelFilter(QWidget):
    """A row of segments; arrow keys go from one to the next."""

    level_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("筛选检查结果")
        self.setFixedHeight(_HEIGHT)
        self._group = QButtonGroup(self)
        self._segments: dict[Level | None, _Segment] = {None: _Segment("全部", self)}
        self._segments |= {level: _Segment(look.word, self) for level, look in LOOKS.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for segment in self._segments.values():
            self._group.addButton(segment)
            row.addWidget(segment)
        self._segments[None].setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)

    def level(self) -> Level | None:
        """Return the level chosen, None for all."""
        return next((level for level, segment in self._segments.items() if segment.isChecked()), None)

    def show_counts(self, counts: dict[Level, int]) -> None:
        """Show how many findings each level has."""
        for level in Level:
            self._segments[level].show_count(counts.get(level, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        buttons = list(self._segments.values())
        here = next(place for place, button in enumerate(buttons) if button.isChecked())
        target = buttons[(here + step) % len(buttons)]
        target.setChecked(True)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edged = theme().name == "contrast"
        painter.setPen(QPen(theme().colour("line.strong"), 1) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("sunken" if theme().dark else "selected.idle"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _on_toggled(self, _button: QAbstractButton, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if checked:
            self.level_chosen.emit(self.level())


class _Segment(QAbstractButton):
    """A word and a count."""

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
        self.setAccessibleName(f"{self.text()} {count} 条")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("base"))
        counted = metrics.horizontalAdvance(str(self._count)) + _GAP if self._count is not None else 0
        return QSize(metrics.horizontalAdvance(self.text()) + counted + 2 * _PADDING, _HEIGHT - 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            # the row steps; Qt's own arrow keys would not check
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            edge = "accent" if theme().name == "contrast" else "line"
            painter.setPen(QPen(theme().colour(edge), 1))
            painter.setBrush(theme().colour("raised"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        self._words(painter)
        painter.end()

    def _words(self, painter: QPainter) -> None:
        face = font("base")
        painter.setFont(face)
        painter.setPen(theme().colour("text" if self.isChecked() or self.underMouse() else "text2"))
        box = self.rect().adjusted(_PADDING, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side, self.text())
        if self._count is not None:
            left = QFontMetrics(face).horizontalAdvance(self.text()) + _GAP
            painter.setPen(theme().colour("text3"))
            painter.drawText(QRect(box).adjusted(left, 0, 0, 0), side, str(self._count))
