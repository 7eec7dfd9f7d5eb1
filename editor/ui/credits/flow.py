"""A layout like words on a line: one after the other, wrapped at the right edge."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_LEADING = 2


class FlowLayout(QLayout):
    """Lays out widgets from the left, each at most as wide as the line, in the middle of lines of one height."""

    def __init__(self, *, gap: int = 6, line: int = 28) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._line = gap, line

    def insert(self, position: int, widget: QWidget) -> None:
        """Put a widget before the one at a position."""
        self.addWidget(widget)
        self._items.insert(position, self._items.pop())
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        return QSize(60, self._line if self._shown() else 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        """Return the height that the widgets take."""
        shown = self._shown()
        x, y = rect.left(), rect.top()
        for item in shown:
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), self._line))
            if x > rect.left() and x + size.width() > rect.left() + rect.width():
                x, y = rect.left(), y + self._line + _LEADING
            if move:
                item.setGeometry(QRect(QPoint(x, y + (self._line - size.height()) // 2), size))
            x += size.width() + self._gap
        return y + self._line - rect.top() if shown else 0
