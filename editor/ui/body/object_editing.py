"""Figures and tables edited where they stand: what serves one body, put together."""

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.model.block_kinds import ObjectBlock, is_object
from editor.model.block_texts import TextField, TextLocation, located_texts
from editor.model.body import Block
from editor.ui.body.caret import BodyCaret
from editor.ui.body.cell_ranges import CellRanges
from editor.ui.body.edits import BodyEdits, CursorEdit
from editor.ui.body.figure_handles import FigureHandles
from editor.ui.body.object_entry import ObjectEntry
from editor.ui.body.object_field import select_words
from editor.ui.body.object_keys import ObjectKeys
from editor.ui.body.object_mouse import TextMouse
from editor.ui.body.object_texts import ObjectTexts
from editor.ui.body.object_values import words_at
from editor.ui.body.object_ways import ObjectWays
from editor.ui.body.objects import BodyObjects
from editor.ui.body.overlay import paint_frame
from editor.ui.body.text_places import WordMark
from editor.ui.body.text_writing import TextWriting
from editor.ui.kit.tints import TextMark


class ObjectEditing:
    """Of one body. texts: the open one; writing: in it; ways: in and out."""

    def __init__(self, edit: QTextEdit, objects: BodyObjects, caret: BodyCaret, edits: BodyEdits) -> None:
        """Serve one body."""
        self._edit, self._objects, self._caret, self._edits = edit, objects, caret, edits
        self._marks: Mapping[str, list[TextMark]] = {}
        caret.into_words = self._show_words
        self.texts = ObjectTexts(edit, objects, caret)
        self.writing = TextWriting(objects, self.texts, edits)
        self.ways = ObjectWays(edit, objects, self.texts, edits)
        self._ranges = CellRanges(edit, objects, self.texts, self.writing)
        self._around = ObjectKeys(edit, self.ways, self._ranges, self.writing)
        self.texts.around = self._around
        self._entry = ObjectEntry(edit, objects, caret, self.ways)
        # filters act in turn, the last one first
        self._mouse = TextMouse(edit, objects, self.texts, self._around)
        self._handles = FigureHandles(edit, objects, caret, edits)

    def take(self, event: QKeyEvent) -> bool:
        """Act on a key of the body. Returns False for one that is not about objects."""
        return (event.key() == Qt.Key.Key_Escape and self._handles.give_up()) or self._entry.key(event)

    def cursor(self) -> QTextCursor:
        """Return the cursor of what one writes in, the open text or the body."""
        return (self.texts.field or self._edit).textCursor()

    def apply(self, act: CursorEdit) -> bool:
        """Do something at the cursor, as one edit. Returns False in a text that has no looks of its own."""
        field, theme = self.texts.field, self._objects.theme
        if field is None:
            self._edits.apply(act)
        elif self.texts.cells:
            self._ranges.restyle(act)
        elif self.texts.in_cell:
            field.edit_text(lambda cursor: act(cursor, theme))
        return field is None or self.texts.in_cell

    def paste(self, data: QMimeData) -> None:
        """Put what a clipboard brings into the open text."""
        self._around.paste(data)

    def compose(self, event: QInputMethodEvent) -> bool:
        """Take words of an input method into a table that is chosen as a whole. Returns False where none is."""
        return self._entry.type_into(event)

    def show_marks(self, marks: Mapping[str, list[TextMark]]) -> None:
        """Show marked words of figures and tables where they stand. marks: by object."""
        if marks is self._marks:
            return
        self._marks = marks
        self._objects.words = {
            uid: (value, tuple(filter(None, (_word_mark(value, one) for one in these))))
            for uid, these in marks.items()
            if (value := self._objects.values.get(uid))
        }

    def paint_chosen(self, painter: QPainter) -> None:
        """Paint the chosen figure or table above the veil that Qt lays over what is selected."""
        chosen = self._caret.chosen_object()
        drawing = self._objects.drawing(chosen.uid) if chosen else None
        if chosen is None or drawing is None or chosen.uid not in self._objects.places:
            return
        place, theme = self._objects.places[chosen.uid], self._objects.theme
        painter.fillRect(place.adjusted(0, 0, 1, 1), theme.colour("surface"))
        self._objects.paint(painter, chosen.uid)
        if drawing.grip is None:
            paint_frame(painter, place, theme)
        self._handles.paint(painter)

    def show_changed(self, old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Block, ...]:
        """Show figures and tables that became others elsewhere, by undo for one. Returns the old blocks with them."""
        values = {block.uid: block for block in new if is_object(block)}
        shown = tuple(values.get(block.uid, block) for block in old)
        for before, now in zip(old, shown, strict=True):
            if before != now:
                self._edits.lay_object(now.uid)
                self._lead(before, now)
        return shown

    def _show_words(self, value: ObjectBlock, span: tuple[int, int]) -> bool:
        """Open the text that words of an object stand in, with them selected; the keyboard stays where it is."""
        found = words_at(value, *span)
        if found is None or found[0].field is TextField.ALT:
            return False
        location, start, end = found
        self.texts.open(location, focus=False)
        if self.texts.field:
            select_words(self.texts.field, start, end)
        return self.texts.field is not None

    def _lead(self, before: Block, now: Block) -> None:
        """Lead to what is another one: the object, or its text where somebody writes in it."""
        if self._edit.isReadOnly():
            return
        at = self.texts.location
        where = _changed_text(before, now)
        if at is None or at.block != now.uid:
            self._caret.choose_object(now.uid)
        elif where and where != at:
            self.texts.open(where, focus=self.texts.has_focus())


def _word_mark(value: ObjectBlock, mark: TextMark) -> WordMark | None:
    found = words_at(value, mark.start, mark.end)
    return WordMark(*found, (mark.kind, mark.hand)) if found else None


def _changed_text(before: Block, now: Block) -> TextLocation | None:
    """Return the one text in which two values of an object differ, None where more do."""
    one, other = list(located_texts(before)), list(located_texts(now))
    changed = [there[0] for here, there in zip(one, other, strict=False) if here != there]
    return changed[0] if len(changed) == 1 and len(one) == len(other) else None
