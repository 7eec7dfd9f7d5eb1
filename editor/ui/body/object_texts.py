"""The texts of figures and tables, written where they stand: a field lies over one of them at a time."""

from PySide6.QtCore import QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.model.block_kinds import ObjectBlock, as_table
from editor.model.block_texts import TextField, TextLocation
from editor.model.body import Table
from editor.model.table_ranges import CellRange
from editor.ui.body import keys
from editor.ui.body.caret import BodyCaret
from editor.ui.body.object_field import ObjectField, Surroundings, put_field
from editor.ui.body.object_values import place_name, text_at
from editor.ui.body.object_walk import TextStep
from editor.ui.body.objects import BodyObjects
from editor.ui.body.places import lines_of_block, object_corner
from editor.ui.body.text_places import ObjectState
from editor.ui.kit.undo_keys import FieldMenu


class ObjectTexts(QObject):
    """Of one body. caret: its own; location: of the text that is open, None for none; cells: chosen, it in a corner.

    held: the body is being written anew around the open text, which stays; around: what its field leaves to others;
    menu: of the body; moved: another text is open, or none, or the caret of the open one is elsewhere; ending: the open
    one is left, perhaps for good; left: the keyboard went elsewhere; edited, composed: as of its field.
    """

    moved = Signal()
    ending = Signal()
    left = Signal()
    edited = Signal(str)
    composed = Signal(str)

    def __init__(self, edit: QTextEdit, objects: BodyObjects, caret: BodyCaret) -> None:
        super().__init__(edit)
        self._edit, self._objects, self.caret = edit, objects, caret
        self.location: TextLocation | None = None
        self.cells: CellRange | None = None
        self._field: ObjectField | None = None
        self.held = False
        self.around: Surroundings | None = None
        self.menu: FieldMenu | None = None
        self.moved.connect(self._show_state)
        edit.selectionChanged.connect(self._on_chosen)
        edit.cursorPositionChanged.connect(self._on_chosen)
        edit.document().documentLayout().documentSizeChanged.connect(lambda _size: self.place())

    @property
    def field(self) -> ObjectField | None:
        """The field of the open text, None where none is open."""
        return self._field if self.location else None

    @property
    def block(self) -> ObjectBlock | None:
        """The figure or table whose text is open."""
        return self._objects.values.get(self.location.block) if self.location else None

    @property
    def table(self) -> Table | None:
        """The table whose text is open."""
        block = self.block
        return as_table(block) if block else None

    @property
    def in_cell(self) -> bool:
        """Whether the open text is a cell."""
        return self.location is not None and self.location.field is TextField.CELL

    def caret_rect(self) -> QRect:
        """Return where one writes, in the open text or else in the body (px of the body)."""
        field = self.field
        return field.cursorRect().translated(field.pos()) if field else self._edit.cursorRect()

    def has_focus(self) -> bool:
        """Return whether body or open text have the keyboard."""
        return self._edit.hasFocus() or (self.field is not None and self.field.hasFocus())

    def open(self, location: TextLocation, *, caret: QPointF | TextStep | None = None, focus: bool = True) -> None:
        """Write in a text. caret: at a point of the body, or as one comes by a step; None chooses all of it.

        focus: take the keyboard; else only what the body would get goes there.
        """
        block = self._objects.values.get(location.block)
        drawing = self._objects.drawing(location.block)
        if block is None or drawing is None or location not in drawing.places or self._edit.isReadOnly():
            return
        self.ending.emit()
        if self.caret.chosen_object() is not block:
            self.caret.choose_object(location.block)
        self.location, self.cells = location, None
        field = self._made()
        field.show_runs(text_at(block, location), drawing.places[location], self._objects.theme)
        field.setAccessibleName(place_name(block, location))
        self.place()
        field.show()
        self._edit.setFocusProxy(field)
        if focus:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            # to those who hear the window it is another field each time
            QAccessible.updateAccessibility(QAccessibleEvent(field, QAccessible.Event.Focus))
        if caret is None:
            field.selectAll()
        elif isinstance(caret, QPointF):
            field.set_caret(caret)
        elif caret.on:
            field.moveCursor(QTextCursor.MoveOperation.Start)
        self.moved.emit()

    def close(self) -> None:
        """Let the object be chosen as a whole again, if it is."""
        if self.location is not None:
            self.ending.emit()
        # what is written at the end may lead the caret away, which closes the text as well
        if self.location is None:
            return
        focused = self._field is not None and self._field.hasFocus()
        # the body's own keyboard again
        self._edit.setFocusProxy(None)  # type: ignore[arg-type]
        self._objects.tried.pop(self.location.block, None)
        self.location, self.cells = None, None
        if focused:
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._field:
            self._field.hide()
        self.moved.emit()

    def choose_cells(self, cells: CellRange | None) -> None:
        """Choose cells beside the open one; none of them: only the open one."""
        field = self.field
        if field and cells != self.cells:
            self.cells = cells
            if cells:
                field.selectAll()
            self.moved.emit()

    def follow(self, *, redressed: bool = False) -> None:
        """Show the open text as it is after its object was changed elsewhere; close it where it is gone.

        redressed: it looks otherwise, or its lines are broken otherwise.
        """
        location, block, field = self.location, self.block, self.field
        if location is None or field is None:
            return
        drawing = self._objects.drawing(location.block)
        line = next(lines_of_block(self._edit.document(), location.block), None)
        if block is None or line is None or drawing is None or location not in drawing.places:
            self.close()
            return
        if not keys.chosen_object(self._edit.textCursor()):
            self.caret.choose_object(location.block)
        runs = text_at(block, location)
        if redressed or runs != field.runs:
            field.show_runs(runs, drawing.places[location], self._objects.theme, keep_caret=redressed)
        self.place()

    def place(self) -> None:
        """Put the field where its text stands."""
        drawing = self._objects.drawing(self.location.block) if self.location else None
        if self.location is None or drawing is None or self._field is None or self.location not in drawing.places:
            return
        # until the body has grown to its text, it is scrolled, and scrolling back moves the field along
        scrolled = QPointF(0, self._edit.verticalScrollBar().value())
        corner = object_corner(self._edit.document(), self.location.block) - scrolled
        put_field(self._field, drawing.places[self.location].rect.translated(corner).toRect())

    def _made(self) -> ObjectField:
        if self._field is None:
            assert self.around is not None, "a body says what is around its fields"  # noqa: S101
            self._field = ObjectField(self.around, self._edit.viewport())
            self._field.edited.connect(self.edited)
            self._field.composed.connect(self.composed)
            self._field.left.connect(self.ending)
            self._field.left.connect(self.left)
            self._field.cursorPositionChanged.connect(self.moved)
            if self.menu:
                self.menu.hold(self._field.menu)
        return self._field

    def _on_chosen(self) -> None:
        if self.held:
            return
        chosen = self.caret.chosen_object()
        if self.location and (chosen is None or chosen.uid != self.location.block):
            self.close()
        else:
            self._show_state()

    def _show_state(self) -> None:
        chosen = None if self._edit.isReadOnly() else self.caret.chosen_object()
        state = ObjectState(chosen=True, open=self.location, cells=self.cells)
        states = {chosen.uid: state} if chosen else {}
        if states != self._objects.states:
            self._objects.states = states
            self._edit.viewport().update()
