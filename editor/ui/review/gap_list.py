"""What an issue lacks for a step, as lines; each leads to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.desk.review.gaps import Gap, GapKind
from editor.model.language import tr
from editor.ui.pieces import CutLabel, Picture
from editor.ui.theme.apply import mark

_LINE, _MOST = 28, 6
_SIGNS = {
    GapKind.WAIVED: ("check.waive", "text2", False),
    GapKind.NOTES: ("review.notes", "text2", False),
    GapKind.UNDECIDED: ("edit", "text2", False),
}


class GapList(QWidget):
    """chosen: the user wants to see a gap's place."""

    chosen = Signal(object)

    def __init__(self, gaps: Sequence[Gap], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("还缺什么"))
        self.buttons: list[QPushButton] = []
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(0)
        for gap in sorted(gaps, key=lambda one: not one.blocking):
            lines.addWidget(self._line(gap))
        if not gaps:
            lines.addWidget(_row("check.ok", "ok", tr("没有未了的事"), filled=True)[0])
        lines.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedHeight(_LINE * min(max(1, len(gaps)), _MOST))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(area)

    def _line(self, gap: Gap) -> QWidget:
        name, token, filled = _SIGNS.get(gap.kind, ("check.warning", "warn.mark", True))
        if gap.blocking:
            name, token, filled = "check.error", "error", True
        made, row = _row(name, token, gap.words, filled=filled, ink="error" if gap.blocking else "text")
        if gap.places:
            button = QPushButton(tr("查看"))
            mark(button, kind="link")
            button.setAutoDefault(False)
            button.setAccessibleName(tr("查看：{words}", words=gap.words))
            button.clicked.connect(lambda: self.chosen.emit(gap))
            row.addWidget(button)
            self.buttons.append(button)
        return made


def _row(name: str, token: str, words: str, *, filled: bool, ink: str = "text") -> tuple[QWidget, QHBoxLayout]:
    made = QWidget()
    made.setFixedHeight(_LINE)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    said = CutLabel(ink=ink, end=True)
    said.show_text(words)
    row.addWidget(Picture(name, size=16, token=token, filled=filled))
    row.addWidget(said, 1)
    return made, row
