"""Questions about kinds of blocks that several packages ask; each function answers for every kind by name.

For a new kind the type checker reports an error here and wherever else kinds are distinguished (`assert_never`). No
other module tests a kind by `isinstance`: a kind without a branch would be skipped and nobody would notice
(`tests/house/test_kinds.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never, get_args

from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table
from editor.model.language import tr
from editor.model.picture import Picture, VectorPicture

if TYPE_CHECKING:
    from typing_extensions import TypeIs

BLOCK_KINDS: tuple[type[Block], ...] = get_args(Block)
TextBlock = Paragraph | Heading | Quote
"""One text, a line of the body."""
ObjectBlock = Figure | Table
"""An object of the body, one character of its line; tracked changes and comparisons treat it as a whole."""


def kind_name(kind: type[Block]) -> str:
    """Return the name of a kind of block in files."""
    if issubclass(kind, Paragraph):
        return "paragraph"
    if issubclass(kind, Heading):
        return "heading"
    if issubclass(kind, Quote):
        return "quote"
    if issubclass(kind, ItemList):
        return "list"
    if issubclass(kind, Figure):
        return "figure"
    if issubclass(kind, Table):
        return "table"
    assert_never(kind)


def is_text(block: Block) -> "TypeIs[TextBlock]":
    """Return whether a block is one text and nothing else."""
    match block:
        case Paragraph() | Heading() | Quote():
            return True
        case ItemList() | Figure() | Table():
            return False
        case _:
            assert_never(block)


def is_object(block: Block) -> "TypeIs[ObjectBlock]":
    """Return whether a block is a single object (figure, table); it prints something even without text."""
    match block:
        case Figure() | Table():
            return True
        case Paragraph() | Heading() | Quote() | ItemList():
            return False
        case _:
            assert_never(block)


def as_paragraph(block: Block) -> Paragraph | None:
    """Return a paragraph, None for a block of another kind."""
    match block:
        case Paragraph():
            return block
        case Heading() | Quote() | ItemList() | Figure() | Table():
            return None
        case _:
            assert_never(block)


def is_heading(block: Block) -> "TypeIs[Heading]":
    """Return whether a block is a heading."""
    match block:
        case Heading():
            return True
        case Paragraph() | Quote() | ItemList() | Figure() | Table():
            return False
        case _:
            assert_never(block)


def as_items(block: Block) -> ItemList | None:
    """Return a list, None for a block that has no items."""
    match block:
        case ItemList():
            return block
        case Paragraph() | Heading() | Quote() | Figure() | Table():
            return None
        case _:
            assert_never(block)


def as_figure(block: Block) -> Figure | None:
    """Return a figure, None for a block of another kind."""
    match block:
        case Figure():
            return block
        case Paragraph() | Heading() | Quote() | ItemList() | Table():
            return None
        case _:
            assert_never(block)


def as_table(block: Block) -> Table | None:
    """Return a table, None for a block of another kind."""
    match block:
        case Table():
            return block
        case Paragraph() | Heading() | Quote() | ItemList() | Figure():
            return None
        case _:
            assert_never(block)


def with_caption(block: Block, caption: str, source: str = "") -> Block | None:
    """Return an object under this caption and source, None for a block that cannot take them.

    A figure's caption is replaced; a table takes one where it has none, and no source.
    """
    match block:
        case Figure():
            return replace(block, caption=caption, source=source)
        case Table():
            return None if block.caption or source else replace(block, caption=caption)
        case Paragraph() | Heading() | Quote() | ItemList():
            return None
        case _:
            assert_never(block)


class TextStyle(StrEnum):
    """How a text is set. Tracked changes hold the values."""

    PARAGRAPH = "paragraph"
    HEADING1 = "heading1"
    HEADING2 = "heading2"
    HEADING3 = "heading3"
    QUOTE = "quote"


def style_of(block: Block) -> TextStyle:
    """Return the style of a text; that of a paragraph for blocks that are no text."""
    match block:
        case Heading():
            return (TextStyle.HEADING1, TextStyle.HEADING2, TextStyle.HEADING3)[block.level - 1]
        case Quote():
            return TextStyle.QUOTE
        case Paragraph() | ItemList() | Figure() | Table():
            return TextStyle.PARAGRAPH
        case _:
            assert_never(block)


def style_name(style: TextStyle) -> str:
    """Return what a style is called."""
    match style:
        case TextStyle.PARAGRAPH:
            return tr("正文")
        case TextStyle.HEADING1:
            return tr("一级标题")
        case TextStyle.HEADING2:
            return tr("二级标题")
        case TextStyle.HEADING3:
            return tr("三级标题")
        case TextStyle.QUOTE:
            return tr("引文")
        case _:
            assert_never(style)


def figures_in(blocks: Iterable[Block]) -> Iterator[Figure]:
    """Yield the figures among blocks."""
    return filter(None, map(as_figure, blocks))


def drawing_of(block: Block) -> VectorPicture | None:
    """Return the drawing that a block's picture was made from, or is to be."""
    figure = as_figure(block)
    return figure.original if figure else None


def pictures_of(block: Block) -> tuple[Picture, ...]:
    """Return the pictures that a block prints."""
    match block:
        case Figure():
            return (block.picture,) if block.picture else ()
        case Paragraph() | Heading() | Quote() | ItemList() | Table():
            return ()
        case _:
            assert_never(block)
