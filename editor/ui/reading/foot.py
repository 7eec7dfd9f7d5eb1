"""What stands below: where one is and which keys help; and what stands before a signature."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.widgets import SIZES, hairline, key_cap, label
from editor.ui.review.obstacle_list import ObstacleList
from editor.ui.theme.apply import set_style

_MOST = 5
_KEYS = ((("←", "→"), tr("翻页")), (("N",), tr("加批注")), (("F8",), tr("下一处改动")), (("Esc",), tr("返回")))


class ReadingFoot(QWidget):
    """The line of keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(SIZES["status"])
        set_style(self, ground="window")
        self._place = label(role="small", ink="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        row.addStretch()
        row.addWidget(self._place)
        for keys, words in _KEYS:
            row.addSpacing(10)
            for one in keys:
                row.addWidget(key_cap(one), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(label(words, role="small", ink="text2"))
        row.addStretch()

    def show_place(self, words: str) -> None:
        """Say where one is."""
        self._place.setText(words)


class BeforeSignature(QWidget):
    """签发前: what stands before a signature, and what was looked at of the pages that changed.

    The list is the one that the signing dialog shows. chosen: the user wants to see an obstacle's place.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        set_style(self, ground="sidebar")
        self.setAccessibleName(tr("签发前"))
        self.list, self._looked = ObstacleList(most=_MOST), label(role="small", ink="text2")
        self._looked.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 12, 4, 12)
        inside.setSpacing(4)
        inside.addWidget(label(tr("签发前"), role="strong"))
        inside.addWidget(self.list)
        inside.addWidget(self._looked)
        column.addLayout(inside)
        self.list.chosen.connect(self.chosen)

    @property
    def looked(self) -> str:
        """What it says of the pages that changed."""
        return self._looked.text()

    def show_looked(self, changed: Collection[int], seen: Collection[int]) -> None:
        """Say how many of the sheets that changed were looked at; nothing where none did."""
        words = tr("{n} 页改动，看过 {looked} 页", n=len(changed), looked=sum(one in seen for one in changed))
        self._looked.setText(words if changed else "")
        self._looked.setVisible(bool(changed))
