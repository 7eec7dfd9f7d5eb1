"""What was waived for all issues of a publication: listed, and dropped again."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from editor.model.language import tr
from editor.model.saying import said_date
from editor.model.waiver import Waiver
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill
from editor.ui.kit.row_drawing import Index, RowDrawing, room_of_text
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme

_WIDTH, _ROWS = 760, 280
_WAIVER, _REST = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_DROPPING = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class LastingDialog(GrowingDialog):
    """titles: of rules, by id; drop: takes a waiver back and returns those that are left, None where it could not."""

    def __init__(
        self,
        waivers: tuple[Waiver, ...],
        titles: Mapping[str, str],
        drop: Callable[[Waiver], tuple[Waiver, ...] | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("长期放行"), parent)
        self._titles, self._drop = titles, drop
        self.list = QListWidget()
        self.list.setAccessibleName(tr("长期放行"))
        self.list.setItemDelegate(_WaiverDelegate(self.list))
        self.list.setMinimumHeight(_ROWS)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.drop, self.leave = QPushButton(tr("撤销放行")), QPushButton(tr("关闭"))
        stack = QVBoxLayout(self)
        lead = tr("这些话在本刊各期都不再提出。撤销以后，下次检查又会提出；已签发的期不受影响。")
        fill(stack, tr("长期放行"), lead)
        stack.addWidget(self.list, 1)
        stack.addSpacing(8)
        stack.addLayout(buttons_row(self.drop, self.leave))
        self.resize(_WIDTH, self.sizeHint().height())
        self.drop.clicked.connect(self.drop_chosen)
        self.leave.clicked.connect(self.accept)
        self.show_waivers(waivers)

    def show_waivers(self, waivers: tuple[Waiver, ...]) -> None:
        """Show these, the one after the last one chosen."""
        at = max(0, self.list.currentRow())
        self.list.clear()
        for waiver in waivers:
            self.list.addItem(self._item(waiver))
        self.list.setCurrentRow(min(at, len(waivers) - 1))
        self.drop.setEnabled(bool(waivers))

    def drop_chosen(self) -> None:
        """Take the chosen waiver back."""
        item = self.list.currentItem()
        left = self._drop(item.data(_WAIVER)) if item else None
        if left is not None:
            self.show_waivers(left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DROPPING:
            self.drop_chosen()
        else:
            super().keyPressEvent(event)

    def _item(self, waiver: Waiver) -> QListWidgetItem:
        day = said_date(waiver.at.astimezone().date())
        said = tr("{name}，{day}：{reason}", name=waiver.name, day=day, reason=waiver.reason)
        rule = self._titles.get(waiver.rule, waiver.rule)
        item = QListWidgetItem(waiver.words)
        item.setData(_WAIVER, waiver)
        item.setData(_REST, f"{rule}　{said}")
        item.setToolTip(f"{waiver.words}\n{rule}\n{said}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{waiver.words}，{rule}，{said}")
        return item


class _WaiverDelegate(QStyledItemDelegate):
    """A waiver in a line: the words, behind them the rule, who let them stand and why."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), current_theme(application()).size["row"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        words = shown.text
        room = room_of_text(painter, shown)
        painter.save()
        line = RowDrawing(painter, room, current_theme(application()))
        line.draw_text(words)
        line.skip()
        line.draw_text(index.data(_REST), role="small", ink="text3")
        painter.restore()
