"""Rows that are put in order by dragging their grip, or by Ctrl+Up and Ctrl+Down in one of their fields."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.pieces import IconPicture
from editor.ui.kit.widgets import application, hairline
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_HEIGHT = 40


class OrderedRows(QWidget):
    """Rows by key. moved: a key and its new place, from 0; removed: a key. What is shown follows `show_keys` only."""

    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, name: str, make: Callable[[str], QWidget], parent: QWidget | None = None) -> None:
        """Show nothing yet. name: what one row is called; make: returns the content of a key's row."""
        super().__init__(parent)
        self._name, self._make = name, make
        self._rows: dict[str, _OrderedRow] = {}
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self._line = QFrame(self)
        self._line.setFixedHeight(2)
        set_style(self._line, kind="drop")
        self._line.hide()
        for keys, by in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=context).activated.connect(lambda by=by: self._step(by))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in order."""
        return tuple(self._rows)

    def content(self, key: str) -> QWidget:
        """Return the content of a row."""
        return self._rows[key].content

    def grip(self, key: str) -> QWidget:
        """Return what a row is dragged by."""
        return self._rows[key].grip

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Show these rows in this order; those that are there already keep their fields and the focus."""
        if keys == self.keys:
            return
        left = self._focused()
        for key in self._rows.keys() - set(keys):
            self._drop(self._rows.pop(key))
        self._rows = {key: self._rows.get(key) or self._made(key) for key in keys}
        for place, row in enumerate(self._rows.values()):
            if self._stack.indexOf(row) != place:
                self._stack.removeWidget(row)
                self._stack.insertWidget(place, row)
        self.setFixedHeight(len(keys) * _HEIGHT)
        if left is not None and self._focused() is None and keys:
            # the row with the keyboard has gone: go on in the one that stands there now
            list(self._rows.values())[min(left, len(keys) - 1)].out.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, key: str) -> "_OrderedRow":
        row = _OrderedRow(self._name, self._make(key))
        row.grip.dragged.connect(self._on_dragged)
        row.grip.dropped.connect(lambda point: self._on_dropped(key, point))
        row.out.clicked.connect(lambda: self.removed.emit(key))
        return row

    def _focused(self) -> int | None:
        """Return the place of the row with the keyboard, None for none."""
        focus = QApplication.focusWidget()
        return next((at for at, row in enumerate(self._rows.values()) if focus and row.isAncestorOf(focus)), None)

    def _drop(self, row: "_OrderedRow") -> None:
        self._stack.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _step(self, by: int) -> None:
        keys, here = self.keys, self._focused()
        if here is not None and 0 <= here + by < len(keys):
            self.moved.emit(keys[here], here + by)

    def _on_dragged(self, point: QPoint) -> None:
        place = self._place_at(point)
        self._line.setGeometry(0, max(0, min(place * _HEIGHT - 1, self.height() - 2)), self.width(), 2)
        self._line.show()
        self._line.raise_()

    def _on_dropped(self, key: str, point: QPoint) -> None:
        self._line.hide()
        here, place = self.keys.index(key), self._place_at(point)
        target = place - 1 if place > here else place
        if target != here:
            self.moved.emit(key, target)

    def _place_at(self, point: QPoint) -> int:
        """Return the gap between rows that is nearest to a point of the screen."""
        y = self.mapFromGlobal(point).y()
        return max(0, min(len(self._rows), round(y / _HEIGHT)))


class _OrderedRow(QWidget):
    def __init__(self, name: str, content: QWidget) -> None:
        super().__init__()
        self.content, self.grip = content, _Grip(tr("拖动{name}（Ctrl+↑、Ctrl+↓）", name=name))
        self.out = QToolButton()
        self.out.setIcon(icon("cancel", current_theme(application()), size=16))
        self.out.setIconSize(QSize(16, 16))
        self.out.setFixedSize(28, 28)
        self.out.setAccessibleName(tr("删除{name}", name=name))
        self.out.setToolTip(tr("删除{name}", name=name))
        self.out.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.grip)
        line.addWidget(content, 1)
        line.addWidget(self.out)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addLayout(line, 1)
        stack.addWidget(hairline())
        self.setFixedHeight(_HEIGHT)


class _Grip(IconPicture):
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, tip: str) -> None:
        super().__init__("drag", size=16, token="text3")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tip)
        self._start: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._start = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is not None:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._start = self._start, None
        if start is not None:
            self.dropped.emit(event.globalPosition().toPoint())
