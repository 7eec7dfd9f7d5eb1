"""What a command does to the text at a cursor. The caller reads the blocks afterwards: one call is one edit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.model.block_kinds import as_paragraph
from editor.model.body import ANCHOR, Block, Paragraph, Run, Script, Text, plain
from editor.model.runs import with_text
from editor.model.uid import new_uid
from editor.ui.body.shapes import EMPTY, FOOTNOTE, LISTS, UID, Kind, block_format, char_format, kind_of, run_of, runs_of
from editor.ui.body.writer import BodyWriter, write_runs
from editor.ui.kit.utf16 import OBJECT_CHARACTER, units
from editor.ui.theme.tokens import Theme


@contextmanager
def one_edit(cursor: QTextCursor) -> Iterator[None]:
    """Announce everything done to the text inside as one change."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def set_kind(cursor: QTextCursor, kind: Kind, theme: Theme) -> None:
    """Make the selected lines of a kind; lines made items of one kind become one list, and join one just above."""
    with one_edit(cursor):
        uid = ""
        for block in selected_lines(cursor):
            if kind_of(block.blockFormat()) is Kind.OBJECT:
                uid = ""
                continue
            if kind in LISTS and not uid:
                uid = _list_above(block, kind) or block.blockFormat().stringProperty(UID) or new_uid()
            set_line(block, kind, uid if kind in LISTS else _own_uid(block), theme)


def set_line(block: QTextBlock, kind: Kind, uid: str, theme: Theme) -> None:
    """Give one line a kind and an identity; runs keep what is their own."""
    line = QTextCursor(block)
    line.setBlockFormat(block_format(kind, uid))
    line.setBlockCharFormat(char_format(Run(text=""), kind, theme))
    _reshape(block, block.position(), block.position() + block.length() - 1, lambda run: run, theme)


def toggle_bold(cursor: QTextCursor, theme: Theme) -> None:
    """Make the selection, or what is typed next, bold, or plain where all of it is bold."""
    on = not all(run.bold for run in selected_runs(cursor))
    reshape(cursor, lambda run: replace(run, bold=on), theme)


def toggle_italic(cursor: QTextCursor, theme: Theme) -> None:
    """Make the selection, or what is typed next, italic or upright."""
    on = not all(run.italic for run in selected_runs(cursor))
    reshape(cursor, lambda run: replace(run, italic=on), theme)


def toggle_script(cursor: QTextCursor, script: Script, theme: Theme) -> None:
    """Raise or lower the selection, or what is typed next, or put it back on the line."""
    wanted = Script.BASE if all(run.script is script for run in selected_runs(cursor)) else script
    reshape(cursor, lambda run: replace(run, script=wanted), theme)


def set_link(cursor: QTextCursor, address: str, theme: Theme) -> None:
    """Link the selection to an address; an empty one takes links away."""
    reshape(cursor, lambda run: replace(run, link=address), theme)


def link_at(cursor: QTextCursor) -> str:
    """Return the address that the selection's first link leads to, empty for none."""
    return next((run.link for run in selected_runs(cursor) if run.link), "")


def anchor_beside(cursor: QTextCursor) -> QTextCursor | None:
    """Return a cursor that has the anchor of a footnote beside the caret selected, the one before it first."""
    for at in (cursor.position() - 1, cursor.position()):
        part = QTextCursor(cursor.document())
        part.setPosition(max(at, 0))
        part.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        if footnote_at(part):
            return part
    return None


def anchor_under(edit: QTextEdit, point: QPoint) -> QTextCursor | None:
    """Return a cursor that has the anchor of a footnote at a point of a field selected, None where there is none."""
    anchor = anchor_beside(edit.cursorForPosition(point))
    if anchor is None:
        return None
    start, end = QTextCursor(anchor), QTextCursor(anchor)
    start.setPosition(anchor.selectionStart())
    end.setPosition(anchor.selectionEnd())
    return anchor if edit.cursorRect(start).x() <= point.x() <= edit.cursorRect(end).x() else None


def footnote_at(selected: QTextCursor) -> str:
    """Return the words of the footnote whose anchor is selected, empty for anything else."""
    if selected.selectedText() != OBJECT_CHARACTER:
        return ""
    return selected.charFormat().stringProperty(FOOTNOTE)


def put_footnote(cursor: QTextCursor, words: str, theme: Theme) -> None:
    """Put a footnote in place of the selection, its anchor looking as the text before; without words, nothing."""
    before = QTextCursor(cursor)
    before.setPosition(cursor.selectionStart())
    look = run_of("", before.charFormat())
    cursor.removeSelectedText()
    if words:
        anchor = Run(text=ANCHOR, bold=look.bold, italic=look.italic, footnote=words)
        cursor.insertText(OBJECT_CHARACTER, char_format(anchor, kind_of(cursor.blockFormat()), theme))


def clear_marks(cursor: QTextCursor, theme: Theme) -> None:
    """Take bold, italic, script and links from the selection."""
    reshape(cursor, lambda run: Run(text=run.text, footnote=run.footnote), theme)


def reshape(cursor: QTextCursor, change: Callable[[Run], Run], theme: Theme) -> None:
    """Change the appearance of the selected runs; without a selection, of what is typed next."""
    if not cursor.hasSelection():
        now = run_of("", cursor.charFormat())
        cursor.setCharFormat(char_format(change(now), kind_of(cursor.blockFormat()), theme))
        return
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    with one_edit(cursor):
        for block in selected_lines(cursor):
            _reshape(block, start, end, change, theme)


def bold_spans(block: QTextBlock, spans: tuple[tuple[int, int], ...], theme: Theme) -> None:
    """Make parts of a line bold. spans: places in the line's text, in code points."""
    text = block.text()
    for start, end in spans:
        at, after = block.position() + units(text[:start]), block.position() + units(text[:end])
        _reshape(block, at, after, lambda run: replace(run, bold=True), theme)


def retype(cursor: QTextCursor, text: str) -> None:
    """Write other characters in place of the one before the cursor, in its looks."""
    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text, cursor.charFormat())


def insert_blocks(cursor: QTextCursor, blocks: tuple[Block, ...], theme: Theme) -> None:
    """Put blocks in at the cursor in place of the selection; a single paragraph goes into the line as runs."""
    with one_edit(cursor):
        cursor.removeSelectedText()
        if not blocks:
            return
        alone = as_paragraph(blocks[0]) if len(blocks) == 1 else None
        if alone:
            write_runs(cursor, alone.runs, kind_of(cursor.blockFormat()), theme)
            return
        rest = _cut_rest(cursor)
        if cursor.block().length() > 1:
            cursor.insertBlock(block_format(Kind.PARAGRAPH, ""))
        BodyWriter(cursor, theme).write(blocks)
        if rest:
            BodyWriter(_next_line(cursor), theme).write((Paragraph(runs=rest),))


def insert_line(cursor: QTextCursor, kind: Kind, theme: Theme) -> None:
    """Begin a new line of a kind below the cursor's, taking along what stands right of it."""
    with one_edit(cursor):
        cursor.removeSelectedText()
        shape = cursor.blockFormat()
        same_list = kind in LISTS and kind_of(shape) is kind
        uid = shape.stringProperty(UID) if same_list else new_uid()
        cursor.insertBlock(block_format(kind, uid), char_format(Run(text=""), kind, theme))
        block = cursor.block()
        _reshape(block, block.position(), block.position() + block.length() - 1, lambda run: run, theme)


def selected_lines(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the lines that the selection touches; the caret's own without one."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    found = [block]
    while block != last:
        block = block.next()
        found.append(block)
    return found


def selected_runs(cursor: QTextCursor) -> Text:
    """Return the runs that the selection touches; without one, what is typed next as an empty run."""
    if not cursor.hasSelection():
        return (run_of("", cursor.charFormat()),)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    return tuple(run for block in selected_lines(cursor) for _, _, run in _parts(block, start, end))


def _parts(block: QTextBlock, start: int, end: int) -> list[tuple[int, int, Run]]:
    """Return the parts of a line's fragments between two places of the document, with their runs."""
    found: list[tuple[int, int, Run]] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        place += 1
        at, after = max(start, fragment.position()), min(end, fragment.position() + fragment.length())
        shape = fragment.charFormat()
        if at < after and shape.stringProperty(FOOTNOTE):
            found += _beside_anchors(block, at, after, shape)
        elif at < after and OBJECT_CHARACTER not in fragment.text():
            found.append((at, after, run_of(fragment.text(), shape)))
    return found


def _beside_anchors(block: QTextBlock, at: int, after: int, shape: QTextCharFormat) -> Iterator[tuple[int, int, Run]]:
    """Yield the runs between two places in the format of a footnote's anchor; only the anchors are footnotes."""
    part = QTextCursor(block)
    part.setPosition(at)
    part.setPosition(after, QTextCursor.MoveMode.KeepAnchor)
    for run in runs_of(part.selectedText(), shape):
        yield at, at + units(run.text), run
        at += units(run.text)


def _reshape(block: QTextBlock, start: int, end: int, change: Callable[[Run], Run], theme: Theme) -> None:
    kind = kind_of(block.blockFormat())
    part = QTextCursor(block)
    for at, after, run in _parts(block, start, end):
        part.setPosition(at)
        part.setPosition(after, QTextCursor.MoveMode.KeepAnchor)
        part.setCharFormat(char_format(change(run), kind, theme))


def _list_above(block: QTextBlock, kind: Kind) -> str:
    above = block.previous()
    shape = above.blockFormat()
    return shape.stringProperty(UID) if above.isValid() and kind_of(shape) is kind else ""


def _own_uid(block: QTextBlock) -> str:
    shape = block.blockFormat()
    if kind_of(shape) in LISTS or shape.boolProperty(EMPTY):
        return new_uid()
    return shape.stringProperty(UID)


def _cut_rest(cursor: QTextCursor) -> Text:
    """Take what stands right of the cursor out of its line and return it."""
    end = cursor.block().position() + cursor.block().length() - 1
    rest = tuple(
        with_text(run, _text(cursor, at, after)) for at, after, run in _parts(cursor.block(), cursor.position(), end)
    )
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    return rest if plain(rest) else ()


def _text(cursor: QTextCursor, at: int, after: int) -> str:
    part = QTextCursor(cursor.document())
    part.setPosition(at)
    part.setPosition(after, QTextCursor.MoveMode.KeepAnchor)
    return part.selectedText()


def _next_line(cursor: QTextCursor) -> QTextCursor:
    made = QTextCursor(cursor)
    made.insertBlock(block_format(Kind.PARAGRAPH, ""))
    cursor.setPosition(made.position() - 1)
    return made
