"""What stands before a step of the review, as lines; each leads to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.desk.review.obstacles import Obstacle, ObstacleKind
from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel, IconPicture
from editor.ui.theme.apply import set_style

_LINE, _MOST = 28, 6
_SIGNS = {
    ObstacleKind.WAIVED: ("check.waive", "text2", False),
    ObstacleKind.NOTES: ("review.notes", "text2", False),
    ObstacleKind.UNDECIDED: ("edit", "text2", False),
}


class ObstacleList(QWidget):
    """chosen: the user wants to see an obstacle's place. most: lines that are seen without scrolling."""

    chosen = Signal(object)

    def __init__(self, found: Sequence[Obstacle] = (), parent: QWidget | None = None, *, most: int = _MOST) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("还缺什么"))
        self.buttons: list[QPushButton] = []
        self.obstacles: tuple[Obstacle, ...] | None = None
        self._most = most
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self._area)
        self.show_obstacles(found)

    def show_obstacles(self, found: Sequence[Obstacle]) -> None:
        """Show these in their order, or that there are none."""
        if tuple(found) == self.obstacles:
            return
        self.obstacles = tuple(found)
        self.buttons.clear()
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(0)
        for one in found:
            lines.addWidget(self._line(one))
        if not found:
            lines.addWidget(_row("check.ok", "ok", tr("没有未了的事"), filled=True)[0])
        lines.addStretch()
        self._area.setWidget(inside)
        self._area.setFixedHeight(_LINE * min(max(1, len(found)), self._most))

    def _line(self, one: Obstacle) -> QWidget:
        name, token, filled = _SIGNS.get(one.kind, ("check.warning", "warn.mark", True))
        if one.blocking:
            name, token, filled = "check.error", "error", True
        made, row = _row(name, token, one.words, filled=filled, ink="error" if one.blocking else "text")
        if one.places:
            button = QPushButton(tr("查看"))
            set_style(button, kind="link")
            button.setAutoDefault(False)
            button.setAccessibleName(tr("查看：{words}", words=one.words))
            button.clicked.connect(lambda: self.chosen.emit(one))
            row.addWidget(button)
            self.buttons.append(button)
        return made


def _row(name: str, token: str, words: str, *, filled: bool, ink: str = "text") -> tuple[QWidget, QHBoxLayout]:
    made = QWidget()
    made.setFixedHeight(_LINE)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    message = CutLabel(ink=ink, end=True)
    message.show_text(words)
    row.addWidget(IconPicture(name, size=16, token=token, filled=filled))
    row.addWidget(message, 1)
    return made, row
