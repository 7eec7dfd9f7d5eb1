"""The tools of a chosen figure or table: a page of the bar above the article."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from editor.ui.article.tool_folding import ToolFolding
from editor.ui.commands.actions import CommandActions
from editor.ui.commands.places import CommandBar
from editor.ui.kit.widgets import bar_frame, bar_tool, hairline, label, tip_with_keys
from editor.ui.theme.apply import set_style

# px at the ends of the bar's rows
EDGES = 12 + 8 + 8
_GAP = 4
# how sharp a figure prints, which the checks say too
_LAST_FOLDS = 3


class ObjectTools(QWidget):
    """tools: which of them have room."""

    def __init__(
        self,
        name: str,
        actions: CommandActions,
        bars: tuple[CommandBar, ...],
        *,
        first: QWidget | None = None,
        last: QWidget | None = None,
    ) -> None:
        """name: what is chosen; bars: whose commands follow it; first, last: what stands around these."""
        super().__init__()
        self.tools = ToolFolding(edges=EDGES, gap=_GAP)
        row = bar_frame(self)
        row.setSpacing(_GAP)
        for part in (label(name, role="strong"), bar_gap(), first):
            if part:
                row.addWidget(self.tools.add(part))
        for bar in bars:
            for action, at in actions.placed(bar):
                words = at.text or (action.text() if action.icon().isNull() else "")
                made = _worded(action, words) if words else bar_tool(action)
                row.addWidget(self.tools.add(made, at.folds, action))
        row.addStretch()
        if last:
            row.addWidget(self.tools.add(last, _LAST_FOLDS))


def _worded(action: QAction, words: str) -> QPushButton:
    made = QPushButton(action.icon(), words)
    made.setProperty("small", "true")
    tip_with_keys(made, action)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_style(made, kind="tool")
    made.clicked.connect(action.trigger)
    action.visibleChanged.connect(lambda: made.setVisible(action.isVisible()))
    action.enabledChanged.connect(made.setEnabled)
    return made


def bar_gap() -> QWidget:
    """Return the line between two groups of tools."""
    made = QFrame()
    row = QHBoxLayout(made)
    row.setContentsMargins(4, 10, 4, 10)
    row.addWidget(hairline(upright=True))
    return made
