"""An article as lines to be read, as values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from editor.desk.archive.values import Hit, SearchField
from editor.document.footnotes import numbered
from editor.model.article import Article
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, text_of
from editor.model.language import tr
from editor.ui.archive.hits_model import place_words
from editor.ui.versions.lines import Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """Words of one look. field: in which words of a query are marked here, None for the body.

    label: what the words are, before them; role: another size than the shape's; cells: of a row of a table.
    """

    shape: Shape
    words: Text = ()
    field: SearchField | None = None
    label: str = ""
    role: str = ""
    cells: tuple[Text, ...] = ()


def read_lines(article: Article, hit: Hit) -> Iterator[ReadLine]:
    """Yield title, place, body, footnotes, and what is known of the article."""
    yield ReadLine(shape=Shape.TITLE, words=text_of(article.title.text), field=SearchField.TITLE)
    if article.subtitle:
        yield ReadLine(shape=Shape.FACT, words=text_of(article.subtitle), field=SearchField.TITLE, role="head")
    where = " · ".join(place_words(hit))
    yield ReadLine(shape=Shape.FACT, words=text_of(where), field=SearchField.SECTION, role="small")
    blocks, footnotes = numbered(article.blocks)
    for block in blocks:
        yield from _block_lines(block)
    for note in footnotes:
        yield ReadLine(shape=Shape.OBJECT, words=text_of(note.text), label=note.number)
    yield from _facts(article)


def _facts(article: Article) -> Iterator[ReadLine]:
    known = (
        (tr("来源"), article.source, SearchField.SOURCE),
        (tr("链接"), article.link, None),
        (tr("标签"), tr("、").join(article.archive.tags), SearchField.TAG),
        (tr("批注"), " / ".join(note.text for note in article.archive.notes), None),
    )
    for label, value, field in known:
        if value:
            yield ReadLine(shape=Shape.FACT, words=text_of(value), label=label, field=field)


def _block_lines(block: Block) -> Iterator[ReadLine]:
    match block:
        case Paragraph():
            yield ReadLine(shape=Shape.PARAGRAPH, words=block.runs)
        case Heading():
            yield ReadLine(shape=Shape.HEADING, words=block.runs)
        case Quote():
            yield ReadLine(shape=Shape.QUOTE, words=block.runs)
        case ItemList():
            yield from _items(block)
        case Figure():
            words = tr("，").join(part for part in (block.caption, block.source) if part)
            yield ReadLine(shape=Shape.OBJECT, words=text_of(words), label=_label(tr("图"), words))
            if block.drawn:
                yield from _rows(tuple(tuple(map(text_of, row)) for row in block.chart))
        case Table():
            yield ReadLine(shape=Shape.OBJECT, words=text_of(block.caption), label=_label(tr("表"), block.caption))
            yield from _rows(block.grid())
            yield from (ReadLine(shape=Shape.OBJECT, words=text_of(note)) for note in (block.note,) if note)
        case _:
            assert_never(block)


def _label(name: str, words: str) -> str:
    """Return what stands before a caption that does not say itself what it is of."""
    return "" if words.startswith(name) else name


def _rows(grid: Iterable[tuple[Text, ...]]) -> Iterator[ReadLine]:
    yield from (ReadLine(shape=Shape.OBJECT, cells=row) for row in grid)


def _items(block: ItemList) -> Iterator[ReadLine]:
    for number, item in enumerate(block.items, 1):
        yield ReadLine(shape=Shape.QUOTE, words=item, label=f"{number}." if block.ordered else "•")
