"""The upper bar: which file, how many places are to be looked at, what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import SIZES, application, label, toolbar_tool
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon


class PastBar(QWidget):
    """Shows a count and holds the buttons 取消, 全部收下 and 收下."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZES["toolbar"])
        set_style(self, ground="window")
        self._name = CutLabel(role="head")
        self._count = label(role="small", ink="warn")
        self._count.setContentsMargins(8, 0, 8, 0)
        self._count.setFixedHeight(24)
        set_style(self._count, ground="warn")
        self.leave, self.take_all, self.take = (QPushButton(one) for one in (tr("取消"), tr("全部收下"), tr("收下")))
        set_style(self.take, kind="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(label(tr("导入往期"), role="head"))
        row.addWidget(self._name)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for name in ("undo", "previous", "next"):
            row.addWidget(toolbar_tool(actions[name]))
        row.addSpacing(8)
        for button in (self.leave, self.take_all, self.take):
            button.setAutoDefault(False)
            row.addWidget(button)

    @property
    def count_words(self) -> str:
        """What it says of places to be looked at."""
        return self._count.text()

    def show_file(self, name: str, points: int) -> None:
        """Name the open file and say how many of its lines are to be looked at."""
        self._name.show_text(name)
        self._count.setText(tr("{n} 处要看", n=points))
        self._count.setVisible(points > 0)


def past_actions(dialog: QDialog) -> dict[str, QAction]:
    """Return the actions of the dialog, which it answers to."""
    made = {}
    for name, words, drawn, keys in (
        ("undo", tr("撤销上一处改判"), "undo", "Ctrl+Z"),
        ("previous", tr("上一处要看的"), "order.up", "Shift+F8"),
        ("next", tr("下一处要看的"), "order.down", "F8"),
    ):
        action = QAction(icon(drawn, current_theme(application())), words, dialog)
        action.setShortcut(QKeySequence(keys))
        dialog.addAction(action)
        made[name] = action
    return made
