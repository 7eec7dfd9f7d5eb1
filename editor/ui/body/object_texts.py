"""The texts of figures and tables, written where they stand: a field lies over one of them at a time."""

from typing import assert_never

from PySide6.QtCore import QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.model.block_kinds import ObjectBlock, as_table, is_object
from editor.model.block_texts import TextField, TextLocation, located_texts, with_parts
from editor.model.body import Figure, Run, Table, Text, plain, text_of
from editor.model.language import tr
from editor.model.table_edits import CellRange, emptied
from editor.ui.body import keys
from editor.ui.body.caret import BodyCaret
from editor.ui.body.edits import BodyEdits
from editor.ui.body.object_field import ObjectField, Surroundings
from editor.ui.body.object_walk import TextStep, cell_at, way_in
from editor.ui.body.objects import BodyObjects
from editor.ui.body.places import lines_of_block, object_corner, uid_of
from editor.ui.body.shapes import Kind, kind_of
from editor.ui.body.text_places import ObjectState
from editor.ui.kit.undo_keys import FieldMenu


class ObjectTexts(QObject):
    """Of one body. location: of the text that is open, None for none; cells: that are chosen, the open one a corner.

    around: what its field leaves to others; menu: of the body; moved: another text is open, or none, or the caret of
    the open one is elsewhere; left: the keyboard went elsewhere.
    """

    moved = Signal()
    left = Signal()

    def __init__(self, edit: QTextEdit, objects: BodyObjects, caret: BodyCaret, edits: BodyEdits) -> None:
        super().__init__(edit)
        self._edit, self._objects, self._caret, self._edits = edit, objects, caret, edits
        self.location: TextLocation | None = None
        self.cells: CellRange | None = None
        self._field: ObjectField | None = None
        self.around: Surroundings | None = None
        self.menu: FieldMenu | None = None
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

    def open(self, location: TextLocation, *, caret: QPointF | TextStep | None = None) -> None:
        """Write in a text. caret: at a point of the body, or as one comes by a step; None chooses all of it."""
        block = self._objects.values.get(location.block)
        drawing = self._objects.drawing(location.block)
        if block is None or drawing is None or location not in drawing.places or self._edit.isReadOnly():
            return
        if self._caret.chosen_object() is not block:
            self._caret.choose_object(location.block)
        self.location, self.cells = location, None
        field = self._made()
        field.show_runs(text_at(block, location), drawing.places[location], self._objects.theme)
        field.setAccessibleName(place_name(block, location))
        self.place()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if caret is None:
            field.selectAll()
        elif isinstance(caret, QPointF):
            field.set_caret(caret)
        elif caret.on:
            field.moveCursor(QTextCursor.MoveOperation.Start)
        self._tell()

    def close(self) -> None:
        """Let the object be chosen as a whole again, if it is."""
        if self.location is None:
            return
        focused = self._field is not None and self._field.hasFocus()
        self._objects.tried.pop(self.location.block, None)
        self.location, self.cells = None, None
        if focused:
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._field:
            self._field.hide()
        self._tell()

    def leave(self, *, down: bool) -> None:
        """Go on in the text below or above the chosen object; below the last one a line begins."""
        chosen = self._caret.chosen_object()
        line = next(lines_of_block(self._edit.document(), chosen.uid), None) if chosen else None
        if line is None:
            return
        beside = line.next() if down else line.previous()
        self.close()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if not beside.isValid():
            if down:
                self._edits.leave_object()
        elif kind_of(beside.blockFormat()) is Kind.OBJECT:
            self.enter(uid_of(beside), TextStep.DOWN if down else TextStep.UP)
        else:
            cursor = QTextCursor(beside)
            if not down:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self._edit.setTextCursor(cursor)

    def enter(self, uid: str, step: TextStep, column: int = 0) -> None:
        """Come into an object from the text beside it: into a cell of a table; a figure is chosen."""
        block = self._objects.values.get(uid)
        if block is None:
            return
        location = way_in(block, step, column)
        if location is None or self._edit.isReadOnly():
            self._caret.choose_object(uid)
        else:
            self.open(location, caret=step)

    def choose_cells(self, cells: CellRange | None) -> None:
        """Choose cells beside the open one; none of them: only the open one."""
        field = self.field
        if field and cells != self.cells:
            self.cells = cells
            if cells:
                field.selectAll()
            self._tell()

    def write(self, value: ObjectBlock, *, step: str = "") -> None:
        """Let the object be another value. step: name under which edits are joined."""
        self._edits.put_object(value, title=edit_name(value), step=step)

    def follow(self) -> None:
        """Show the open text as it is after its object was changed elsewhere; close it where it is gone."""
        location, block, field = self.location, self.block, self.field
        if location is None or field is None:
            return
        drawing = self._objects.drawing(location.block)
        line = next(lines_of_block(self._edit.document(), location.block), None)
        if block is None or line is None or drawing is None or location not in drawing.places:
            self.close()
            return
        if not keys.chosen_object(self._edit.textCursor()):
            self._caret.choose_object(location.block)
        runs = text_at(block, location)
        if runs != field.runs:
            field.show_runs(runs, drawing.places[location], self._objects.theme)
        self.place()

    def place(self) -> None:
        """Put the field where its text stands."""
        drawing = self._objects.drawing(self.location.block) if self.location else None
        if self.location is None or drawing is None or self._field is None or self.location not in drawing.places:
            return
        corner = object_corner(self._edit.document(), self.location.block)
        self._field.put(drawing.places[self.location].rect.translated(corner).toRect())

    def _made(self) -> ObjectField:
        if self._field is None:
            assert self.around is not None, "a body says what is around its fields"  # noqa: S101
            self._field = ObjectField(self.around, self._edit.viewport())
            self._field.edited.connect(self._on_edited)
            self._field.composed.connect(self._on_composed)
            self._field.left.connect(self.left)
            self._field.cursorPositionChanged.connect(self.moved)
            if self.menu:
                self.menu.hold(self._field.menu)
        return self._field

    def _on_edited(self, step: str) -> None:
        location, block, field = self.location, self.block, self.field
        if location is None or block is None or field is None or text_at(block, location) == field.runs:
            return
        self._objects.tried.pop(location.block, None)
        value = with_text(block, location, field.runs)
        table, cells = as_table(value), self.cells
        if table and cells and not field.runs:
            value = emptied(table, cells)
        self.write(value, step=f"{step}:{location.block}:{location.field}:{location.part}" if step else "")
        self.place()

    def _on_composed(self, letters: str) -> None:
        """Make room for what is being composed."""
        location, block, field = self.location, self.block, self.field
        if location is None or block is None or field is None:
            return
        if letters:
            at = field.textCursor().position()
            self._objects.tried[location.block] = with_text(block, location, _spliced(field.runs, at, letters))
        elif self._objects.tried.pop(location.block, None) is None:
            return
        self._edits.lay_object(location.block)
        self.place()

    def _on_chosen(self) -> None:
        chosen = self._caret.chosen_object()
        if self.location and (chosen is None or chosen.uid != self.location.block):
            self.close()
        else:
            self._show_state()

    def _tell(self) -> None:
        self._show_state()
        self.moved.emit()

    def _show_state(self) -> None:
        chosen = None if self._edit.isReadOnly() else self._caret.chosen_object()
        state = ObjectState(chosen=True, open=self.location, cells=self.cells)
        self._objects.states = {chosen.uid: state} if chosen else {}
        self._edit.viewport().update()


def text_at(block: ObjectBlock, location: TextLocation) -> Text:
    """Return a text of an object; empty where it has none there."""
    return next((text for at, text in located_texts(block) if at == location), ())


def with_text(block: ObjectBlock, location: TextLocation, text: Text) -> ObjectBlock:
    """Return an object with another text. A caption and the like take no looks."""
    made = with_parts(block, [text if at == location else now for at, now in located_texts(block)])
    return made if is_object(made) else block


def edit_name(block: ObjectBlock) -> str:
    """Return what the history calls a change of an object."""
    match block:
        case Figure():
            return tr("改图")
        case Table():
            return tr("改表")
        case _:
            assert_never(block)


def place_name(block: ObjectBlock, at: TextLocation) -> str:
    """Return what a text of an object is called, for those who hear the window."""
    table = as_table(block)
    if table is None:
        return tr("图题") if at.field is TextField.CAPTION else tr("图的来源")
    if at.field is not TextField.CELL:
        return tr("表题") if at.field is TextField.CAPTION else tr("表注")
    row, column = cell_at(table, at)
    if not row:
        return tr("表头，第 {column} 列", column=column + 1)
    head = plain(table.head[column])
    name = tr("第 {row} 行，第 {column} 列", row=row, column=column + 1)
    return tr("{name}，{head}", name=name, head=head) if head else name


def _spliced(runs: Text, at: int, letters: str) -> Text:
    """Return runs with letters at a place, UTF-16 units."""
    text = plain(runs).encode("utf-16-le")
    before, behind = (part.decode("utf-16-le", errors="ignore") for part in (text[: 2 * at], text[2 * at :]))
    return text_of(before + letters + behind) if runs else (Run(text=letters),)
