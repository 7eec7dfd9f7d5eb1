"""The names of a role as chips, wrapped like words, with the field that adds or changes one among them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from editor.model.language import tr
from editor.model.publication import Name, NameKind
from editor.ui.credits.chip import NameChip, ShownNames, dragged_name
from editor.ui.credits.flow import FlowLayout
from editor.ui.credits.name_field import NameField
from editor.ui.credits.services import KnownName
from editor.ui.kit.widgets import application, label
from editor.ui.theme.apply import current_theme

_HEIGHT = 28


class NamesFlow(QWidget):
    """Shows names; tells of what is wanted, and changes nothing itself. Positions count from 0.

    added: position, names; new_added: position, a text to register; renamed: position, name; removed: position;
    dropped: place of the name, position; carried: position, across, down (-1, 0, 1).
    """

    added = Signal(int, tuple)
    new_added = Signal(int, str)
    renamed = Signal(int, object)
    removed = Signal(int)
    dropped = Signal(object, int)
    carried = Signal(int, int, int)
    left_upwards = Signal(int)

    def __init__(self, known: Callable[[NameKind], tuple[KnownName, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._shown = ShownNames(names=())
        self._chips: list[NameChip] = []
        self._field: NameField | None = None
        self._edited = -1
        self._mark = -1
        self._lay = FlowLayout(gap=6)
        self.setLayout(self._lay)
        self.note = label(role="small", ink="text3")
        self.note.setMinimumHeight(24)
        self._lay.addWidget(self.note)
        self.note.hide()
        self.setAcceptDrops(True)

    # showing

    @property
    def chips(self) -> tuple[NameChip, ...]:
        """The chips in order."""
        return tuple(self._chips)

    @property
    def field(self) -> NameField | None:
        """The open field."""
        return self._field

    def add_tail(self, widget: QWidget) -> None:
        """Let something stand behind the names."""
        self._lay.addWidget(widget)

    def show_names(self, shown: ShownNames) -> None:
        """Show names; the chip that has the focus keeps it by its position."""
        focused, self._shown = self.focused(), shown
        while len(self._chips) > len(shown.names):
            self._drop_chip()
        while len(self._chips) < len(shown.names):
            self._chips.append(self._made_chip())
            self._lay.insert(len(self._chips) - 1, self._chips[-1])
        for at, chip in enumerate(self._chips):
            chip.show_name(shown, at)
            chip.setVisible(at != self._edited)
        self.note.setText(shown.note)
        self.note.setVisible(bool(shown.note) and self._field is None)
        if not shown.writable:
            self.close_field()
        if focused >= 0:
            self.focus(focused)
        self._set_tab_stop()
        self.updateGeometry()

    def focused(self) -> int:
        """Return the position of the chip that has the focus, -1 for none."""
        return next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), -1)

    def focus(self, position: int) -> bool:
        """Give a chip the focus, the last where there are fewer; False without any."""
        if not self._chips:
            return False
        self._chips[max(0, min(position, len(self._chips) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    # the field

    def open_field(self) -> None:
        """Let the user write names behind the last."""
        self._open(-1, "")

    def rename(self, position: int) -> None:
        """Let the user write a name anew."""
        if self._shown.writable:
            self._open(position, self._shown.names[position].text)

    def close_field(self, *, focus: bool = False) -> None:
        """Take the field away; focus: back to the chip it stood for, or the last."""
        field, self._field = self._field, None
        if field is None:
            return
        position = self._edited if self._edited >= 0 else len(self._chips) - 1
        self._edited = -1
        self.note.setVisible(bool(self.note.text()))
        self._lay.removeWidget(field)
        field.hide()
        field.deleteLater()
        for chip in self._chips:
            chip.show()
        if focus:
            self.focus(position)
        self._settle()

    def _open(self, position: int, text: str) -> None:
        self.close_field()
        field = NameField(self._known, self._shown.kind, self)
        field.setAccessibleName(tr("改名") if position >= 0 else tr("添加名字"))
        field.setText(text)
        field.selectAll()
        field.written.connect(self._on_written)
        field.new_written.connect(self._on_new_written)
        field.closed.connect(self._on_closed)
        self._field, self._edited = field, position
        self._lay.insert(position if position >= 0 else len(self._chips), field)
        if position >= 0:
            self._chips[position].hide()
        self.note.hide()
        if self._chips:
            QWidget.setTabOrder(self._chips[position], field)
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle()

    def _on_written(self, names: tuple[Name, ...]) -> None:
        at = self._edited
        if at < 0:
            self.added.emit(len(self._shown.names), names)
            return
        self.close_field(focus=self._has_focus())
        self.renamed.emit(at, names[0])
        if names[1:]:
            self.added.emit(at + 1, names[1:])

    def _on_new_written(self, text: str) -> None:
        at = self._edited
        if at >= 0:
            self.close_field(focus=True)
        self.new_added.emit(at if at >= 0 else -1, text)

    def _on_closed(self) -> None:
        self.close_field(focus=self._has_focus())

    def _has_focus(self) -> bool:
        return self._field is not None and self._field.hasFocus()

    # the chips

    def _made_chip(self) -> NameChip:
        chip = NameChip(self)
        chip.stepped.connect(lambda across, down: self._on_stepped(chip.place.position, across, down))
        chip.carried.connect(lambda across, down: self.carried.emit(chip.place.position, across, down))
        chip.rename_wanted.connect(lambda: self.rename(chip.place.position))
        chip.remove_wanted.connect(lambda: self.removed.emit(chip.place.position))
        return chip

    def _drop_chip(self) -> None:
        chip = self._chips.pop()
        self._lay.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _on_stepped(self, position: int, across: int, down: int) -> None:
        if across:
            if 0 <= position + across < len(self._chips):
                self.focus(position + across)
        else:
            self.left_upwards.emit(down)
        self._set_tab_stop()

    def _set_tab_stop(self) -> None:
        """Let Tab stop once in a role, at the chip that was chosen last; arrows walk between the others."""
        now = max(0, self.focused())
        for at, chip in enumerate(self._chips):
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == now else Qt.FocusPolicy.ClickFocus)

    def _settle(self) -> None:
        self._lay.invalidate()
        self.updateGeometry()

    # dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._shown.writable and dragged_name(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._mark = self._position_at(event.position().toPoint())
        event.acceptProposedAction()
        self.update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._mark = -1
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        place = dragged_name(event.mimeData())
        self._mark = -1
        self.update()
        if place:
            event.acceptProposedAction()
            self.dropped.emit(place, self._position_at(event.position().toPoint()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._mark < 0:
            return
        painter = QPainter(self)
        x, top = self._edge(self._mark)
        painter.fillRect(x, top, 2, 24, current_theme(application()).colour("accent"))
        painter.end()

    def _position_at(self, point: QPoint) -> int:
        for at, chip in enumerate(self._chips):
            box = chip.geometry()
            if point.y() < box.top() - 3 or (point.y() <= box.bottom() + 3 and point.x() < box.center().x()):
                return at
        return len(self._chips)

    def _edge(self, position: int) -> tuple[int, int]:
        if position < len(self._chips):
            box = self._chips[position].geometry()
            return max(0, box.left() - 4), box.top()
        box = self._chips[-1].geometry() if self._chips else self.rect()
        return (box.right() + 3, box.top()) if self._chips else (0, 0)


def hint(words: str) -> QLabel:
    """Return a line that says what to do where there is nothing."""
    made = label(words, role="small", ink="text3")
    made.setMinimumHeight(_HEIGHT)
    return made
