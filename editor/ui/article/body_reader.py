"""A text document back into blocks, exactly: appearance is read from properties, never guessed from looks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFragment

from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Run, Table, Text
from editor.model.uid import new_uid
from editor.ui.article.shapes import EMPTY, HEADINGS, LISTS, OBJECT, OBJECT_CHARACTER, UID, Kind, kind_of, run_of

Objects = Mapping[str, Figure | Table]


@dataclass(frozen=True, slots=True)
class _Line:
    kind: Kind
    uid: str
    runs: Text
    empty: bool = False


def read_blocks(document: QTextDocument, objects: Objects, *, known: tuple[Block, ...] = ()) -> tuple[Block, ...]:
    """Return the document's blocks; an equal one of known is given back as the same object.

    Lines that came to share an identity (after Enter) get their own, in the document as well.
    """
    renew_uids(document)
    lines = [line for block in _blocks(document) for line in _lines(block, 0, block.length())]
    made = _joined(lines, objects)
    before = {block.uid: block for block in known}
    return tuple(before[block.uid] if before.get(block.uid) == block else block for block in made)


def read_selection(cursor: QTextCursor, objects: Objects) -> tuple[Block, ...]:
    """Return what a cursor has selected, blocks cut at both ends."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    lines = [
        line
        for block in _blocks(cursor.document())
        if block.position() <= end and block.position() + block.length() > start
        for line in _lines(block, start - block.position(), end - block.position())
    ]
    return _joined(lines, objects)


def renew_uids(document: QTextDocument) -> None:
    """Give every line but list items of one list an identity of its own; the first of several keeps it."""
    seen: set[str] = set()
    above = ("", Kind.PARAGRAPH)
    for block in _blocks(document):
        shape = block.blockFormat()
        kind, uid = kind_of(shape), shape.stringProperty(UID)
        if shape.boolProperty(EMPTY) and block.length() > 1:
            shape.clearProperty(EMPTY)
            QTextCursor(block).setBlockFormat(shape)
        same_list = kind in LISTS and above == (uid, kind)
        if not same_list and (not uid or uid in seen) and not shape.boolProperty(EMPTY):
            # all further items of the list take the new one as well
            uid = _renew(block, kind, uid)
        seen.add(uid)
        above = (uid, kind)


def _renew(block: QTextBlock, kind: Kind, old: str) -> str:
    uid = new_uid()
    while True:
        shape = block.blockFormat()
        shape.setProperty(UID, uid)
        QTextCursor(block).setBlockFormat(shape)
        following = block.next()
        shape = following.blockFormat()
        if kind not in LISTS or not following.isValid() or (kind_of(shape), shape.stringProperty(UID)) != (kind, old):
            return uid
        block = following


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _lines(block: QTextBlock, start: int, end: int) -> Iterator[_Line]:
    """Yield a block's line; text that came to stand beside an object is a paragraph of its own."""
    shape = block.blockFormat()
    kind, uid = kind_of(shape), shape.stringProperty(UID)
    runs = tuple(_runs(block, start, end))
    if kind is not Kind.OBJECT and all(run.text != OBJECT_CHARACTER for run in runs):
        yield _Line(kind, uid, runs, empty=shape.boolProperty(EMPTY))
        return
    for part in _parted(runs):
        if part and part[0].text == OBJECT_CHARACTER:
            yield _Line(Kind.OBJECT, part[0].link, ())
        elif part:
            yield _Line(Kind.PARAGRAPH if kind is Kind.OBJECT else kind, new_uid(), part)


def _runs(block: QTextBlock, start: int, end: int) -> Iterator[Run]:
    """Yield the runs between two places in the block; an object as its character with its identity as link."""
    place = block.begin()
    pending: Run | None = None
    while not place.atEnd():
        fragment = place.fragment()
        place += 1
        shape, text = fragment.charFormat(), _clipped(fragment, start + block.position(), end + block.position())
        if OBJECT_CHARACTER in text and shape.stringProperty(OBJECT):
            run = Run(text=OBJECT_CHARACTER, link=shape.stringProperty(OBJECT))
        elif text:
            run = run_of(text, shape)
        else:
            continue
        if pending and run.text != OBJECT_CHARACTER and replace(pending, text="") == replace(run, text=""):
            pending = replace(pending, text=pending.text + run.text)
            continue
        if pending:
            yield pending
        pending = run
    if pending:
        yield pending


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
        if run.text == OBJECT_CHARACTER:
            yield tuple(part)
            yield (run,)
            part = []
        else:
            part.append(run)
    yield tuple(part)


def _joined(lines: list[_Line], objects: Objects) -> tuple[Block, ...]:
    made: list[Block] = []
    items: list[Text] = []
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if line.kind in LISTS:
            if not line.empty:
                items.append(line.runs)
            if following is None or (following.kind, following.uid) != (line.kind, line.uid):
                made.append(ItemList(ordered=line.kind is Kind.NUMBERS, items=tuple(items), uid=line.uid or new_uid()))
                items = []
        elif line.kind is Kind.OBJECT:
            if line.uid in objects:
                made.append(objects[line.uid])
        elif not line.empty:
            made.append(_block(line))
    return tuple(made)


def _block(line: _Line) -> Block:
    uid = line.uid or new_uid()
    if line.kind in HEADINGS:
        return Heading(level=HEADINGS.index(line.kind) + 1, runs=line.runs, uid=uid)
    if line.kind is Kind.QUOTE:
        return Quote(runs=line.runs, uid=uid)
    return Paragraph(runs=line.runs, uid=uid)
