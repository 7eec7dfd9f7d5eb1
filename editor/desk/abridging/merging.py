"""The article and its original as one text to abridge; the original's sentences that the article lacks begin struck.

So nothing that was typed is lost, and abridging can be gone on with another day: untouched, the result is the article.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import chain, groupby, pairwise

from rapidfuzz.distance import Indel
from rapidfuzz.process import extractOne

from editor.desk.abridging.abridgement import Abridgement
from editor.desk.abridging.unit import SentenceSource, Unit, is_cut
from editor.model.article import Article
from editor.model.block_kinds import as_figure, is_text, kind_name
from editor.model.block_texts import running_text
from editor.model.body import ANCHOR, Block, Text, plain
from editor.model.runs import part
from editor.model.uid import new_uid
from editor.text.characters import fold
from editor.text.sentences import sentence_ends

# of the characters of two sentences, from which on one counts as the other one changed
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, or a block that is not cut. number: of its block in its text."""

    block: Block
    number: int
    runs: Text
    key: Hashable

    @property
    def length(self) -> int:
        return len(plain(self.runs)) if is_cut(self.block) else 1


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sentence of the merged text, as the article says it where it does. came: number of its block there."""

    said: _Sentence
    source: SentenceSource
    came: int = -1

    @property
    def own(self) -> bool:
        """Whether the article has it."""
        return self.source is not SentenceSource.ORIGINAL


@dataclass(frozen=True, slots=True)
class _Target:
    """The block that an entry goes to. number: in its text; standing: whether that is the article."""

    number: int
    standing: bool


def abridgement_of(article: Article, original: Sequence[Block] = ()) -> Abridgement:
    """Return an article to be abridged. original: blocks of its file, read again and cleaned as at intake."""
    entries = _in_one_piece(tuple(_merged(tuple(_sentences(original)), tuple(_sentences(article.blocks)))))
    targets = _targets(entries)
    groups = groupby(zip(targets, entries, strict=True), key=lambda pair: pair[0])
    units = tuple(_unit(target, [entry for _, entry in pairs]) for target, pairs in groups)
    return Abridgement(article=article, units=tuple(_with_own_uids(units)))


def _sentences(blocks: Iterable[Block]) -> Iterator[_Sentence]:
    for number, block in enumerate(blocks):
        if not (is_text(block) and is_cut(block)):
            yield _Sentence(block, number, (), _key(block))
            continue
        ends = sentence_ends(plain(block.runs))
        for start, end in pairwise((0, *ends)):
            runs = part(block.runs, start, end)
            yield _Sentence(block, number, runs, _folded(plain(runs)))


def _key(block: Block) -> Hashable:
    """Return what says that two blocks are the same; a typed heading is the same as a heading."""
    if is_text(block):
        return _folded(plain(block.runs))
    figure = as_figure(block)
    picture = figure.picture.sha256 if figure and figure.picture else ""
    return kind_name(type(block)), _folded(running_text(block)), picture


def _folded(text: str) -> str:
    return fold(text.replace(ANCHOR, ""))


def _merged(original: Sequence[_Sentence], article: Sequence[_Sentence]) -> Iterator[_Entry]:
    matcher = SequenceMatcher(None, [one.key for one in original], [one.key for one in article], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            for there, here in zip(original[first:last], article[start:end], strict=True):
                yield _Entry(here, SentenceSource.BOTH, there.number)
            continue
        yield from _side_by_side(original[first:last], article[start:end], alone=not original)


def _side_by_side(original: Sequence[_Sentence], article: Sequence[_Sentence], *, alone: bool) -> Iterator[_Entry]:
    """Yield sentences that differ, a changed one behind what it was. alone: there is no original."""
    at = 0
    for here in article:
        found = _most_alike(original, here, at)
        came = -1
        if found >= 0:
            yield from (_Entry(one, SentenceSource.ORIGINAL, one.number) for one in original[at : found + 1])
            at, came = found + 1, original[found].number
        yield _Entry(here, SentenceSource.BOTH if alone else SentenceSource.ARTICLE, came)
    yield from (_Entry(one, SentenceSource.ORIGINAL, one.number) for one in original[at:])


def _most_alike(original: Sequence[_Sentence], here: _Sentence, at: int) -> int:
    """Return the number of the sentence that somebody may have changed to this one, from a place on; -1 for none."""
    if not is_cut(here.block):
        return -1
    texts = {number: plain(one.runs) for number, one in enumerate(original) if number >= at and is_cut(one.block)}
    found = extractOne(plain(here.runs), texts, scorer=Indel.normalized_similarity, score_cutoff=_ALIKE)
    return found[2] if found else -1


def _in_one_piece(entries: Sequence[_Entry]) -> tuple[_Entry, ...]:
    """Return the entries in an order in which no table or heading of the original stands within a paragraph."""
    made, late = list[_Entry](), list[_Entry]()
    following = _next_own(entries)
    inside = -1
    for entry, coming in zip(entries, following, strict=True):
        if entry.own:
            if entry.said.number != inside:
                made += late
                late.clear()
            inside = entry.said.number
        elif coming == inside and not is_cut(entry.said.block):
            late.append(entry)
            continue
        made.append(entry)
    return (*made, *late)


def _next_own(entries: Sequence[_Entry]) -> list[int]:
    """Return for every entry the number of the article's block that comes next, -2 for none."""
    found, coming = list[int](), -2
    for entry in reversed(entries):
        coming = entry.said.number if entry.own else coming
        found.append(coming)
    return found[::-1]


def _targets(entries: Sequence[_Entry]) -> list[_Target]:
    """Return the block that each entry goes to; those of one block follow each other."""
    made, following = list[_Target](), _next_own(entries)
    for at, entry in enumerate(entries):
        before = made[-1] if made else None
        if entry.own:
            made.append(_Target(entry.said.number, standing=True))
        elif before and before.standing and before.number == following[at]:
            # the article's block goes on behind it
            made.append(before)
        elif before and _is_open(entries[at - 1]) and entries[at - 1].came == entry.came and _is_open(entry):
            made.append(before)
        elif _is_open(entry) and _leads_in(entries, at):
            made.append(_Target(following[at], standing=True))
        else:
            made.append(_Target(entry.came, standing=False))
    return made


def _is_open(entry: _Entry) -> bool:
    return is_cut(entry.said.block)


def _leads_in(entries: Sequence[_Entry], at: int) -> bool:
    """Return whether the article has the rest of an entry's block right behind it, at the start of a block."""
    came = entries[at].came
    rest = next((one for one in entries[at:] if one.own or one.came != came), None)
    return rest is not None and rest.own and rest.came == came and _is_open(rest)


def _unit(target: _Target, entries: Sequence[_Entry]) -> Unit:
    ends, struck, at = list[int](), list[tuple[int, int]](), 0
    for entry in entries:
        end = at + entry.said.length
        if not entry.own:
            struck.append((at, end))
        ends.append(end)
        at = end
    own = next((entry for entry in entries if entry.own), entries[0])
    made = Unit(
        block=own.said.block,
        runs=tuple(chain.from_iterable(entry.said.runs for entry in entries)),
        ends=tuple(ends),
        sources=tuple(entry.source for entry in entries),
        standing=target.standing,
    )
    for span in struck:
        made = made.with_span(span, struck=True)
    return replace(made, begun=made.struck)


def _with_own_uids(units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the units; a paragraph of the original that stands in two places has two identities."""
    seen = set[str]()
    for unit in units:
        yield unit if unit.block.uid not in seen else replace(unit, block=replace(unit.block, uid=new_uid()))
        seen.add(unit.block.uid)
