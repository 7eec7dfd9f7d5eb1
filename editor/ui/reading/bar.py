"""The bar over the reading view: what is read, what changed, how the pages lie, and what is decided."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.segments import Segments
from editor.ui.kit.widgets import SIZES, application, label
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

ONE, TWO = "one", "two"


class ReadingBar(QWidget):
    """left: back to the columns; stepped: to the next (1) or previous (-1) change; spread_chosen: two pages, or one."""

    left = Signal()
    done = Signal()
    stepped = Signal(int)
    spread_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZES["toolbar"])
        set_style(self, ground="window")
        self.back = _tool("close", tr("返回（Esc）"))
        self._title, self._last = label(role="strong"), CutLabel(ink="text2")
        self.changed = label(role="small", ink="warn")
        self.changed.setContentsMargins(10, 0, 10, 0)
        self.changed.setFixedHeight(22)
        set_style(self.changed, ground="changed")
        self.up, self.down = (
            _tool("order.up", tr("上一处改动（Shift+F8）")),
            _tool("order.down", tr("下一处改动（F8）")),
        )
        self.spread = Segments(tr("版面"), ((ONE, tr("单页")), (TWO, tr("双页"))))
        self.spread.show_key(TWO)
        self.zoom = label(ink="text2")
        self.finish = QPushButton(tr("读完"))
        self.finish.setToolTip(tr("记下读到这里，下次只看改了什么"))
        self.decisions = QHBoxLayout()
        self.decisions.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for part in (self.back, self._title):
            row.addWidget(part)
        row.addWidget(self.changed)
        row.addWidget(self._last, 1)
        for part in (self.up, self.down):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.spread)
        row.addWidget(self.zoom)
        row.addSpacing(8)
        row.addWidget(self.finish)
        row.addLayout(self.decisions)
        self.changed.hide()
        self._connect()

    def show_issue(self, title: str, last: str) -> None:
        """Name the issue, and when it was read last."""
        self._title.setText(title)
        self._last.show_text(last)

    def show_changes(self, words: str, detail: str, *, places: int) -> None:
        """Say how many pages changed, and offer the way through their places."""
        self.changed.setText(words)
        self.changed.setToolTip(detail)
        self.changed.setVisible(bool(words))
        for button in (self.up, self.down):
            button.setEnabled(places > 0)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.finish.clicked.connect(self.done)
        self.up.clicked.connect(lambda: self.stepped.emit(-1))
        self.down.clicked.connect(lambda: self.stepped.emit(1))
        self.spread.chosen.connect(lambda key: self.spread_chosen.emit(key == TWO))


def _tool(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, current_theme(application())))
    button.setIconSize(QSize(20, 20))
    button.setFixedSize(32, 32)
    button.setToolTip(words)
    button.setAccessibleName(words.partition("（")[0])
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
