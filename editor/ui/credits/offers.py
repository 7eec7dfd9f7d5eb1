"""Names on offer below a field, and the way to a new one. A child of the window: popups get no input method."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from editor.model.language import tr
from editor.ui.credits.services import KnownName
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.fonts import font
from editor.ui.theme.rows import draw_row

_ROW, _WIDTH, _MOST = 32, 220, 8
_KNOWN, _HINT, _KEY = (Qt.ItemDataRole.UserRole + step for step in range(3))
_Index = QModelIndex | QPersistentModelIndex


class Offers(QListView):
    """A list below a field. picked: a known name; new_picked: the row that registers what is typed."""

    picked = Signal(object)
    new_picked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(_OfferDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("可选的名字"))
        set_style(self, kind="offer")
        self.clicked.connect(self._pick)
        self.hide()

    @property
    def names(self) -> list[str]:
        """The names on offer, none while the list is hidden."""
        rows = range(self.model().rowCount()) if self.isVisible() else range(0)
        texts = ((self.model().index(row, 0).data(_KNOWN), self.model().index(row, 0).data()) for row in rows)
        return [text for known, text in texts if known]

    def offer(self, field: QLineEdit, known: tuple[tuple[KnownName, str], ...], *, new: str, first: bool) -> None:
        """Show names with their hints below a field. new: words of the last row; first: the first name is chosen."""
        model = self.model()
        assert isinstance(model, QStandardItemModel), "the list has one model from its beginning"  # noqa: S101
        model.clear()
        for one, hint in known:
            model.appendRow(_item(one.name.text, one, hint))
        model.appendRow(_item(new, None, "Ctrl+Enter", key=True))
        corner = field.mapTo(field.window(), QPoint(0, field.height() + 2))
        height = min(model.rowCount(), _MOST) * _ROW + 10
        if corner.y() + height > field.window().height():
            corner.setY(corner.y() - field.height() - height - 4)
        self.setGeometry(corner.x(), corner.y(), max(_WIDTH, field.width()), height)
        self.setCurrentIndex(model.index(0 if first and known else -1, 0))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) row."""
        row = max(0, min(self.model().rowCount() - 1, self.currentIndex().row() + by))
        self.setCurrentIndex(self.model().index(row, 0))

    def pick(self) -> bool:
        """Take the chosen row; False where none is chosen."""
        if not self.currentIndex().isValid():
            return False
        self._pick(self.currentIndex())
        return True

    def _pick(self, index: QModelIndex) -> None:
        known = index.data(_KNOWN)
        self.hide()
        if known:
            self.picked.emit(known)
        else:
            self.new_picked.emit()


def _item(text: str, known: KnownName | None, hint: str, *, key: bool = False) -> QStandardItem:
    item = QStandardItem(text)
    for role, value in ((_KNOWN, known), (_HINT, hint), (_KEY, key)):
        item.setData(value, role)
    item.setToolTip(hint)
    return item


class _OfferDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(option.rect.width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current_theme(application())
        # the list never has the focus, the field above it has
        option.state |= QStyle.StateFlag.State_Active
        draw_row(theme, painter, option, None)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect, hint = option.rect.adjusted(10, 0, -10, 0), str(index.data(_HINT) or "")
        painter.save()
        painter.setFont(font("strong" if chosen and index.data(_KNOWN) else "base"))
        painter.setPen(theme.colour("accent" if chosen and index.data(_KNOWN) else "text"))
        name = str(index.data())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, name)
        used = painter.fontMetrics().horizontalAdvance(name) + 12
        painter.setFont(font("small"))
        painter.setPen(theme.colour("text3"))
        place = rect.adjusted(used, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(hint, Qt.TextElideMode.ElideRight, place.width())
        if index.data(_KEY):
            width = painter.fontMetrics().horizontalAdvance(shown) + 10
            box = QRect(rect.right() - width, rect.center().y() - 9, width, 19)
            painter.drawRoundedRect(box, 4, 4)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        else:
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        painter.restore()
