"""A way in: icon, words, key."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.ui.kit.pieces import ContentButton, IconPicture, two_lines
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_HEIGHT = 64


class Tile(ContentButton):
    """A card to click; its key works anywhere in the window."""

    def __init__(self, name: str, words: str, icon_name: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__("card", name, parent)
        self.setAccessibleDescription(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(IconPicture(icon_name, size=24, token="accent"))
        row.addLayout(two_lines(label(name, role="strong"), label(words, role="small", ink="text2")), 1)
        cap = label(keys, role="small", ink="text2")
        set_style(cap, ground="key")
        row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
        QShortcut(QKeySequence(keys), self, self.click, context=Qt.ShortcutContext.WindowShortcut)

    def sizeHint(self) -> QSize:
        return QSize(416, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)
