"""Which rules of 整理 a publication uses, each with its reason."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
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
from editor.text.cleaning import RULES
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill
from editor.ui.kit.row_drawing import Index, RowDrawing, room_of_text
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme

_WIDTH, _ROWS = 760, 420
_RULE, _WHY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class RulesDialog(GrowingDialog):
    """off: ids of the rules that are not ticked."""

    def __init__(self, masthead: str, off: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(tr("整理的规则"), parent)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("整理的规则"))
        self.list.setItemDelegate(_RuleDelegate(self.list))
        self.list.setMinimumHeight(_ROWS)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for rule in RULES:
            item = QListWidgetItem(rule.name)
            item.setData(_RULE, rule.id)
            item.setData(_WHY, rule.why)
            item.setToolTip(rule.why)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_OFF if rule.id in off else _ON)
            self.list.addItem(item)
        self.leave, self.use = QPushButton(tr("取消")), QPushButton(tr("保存"))
        stack = QVBoxLayout(self)
        fill(stack, tr("整理的规则"), tr("“{masthead}”各期都照勾选的规则整理。", masthead=masthead))
        stack.addWidget(self.list, 1)
        stack.addSpacing(8)
        stack.addLayout(buttons_row(self.leave, self.use))
        self.resize(_WIDTH, self.sizeHint().height())
        self.leave.clicked.connect(self.reject)
        self.use.clicked.connect(self.accept)

    @property
    def off(self) -> tuple[str, ...]:
        """The ids of the rules that are not ticked, in their order."""
        items = map(self.list.item, range(self.list.count()))
        return tuple(item.data(_RULE) for item in items if item.checkState() == _OFF)


class _RuleDelegate(QStyledItemDelegate):
    """A rule in a line: its name, behind it the reason."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), current_theme(application()).size["row"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        name = shown.text
        room = room_of_text(painter, shown)
        painter.save()
        line = RowDrawing(painter, room, current_theme(application()))
        line.draw_text(name)
        line.skip()
        line.draw_text(index.data(_WHY), role="small", ink="text3")
        painter.restore()
