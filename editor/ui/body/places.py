"""Places of the blocks in the body's document, both ways. Qt counts UTF-16 units, the model code points."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor.model.body import ANCHOR
from editor.text.words import word_at
from editor.ui.body.shapes import FOOTNOTE, OBJECT, UID, Kind, kind_of
from editor.ui.kit.tints import TextMark
from editor.ui.kit.utf16 import units


def uid_of(line: QTextBlock) -> str:
    """Return the uid of the block that a line belongs to, empty for a line that stands for none."""
    shape = line.blockFormat()
    if kind_of(shape) is not Kind.OBJECT:
        return shape.stringProperty(UID)
    cursor = QTextCursor(line)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return cursor.charFormat().stringProperty(OBJECT)


def lines_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the lines of a document."""
    line = document.begin()
    while line.isValid():
        yield line
        line = line.next()


def lines_of_block(document: QTextDocument, uid: str) -> Iterator[QTextBlock]:
    """Yield the lines of a block: several for a list, none where it is not there."""
    return (line for line in lines_of(document) if uid_of(line) == uid)


def object_corner(document: QTextDocument, uid: str) -> QPointF:
    """Return the upper left corner of a figure or table in the document (px), laid out as it is now."""
    for block in lines_of_block(document, uid):
        # asked for, the layout is made up to there
        document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineAt(0)
        return block.layout().position() + line.position()
    return QPointF()


def block_rect(document: QTextDocument, uid: str) -> QRectF:
    """Return where a block stands (document px); null where it is not there."""
    rect = QRectF()
    for line in lines_of_block(document, uid):
        rect |= document.documentLayout().blockBoundingRect(line)
    return rect


def cursors_of(document: QTextDocument, marks: Sequence[TextMark]) -> list[QTextCursor | None]:
    """Return where marks stand in the document, None for one that is not there; a figure or table as a whole."""
    lines: dict[str, list[QTextBlock]] = defaultdict(list)
    block = document.begin()
    while marks and block.isValid():
        lines[block.blockFormat().stringProperty(UID)].append(block)
        block = block.next()
    return [_cursor(lines.get(mark.block, []), mark.start, mark.end) for mark in marks]


def place_at(document: QTextDocument, position: int) -> tuple[str, int, int]:
    """Return what stands at a position of the document: uid of the block, line of it from 0, code points in the line.

    In a figure or table the place is its beginning.
    """
    block = document.findBlock(position)
    uid = block.blockFormat().stringProperty(UID)
    if kind_of(block.blockFormat()) is Kind.OBJECT:
        return uid, 0, 0
    line, above = 0, block.previous()
    while uid and above.isValid() and above.blockFormat().stringProperty(UID) == uid:
        line, above = line + 1, above.previous()
    before = block.text().encode("utf-16-le")[: 2 * (position - block.position())]
    return uid, line, len(before.decode("utf-16-le", errors="ignore"))


def word_cursor(cursor: QTextCursor, *, after: bool) -> QTextCursor:
    """Return the word beside a caret selected: that of the character after or before it."""
    line = cursor.block()
    text, at = line.text(), place_at(cursor.document(), cursor.position())[2]
    start, end = word_at(text, at if after else max(0, at - 1))
    return _selected(line, units(text[:start]), units(text[:end]))


def _cursor(lines: list[QTextBlock], start: int, end: int) -> QTextCursor | None:
    """Return the place in a block's lines; start and end as in Mark, both in the same line.

    Places behind the lines are those of the block's footnotes: the anchor is returned.
    """
    for block in lines:
        text = block.text()
        if kind_of(block.blockFormat()) is Kind.OBJECT:
            return _selected(block, 0, 1)
        if start <= len(text):
            return _selected(block, units(text[:start]), units(text[:end])) if end <= len(text) else None
        start, end = start - len(text) - 1, end - len(text) - 1
    return _anchor(lines, start)


def _anchor(lines: list[QTextBlock], start: int) -> QTextCursor | None:
    """Return the anchor of the footnote in whose words a place lies, counted from those of the first, else None."""
    for line in lines:
        for at, char in enumerate(line.text()):
            anchor = _selected(line, units(line.text()[:at]), units(line.text()[: at + 1])) if char == ANCHOR else None
            words = anchor.charFormat().stringProperty(FOOTNOTE) if anchor else ""
            if words and start <= len(words):
                return anchor
            start -= len(words) + 1 if words else 0
    return None


def _selected(block: QTextBlock, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
