"""Blocks of the model in the body's document: which one a line belongs to, and where one begins."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor.ui.article.shapes import OBJECT, UID, Kind, kind_of


def uid_of(line: QTextBlock) -> str:
    """Return the uid of the block that a line belongs to, empty for a line that stands for none."""
    shape = line.blockFormat()
    if kind_of(shape) is not Kind.OBJECT:
        return shape.stringProperty(UID)
    cursor = QTextCursor(line)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return cursor.charFormat().stringProperty(OBJECT)


def lines_of_block(document: QTextDocument, uid: str) -> Iterator[QTextBlock]:
    """Yield the lines of a block: several for a list, none where it is not there."""
    line = document.begin()
    while line.isValid():
        if uid_of(line) == uid:
            yield line
        line = line.next()


def block_rect(document: QTextDocument, uid: str) -> QRectF:
    """Return where a block stands (document px); null where it is not there."""
    rect = QRectF()
    for line in lines_of_block(document, uid):
        rect |= document.documentLayout().blockBoundingRect(line)
    return rect
