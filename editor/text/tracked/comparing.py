"""The changes of an article, in the order in which they stand in it."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import assert_never

from editor.model.article import Article, Title, Wording
from editor.model.block_kinds import style_of
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table
from editor.model.tracking import base_of, wording
from editor.text.comparing.blocks import block_text
from editor.text.tracked.change import ChangeKind, Span, TrackedChange
from editor.text.tracked.pairs import Stretch, TrackedLocation, TrackedPair, flat, places_of
from editor.text.tracked.runs import flat_runs, line_starts, lines_of, same_look

FACTS = tuple(field.name for field in fields(Wording) if field.name != "blocks")


def changes_of(base: Wording, words: Wording) -> tuple[TrackedChange, ...]:
    """Return the differences of a wording from the base; none where only identities of blocks differ."""
    if base == words:
        return ()
    body = (change for _, found in placed_changes(base, words) for change in found)
    return (*fact_changes(base, words), *body)


def changes_of_article(article: Article) -> tuple[TrackedChange, ...]:
    """Return the undecided changes of an article."""
    base = base_of(article)
    return changes_of(base, wording(article)) if base else ()


def fact_changes(base: Wording, words: Wording) -> Iterator[TrackedChange]:
    """Yield the changes of everything but the body, each as a whole."""
    for name in FACTS:
        old, new = getattr(base, name), getattr(words, name)
        if old != new:
            yield TrackedChange(kind=ChangeKind.FACT, field=name, removed=_wording(old), added=_wording(new), key=name)


def placed_changes(base: Wording, words: Wording) -> Iterator[tuple[TrackedLocation, tuple[TrackedChange, ...]]]:
    """Yield the places of all blocks, each with its changes; those of a moved pair at its place in the article."""
    places = places_of(base.blocks, words.blocks)
    starts = _starts(base)
    here = _heres(places)
    for place, at in zip(places, here, strict=True):
        if place.after or (place.before and not place.pair.after):
            start = starts[place.pair.before[0].uid] if place.pair.before else 0
            yield place, tuple(_of_place(place, start, at))
        else:
            yield place, ()


def _starts(base: Wording) -> dict[str, int]:
    starts, at = {}, 0
    for block in base.blocks:
        starts[block.uid] = at
        at += len(block_text(block)) + 1
    return starts


def _heres(places: Sequence[TrackedLocation]) -> list[Span]:
    """Return for every place where a removal shows: where the text continues, else at the text's end."""
    made: list[Span] = []
    last = next((place.pair.after[-1] for place in reversed(places) if place.after and place.pair.after), None)
    end = len(block_text(last)) if last else 0
    here = Span(last.uid if last else "", end, end)
    for place in reversed(places):
        if place.after and place.pair.after:
            here = Span(place.pair.after[0].uid, 0, 0)
        made.append(here)
    return made[::-1]


def _of_place(place: TrackedLocation, start: int, here: Span) -> Iterator[TrackedChange]:
    pair = place.pair
    if not pair.before:
        block = pair.after[0]
        text = block_text(block)
        yield TrackedChange(kind=ChangeKind.INSERTED, spans=(_whole(pair),), added=text, key=f"+{block.uid}")
    elif not pair.after:
        text = block_text(pair.before[0])
        yield TrackedChange(kind=ChangeKind.DELETED, spans=(here,), removed=text, start=start, end=start + len(text))
    else:
        if not place.before:
            text = flat(pair.after)
            yield TrackedChange(kind=ChangeKind.MOVED, spans=(_whole(pair),), added=text, key=f"~{pair.before[0].uid}")
        yield from _of_text(pair, start) if pair.stretches else _of_whole(pair, start)


def _of_whole(pair: TrackedPair, start: int) -> Iterator[TrackedChange]:
    """Yield the change of a figure, table or list, or of a block that became another kind of thing."""
    if not same_block(pair):
        old, new = flat(pair.before), flat(pair.after)
        yield TrackedChange(
            kind=_whole_kind(pair.after[0]),
            spans=(_whole(pair),),
            removed=old,
            added=new,
            start=start,
            end=start + len(old),
        )


def _of_text(pair: TrackedPair, start: int) -> Iterator[TrackedChange]:
    old, new = lines_of(pair.before), lines_of(pair.after)
    uid = pair.before[0].uid
    styles = style_of(pair.before[0]), style_of(pair.after[0])
    if styles[0] != styles[1]:
        yield TrackedChange(
            kind=ChangeKind.STYLE,
            spans=(_whole(pair),),
            removed=styles[0].value,
            added=styles[1].value,
            key=f"style {uid}",
        )
    same = [(one.before, one.after) for one in pair.stretches if one.same]
    if not same_look(flat_runs(old), flat_runs(new), same):
        words = flat(pair.after)
        yield TrackedChange(kind=ChangeKind.FORMAT, spans=(_whole(pair),), added=words, key=f"format {uid}")
    before, after, starts = flat(pair.before), flat(pair.after), line_starts(new)
    for one in pair.stretches:
        if not one.same:
            yield _of_stretch(pair, one, (before, after), starts, start)


def _of_stretch(
    pair: TrackedPair, one: Stretch, texts: tuple[str, str], starts: list[int], start: int
) -> TrackedChange:
    removed, added = texts[0][slice(*one.before)], texts[1][slice(*one.after)]
    kind = ChangeKind.REPLACED if removed and added else ChangeKind.INSERTED if added else ChangeKind.DELETED
    return TrackedChange(
        kind=kind,
        spans=_spans(pair, one.after, texts[1], starts),
        removed=removed,
        added=added,
        start=start + one.before[0],
        end=start + one.before[1],
    )


def _spans(pair: TrackedPair, reach: tuple[int, int], text: str, starts: list[int]) -> tuple[Span, ...]:
    """Return where a part of the flat text shows; offsets run through a list's items, but start anew per paragraph."""
    made = []
    ends = [*(at - 1 for at in starts[1:]), len(text)]
    for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
        begin, end = max(first, reach[0]), min(last, reach[1])
        if begin < end or begin == end == reach[1]:
            several = len(pair.after) > 1
            made.append(Span(pair.after[number if several else 0].uid, *_local(begin, end, first if several else 0)))
    filled = [span for span in made if span.start < span.end]
    return tuple(filled or made[-1:])


def _local(begin: int, end: int, first: int) -> tuple[int, int]:
    return begin - first, end - first


def _whole(pair: TrackedPair) -> Span:
    return Span(pair.after[0].uid, 0, len(block_text(pair.after[0])))


def same_block(pair: TrackedPair) -> bool:
    """Return whether a pair compared as a whole differs only in its identity."""
    (old,), (new,) = pair.before, pair.after
    return replace(old, uid=new.uid) == new


def _whole_kind(block: Block) -> ChangeKind:
    match block:
        case Figure():
            return ChangeKind.FIGURE
        case Table():
            return ChangeKind.TABLE
        case Paragraph() | Heading() | Quote() | ItemList():
            return ChangeKind.BLOCK
        case _:
            assert_never(block)


def _wording(value: object) -> str:
    return "\n".join(value.lines) if isinstance(value, Title) else str(value)
