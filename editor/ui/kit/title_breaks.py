"""Line breaks of a title: handles at the ends of its lines, and what a title is with a break set, moved or taken away.

Places are counted in the title's text, in code points; in the document each break is a character of its own.
"""

from itertools import accumulate, pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from editor.model.article import Title
from editor.ui.kit.utf16 import units
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme

HANDLE = QSize(24, 20)


def lines_of(title: Title) -> str:
    """Return a title as the document shows it, a line of the document for each of its own."""
    edges = (0, *title.breaks, len(title.text))
    return "\n".join(title.text[a:b] for a, b in pairwise(edges))


def title_of(shown: str) -> Title:
    """Return the title that a document shows."""
    lines = shown.split("\n")
    text = "".join(lines)
    return _titled(text, set(accumulate(map(len, lines[:-1]))))


def toggled(title: Title, place: int) -> Title:
    """Return a title with a break at a place, or without the one there; the ends of the text take none."""
    return _titled(title.text, set(title.breaks) ^ {place})


def moved(title: Title, number: int, place: int) -> Title:
    """Return a title with a break taken to another place. number: which of its breaks."""
    return _titled(title.text, {*title.breaks[:number], *title.breaks[number + 1 :], place})


def offset(cursor: QTextCursor) -> int:
    """Return the caret's place in the title's text."""
    shown = cursor.document().toPlainText().encode("utf-16-le")
    return len(shown[: 2 * cursor.position()].decode("utf-16-le").replace("\n", ""))


def cursor_of(document: QTextDocument, title: Title, start: int, end: int) -> QTextCursor | None:
    """Return a part of the title that a document shows selected, None where it is not that long."""
    text, breaks = title.text, title.breaks
    if end > len(text):
        return None
    cursor = QTextCursor(document)
    # a break is a character of the document: before what begins there, behind what ends there
    cursor.setPosition(units(text[:start]) + sum(brk <= start for brk in breaks))
    cursor.setPosition(units(text[:end]) + sum(brk < end for brk in breaks), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def space_lines(document: QTextDocument, pixels: int) -> None:
    """Give the lines their height. pixels: size of the type."""
    shape = QTextBlockFormat()
    shape.setLineHeight(round(pixels * 1.42), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(shape)


def handles(edit: QTextEdit) -> list[QRect]:
    """Return where the handles of the breaks stand, in px of the viewport."""
    found = []
    block = edit.document().begin()
    while block.isValid() and block.next().isValid():
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        rect = edit.cursorRect(cursor)
        found.append(QRect(QPoint(rect.right() + 8, rect.center().y() - HANDLE.height() // 2), HANDLE))
        block = block.next()
    return found


def handle_at(edit: QTextEdit, point: QPoint) -> int:
    """Return which handle stands at a point of the viewport, -1 for none."""
    return next((number for number, rect in enumerate(handles(edit)) if rect.contains(point)), -1)


def paint_handles(painter: QPainter, edit: QTextEdit, theme: Theme) -> None:
    """Paint the handles beside the lines."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent.soft"))
    for rect in handles(edit):
        painter.drawRoundedRect(rect, 4, 4)
        icon("linebreak", theme, token="accent").paint(painter, rect.adjusted(4, 2, -4, -2))


def _titled(text: str, places: set[int]) -> Title:
    return Title(text=text, breaks=tuple(sorted(place for place in places if 0 < place < len(text))))
