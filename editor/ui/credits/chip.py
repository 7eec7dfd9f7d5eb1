"""A name as a chip: chosen by pointer or arrows, moved, renamed, taken away."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QIcon, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from editor.model.credit_edits import NamePlace
from editor.model.credits import Name, NameKind
from editor.model.language import tr
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

NAME_FORMAT = "application/x-bulletin-name"
_CTRL = Qt.KeyboardModifier.ControlModifier
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_DELETE = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNames:
    """Names as they are shown. role: uid of their credit; note: words behind them; unprintable: characters no font has.

    on_duty: those of a rota whose turn it is.
    """

    names: tuple[Name, ...]
    role: str = ""
    kind: NameKind = NameKind.PERSON
    writable: bool = False
    note: str = ""
    unprintable: str = ""
    on_duty: tuple[Name, ...] = ()


class NameChip(QPushButton):
    """One name. stepped: arrows (across, down), carried: the same with Ctrl; renamed: wants its field."""

    stepped = Signal(int, int)
    carried = Signal(int, int)
    rename_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="chip")
        self.place = NamePlace(role="", position=0)
        self._text, self._pressed = "", QPoint()
        self._movable = False

    def show_name(self, shown: ShownNames, position: int) -> None:
        """Show the name at a position."""
        name, self._movable = shown.names[position], shown.writable
        self.place = NamePlace(role=shown.role, position=position)
        organisation = shown.kind is NameKind.ORGANISATION
        drawn = icon("part.back", current_theme(application()), size=16, token="text3") if organisation else QIcon()
        self.setIcon(drawn)
        self._text = name.text
        self._cut()
        self._show_state(name.text, shown, on_duty=name in shown.on_duty)
        self.setEnabled(shown.writable)
        self.updateGeometry()

    def _show_state(self, text: str, shown: ShownNames, *, on_duty: bool) -> None:
        missing = "".join(char for char in text if char in shown.unprintable)
        message = (
            text,
            tr("“{missing}”没有字体能印，请换一个字", missing=missing) if missing else "",
            _KEYS if shown.writable else "",
        )
        self.setToolTip("\n".join(part for part in message if part))
        self.setAccessibleName(tr("{text}，本期值班", text=text) if on_duty else text)
        state = "error" if missing else "chosen" if on_duty else ""
        if (self.property("state") or "") != state:
            set_style(self, state=state)

    def sizeHint(self) -> QSize:
        extra = 14 + (20 if not self.icon().isNull() else 0)
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + extra, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def event(self, event: QEvent) -> bool:
        # F2 and Ctrl with arrows are the window's elsewhere
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, arrow = event.key(), _ARROWS.get(Qt.Key(event.key()))
        if arrow:
            (self.carried if event.modifiers() & _CTRL else self.stepped).emit(*arrow)
        elif key in _DELETE:
            self.remove_wanted.emit()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.rename_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the name; the role has a menu of its own around it."""
        if not self._movable:
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("改名\tF2")).triggered.connect(self.rename_wanted.emit)
        away = menu.addAction(tr("去掉“{name}”\tDelete", name=self._text))
        away.triggered.connect(self.remove_wanted.emit)
        menu.popup(event.globalPos())

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.rename_wanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._movable and far and event.buttons() & Qt.MouseButton.LeftButton:
            self.setDown(False)
            self._drag()

    def data(self) -> QMimeData:
        """Return the name's place as it is dragged."""
        data = QMimeData()
        data.setData(NAME_FORMAT, f"{self.place.role}\n{self.place.position}".encode())
        data.setText(self._text)
        return data

    def _drag(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(self.data())
        drag.setPixmap(self.grab())
        drag.setHotSpot(self._pressed)
        drag.exec(Qt.DropAction.MoveAction)

    def _is_own(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        return self._movable and (key in _ARROWS or key in _DELETE or key is Qt.Key.Key_F2)

    def _cut(self) -> None:
        room = max(20, self.width() - 14 - (20 if not self.icon().isNull() else 0))
        fits = self.fontMetrics().horizontalAdvance(self._text) <= room or not self.width()
        self.setText(
            self._text if fits else self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        )


_KEYS = tr("拖动或 Ctrl+方向键换位置，F2 改名，Delete 去掉")


def dragged_name(data: QMimeData) -> NamePlace | None:
    """Return the place of a name that is dragged, None for anything else."""
    if not data.hasFormat(NAME_FORMAT):
        return None
    role, _, position = bytes(data.data(NAME_FORMAT).data()).decode().partition("\n")
    return NamePlace(role=role, position=int(position))
