"""总库检索 in place of the window's columns: what the hits have in common, the hits, the chosen one."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.archive.bar import ArchiveBar
from editor.ui.archive.foot import ArchiveFoot
from editor.ui.archive.hits_column import HitsColumn
from editor.ui.archive.preview import Preview
from editor.ui.archive.side import SideList
from editor.ui.kit.cut_buttons import CutButton
from editor.ui.kit.widgets import application, hairline
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_SIDE, _SIDE_NARROW, _WIDE = 232, 200, 1360
_ACTIONS = (
    ("quote", tr("作为引用插入"), "text.link", "Ctrl+Return"),
    ("reuse", tr("复用为新稿"), "copy", "Ctrl+Shift+D"),
    ("compare", tr("对比"), "compare", "Ctrl+D"),
    ("previous", tr("上一处"), "order.up", "Shift+F3"),
    ("next", tr("下一处"), "order.down", "F3"),
    ("open", tr("打开该期"), "open.outside", "Ctrl+O"),
    ("syntax", tr("怎样检索"), "help", "F1"),
    ("save", tr("存为常用检索"), "star", "Ctrl+S"),
)


class ArchiveView(QWidget):
    """left: back to the columns. actions: what can be done, by name."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, ground="window")
        self.actions_by_name = {name: self._action(*one) for name, *one in _ACTIONS}
        acts = self.actions_by_name
        # from the outside inwards: what gets a parent later is dressed again with all that it holds
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        self._side = QWidget(self)
        self.bar, self.side = ArchiveBar(acts["syntax"], self), SideList(self._side)
        self.hits, self.preview = HitsColumn(self._columns), Preview(acts, self._columns)
        self.foot = ArchiveFoot(self)
        self.keep = QPushButton(
            icon("star", current_theme(application()), size=16, token="accent"), acts["save"].text()
        )
        self._build()
        self._order_tabs()
        self._connect()

    @property
    def field_text(self) -> str:
        """What is sought."""
        return self.bar.field.text()

    def take_focus(self) -> None:
        """Let one type another query."""
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(_SIDE if self.width() >= _WIDE else _SIDE_NARROW)

    def _action(self, words: str, drawn: str, keys: str) -> QAction:
        made = QAction(icon(drawn, current_theme(application())), words, self)
        made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(made)
        return made

    def _build(self) -> None:
        columns = self._columns
        columns.setHandleWidth(1)
        columns.setChildrenCollapsible(False)
        columns.setStretchFactor(0, 53)
        columns.setStretchFactor(1, 47)
        self.hits.setMinimumWidth(280)
        self.preview.setMinimumWidth(340)
        columns.setSizes([630, 576])
        self._lay_out_side()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(hairline(upright=True))
        row.addWidget(columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(hairline())
        whole.addLayout(row, 1)
        whole.addWidget(hairline())
        whole.addWidget(self.foot)

    def _order_tabs(self) -> None:
        """Let Tab lead from the field through the columns, from left to right."""
        bar, hits, preview = self.bar, self.hits, self.preview
        order = [bar.back, bar.field, *bar.findChildren(QToolButton)[1:], self.side, self.keep]
        order += [*hits.order.segments.values(), hits.chips.place, hits.list]
        order += [*preview.findChildren(CutButton), *preview.findChildren(QToolButton), *preview.face.segments.values()]
        order += [preview.sheet, preview.pages, self.foot.act]
        for one, after in pairwise(order):
            QWidget.setTabOrder(one, after)

    def _lay_out_side(self) -> None:
        made = self._side
        foot = QWidget(made)
        set_style(made, ground="sidebar")
        set_style(self.keep, kind="quiet")
        self.keep.setProperty("small", "true")
        self.keep.setToolTip(tr("把现在的检索词和筛选条件记在左边（{keys}）", keys="Ctrl+S"))
        self.keep.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(foot)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.keep)
        row.addStretch()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.side, 1)
        column.addWidget(hairline())
        column.addWidget(foot)

    def _connect(self) -> None:
        field, hits, acts = self.bar.field, self.hits.list, self.actions_by_name
        self.bar.left.connect(self.left)
        field.stepped.connect(hits.step)
        field.entered.connect(acts["open"].trigger)
        hits.opened.connect(acts["open"].trigger)
        hits.left_up.connect(self.take_focus)
        self.keep.clicked.connect(acts["save"].trigger)
        acts["save"].changed.connect(lambda: self.keep.setEnabled(acts["save"].isEnabled()))
        acts["next"].triggered.connect(lambda: self.preview.sheet.step(1))
        acts["previous"].triggered.connect(lambda: self.preview.sheet.step(-1))
        acts["syntax"].triggered.connect(self.preview.show_syntax)
        self.preview.syntax.tried.connect(self._on_tried)
        self._shortcut("Esc", self.left.emit)
        self._shortcut("Ctrl+F", self.take_focus)
        self._shortcut("Ctrl+Shift+H", self.take_focus)

    def _on_tried(self, query: str) -> None:
        self.bar.field.setText(query)
        self.bar.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(keys), self, context=context).activated.connect(act)
