"""The handle before a row: drags it, opens its menu, moves it by keys."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from editor.model.language import tr
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_CTRL = Qt.KeyboardModifier.ControlModifier
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_KEYS = tr("拖动或 Ctrl+↑↓ 换次序，Enter 打开菜单，Delete 删除")


class Handle(QToolButton):
    """A small button. stepped: one place up (-1) or down (1)."""

    menu_wanted = Signal()
    stepped = Signal(int)
    remove_wanted = Signal()
    rename_wanted = Signal()

    def __init__(self, row_format: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._format, self._uid, self._pressed = row_format, "", QPoint()
        self.setFixedSize(20, 28)
        self.setIconSize(QSize(16, 16))
        set_style(self, kind="handle")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.clicked.connect(self.menu_wanted)

    def show_row(self, uid: str, name: str, drawn: str = "drag") -> None:
        """Stand for a row. drawn: its icon."""
        self._uid = uid
        self.setIcon(icon(drawn, current_theme(application()), size=16, token="text3"))
        self.setAccessibleName(tr("{name} 的菜单", name=name))
        self.setToolTip(f"{name}\n{_KEYS}")

    def data(self) -> QMimeData:
        """Return the row as it is dragged."""
        data = QMimeData()
        data.setData(self._format, self._uid.encode())
        return data

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_F2, Qt.Key.Key_Delete) or (key in _STEPS and event.modifiers() & _CTRL):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and event.modifiers() & _CTRL:
            self.stepped.emit(_STEPS[key])
        elif key is Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif key is Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self.menu_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and event.buttons() & Qt.MouseButton.LeftButton:
            self.setDown(False)
            drag, row = QDrag(self), self.parentWidget()
            drag.setMimeData(self.data())
            if row:
                drag.setPixmap(row.grab())
                drag.setHotSpot(self.mapTo(row, self._pressed))
            drag.exec(Qt.DropAction.MoveAction)
