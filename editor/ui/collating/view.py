"""核红 in the left column: against which galley, how far it is, the list, and what can be done with one change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from editor.desk.collating.baselines import Baseline
from editor.desk.collating.change import RETURNABLE
from editor.desk.collating.ticking import Progress
from editor.model.language import tr
from editor.ui.collating.list import CollateList
from editor.ui.collating.rows import Row
from editor.ui.kit.cut_buttons import CutChoice
from editor.ui.kit.times import when
from editor.ui.kit.widgets import SIZES, bar_frame, hairline, label, with_keys
from editor.ui.theme.apply import set_style

_FOOT = 44


class CollateView(QWidget):
    """Shows changes. It decides nothing itself. actions: tick, turn back, note as galley, print."""

    chosen = Signal(object)
    baseline_chosen = Signal(int)
    only_open_toggled = Signal(bool)

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, ground="sidebar")
        self.setMinimumWidth(SIZES["outline.min"])
        self.list = CollateList()
        self._actions = actions
        self._writable = self._markable = False
        self.counts, self.nothing = label(ink="text2"), label(ink="text3")
        self.choice, self.only_open = CutChoice(), QPushButton(tr("未核"))
        self.tick = _button(
            tr("核对"), actions["collate.tick"], tr("核对这一处，到下一处；核过的再按一次取消"), tr("空格")
        )
        self.back = _button(tr("改回"), actions["collate.return"], tr("改回清样的字，到下一处"), "Delete")
        self.paper, self.mark = QPushButton(tr("打印…")), QPushButton(tr("记作清样"))
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self.setFocusProxy(self.list)

    def show_baselines(self, found: Sequence[Baseline], chosen: Baseline | None) -> None:
        """Offer what can be compared with."""
        self.choice.clear()
        for one in found:
            self.choice.addItem(tr("比照{words}（{at}）", words=one.words, at=when(one.at)))
        self.choice.setCurrentIndex(found.index(chosen) if chosen in found else -1)
        self._bar.setVisible(bool(found))

    def show_rows(self, rows: tuple[Row, ...], done: Progress, *, fault: str, writable: tuple[bool, bool]) -> None:
        """Show changes. fault: why nothing can be compared; writable: ticks and galleys, and the text."""
        self._markable, self._writable = writable
        self.list.show_rows(rows)
        self.counts.setText(tr("已核 {done}/{of}", done=done.done, of=done.of) if done.of else "")
        self._stack.setCurrentIndex(0 if rows else 1)
        self._foot.setVisible(bool(done.of))
        self.only_open.setVisible(bool(done.of))
        self.mark.setVisible(bool(not self.choice.count() and self._markable))
        self.nothing.setText(self._said(done, fault))
        self._show_buttons()

    def _said(self, done: Progress, fault: str) -> str:
        if fault:
            return fault
        if done.of:
            return tr("{n} 处都核过了。", n=done.of)
        if self.choice.count():
            return tr("和这一次比，一个字也没有改。")
        return tr(
            "还没有可以比照的清样。导出时勾选“纸样”，或把现在的文字记作清样；以后改了什么，都逐字列在这里，照着改过的纸样一处一处核对。"
        )

    def _show_buttons(self) -> None:
        row = self.list.current
        self.tick.setEnabled(row is not None and self._markable)
        self.tick.setText(tr("取消核对") if row and row.tick else tr("核对"))
        self.back.setEnabled(row is not None and self._writable and row.change.part in RETURNABLE)

    def _connect(self) -> None:
        self.list.chosen.connect(self.chosen)
        self.list.picked.connect(self._show_buttons)
        for signal, name in ((self.list.tick_wanted, "tick"), (self.list.return_wanted, "return")):
            signal.connect(self._actions[f"collate.{name}"].trigger)
        for button, name in ((self.tick, "tick"), (self.back, "return"), (self.paper, "paper"), (self.mark, "mark")):
            button.clicked.connect(self._actions[f"collate.{name}"].trigger)
        self.choice.activated.connect(self.baseline_chosen)
        self.only_open.toggled.connect(self.only_open_toggled)

    def _build(self) -> None:
        head = QWidget()
        row = bar_frame(head)
        set_style(head, ground="sidebar")
        row.setContentsMargins(16, 0, 8, 0)
        row.addWidget(label(tr("核红"), role="strong"))
        row.addSpacing(6)
        row.addWidget(self.counts)
        row.addStretch()
        self.only_open.setCheckable(True)
        self.only_open.setProperty("small", "true")
        self.only_open.setToolTip(tr("只看还没有核对的"))
        set_style(self.only_open, kind="segment")
        row.addWidget(self.only_open)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty())
        self._bar, self._foot = self._make_bar(), self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, self._bar, hairline(), self._stack, self._foot):
            column.addWidget(part, 1 if part is self._stack else 0)

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 8)
        self.choice.setAccessibleName(tr("比照哪一次"))
        row.addWidget(self.choice, 1)
        return bar

    def _empty(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(24, 48, 24, 0)
        column.setSpacing(16)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.nothing)
        column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return made

    def _make_foot(self) -> QWidget:
        foot, inside = QWidget(), QWidget()
        inside.setFixedHeight(_FOOT)
        row = QHBoxLayout(inside)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        set_style(self.tick, kind="primary")
        self.paper.setProperty("small", "true")
        self.paper.setToolTip(tr("把这张单子打印出来"))
        row.addWidget(self.tick)
        row.addWidget(self.back)
        row.addStretch()
        row.addWidget(self.paper)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addWidget(inside)
        return foot


def _button(words: str, action: QAction, tip: str, keys: str) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("small", "true")
    made.setToolTip(
        tr("{tip}（列表里按 {keys}；{others}）", tip=tip, keys=keys, others=with_keys("", action).strip("（）"))
    )
    return made
