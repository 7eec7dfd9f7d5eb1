"""Keys of the body where Qt's own handling would break a block: Enter, Backspace and Delete at its edges, Tab."""

from PySide6.QtGui import QTextBlock, QTextCursor

from editor.model.uid import new_uid
from editor.ui.body.cursor_edits import insert_line, one_edit, set_line
from editor.ui.body.shapes import HEADINGS, KIND_LOOKS, LISTS, UID, Kind, kind_of
from editor.ui.theme.tokens import Theme


def enter(cursor: QTextCursor, theme: Theme) -> None:
    """Begin a new line: text after a heading or object, plain text out of an empty item or quotation."""
    kind = kind_of(cursor.blockFormat())
    if kind is Kind.OBJECT:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        insert_line(cursor, Kind.PARAGRAPH, theme)
    elif KIND_LOOKS[kind].goes_on and is_empty(cursor.block()) and not cursor.hasSelection():
        set_line(cursor.block(), Kind.PARAGRAPH, new_uid(), theme)
    elif cursor.atBlockStart() and not cursor.hasSelection() and not is_empty(cursor.block()):
        _line_above(cursor, kind, theme)
    else:
        at_end = cursor.atBlockEnd() or cursor.hasSelection()
        insert_line(cursor, Kind.PARAGRAPH if kind in HEADINGS and at_end else kind, theme)


def backspace(cursor: QTextCursor, theme: Theme) -> bool:
    """Handle Backspace at a line's start. Returns False where it is not for us.

    A heading, item or quotation becomes text first; an object above is chosen before it goes.
    """
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    block, kind = cursor.block(), kind_of(cursor.blockFormat())
    if kind in HEADINGS or KIND_LOOKS[kind].goes_on:
        set_line(block, Kind.PARAGRAPH, new_uid() if kind in LISTS else block.blockFormat().stringProperty(UID), theme)
        return True
    return _meet_object(cursor, block.previous())


def delete(cursor: QTextCursor) -> bool:
    """Handle Delete at a line's end: an object below is chosen before it goes. Returns False where it is not for us."""
    if cursor.hasSelection() or not cursor.atBlockEnd() or kind_of(cursor.blockFormat()) is Kind.OBJECT:
        return False
    return _meet_object(cursor, cursor.block().next())


def remove_object(cursor: QTextCursor, theme: Theme) -> None:
    """Take the chosen object out with its line."""
    with one_edit(cursor):
        cursor.removeSelectedText()
        if cursor.document().blockCount() > 1:
            _drop_line(cursor)
        else:
            set_line(cursor.block(), Kind.PARAGRAPH, new_uid(), theme)


def tab(cursor: QTextCursor, theme: Theme, *, back: bool) -> bool:
    """Tab makes a line below a list its next item; Shift+Tab takes an item out of its list. False: nothing to do."""
    block, kind = cursor.block(), kind_of(cursor.blockFormat())
    above = block.previous()
    above_kind = kind_of(above.blockFormat()) if above.isValid() else Kind.PARAGRAPH
    if back and kind in LISTS:
        set_line(block, Kind.PARAGRAPH, new_uid(), theme)
    elif not back and kind is Kind.PARAGRAPH and above_kind in LISTS:
        set_line(block, above_kind, above.blockFormat().stringProperty(UID), theme)
    else:
        return False
    return True


def chosen_object(cursor: QTextCursor) -> QTextBlock | None:
    """Return the object's line where exactly an object is selected, None otherwise."""
    block = cursor.document().findBlock(cursor.selectionStart())
    whole = cursor.selectionEnd() - cursor.selectionStart() == 1 and block.position() == cursor.selectionStart()
    return block if whole and kind_of(block.blockFormat()) is Kind.OBJECT else None


def choose_object(cursor: QTextCursor, block: QTextBlock) -> None:
    """Select an object's line."""
    cursor.setPosition(block.position())
    cursor.setPosition(block.position() + 1, QTextCursor.MoveMode.KeepAnchor)


def is_empty(block: QTextBlock) -> bool:
    """Return whether a line has no text."""
    return block.length() <= 1


def _meet_object(cursor: QTextCursor, neighbour: QTextBlock) -> bool:
    if not neighbour.isValid() or kind_of(neighbour.blockFormat()) is not Kind.OBJECT:
        return kind_of(cursor.blockFormat()) is Kind.OBJECT
    place = neighbour.blockNumber()
    if is_empty(cursor.block()):
        with one_edit(cursor):
            place -= int(neighbour.blockNumber() > cursor.block().blockNumber())
            _drop_line(cursor)
    choose_object(cursor, cursor.document().findBlockByNumber(place))
    return True


def _drop_line(cursor: QTextCursor) -> None:
    """Take an empty line out; the line that takes its place keeps its own format, whichever Qt would choose."""
    below = cursor.block().next()
    kept = (below if below.isValid() else cursor.block().previous()).blockFormat()
    if below.isValid():
        cursor.deleteChar()
    else:
        cursor.deletePreviousChar()
    cursor.setBlockFormat(kept)


def _line_above(cursor: QTextCursor, kind: Kind, theme: Theme) -> None:
    """Put an empty line above; the text keeps its identity."""
    block = cursor.block()
    uid = block.blockFormat().stringProperty(UID)
    insert_line(cursor, kind, theme)
    if kind not in LISTS:
        with one_edit(cursor):
            set_line(cursor.block(), kind, uid, theme)
            set_line(cursor.block().previous(), Kind.PARAGRAPH if kind in HEADINGS else kind, new_uid(), theme)
