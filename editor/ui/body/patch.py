"""New blocks into a document that shows others: only lines that differ are written again, so that nothing jumps."""

from PySide6.QtGui import QTextCursor, QTextDocument

from editor.model.body import Block
from editor.ui.body.writer import BodyWriter, lines_of
from editor.ui.theme.tokens import Theme


def patch(document: QTextDocument, old: tuple[Block, ...], new: tuple[Block, ...], theme: Theme) -> int:
    """Make the document show new in place of old. Returns where the change ends, for the caret (UTF-16 units)."""
    if _line_count(old) != document.blockCount():
        return rewrite(document, new, theme)
    same_above, same_below = _same(old, new)
    if same_above + same_below == max(len(old), len(new)) == min(len(old), len(new)):
        return 0
    if same_above + same_below == min(len(old), len(new)):
        # lines are taken out or put in as part of a neighbour, so that there is always a line to write in
        same_above, same_below = (same_above - 1, same_below) if same_above else (0, same_below - 1)
    if same_below < 0:
        return rewrite(document, new, theme)
    below = len(old) - same_below
    first = _line_count(old[:same_above]) if same_above else 0
    return _replace(
        document, first, first + _line_count(old[same_above:below]), new[same_above : len(new) - same_below], theme
    )


def rewrite(document: QTextDocument, new: tuple[Block, ...], theme: Theme) -> int:
    """Make the document show these blocks, whatever it showed. Returns where they end (UTF-16 units)."""
    return _replace(document, 0, document.blockCount(), new, theme)


def _replace(document: QTextDocument, first: int, after: int, blocks: tuple[Block, ...], theme: Theme) -> int:
    last = document.findBlockByNumber(after - 1)
    start, end = document.findBlockByNumber(first).position(), last.position() + last.length() - 1
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    before = cursor.selectedText()
    cursor.removeSelectedText()
    BodyWriter(cursor, theme).write(blocks)
    cursor.endEditBlock()
    written = cursor.position()
    cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
    return written - _same_end(before, cursor.selectedText())


def _same(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[int, int]:
    most = min(len(old), len(new))
    above = next((place for place in range(most) if old[place] != new[place]), most)
    rest = most - above
    below = next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)
    return above, below


def _same_end(one: str, other: str) -> int:
    """Return how much two texts share at their ends, in UTF-16 units."""
    most = min(len(one), len(other))
    start = next((place for place in range(most) if one[place] != other[place]), most)
    shared = next((place for place in range(most - start) if one[-1 - place] != other[-1 - place]), most - start)
    return len(other[len(other) - shared :].encode("utf-16-le")) // 2


def _line_count(blocks: tuple[Block, ...]) -> int:
    return sum(len(lines_of(block)) for block in blocks) or 1
