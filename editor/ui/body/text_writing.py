"""What is written in an open text of a figure or table becomes a value of the body."""

from PySide6.QtCore import QObject

from editor.model.block_kinds import ObjectBlock, as_table
from editor.model.block_texts import TextLocation
from editor.model.body import Run, Text, plain, text_of
from editor.model.table_ranges import emptied
from editor.ui.body.edits import BodyEdits
from editor.ui.body.keyboard import TYPING
from editor.ui.body.object_texts import ObjectTexts
from editor.ui.body.object_values import edit_name, text_at, with_text
from editor.ui.body.objects import BodyObjects


class TextWriting(QObject):
    """Of one body."""

    def __init__(self, objects: BodyObjects, texts: ObjectTexts, edits: BodyEdits) -> None:
        super().__init__(texts)
        self._objects, self._texts, self._edits = objects, texts, edits
        texts.edited.connect(self._on_edited)
        texts.composed.connect(self._on_composed)
        texts.ending.connect(self._on_ending)

    def write(self, value: ObjectBlock, *, step: str = "") -> None:
        """Let the object be another value. step: name under which edits are joined."""
        self._edits.put_object(value, title=edit_name(value), step=step)

    def _on_edited(self, step: str) -> None:
        location, block, field = self._texts.location, self._texts.block, self._texts.field
        if location is None or block is None or field is None or text_at(block, location) == field.runs:
            return
        self._objects.tried.pop(location.block, None)
        value = with_text(block, location, field.runs)
        table, cells = as_table(value), self._texts.cells
        if table and cells and not field.runs:
            value = emptied(table, cells)
        self.write(value, step=_step(step, location) if step else "")
        self._texts.place()

    def _on_ending(self) -> None:
        """Take blanks off the ends of a caption and the like."""
        location, block = self._texts.location, self._texts.block
        if location is None or block is None or self._texts.in_cell:
            return
        words = plain(text_at(block, location))
        if words != words.strip():
            self.write(with_text(block, location, text_of(words.strip())), step=_step(TYPING, location))

    def _on_composed(self, letters: str) -> None:
        """Make room for what is being composed."""
        location, block, field = self._texts.location, self._texts.block, self._texts.field
        if location is None or block is None or field is None:
            return
        if letters:
            at = field.textCursor().position()
            self._objects.tried[location.block] = with_text(block, location, _spliced(field.runs, at, letters))
        elif self._objects.tried.pop(location.block, None) is None:
            return
        self._edits.lay_object(location.block)
        self._texts.place()


def _step(name: str, location: TextLocation) -> str:
    return f"{name}:{location.block}:{location.field}:{location.part}"


def _spliced(runs: Text, at: int, letters: str) -> Text:
    """Return runs with letters at a place, UTF-16 units."""
    text = plain(runs).encode("utf-16-le")
    before, behind = (part.decode("utf-16-le", errors="ignore") for part in (text[: 2 * at], text[2 * at :]))
    return text_of(before + letters + behind) if runs else (Run(text=letters),)
