"""The marks of comments in the parts of an article become anchors of notes, and leave the texts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from editor.intake.word.composing import Draft
from editor.intake.word.marks import MARK, bare, marks_in
from editor.model.article import Title
from editor.model.block_texts import block_parts, is_printed, printed_text, with_parts
from editor.model.body import Block, Text, plain
from editor.model.notes import Anchor, NoteField
from editor.model.runs import normal, with_text

# characters before a comment's sign that a comment without a range refers to
_BEFORE = 10


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a text: the block's uid, empty in the title, and the text as notes count it."""

    field: NoteField
    block: str
    text: str
    at: int


def anchored(draft: Draft) -> tuple[Draft, dict[int, Anchor]]:
    """Return the parts without marks, and the anchors by comment."""
    places: dict[tuple[str, int], _Place] = {}
    for kind, number, place in _places(draft):
        places.setdefault((kind, number), place)
    numbers = dict.fromkeys(number for _, number in places)
    clean = replace(
        draft,
        title=_title(draft.title),
        subtitle=bare(draft.subtitle),
        blocks=tuple(map(without_marks, draft.blocks)),
        source=bare(draft.source),
        link_caption=bare(draft.link_caption),
    )
    return clean, {number: _anchor(places, number) for number in numbers}


def _places(draft: Draft) -> Iterator[tuple[str, int, _Place]]:
    title = bare(draft.title.text)
    for kind, number, at in marks_in(draft.title.text):
        yield kind, number, _Place(NoteField.TITLE, "", title, at)
    for text in (draft.subtitle, draft.source, draft.link_caption):
        for kind, number, _ in marks_in(text):
            # notes stand in titles and bodies only
            yield kind, number, _Place(NoteField.TITLE, "", title, 0 if kind == "begin" else len(title))
    for block in draft.blocks:
        yield from _block_places(block)


def _block_places(block: Block) -> Iterator[tuple[str, int, _Place]]:
    parts = [(field, plain(text)) for field, text in block_parts(block)]
    if not any(MARK.search(text) for _, text in parts):
        return
    whole = printed_text(without_marks(block))
    start = 0
    for field, text in parts:
        words = bare(text)
        printed = is_printed(field, words)
        for kind, number, at in marks_in(text):
            yield kind, number, _Place(NoteField.BODY, block.uid, whole, min(start + at * printed, len(whole)))
        start += (len(words) + 1) * printed


def _anchor(places: dict[tuple[str, int], _Place], number: int) -> Anchor:
    begin, end, point = (places.get((kind, number)) for kind in ("begin", "end", "point"))
    if begin is None or (end is None and point is None):
        return _before(end or point or begin)
    last = end or point
    if last and last.block == begin.block and last.field is begin.field and last.at >= begin.at:
        stop = last.at
    else:
        stop = len(begin.text)
    if stop == begin.at:
        return _before(last or begin)
    return _span(begin, begin.at, stop)


def _before(place: _Place | None) -> Anchor:
    """Return the words right before a place, at the beginning of a text those after it."""
    if place is None:
        return Anchor(gone=True)
    start = max(place.at - _BEFORE, 0)
    return _span(place, start, place.at if place.at > start else min(_BEFORE, len(place.text)))


def _span(place: _Place, start: int, end: int) -> Anchor:
    return Anchor(field=place.field, block=place.block, start=start, end=end, words=place.text[start:end])


def _title(title: Title) -> Title:
    text = bare(title.text)
    if text == title.text:
        return title
    moved = (len(bare(title.text[:at])) for at in title.breaks)
    return Title(text=text, breaks=tuple(sorted({at for at in moved if 0 < at < len(text)})))


def without_marks(block: Block) -> Block:
    """Return a block without the marks of comments."""
    texts = [text for _, text in block_parts(block)]
    if not any(MARK.search(plain(text)) for text in texts):
        return block
    return with_parts(block, [_text(text) for text in texts])


def _text(text: Text) -> Text:
    return normal(tuple(with_text(run, bare(run.text)) if MARK.search(run.text) else run for run in text))
