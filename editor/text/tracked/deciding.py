"""Accepting and rejecting changes: the base takes a change over, or the article gets the base's words back."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from editor.model.article import Article, Tracking, Wording
from editor.model.block_kinds import as_items
from editor.model.body import Block, Text
from editor.model.runs import part
from editor.model.tracking import base_of, with_tracking, with_wording, wording
from editor.model.uid import new_uid
from editor.text.tracked.change import ChangeDecision, ChangeKind, TrackedChange
from editor.text.tracked.comparing import fact_changes, placed_changes
from editor.text.tracked.pairs import TrackedLocation, TrackedPair
from editor.text.tracked.runs import (
    flat_runs,
    line_at,
    line_starts,
    lines_of,
    split_runs,
    with_identities,
)

_Blocks = tuple[Block, ...]
_Verdicts = Mapping[TrackedChange, ChangeDecision]


def decided(article: Article, verdicts: _Verdicts) -> Article:
    """Return the article with changes accepted or rejected; changes that it does not have are ignored."""
    base = base_of(article)
    if base is None:
        return article
    words = wording(article)
    placed = tuple(placed_changes(base, words))
    open_ones = {*fact_changes(base, words), *(change for _, found in placed for change in found)}
    if not open_ones & verdicts.keys():
        return article
    if ChangeDecision.REJECTED in (verdicts.get(one) for one in open_ones):
        article = with_wording(article, _side(base, words, placed, verdicts, ChangeDecision.REJECTED))
    if open_ones <= verdicts.keys():
        # base and article are equal now, so the contributions are dropped
        return with_tracking(article, Tracking(base=wording(article)))
    made = _side(words, base, placed, verdicts, ChangeDecision.ACCEPTED)
    hands = article.archive.tracking.hands if article.archive.tracking else ()
    return with_tracking(article, Tracking(base=made, hands=hands))


def _side(
    other: Wording,
    own: Wording,
    placed: tuple[tuple[TrackedLocation, tuple[TrackedChange, ...]], ...],
    verdicts: _Verdicts,
    verdict: ChangeDecision,
) -> Wording:
    """Return own wording with the other side's words at changes with this verdict. One side is the base."""
    accepting = verdict is ChangeDecision.ACCEPTED
    pairs = (own, other) if accepting else (other, own)
    facts = {one.field: getattr(other, one.field) for one in fact_changes(*pairs) if verdicts.get(one) is verdict}
    taken = frozenset(block.uid for block in own.blocks)
    blocks: list[Block] = []
    for place, found in _with_moves(placed):
        chosen = frozenset(one for one in found if verdicts.get(one) is verdict)
        if _stands(place, chosen, accepting=accepting):
            blocks += _taken(place.pair, found, chosen, taken, accepting=accepting)
    return replace(own, blocks=tuple(blocks), **facts)


def _with_moves(
    placed: tuple[tuple[TrackedLocation, tuple[TrackedChange, ...]], ...],
) -> Iterator[tuple[TrackedLocation, tuple[TrackedChange, ...]]]:
    """Yield places with their changes; a moved pair's changes come at both of its places."""
    of_pair = {id(place.pair): found for place, found in placed if place.after or not place.pair.after}
    return ((place, of_pair.get(id(place.pair), ())) for place, _ in placed)


def _stands(place: TrackedLocation, chosen: frozenset[TrackedChange], *, accepting: bool) -> bool:
    """Return whether the resulting side has a pair at this place."""
    moved = any(one.kind is ChangeKind.MOVED for one in chosen)
    own, other = (place.before, place.after) if accepting else (place.after, place.before)
    return other if moved else own


def _taken(
    pair: TrackedPair,
    found: tuple[TrackedChange, ...],
    chosen: frozenset[TrackedChange],
    taken: frozenset[str],
    *,
    accepting: bool,
) -> _Blocks:
    """Return a pair's blocks of one side. chosen: the changes in which the other side's words are taken."""
    own, other = (pair.before, pair.after) if accepting else (pair.after, pair.before)
    if pair.stretches:
        return _text(pair, found, chosen, accepting=accepting)
    content = any(one.kind is not ChangeKind.MOVED for one in chosen)
    if not content:
        return own
    return tuple(_adopted(one, own[:1], taken) for one in other)


def _adopted(block: Block, own: _Blocks, taken: frozenset[str]) -> Block:
    if own:
        return replace(block, uid=own[0].uid)
    return replace(block, uid=new_uid()) if block.uid in taken else block


def _text(
    pair: TrackedPair, found: tuple[TrackedChange, ...], chosen: frozenset[TrackedChange], *, accepting: bool
) -> _Blocks:
    own, other = (pair.before, pair.after) if accepting else (pair.after, pair.before)
    if not chosen - {one for one in chosen if one.kind is ChangeKind.MOVED}:
        return own
    kinds = {one.kind for one in chosen}
    edits = iter([one for one in found if one.kind in _EDITS])
    own_lines = lines_of(own)
    texts = flat_runs(own_lines), flat_runs(lines_of(other))
    starts = line_starts(own_lines)
    made: list[Text] = []
    origins: list[int | None] = []
    for one in pair.stretches:
        spans = (one.before, one.after) if accepting else (one.after, one.before)
        foreign = ChangeKind.FORMAT in kinds if one.same else next(edits) in chosen
        made.append(part(texts[foreign], *spans[foreign]))
        if foreign and not one.same:
            origins += [None] * (spans[1][1] - spans[1][0])
        else:
            origins += (line_at(starts, place) for place in range(*spans[0]))
    lines = split_runs(tuple(run for text in made for run in text))
    own_list = as_items(own[0])
    if own_list:
        return (replace(own_list, items=lines),)
    like = other[0] if ChangeKind.STYLE in kinds else own[0]
    return with_identities(lines, origins, own, like)


_EDITS = frozenset((ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.REPLACED))
