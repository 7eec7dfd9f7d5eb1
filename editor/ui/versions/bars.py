"""The bars of the versions: what is compared, the way from change to change, the keys."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import SIZES, bar_frame, bar_tool, label, toolbar_tool, with_keys
from editor.ui.theme.apply import set_style
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme
from editor.ui.versions.entries import VersionEntry

_ICON = QSize(20, 20)


class VersionsTop(QWidget):
    """The upper bar: which article, how many changes, what can be done."""

    def __init__(self, title: str, actions: dict[str, QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZES["toolbar"])
        set_style(self, ground="window")
        name = CutLabel(role="head")
        name.show_text(title)
        self._count = label(role="small", ink="warn")
        self._count.setContentsMargins(8, 0, 8, 0)
        self._count.setFixedHeight(24)
        set_style(self._count, ground="warn")
        self.restore = QPushButton(icon("restore", theme, token="accent.on"), tr("恢复这个版本"))
        set_style(self.restore, kind="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(toolbar_tool(actions["close"]))
        row.addWidget(label(tr("版本"), role="head"))
        row.addWidget(name)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(_worded(actions["only"]))
        for key in ("previous", "next"):
            row.addWidget(toolbar_tool(actions[key]))
        row.addSpacing(4)
        row.addWidget(self.restore)

    @property
    def count_words(self) -> str:
        """What it says of the changes."""
        return self._count.text()

    def show_count(self, words: str) -> None:
        """Say how many changes there are; nothing for none to speak of."""
        self._count.setText(words)
        self._count.setVisible(bool(words))


class ComparedBar(QWidget):
    """The bar above the columns: the chosen version at the left, at the right what it is compared with."""

    other_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = CutLabel(role="strong")
        self.other = QComboBox()
        self.other.setAccessibleName(tr("和哪个版本比较"))
        self.other.setToolTip(tr("和哪个版本比较"))
        self.other.setProperty("small", "true")
        self.other.setMinimumWidth(160)
        self.other.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = bar_frame(self)
        row.setContentsMargins(24, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._left, 1)
        right = QHBoxLayout()
        right.setContentsMargins(12, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(label(tr("对照"), ink="text2"))
        right.addWidget(self.other, 1)
        row.addLayout(right, 1)
        self.other.activated.connect(self.other_chosen)

    @property
    def other_key(self) -> int:
        """The version at the right, 0 for the article as it stands."""
        return self.other.currentData() or 0

    def show_left(self, words: str) -> None:
        """Name the version at the left."""
        self._left.show_text(words)

    def show_others(self, entries: tuple[VersionEntry, ...], key: int) -> None:
        """Offer versions to compare with, and show which is."""
        self.other.clear()
        for entry in entries:
            self.other.addItem(entry.words, entry.key)
        self.other.setCurrentIndex(max(0, self.other.findData(key)))


class KeysBar(QWidget):
    """The bar at the foot: what the keys do."""

    def __init__(self, keys: tuple[tuple[tuple[str, ...], str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZES["status"] + 4)
        set_style(self, ground="window")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        row.addStretch()
        for caps, words in keys:
            for cap in caps:
                row.addWidget(_cap(cap), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(label(words, role="small", ink="text2"))
            row.addSpacing(16)
        row.addStretch()


def side_bar(words: QLabel) -> QWidget:
    """Return the bar above the list."""
    made = QWidget()
    row = bar_frame(made)
    row.setContentsMargins(16, 0, 8, 0)
    row.addWidget(words)
    row.addStretch()
    return made


def _worded(action: QAction) -> QToolButton:
    button = bar_tool(action)
    button.setMinimumSize(0, 0)
    button.setMaximumWidth(16777215)
    button.setFixedHeight(28)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(_ICON)
    button.setToolTip(with_keys(action.toolTip(), action))
    return button


def _cap(key: str) -> QLabel:
    made = label(key, role="small", ink="text2")
    set_style(made, ground="key")
    return made
