"""The names of a role as chips, wrapped like words, with the field that adds or changes one among them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from editor.model.credits import NameKind
from editor.ui.credits.chip import NameChip, ShownNames, dragged_name
from editor.ui.credits.flow import FlowLayout
from editor.ui.credits.names_writing import NamesWriting
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
        self._shown = ShownNames(names=())
        self._chips: list[NameChip] = []
        self._mark = -1
        self._lay = FlowLayout(gap=6)
        self.setLayout(self._lay)
        self.note = label(role="small", ink="text3")
        self.note.setMinimumHeight(24)
        self._lay.addWidget(self.note)
        self.note.hide()
        self.setAcceptDrops(True)
        self.writing = NamesWriting(self._lay, self._chips, known, self)
        self.writing.added.connect(self.added)
        self.writing.new_added.connect(self.new_added)
        self.writing.renamed.connect(self.renamed)
        self.writing.toggled.connect(self._on_field_toggled)

    # showing

    @property
    def chips(self) -> tuple[NameChip, ...]:
        """The chips in order."""
        return tuple(self._chips)

    def add_tail(self, widget: QWidget) -> None:
        """Let something stand behind the names."""
        self._lay.addWidget(widget)

    def show_names(self, shown: ShownNames) -> None:
        """Show names; the chip that has the focus keeps it by its position."""
        focused, self._shown, self.writing.kind = self.focused(), shown, shown.kind
        while len(self._chips) > len(shown.names):
            _take_out(self._lay, self._chips.pop())
        while len(self._chips) < len(shown.names):
            self._chips.append(self._made_chip())
            self._lay.insert(len(self._chips) - 1, self._chips[-1])
        for at, chip in enumerate(self._chips):
            chip.show_name(shown, at)
            chip.setVisible(at != self.writing.position)
        self.note.setText(shown.note)
        self.note.setVisible(bool(shown.note) and self.writing.field is None)
        if not shown.writable:
            self.writing.close()
        if focused >= 0:
            self.focus(focused)
        _set_tab_stop(self._chips, self.focused())
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

    def rename(self, position: int) -> None:
        """Let the user write a name anew."""
        if self._shown.writable:
            self.writing.open(position, self._shown.names[position].text)

    # the chips

    def _made_chip(self) -> NameChip:
        chip = NameChip(self)
        chip.stepped.connect(lambda across, down: self._on_stepped(chip.place.position, across, down))
        chip.carried.connect(lambda across, down: self.carried.emit(chip.place.position, across, down))
        chip.rename_wanted.connect(lambda: self.rename(chip.place.position))
        chip.remove_wanted.connect(lambda: self.removed.emit(chip.place.position))
        return chip

    def _on_stepped(self, position: int, across: int, down: int) -> None:
        if across:
            if 0 <= position + across < len(self._chips):
                self.focus(position + across)
        else:
            self.left_upwards.emit(down)
        _set_tab_stop(self._chips, self.focused())

    def _on_field_toggled(self) -> None:
        self.note.setVisible(bool(self.note.text()) and self.writing.field is None)
        self._lay.invalidate()
        self.updateGeometry()

    # dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._shown.writable and dragged_name(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._mark = _position_at(self._chips, event.position().toPoint())
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
            self.dropped.emit(place, _position_at(self._chips, event.position().toPoint()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._mark < 0:
            return
        painter = QPainter(self)
        corner = _edge(self._chips, self._mark)
        painter.fillRect(corner.x(), corner.y(), 2, 24, current_theme(application()).colour("accent"))
        painter.end()


def hint(words: str) -> QLabel:
    """Return a line that says what to do where there is nothing."""
    made = label(words, role="small", ink="text3")
    made.setMinimumHeight(_HEIGHT)
    return made


def _position_at(chips: Sequence[QWidget], point: QPoint) -> int:
    """Return where among the chips something would be dropped."""
    for at, chip in enumerate(chips):
        box = chip.geometry()
        if point.y() < box.top() - 3 or (point.y() <= box.bottom() + 3 and point.x() < box.center().x()):
            return at
    return len(chips)


def _edge(chips: Sequence[QWidget], position: int) -> QPoint:
    """Return where the mark of a drop stands: left of a chip, or behind the last."""
    if not chips:
        return QPoint(0, 0)
    if position < len(chips):
        box = chips[position].geometry()
        return QPoint(max(0, box.left() - 4), box.top())
    box = chips[-1].geometry()
    return QPoint(box.right() + 3, box.top())


def _take_out(lay: FlowLayout, chip: QWidget) -> None:
    lay.removeWidget(chip)
    chip.hide()
    chip.deleteLater()


def _set_tab_stop(chips: Sequence[QWidget], focused: int) -> None:
    """Let Tab stop once in a role, at the chip that was chosen last; arrows walk between the others."""
    for at, chip in enumerate(chips):
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == max(0, focused) else Qt.FocusPolicy.ClickFocus)
