"""Pieces that dialogs and the welcome view share: buttons with content, text that is cut, states in a line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.ui.kit.widgets import application, label
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_SIGNS = {"ok": ("check.ok", "ok"), "warn": ("check.warning", "warn.mark"), "error": ("check.error", "error")}


class ContentButton(QPushButton):
    """A button that shows a layout instead of a text. kind: card, row or tool; small: 28 px high."""

    def __init__(self, kind: str, name: str, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        if small:
            self.setProperty("small", "true")
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_style(self, kind=kind)

    def sizeHint(self) -> QSize:
        inner = self.layout()
        return inner.sizeHint() if inner else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        inner = self.layout()
        return inner.minimumSize() if inner else super().minimumSizeHint()


class CutLabel(QLabel):
    """A line that loses its middle, or its end, where there is no room; the whole stands in its tool tip."""

    def __init__(self, *, role: str = "base", ink: str = "text", end: bool = False) -> None:
        super().__init__()
        self._mode = Qt.TextElideMode.ElideRight if end else Qt.TextElideMode.ElideMiddle
        plain = label(role=role, ink=ink)
        self.setFont(plain.font())
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_style(self, ink=ink)
        self._whole, self._tail = "", ""

    @property
    def whole(self) -> str:
        """The text as it was given."""
        return self._whole + self._tail

    def show_text(self, text: str, tail: str = "") -> None:
        """Show a text; the tail is never cut."""
        self._whole, self._tail = text, tail
        self.setToolTip(text)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.whole)
        return QSize(width + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics = QFontMetrics(self.font())
        room = self.width() - metrics.horizontalAdvance(self._tail)
        self.setText(metrics.elidedText(self._whole, self._mode, max(0, room)) + self._tail)


class StateLine(QWidget):
    """A sentence with the sign of its state: ok, warn, error or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._words = IconPicture("check.ok", size=16), label(role="small", ink="text2")
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        # in the middle of the first line, 18 px high
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 1, 0, 0)
        sign.addWidget(self._sign)
        sign.addStretch()
        row.addLayout(sign)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)
        self._sign.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_message(self, words: str, *, state: str = "") -> None:
        """Say something. state: ok, warn, error or empty."""
        self._words.setText(words)
        set_style(self._words, ink=state if state in ("warn", "error") else "text2")
        self._sign.setVisible(bool(words and state))
        if state:
            name, token = _SIGNS[state]
            self._sign.show_icon(name, token=token, filled=True)


class IconPicture(QWidget):
    """An icon by name in a token's colour; it follows the theme."""

    def __init__(self, name: str, *, size: int = 20, token: str = "text2", filled: bool = False) -> None:
        super().__init__()
        self._size = size
        self.setFixedSize(size, size)
        self.show_icon(name, token=token, filled=filled)

    def show_icon(self, name: str, *, token: str, filled: bool = False) -> None:
        """Show another icon."""
        self._icon = icon(name, current_theme(application()), size=self._size, token=token, filled=filled)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self._icon.paint(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, mode)
        painter.end()


def two_lines(above: QLabel, below: QLabel) -> QVBoxLayout:
    """Return two lines close together, in the middle of what height there is."""
    stack = QVBoxLayout()
    stack.setSpacing(0)
    stack.addStretch()
    stack.addWidget(above)
    stack.addWidget(below)
    stack.addStretch()
    return stack
