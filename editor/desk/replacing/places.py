"""The texts of an article by their places, read and written. Addresses of links are no texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, plain, text_of
from editor.model.issue import Article


class Field(StrEnum):
    """Where a text stands. The headline is the issue's."""

    HEADLINE = "headline"
    TITLE = "title"
    CONTENTS_TITLE = "contents_title"
    SUBTITLE = "subtitle"
    SOURCE = "source"
    LINK_CAPTION = "link_caption"
    TEXT = "text"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    FIGURE_SOURCE = "figure_source"
    ALT = "alt"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """A text of an article. block: identity, empty for a field of the article; part: item, or cell by rows from 0."""

    field: Field
    block: str = ""
    part: int = 0


Texts = Mapping[Place, Text]
_FIELDS = (Field.CONTENTS_TITLE, Field.SUBTITLE, Field.SOURCE, Field.LINK_CAPTION)


def texts(article: Article) -> Iterator[tuple[Place, Text]]:
    """Yield every text of an article with its place, in printed order."""
    yield Place(Field.TITLE), text_of(article.title.text)
    yield from ((Place(name), text_of(getattr(article, name))) for name in _FIELDS)
    for block in article.blocks:
        yield from _block_texts(block)


def with_texts(article: Article, new: Texts) -> Article:
    """Return the article with these texts in their places; the title is not among them, since its breaks move too."""
    touched = {place.block for place in new}
    blocks = tuple(_with_texts(block, new) if block.uid in touched else block for block in article.blocks)
    line = {name: plain(new.get(Place(name), text_of(getattr(article, name)))) for name in _FIELDS}
    return replace(
        article,
        blocks=blocks,
        contents_title=line[Field.CONTENTS_TITLE],
        subtitle=line[Field.SUBTITLE],
        source=line[Field.SOURCE],
        link_caption=line[Field.LINK_CAPTION],
    )


def _block_texts(block: Block) -> Iterator[tuple[Place, Text]]:
    uid = block.uid
    match block:
        case Paragraph() | Heading() | Quote():
            yield Place(Field.TEXT, uid), block.runs
        case ItemList():
            yield from ((Place(Field.ITEM, uid, part), item) for part, item in enumerate(block.items))
        case Figure():
            yield Place(Field.CAPTION, uid), text_of(block.caption)
            yield Place(Field.FIGURE_SOURCE, uid), text_of(block.source)
            yield Place(Field.ALT, uid), text_of(block.alt)
        case Table():
            yield Place(Field.CAPTION, uid), text_of(block.caption)
            cells = (cell for row in (block.head, *block.rows) for cell in row)
            yield from ((Place(Field.CELL, uid, part), cell) for part, cell in enumerate(cells))
            yield Place(Field.NOTE, uid), text_of(block.note)
        case _:
            assert_never(block)


def _with_texts(block: Block, new: Texts) -> Block:
    made = {place: new.get(place, text) for place, text in _block_texts(block)}
    line = {place.field: plain(text) for place, text in made.items()}
    match block:
        case Paragraph() | Heading() | Quote():
            return replace(block, runs=made[Place(Field.TEXT, block.uid)])
        case ItemList():
            return replace(block, items=tuple(made.values()))
        case Figure():
            return replace(block, caption=line[Field.CAPTION], source=line[Field.FIGURE_SOURCE], alt=line[Field.ALT])
        case Table():
            cells = [text for place, text in made.items() if place.field is Field.CELL]
            width = len(block.head)
            head, *rows = (tuple(cells[at : at + width]) for at in range(0, len(cells), width))
            return replace(block, head=head, rows=tuple(rows), caption=line[Field.CAPTION], note=line[Field.NOTE])
        case _:
            assert_never(block)
