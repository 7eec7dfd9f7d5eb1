"""Undo and redo are the window's one history: fields would take the keys for themselves, and offer their own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

Field = QLineEdit | QTextEdit | QPlainTextEdit
_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_OWN = {"edit-undo": "undo", "edit-redo": "redo"}


def leave_undo_to_window(field: Field) -> "FieldMenu":
    """Make a field leave undo and redo to the commands of its window. Returns its menu."""
    keeper = FieldMenu(field)
    field.installEventFilter(keeper)
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    field.customContextMenuRequested.connect(keeper.show_menu)
    return keeper


class FieldMenu(QObject):
    """The menu of one field. more: what it offers besides Qt's own."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._field = field
        self.more: Callable[[], Sequence[QAction]] = tuple
        self._inner: FieldMenu | None = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if any(event.matches(key) for key in _KEYS):
            event.ignore()
            return True
        return False

    def hold(self, inner: "FieldMenu") -> None:
        """Show the menu of a field that lies in this one, while that is seen; what is offered besides is the same."""
        self._inner = inner
        inner.more = lambda: tuple(self.more())

    def show_menu(self, point: QPoint) -> None:
        """Show Qt's menu of the field with the window's undo in it."""
        if self._inner and self._inner.seen:
            self._inner.show_menu(self._inner.from_outside(point, self._field))
            return
        menu = self._field.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._put_undo(menu)
        menu.addSeparator()
        menu.addActions(list(self.more()))
        menu.popup(self._field.mapToGlobal(point))

    @property
    def seen(self) -> bool:
        """Whether its field is on the screen."""
        return self._field.isVisible()

    def from_outside(self, point: QPoint, other: QWidget) -> QPoint:
        """Return a point of another field in this one."""
        return self._field.mapFromGlobal(other.mapToGlobal(point))

    def _put_undo(self, menu: QMenu) -> None:
        for action in menu.actions():
            name = _OWN.get(action.objectName())
            ours = self._field.window().findChild(QAction, name) if name else None
            if ours:
                menu.insertAction(action, ours)
            if name:
                menu.removeAction(action)
