"""Blocks into a text document: a figure or table as one object, everything else as lines of text."""

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtGui import QTextCursor

from editor.model.block_kinds import is_object
from editor.model.body import Block, Heading, ItemList, Paragraph, Quote, Run, Text
from editor.ui.body.shapes import HEADINGS, Kind, block_format, char_format, object_format
from editor.ui.kit.utf16 import OBJECT_CHARACTER
from editor.ui.theme.tokens import Theme

Line = tuple[Kind, Text, bool]


def lines_of(block: Block) -> tuple[Line, ...]:
    """Return the lines of a block: kind, runs, and whether the line only keeps the place of an empty list."""
    if is_object(block):
        return ((Kind.OBJECT, (), False),)
    match block:
        case Paragraph():
            return ((Kind.PARAGRAPH, block.runs, False),)
        case Heading():
            return ((HEADINGS[block.level - 1], block.runs, False),)
        case Quote():
            return ((Kind.QUOTE, block.runs, False),)
        case ItemList():
            kind = Kind.NUMBERS if block.ordered else Kind.BULLETS
            return tuple((kind, item, False) for item in block.items) or ((kind, (), True),)
        case _:
            assert_never(block)


class BodyWriter:
    """Writes at a cursor. The first line takes the cursor's own, which must be empty."""

    def __init__(self, cursor: QTextCursor, theme: Theme) -> None:
        """Begin at a cursor."""
        self._cursor, self._theme = cursor, theme
        self._fresh = True

    def write(self, blocks: Iterable[Block]) -> None:
        """Write blocks one below the other; none at all leaves a line that says so."""
        for block in blocks:
            for kind, runs, empty in lines_of(block):
                self._begin(kind, block.uid, empty=empty)
                if kind is Kind.OBJECT:
                    self._cursor.insertText(OBJECT_CHARACTER, object_format(block.uid))
                write_runs(self._cursor, runs, kind, self._theme)
        if self._fresh:
            self._begin(Kind.PARAGRAPH, "", empty=True)

    def _begin(self, kind: Kind, uid: str, *, empty: bool) -> None:
        shape, characters = block_format(kind, uid, empty=empty), char_format(Run(text=""), kind, self._theme)
        if self._fresh:
            self._cursor.setBlockFormat(shape)
            self._cursor.setBlockCharFormat(characters)
            self._cursor.setCharFormat(characters)
        else:
            self._cursor.insertBlock(shape, characters)
        self._fresh = False


def write_runs(cursor: QTextCursor, runs: Text, kind: Kind, theme: Theme) -> None:
    """Insert runs at a cursor in the looks of a kind of line."""
    for run in runs:
        cursor.insertText(run.text, char_format(run, kind, theme))
