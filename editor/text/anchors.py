"""Moves the anchors of notes with the text: within a block, to another block, or marks them as gone."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from editor.model.article import Article
from editor.model.block_texts import printed_text
from editor.model.edits import put_article
from editor.model.notes import Anchor, Note, NoteField
from editor.model.workspace import Workspace

# a single character that both texts share may be chance
_TRACE = 2


def follow(anchor: Anchor, before: str, after: str) -> Anchor:
    """Return an anchor's place in the changed text, marked as gone where none of its words are left."""
    if anchor.gone or before == after:
        return anchor
    if anchor.start == anchor.end:
        at = min(anchor.start, len(after))
        return replace(anchor, start=at, end=at)
    kept = [
        (max(anchor.start, start) + shift, min(anchor.end, end) + shift)
        for start, end, shift in _kept(before, after)
        if start < anchor.end and anchor.start < end
    ]
    if not kept:
        return replace(anchor, gone=True)
    return replace(anchor, start=kept[0][0], end=kept[-1][1])


def follow_article(before: Article, after: Article) -> Article:
    """Return the article with the anchors of its notes where their words are now."""
    notes = after.archive.notes
    if not notes or (before.blocks is after.blocks and before.title is after.title):
        return after
    old, new = _texts(before), _texts(after)
    followed = tuple(_follow_note(note, old, new) for note in notes)
    same = all(one is other for one, other in zip(followed, notes, strict=True))
    return after if same else replace(after, archive=replace(after.archive, notes=followed))


def follow_notes(before: Workspace, after: Workspace) -> Workspace:
    """Return a changed workspace with the notes of changed articles where their words are now."""
    noted = [article for article in after.articles() if article.archive.notes]
    if not noted or before is after:
        return after
    known = {article.uid: article for article in before.articles()}
    for article in noted:
        followed = follow_article(known.get(article.uid, article), article)
        if followed is not article:
            after = put_article(after, followed)
    return after


def _texts(article: Article) -> dict[tuple[NoteField, str], str]:
    texts = {(NoteField.BODY, block.uid): printed_text(block) for block in article.blocks}
    return texts | {(NoteField.TITLE, ""): article.title.text}


def _follow_note(
    note: Note, old: Mapping[tuple[NoteField, str], str], new: Mapping[tuple[NoteField, str], str]
) -> Note:
    anchor = note.anchor
    key = (anchor.field, anchor.block)
    before, after = old.get(key, ""), new.get(key)
    moved = follow(anchor, before, after) if after is not None else replace(anchor, gone=True)
    if moved.gone:
        words = anchor.words if anchor.gone else before[anchor.start : anchor.end]
        changed = {place: text for place, text in new.items() if text != old.get(place)}
        moved = _found_again(moved, words, changed) or moved
    return note if moved == anchor else replace(note, anchor=moved)


def _found_again(anchor: Anchor, words: str, texts: Mapping[tuple[NoteField, str], str]) -> Anchor | None:
    """Return the one place among changed texts that has the words: a paragraph was split or joined, or text moved."""
    if not words:
        return None
    places = [(key, text.find(words)) for key, text in texts.items() if text.count(words) == 1]
    if len(places) != 1:
        return None
    (field, block), start = places[0]
    return replace(anchor, field=field, block=block, start=start, end=start + len(words), gone=False)


def _kept(before: str, after: str) -> Iterator[tuple[int, int, int]]:
    """Yield the spans of a text that the other one keeps: start, end, and by how much they moved; in order."""
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    shift = len(after) - len(before)
    yield 0, head, 0
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if old and new:
        # imported only for an edit that touches several places
        from rapidfuzz.distance import Indel

        for block in Indel.opcodes(old, new):
            if block.tag == "equal" and block.src_end - block.src_start >= _TRACE:
                yield head + block.src_start, head + block.src_end, block.dest_start - block.src_start
    yield len(before) - tail, len(before), shift


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts have in common from their beginning."""
    least = min(len(one), len(other))
    if one[:least] == other[:least]:
        return least
    low, high = 0, least
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low
