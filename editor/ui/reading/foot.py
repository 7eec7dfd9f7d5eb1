"""What stands below: where one is and which keys help; and before approval, what is open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.desk.reading.open_points import OpenPoint, PointKind
from editor.model.language import tr
from editor.ui.pieces import Picture
from editor.ui.theme.apply import mark
from editor.ui.widgets import SIZES, hairline, key_cap, label

_SIGNS = {
    PointKind.OPEN: ("check.warning", "warn.mark", True),
    PointKind.PART: ("state.edited", "text2", False),
    PointKind.DONE: ("check.ok", "ok", True),
}
_KEYS = ((("←", "→"), tr("翻页")), (("N",), tr("加批注")), (("F8",), tr("下一处改动")), (("Esc",), tr("返回")))


class ReadingFoot(QWidget):
    """The line of keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(SIZES["status"])
        mark(self, ground="window")
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


class BeforeApproval(QWidget):
    """批准前: what is open, as lines. checks_wanted: the user wants to see the findings."""

    checks_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        mark(self, ground="sidebar")
        self.setAccessibleName(tr("批准前"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 12, 12, 12)
        inside.setSpacing(4)
        inside.addWidget(label(tr("批准前"), role="strong"))
        inside.addLayout(self._lines)
        column.addLayout(inside)
        self.points: tuple[OpenPoint, ...] = ()

    def show_points(self, points: Sequence[OpenPoint]) -> None:
        """Show what is open."""
        if tuple(points) == self.points:
            return
        self.points = tuple(points)
        while item := self._lines.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        for point in self.points:
            self._lines.addWidget(self._line(point))

    def _line(self, point: OpenPoint) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name, token, filled = _SIGNS[point.kind]
        row.addWidget(Picture(name, size=16, token=token, filled=filled))
        row.addWidget(label(point.words), 1)
        made.setMinimumHeight(24)
        if point.checks:
            button = QPushButton(tr("查看"))
            mark(button, kind="link")
            button.setAccessibleName(tr("查看：{words}", words=point.words))
            button.clicked.connect(self.checks_wanted)
            row.addWidget(button)
        return made
