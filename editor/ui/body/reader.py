"""A text document back into blocks, exactly: appearance is read from properties, never guessed from looks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFragment

from editor.model.block_kinds import ObjectBlock
from editor.model.body import Block, Heading, ItemList, Paragraph, Quote, Run, Text
from editor.model.uid import new_uid
from editor.ui.body.shapes import EMPTY, HEADINGS, LISTS, OBJECT, UID, Kind, kind_of, runs_of
from editor.ui.kit.utf16 import OBJECT_CHARACTER

Objects = Mapping[str, ObjectBlock]


@dataclass(slots=True)
class _DocumentLine:
    """A line of the document. block: what was made of it, so that an unchanged line gives the same object again."""

    kind: Kind
    uid: str
    runs: Text
    empty: bool = False
    block: Block | None = None


class BodyReader:
    """Reads one document; only the lines that changed since the last time are looked at again."""

    def __init__(self, document: QTextDocument) -> None:
        """Watch a document from now on."""
        self._document = document
        self._lines: list[tuple[_DocumentLine, ...]] = []
        self._above, self._below = 0, 0
        document.contentsChange.connect(self._on_contents_change)

    def read(self, objects: Objects) -> tuple[Block, ...]:
        """Return the document's blocks.

        Lines that came to share an identity (after Enter) get their own, in the document as well.
        """
        count = self._document.blockCount()
        above = min(self._above, len(self._lines), count)
        below = min(self._below, len(self._lines) - above, count - above)
        fresh = [_lines(block, 0, block.length()) for block in _between(self._document, above, count - below)]
        self._lines = [*self._lines[:above], *fresh, *self._lines[len(self._lines) - below :]]
        self._settle()
        self._above, self._below = count, count
        return _joined([line for lines in self._lines for line in lines], objects)

    def _settle(self) -> None:
        """Give every line but the items of one list an identity of its own; the first of several keeps it."""
        seen: set[str] = set()
        above = ("", Kind.PARAGRAPH)
        for number, lines in enumerate(self._lines):
            if len(lines) != 1 or lines[0].kind is Kind.OBJECT:
                above = ("", Kind.OBJECT)
                continue
            line = lines[0]
            if line.empty and line.runs:
                self._reform(number, line, uid=line.uid, empty=False)
            same_list = line.kind in LISTS and above == (line.uid, line.kind)
            if not same_list and not line.empty and (not line.uid or line.uid in seen):
                self._renew(number, line)
            seen.add(line.uid)
            above = (line.uid, line.kind)

    def _renew(self, number: int, line: _DocumentLine) -> None:
        """Give a line a new identity, and all further items where it begins a list."""
        old, uid = line.uid, new_uid()
        self._reform(number, line, uid=uid, empty=False)
        for further, lines in enumerate(self._lines[number + 1 :], number + 1):
            if line.kind not in LISTS or len(lines) != 1 or (lines[0].kind, lines[0].uid) != (line.kind, old):
                return
            self._reform(further, lines[0], uid=uid, empty=lines[0].empty)

    def _reform(self, number: int, line: _DocumentLine, *, uid: str, empty: bool) -> None:
        block = self._document.findBlockByNumber(number)
        shape = block.blockFormat()
        shape.setProperty(UID, uid)
        if not empty:
            shape.clearProperty(EMPTY)
        QTextCursor(block).setBlockFormat(shape)
        line.uid, line.empty, line.block = uid, empty, None

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        document = self._document
        last = document.findBlock(position + added)
        below = document.blockCount() - 1 - last.blockNumber() if last.isValid() else 0
        self._above = min(self._above, document.findBlock(position).blockNumber())
        self._below = min(self._below, below)


def read_selection(cursor: QTextCursor, objects: Objects) -> tuple[Block, ...]:
    """Return what a cursor has selected, blocks cut at both ends."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    document = cursor.document()
    first, last = document.findBlock(start).blockNumber(), document.findBlock(end).blockNumber()
    blocks = _between(document, first, last + 1)
    return _joined(
        [line for block in blocks for line in _lines(block, start - block.position(), end - block.position())], objects
    )


def line_runs(block: QTextBlock) -> Text:
    """Return the runs of a line."""
    return _runs(block, 0, block.length())


def _between(document: QTextDocument, first: int, after: int) -> Iterator[QTextBlock]:
    block = document.findBlockByNumber(first)
    for _ in range(first, after):
        yield block
        block = block.next()


def _lines(block: QTextBlock, start: int, end: int) -> tuple[_DocumentLine, ...]:
    """Return a block's line; text that came to stand beside an object is a paragraph of its own."""
    shape = block.blockFormat()
    kind, uid = kind_of(shape), shape.stringProperty(UID)
    runs = _runs(block, start, end)
    if kind is not Kind.OBJECT and not any(map(_is_object, runs)):
        return (_DocumentLine(kind, uid, runs, empty=shape.boolProperty(EMPTY)),)
    beside = Kind.PARAGRAPH if kind is Kind.OBJECT else kind
    return tuple(
        _DocumentLine(Kind.OBJECT, part[0].link, ()) if _is_object(part[0]) else _DocumentLine(beside, new_uid(), part)
        for part in _parted(runs)
        if part
    )


def _runs(block: QTextBlock, start: int, end: int) -> Text:
    """Return the runs between two places in the block; an object as its character with its identity as link."""
    made: list[Run] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        place += 1
        shape, text = fragment.charFormat(), _clipped(fragment, start + block.position(), end + block.position())
        if OBJECT_CHARACTER in text and shape.stringProperty(OBJECT):
            made.append(Run(text=OBJECT_CHARACTER, link=shape.stringProperty(OBJECT)))
        elif text:
            for run in runs_of(text, shape):
                _append(made, run)
    return tuple(made)


def _is_object(run: Run) -> bool:
    """Return whether a run stands for a figure or table, and not for a footnote."""
    return run.text == OBJECT_CHARACTER and not run.footnote


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, to the one before where both look alike."""
    last = runs[-1] if runs else None
    if last and OBJECT_CHARACTER not in (last.text, run.text) and replace(last, text=run.text) == run:
        runs[-1] = replace(last, text=last.text + run.text)
    else:
        runs.append(run)


def _clipped(fragment: QTextFragment, start: int, end: int) -> str:
    """Return the part of a fragment inside the bounds; places count UTF-16 units, as Qt's do."""
    at, after = fragment.position(), fragment.position() + fragment.length()
    if start <= at and after <= end:
        return fragment.text()
    units = fragment.text().encode("utf-16-le")[2 * max(0, start - at) : 2 * max(0, end - at)]
    return units.decode("utf-16-le", errors="ignore")


def _parted(runs: Text) -> Iterator[Text]:
    part: list[Run] = []
    for run in runs:
        if _is_object(run):
            yield tuple(part)
            yield (run,)
            part = []
        else:
            part.append(run)
    yield tuple(part)


def _joined(lines: Sequence[_DocumentLine], objects: Objects) -> tuple[Block, ...]:
    made: list[Block] = []
    items: list[_DocumentLine] = []
    for place, line in enumerate(lines):
        if line.kind in LISTS:
            items.append(line)
            following = lines[place + 1] if place + 1 < len(lines) else None
            if following is None or (following.kind, following.uid) != (line.kind, line.uid):
                made.append(_list(items))
                items = []
        elif line.kind is Kind.OBJECT:
            if line.uid in objects:
                made.append(objects[line.uid])
        elif not line.empty:
            made.append(_block(line))
    return tuple(made)


def _list(lines: Iterable[_DocumentLine]) -> Block:
    first, *rest = lines
    items = tuple(line.runs for line in (first, *rest) if not line.empty)
    made = ItemList(ordered=first.kind is Kind.NUMBERS, items=items, uid=first.uid or new_uid())
    if first.block is None or first.block != made:
        first.block = made
    return first.block


def _block(line: _DocumentLine) -> Block:
    if line.block is None:
        line.block = _made(line.kind, line.runs, line.uid or new_uid())
    return line.block


def _made(kind: Kind, runs: Text, uid: str) -> Block:
    """Return the block of a line that stands for one alone."""
    match kind:
        case Kind.PARAGRAPH:
            return Paragraph(runs=runs, uid=uid)
        case Kind.HEADING1 | Kind.HEADING2 | Kind.HEADING3:
            return Heading(level=HEADINGS.index(kind) + 1, runs=runs, uid=uid)
        case Kind.QUOTE:
            return Quote(runs=runs, uid=uid)
        case Kind.BULLETS | Kind.NUMBERS | Kind.OBJECT | Kind.CELL | Kind.HEAD | Kind.CAPTION | Kind.SOURCE:
            raise ValueError("items are read as lists, objects and what stands in them from their values")
        case _:
            assert_never(kind)
