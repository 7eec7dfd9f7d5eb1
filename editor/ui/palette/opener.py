"""The box in the top bar that opens the palette: a field to the eye, a button to the hand."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel, IconPicture
from editor.ui.kit.widgets import SIZES, label, native_keys
from editor.ui.theme.apply import set_style

_WORDS, _SHORT = tr("搜索文章或命令"), tr("搜索")
# px that the icon, the gaps and the edges take
_LEAST, _BESIDE = 64, 16 + 3 * 8 + 2 * 9 + 2


class PaletteOpener(QPushButton):
    """Shows the keys of its action."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._words, self._keys = CutLabel(ink="text2", end=True), label(role="digit", ink="text2")
        self.setAccessibleName(_WORDS)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        set_style(self, kind="search")
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 9, 0)
        row.setSpacing(8)
        row.addWidget(IconPicture("search", size=16))
        row.addWidget(self._words)
        row.addStretch()
        row.addWidget(self._keys)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._show_keys)
        self._show_keys()

    def sizeHint(self) -> QSize:
        return QSize(SIZES["search"], SIZES["button"])

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, SIZES["button"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words()

    def _show_words(self) -> None:
        """Say it in a word where the sentence would be cut."""
        advance = self._words.fontMetrics().horizontalAdvance
        room = self.width() - _BESIDE - self._keys.sizeHint().width()
        self._keys.setVisible(room >= advance(_SHORT))
        self._words.show_text(_WORDS if room >= advance(_WORDS) else _SHORT)

    def _show_keys(self) -> None:
        keys = native_keys(self._action)
        self._keys.setText(keys)
        self.setToolTip(tr("按几个字母找到命令和文章（{keys}）", keys=keys) if keys else tr("按几个字母找到命令和文章"))
