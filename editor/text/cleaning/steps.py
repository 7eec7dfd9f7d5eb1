"""What rules of cleaning do with the blocks of an article, each as a value that is applied or left."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from editor.model.article import Article
from editor.model.block_kinds import as_figure, as_paragraph, with_caption
from editor.model.body import Block, Heading, ItemList, Paragraph, Text, plain
from editor.model.runs import part
from editor.text.line_forms import bullet, typed_number

_GAP = re.compile("(?<=[。；：！？）”])(?: +\u3000[ \u3000]*|\u3000[ \u3000]+)(?=[^ \u3000\n])")
Tidy = Callable[[Text], Text]
"""Cleans a text that a step has made of others."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Blocks go."""

    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Paragraphs become one."""

    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """A paragraph is parted at its wide gaps, which go. new: identities of the parts after the first."""

    block: str
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A paragraph becomes a heading."""

    block: str
    level: int


@dataclass(frozen=True, slots=True)
class Itemise:
    """Paragraphs become the items of a list; their bullets or numbers go."""

    blocks: tuple[str, ...]
    ordered: bool


@dataclass(frozen=True, slots=True)
class Caption:
    """A paragraph becomes the caption of a figure or table, or the source of a figure."""

    block: str
    of: str
    caption: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Lift:
    """Words of a paragraph fill fields of the article. end: words at its end that go, empty for all of it."""

    block: str
    source: str = ""
    link: str = ""
    published: date | None = None
    end: str = ""


Step = Drop | Join | Split | Head | Itemise | Caption | Lift


def step_blocks(step: Step) -> tuple[str, ...]:
    """Return the identities of the blocks that a step changes."""
    match step:
        case Drop() | Join() | Itemise():
            return step.blocks
        case Split() | Head() | Lift():
            return (step.block,)
        case Caption():
            return (step.block, step.of)
        case _:
            assert_never(step)


def with_step(article: Article, step: Step, tidy: Tidy) -> Article:  # noqa: PLR0911 - a line a step
    """Return the article after a step; the same object where its blocks are not there any more."""
    here = {block.uid: block for block in article.blocks}
    if not all(uid in here for uid in step_blocks(step)):
        return article
    match step:
        case Drop():
            return _put(article, dict.fromkeys(step.blocks, ()))
        case Join():
            return _put(article, _joined([here[uid] for uid in step.blocks], tidy))
        case Split():
            return _put(article, {step.block: _parted(here[step.block], step, tidy)})
        case Head():
            paragraph = as_paragraph(here[step.block])
            runs = paragraph.runs if paragraph else ()
            return _put(article, {step.block: (Heading(level=step.level, runs=_unbold(runs), uid=step.block),)})
        case Itemise():
            return _put(article, _itemised([here[uid] for uid in step.blocks], ordered=step.ordered))
        case Caption():
            return _captioned(article, step, here[step.of])
        case Lift():
            return _lifted(article, step, here[step.block])
        case _:
            assert_never(step)


def _put(article: Article, new: dict[str, tuple[Block, ...]]) -> Article:
    blocks = tuple(one for block in article.blocks for one in new.get(block.uid, (block,)))
    return replace(article, blocks=blocks)


def _runs(block: Block) -> Text:
    paragraph = as_paragraph(block)
    return paragraph.runs if paragraph else ()


def _joined(blocks: Sequence[Block], tidy: Tidy) -> dict[str, tuple[Block, ...]]:
    first, *rest = blocks
    whole = _runs(first)
    for block in rest:
        whole = joined_runs(whole, _runs(block))
    return {first.uid: (Paragraph(runs=tidy(whole), uid=first.uid),), **{block.uid: () for block in rest}}


def joined_runs(left: Text, right: Text) -> Text:
    """Return two parts of a broken line joined: a blank between Latin words, hyphenation undone."""
    end, start = plain(left)[-2:], plain(right)[:1]
    if start.isascii() and start.islower() and end[-1:] == "-" and end[:1].isascii() and end[:1].isalpha():
        return (*part(left, 0, len(plain(left)) - 1), *right)
    latin = end[-1:].isascii() and end[-1:].isalnum() and start.isascii() and start.isalnum()
    # the blank looks like the letter before it
    blank = (replace(left[-1], text=" ", footnote=""),) if latin else ()
    return (*left, *blank, *right)


def wide_gaps(text: str) -> tuple[tuple[int, int], ...]:
    """Return where gaps behind ends of sentences stand: two blanks or more, an ideographic one among them."""
    return tuple(found.span() for found in _GAP.finditer(text))


def _parted(block: Block, step: Split, tidy: Tidy) -> tuple[Block, ...]:
    runs = _runs(block)
    gaps = wide_gaps(plain(runs))[: len(step.new)]
    edges = [0, *(place for gap in gaps for place in gap), len(plain(runs))]
    parts = [part(runs, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    uids = (block.uid, *step.new)
    return tuple(Paragraph(runs=tidy(one), uid=uid) for one, uid in zip(parts, uids, strict=False))


def _unbold(runs: Text) -> Text:
    """Return the runs of a heading, which is bold by itself."""
    return tuple(replace(run, bold=False) for run in runs)


def _itemised(blocks: Sequence[Block], *, ordered: bool) -> dict[str, tuple[Block, ...]]:
    items = tuple(_item(_runs(block), ordered=ordered) for block in blocks)
    first = blocks[0].uid
    made: dict[str, tuple[Block, ...]] = {block.uid: () for block in blocks}
    return {**made, first: (ItemList(ordered=ordered, items=items, uid=first),)}


def _item(runs: Text, *, ordered: bool) -> Text:
    text = plain(runs)
    start = typed_number(text)[1] if ordered else bullet(text) or 0
    return part(runs, start, len(text))


def _captioned(article: Article, step: Caption, block: Block) -> Article:
    figure = as_figure(block)
    caption = step.caption or (figure.caption if figure else "")
    source = step.source or (figure.source if figure else "")
    changed = with_caption(block, caption, source)
    return _put(article, {step.of: (changed,), step.block: ()}) if changed else article


def _lifted(article: Article, step: Lift, block: Block) -> Article:
    runs = _runs(block)
    if not plain(runs).endswith(step.end):
        return article
    kept = part(runs, 0, len(plain(runs)) - len(step.end)) if step.end else ()
    rest: tuple[Block, ...] = (Paragraph(runs=_without_end_blanks(kept), uid=block.uid),) if plain(kept).strip() else ()
    archive = replace(article.archive, published=step.published) if step.published else article.archive
    made = _put(article, {step.block: rest})
    return replace(made, source=step.source or made.source, link=step.link or made.link, archive=archive)


def _without_end_blanks(runs: Text) -> Text:
    return part(runs, 0, len(plain(runs).rstrip()))
