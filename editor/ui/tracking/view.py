"""修订 in the left column: how many, the list, and below what can be done with the change in hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.text.tracked import ChangeDecision
from editor.ui.kit.widgets import SIZES, bar_frame, hairline, label, with_keys
from editor.ui.theme.apply import set_style
from editor.ui.tracking.list import ChangesList
from editor.ui.tracking.rows import ChangeHeadRow, ChangeRow, Row

_FOOT = 44


class TrackingView(QWidget):
    """Shows changes. It decides nothing itself. switch: turns tracking on and off; alls: what is done with many."""

    chosen = Signal(object)
    decided = Signal(object)

    def __init__(
        self,
        switch: QAction,
        verdicts: dict[ChangeDecision, QAction],
        alls: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_style(self, ground="sidebar")
        self.setMinimumWidth(SIZES["outline.min"])
        self.list = ChangesList()
        self._switch, self._writable = switch, False
        self._counts, self._nothing = label(ink="text2"), label(ink="text3")
        self._on = QPushButton(tr("打开修订"))
        self.buttons = {verdict: _button(verdict, action) for verdict, action in verdicts.items()}
        self.all = QPushButton(tr("全部"))
        self._stack = QStackedWidget()
        self._build(alls)
        self.list.chosen.connect(self.chosen)
        self.list.decided.connect(self.decided)
        self.list.picked.connect(self._show_buttons)
        self._on.clicked.connect(switch.trigger)
        for verdict, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, verdict=verdict: self.decided.emit(verdict))
        self.setFocusProxy(self.list)

    def show_rows(self, rows: tuple[Row, ...], *, writable: bool) -> None:
        """Show the changes of an issue."""
        self._writable = writable
        self.list.show_rows(rows)
        heads = [row for row in rows if isinstance(row, ChangeHeadRow)]
        count = len(rows) - len(heads)
        self._counts.setText(tr("{n} 处，{many} 篇", n=count, many=len(heads)) if count else "")
        self._stack.setCurrentIndex(0 if count else 1)
        self._foot.setVisible(bool(count))
        self._show_nothing()
        self._show_buttons()

    def _show_nothing(self) -> None:
        on = self._switch.isChecked()
        self._nothing.setText(
            tr("这一篇的修订已打开。从现在起谁改了什么都列在这里，可以逐处接受或拒绝。")
            if on
            else tr(
                "还没有修订。打开修订以后，谁在这一篇里改了什么都会标出来，可以逐处接受或拒绝。\n退回、更正的一期自动打开。"
            )
        )
        self._on.setVisible(not on and self._switch.isEnabled())
        self._on.setToolTip(with_keys(self._switch.toolTip(), self._switch))

    def _show_buttons(self) -> None:
        inside = isinstance(self.list.current, ChangeRow)
        for button in self.buttons.values():
            button.setEnabled(inside and self._writable)
        self.all.setEnabled(self._writable)

    def _build(self, alls: Sequence[QAction]) -> None:
        head = QWidget()
        row = bar_frame(head)
        set_style(head, ground="sidebar")
        row.setContentsMargins(16, 0, 8, 0)
        row.addWidget(label(tr("修订"), role="strong"))
        row.addSpacing(6)
        row.addWidget(self._counts)
        row.addStretch()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty())
        self._foot = self._make_foot(alls)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, hairline(), self._stack, self._foot):
            column.addWidget(part, 1 if part is self._stack else 0)

    def _empty(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(24, 48, 24, 0)
        column.setSpacing(16)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._nothing)
        column.addWidget(self._on, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return made

    def _make_foot(self, alls: Sequence[QAction]) -> QWidget:
        foot, inside = QWidget(), QWidget()
        inside.setFixedHeight(_FOOT)
        row = QHBoxLayout(inside)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch()
        menu = QMenu(self.all)
        for action in alls:
            menu.addAction(action)
        self.all.setMenu(menu)
        self.all.setProperty("small", "true")
        self.all.setProperty("opens", "true")
        self.all.setAccessibleName(tr("全部接受或拒绝"))
        self.all.setToolTip(tr("接受或拒绝本篇、本期的全部修订"))
        row.addWidget(self.all)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addWidget(inside)
        return foot


def _button(verdict: ChangeDecision, action: QAction) -> QPushButton:
    accepting = verdict is ChangeDecision.ACCEPTED
    made = QPushButton(tr("接受") if accepting else tr("拒绝"))
    made.setProperty("small", "true")
    if accepting:
        set_style(made, kind="primary")
    keys = "Enter" if accepting else "Delete"
    tip = tr("接受这一处，到下一处") if accepting else tr("拒绝这一处，到下一处")
    made.setToolTip(
        tr("{tip}（列表里按 {keys}；{others}）", tip=tip, keys=keys, others=with_keys("", action).strip("（）"))
    )
    return made
