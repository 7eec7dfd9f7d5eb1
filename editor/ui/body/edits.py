"""What is done to the text at the caret, a step of the history each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.model.block_kinds import ObjectBlock
from editor.model.body import Block
from editor.ui.body import cursor_edits, keys
from editor.ui.body.objects import BodyObjects
from editor.ui.body.places import lines_of, lines_of_block
from editor.ui.body.shapes import KIND_LOOKS, Kind, kind_of
from editor.ui.theme.tokens import Theme

CursorEdit = Callable[[QTextCursor, Theme], object]


class BodyEdits:
    """The edits of one body. step: name of the one that is being made; edits of one name are joined, "" stands alone.

    title: what the history calls it, empty for any change of the text;
    moved: called after each, when the caret is where it stays.
    """

    def __init__(self, edit: QTextEdit, objects: BodyObjects, moved: Callable[[], None]) -> None:
        self._edit, self._objects, self._moved = edit, objects, moved
        self.step, self.title = "", ""

    def apply(self, act: CursorEdit, *, step: str = "") -> None:
        """Do something at the caret, as a function of cursor_edits or keys does, as one edit."""
        cursor = self._edit.textCursor()
        with self.named(step):
            cursor.beginEditBlock()
            act(cursor, self._objects.theme)
            cursor.endEditBlock()
        self._edit.setTextCursor(cursor)
        self._moved()

    def attempt(self, act: Callable[[QTextCursor, Theme], bool]) -> bool:
        """Do something where it fits; it returns whether it does. Else nothing changes, the caret neither."""
        cursor = self._edit.textCursor()
        done = act(cursor, self._objects.theme)
        if done:
            self._edit.setTextCursor(cursor)
        return done

    @contextmanager
    def named(self, step: str, title: str = "") -> Iterator[None]:
        """Give what is done inside a name, and say what the history calls it."""
        self.step, self.title = step, title
        yield
        self.step, self.title = "", ""

    def insert_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Put blocks in at the caret in place of the selection."""
        self._objects.keep(blocks)
        self.leave_object()
        self.apply(lambda cursor, theme: cursor_edits.insert_blocks(cursor, blocks, theme))

    def insert_reading(self, text: tuple[Block, ...], blocks: tuple[Block, ...]) -> None:
        """Put text in at the caret, then what it was read as in its place: one step back leads to the text."""
        start = self._edit.textCursor().selectionStart()
        self.insert_blocks(text)
        cursor = self._edit.textCursor()
        end = cursor.position()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
        self.insert_blocks(blocks)

    def put_object(self, value: ObjectBlock, *, title: str, step: str = "") -> None:
        """Let a figure or table of the body be another value. step: name under which edits are joined."""
        self._objects.keep((value,))
        with self.named(step, title), cursor_edits.one_edit(self._edit.textCursor()):
            self.lay_object(value.uid)
        if not step:
            self._moved()

    def lay_object(self, uid: str) -> None:
        """Lay the line of a figure or table out again."""
        line = next(lines_of_block(self._edit.document(), uid), None)
        if line:
            self._edit.document().markContentsDirty(line.position(), 1)

    def insert_text(self, text: str, *, step: str = "") -> None:
        """Put text in at the caret in its format. step: name under which edits are joined."""
        self.leave_object()
        self.apply(lambda cursor, _theme: cursor.insertText(text), step=step)

    def remove_selection(self) -> None:
        """Take out what is selected."""
        if keys.chosen_object(self._edit.textCursor()):
            self.apply(keys.remove_object)
        else:
            self.apply(lambda cursor, _theme: cursor.removeSelectedText())

    def bold_spans(self, spans_of: Callable[[str], tuple[tuple[int, int], ...]]) -> int:
        """Make parts of every paragraph bold. spans_of: places in a text (code points). Returns how many parts."""
        found: list[tuple[int, int]] = []

        def act(cursor: QTextCursor, theme: Theme) -> None:
            for line in lines_of(cursor.document()):
                if KIND_LOOKS[kind_of(line.blockFormat())].leads:
                    spans = spans_of(line.text())
                    cursor_edits.bold_spans(line, spans, theme)
                    found.extend(spans)

        self.apply(act)
        return len(found)

    def leave_object(self, *, step: str = "") -> None:
        """Go to a line of text below, a new one where needed: typing must not land beside an object.

        step: name of what is done there, so that both are one.
        """
        cursor = self._edit.textCursor()
        if kind_of(cursor.blockFormat()) is Kind.OBJECT:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self._edit.setTextCursor(cursor)
            self.apply(lambda at, theme: cursor_edits.insert_line(at, Kind.PARAGRAPH, theme), step=step)
