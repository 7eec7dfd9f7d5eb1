"""A form of the issue that can be exported: a card that is on or off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.ui.kit.widgets import label
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon


class FormatCard(QFrame):
    """A click anywhere on it switches it."""

    toggled = Signal(bool)

    def __init__(self, name: str, words: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(56)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._box = QCheckBox()
        self._box.setAccessibleName(name)
        self._box.setAccessibleDescription(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self._box)
        row.addWidget(_picture(icon_name))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch()
        text.addWidget(label(name, role="strong"))
        text.addWidget(label(words, role="small", ink="text2"))
        text.addStretch()
        row.addLayout(text)
        row.addStretch()
        self._box.toggled.connect(self._on_toggled)
        self._box.setChecked(True)

    @property
    def chosen(self) -> bool:
        """Whether this form is wanted."""
        return self._box.isChecked()

    def choose(self, *, on: bool) -> None:
        """Switch the card."""
        self._box.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.toggle()

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        set_style(self, ground="accent" if on else "card")
        self.toggled.emit(on)


def _picture(name: str) -> QLabel:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "a card lives in an application"  # noqa: S101
    shown = QLabel()
    shown.setPixmap(icon(name, current_theme(app), size=20).pixmap(24, 24))
    return shown
