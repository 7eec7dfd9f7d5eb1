"""Rows one below the other, each with a handle: kept by identity, moved by drag, a hairline between them."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.model.front_changes import Difference, DifferenceKind
from editor.model.language import tr
from editor.ui.credits.handle import Handle
from editor.ui.credits.services import Services
from editor.ui.credits.tools import RowTool
from editor.ui.kit.fact_field import FactField
from editor.ui.kit.widgets import application, label
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font

_GAP, _INDENT = 2, 31
_NARROWEST, _WIDEST, _PADDING = 82, 160, 30


class FrontRow(QWidget):
    """A row with its handle at the left and a hairline below."""

    def __init__(self, uid: str, row_format: str) -> None:
        super().__init__()
        self.uid = uid
        self._seen: tuple[object, ...] = ()
        self.handle = Handle(row_format, self)
        # a page that is only read keeps its columns
        kept = self.handle.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.handle.setSizePolicy(kept)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 4, 0, 5)
        self.line.setSpacing(_GAP)
        self.line.addWidget(self.handle, 0, Qt.AlignmentFlag.AlignTop)

    def sees(self, *shown: object) -> bool:
        """Return whether what is to be shown is other than last time: typing in one row costs the others nothing."""
        other = shown != self._seen
        self._seen = shown
        return other

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab leads in the row, one after the other."""
        return (self.handle,)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.handle.isEnabled():
            event.accept()
            self.handle.menu_wanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, current_theme(application()).colour("line"))
        painter.end()


def label_width(texts: Iterable[str]) -> int:
    """Return how wide the first column is for these words."""
    metrics = QFontMetrics(font("base"))
    longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
    return max(_NARROWEST, min(_WIDEST, longest + _PADDING))


def bind(field: FactField, write: Callable[[str], None], services: Services) -> None:
    """Write what is typed into a field; blanks at its ends go only when it is left: they would take the caret away."""

    def tidy() -> None:
        if field.text() != field.text().strip():
            write(field.text().strip())
        services.left()

    field.written.connect(write)
    field.left.connect(tidy)


class RestoreButton(RowTool):
    """Stands beside what is different from the issue before; says what it was, and brings it back."""

    def __init__(self) -> None:
        super().__init__("restore", size=16, token="warn.mark")
        self.hide()

    def show_difference(self, difference: Difference | None, name: str, *, writable: bool) -> None:
        """Show a difference, or nothing."""
        self.setVisible(difference is not None)
        self.setEnabled(writable)
        if difference is None:
            return
        was = tr("上期没有") if difference.turn is DifferenceKind.NEW else tr("上期：{was}", was=difference.was)
        self.setToolTip(tr("{was}\n按下恢复上期", was=was) if writable else was)
        self.setAccessibleName(tr("{name} 与上期不同，{was}，按下恢复上期", name=name, was=was))


class GoneLine(QWidget):
    """A line for what the issue before had, or for its order, with the way back."""

    restored = Signal(object)

    def __init__(self, difference: Difference, *, writable: bool) -> None:
        super().__init__()
        self.difference = difference
        first = difference.was.splitlines()[0] if difference.was else ""
        words = (
            tr("次序与上期不同（上期：{first}）", first=first)
            if difference.turn is DifferenceKind.ORDER
            else tr("上期还有 {first}", first=first)
        )
        message: QLabel = label(words, role="small", ink="warn")
        message.setWordWrap(True)
        message.setToolTip(difference.was)
        self.back = RestoreButton()
        self.back.show_difference(difference, words, writable=writable)
        self.back.clicked.connect(lambda: self.restored.emit(self.difference))
        line = QHBoxLayout(self)
        line.setContentsMargins(_INDENT, 2, 30, 2)
        line.addWidget(message, 1)
        line.addWidget(self.back)


R = TypeVar("R", bound=FrontRow)


class RowList(QWidget, Generic[R]):
    """Keeps a row an item. moved: uid of a row that was dragged, the position it goes to (counted before)."""

    moved = Signal(str, int)

    def __init__(self, row_format: str, make: Callable[[str], R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._format, self._make = row_format, make
        self._rows: list[R] = []
        self._stops: list[QWidget] = []
        self._mark = -1
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 1, 0, 0)
        self._stack.setSpacing(0)
        self.setAcceptDrops(True)

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows in order."""
        return tuple(self._rows)

    def row(self, uid: str) -> R | None:
        """Return the row of an item."""
        return next((row for row in self._rows if row.uid == uid), None)

    def keep(self, uids: Sequence[str]) -> None:
        """Have one row for each of these, in this order; rows that stay keep their focus."""
        known = {row.uid: row for row in self._rows}
        for uid, row in known.items():
            if uid not in uids:
                self._stack.removeWidget(row)
                row.hide()
                row.deleteLater()
        rows = [known.get(uid) or self._make(uid) for uid in uids]
        for at, row in enumerate(rows):
            if self._stack.indexOf(row) != at:
                self._stack.removeWidget(row)
                self._stack.insertWidget(at, row)
                row.show()
        self._rows = rows

    def order_stops(self, last: QWidget) -> None:
        """Let Tab lead through the rows as they stand, then to the last: Qt goes by when a widget was made."""
        stops = [*(stop for row in self._rows for stop in row.stops()), last]
        if stops != self._stops:
            self._stops = stops
            for one, other in pairwise(stops):
                QWidget.setTabOrder(one, other)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(self._format):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._mark = self._position_at(event.position().toPoint().y())
        event.acceptProposedAction()
        self.update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._mark = -1
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark = -1
        self.update()
        event.acceptProposedAction()
        uid = bytes(event.mimeData().data(self._format).data()).decode()
        self.moved.emit(uid, self._position_at(event.position().toPoint().y()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme(application())
        if self._rows:
            painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        if self._mark >= 0:
            painter.fillRect(0, max(0, self._edge(self._mark) - 1), self.width(), 2, theme.colour("accent"))
        painter.end()

    def _position_at(self, y: int) -> int:
        return sum(y > row.geometry().center().y() for row in self._rows)

    def _edge(self, position: int) -> int:
        return self._rows[position].y() if position < len(self._rows) else self.height() - 2
