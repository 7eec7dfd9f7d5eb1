"""The texts of a block by their locations, read and written. Only this module knows which texts each kind has.

Checks, fixes, anchors, comparing, replacing, counts and copy-fit use it. Addresses of links do not count as texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Literal, NamedTuple, assert_never

from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, plain, text_of
from editor.model.language import tr


class TextField(StrEnum):
    """Where a text stands. The headline is the issue's; those from TEXT on are a block's."""

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


def field_name(field: TextField) -> str:  # noqa: C901, PLR0911, PLR0912 - a line a field
    """Return what a field is called, empty for running text."""
    match field:
        case TextField.HEADLINE:
            return tr("封面标题")
        case TextField.TITLE:
            return tr("标题")
        case TextField.CONTENTS_TITLE:
            return tr("目录标题")
        case TextField.SUBTITLE:
            return tr("副题")
        case TextField.SOURCE:
            return tr("来源")
        case TextField.LINK_CAPTION:
            return tr("链接说明")
        case TextField.TEXT:
            return ""
        case TextField.ITEM:
            return tr("列表")
        case TextField.CELL:
            return tr("表格")
        case TextField.CAPTION:
            return tr("图表标题")
        case TextField.NOTE:
            return tr("表注")
        case TextField.FIGURE_SOURCE:
            return tr("图的来源")
        case TextField.ALT:
            return tr("图的替代文字")
        case _:
            assert_never(field)


class TextLocation(NamedTuple):
    """A text of an article. block: identity, empty for a field of the article; part: item, or cell by rows from 0."""

    field: TextField
    block: str = ""
    part: int = 0


def block_parts(block: Block) -> tuple[tuple[TextField, Text], ...]:
    """Return every text of a block with its field, in printed order; a plain string of the model becomes one run."""
    match block:
        case Paragraph() | Heading() | Quote():
            return ((TextField.TEXT, block.runs),)
        case ItemList():
            return tuple((TextField.ITEM, item) for item in block.items)
        case Figure():
            return (
                (TextField.CAPTION, text_of(block.caption)),
                (TextField.FIGURE_SOURCE, text_of(block.source)),
                (TextField.ALT, text_of(block.alt)),
            )
        case Table():
            cells = ((TextField.CELL, cell) for row in (block.head, *block.rows) for cell in row)
            return ((TextField.CAPTION, text_of(block.caption)), *cells, (TextField.NOTE, text_of(block.note)))
        case _:
            assert_never(block)


def with_parts(block: Block, texts: Sequence[Text]) -> Block:
    """Return the block with other texts, given in the order of `block_parts`."""
    match block:
        case Paragraph() | Heading() | Quote():
            (runs,) = texts
            return replace(block, runs=runs)
        case ItemList():
            return replace(block, items=tuple(texts))
        case Figure():
            caption, source, alt = map(plain, texts)
            return replace(block, caption=caption, source=source, alt=alt)
        case Table():
            first, *cells, last = texts
            width = len(block.head)
            head, *rows = (tuple(cells[at : at + width]) for at in range(0, len(cells), width))
            return replace(block, head=head, rows=tuple(rows), caption=plain(first), note=plain(last))
        case _:
            assert_never(block)


def _printing(field: TextField) -> Literal["always", "filled", "never"]:
    """Return when a text is one of its block's printed strings."""
    match field:
        case TextField.TEXT | TextField.ITEM:
            return "always"
        case TextField.CELL | TextField.CAPTION | TextField.FIGURE_SOURCE | TextField.NOTE:
            return "filled"
        case TextField.ALT | TextField.HEADLINE | TextField.TITLE | TextField.CONTENTS_TITLE:
            return "never"
        case TextField.SUBTITLE | TextField.SOURCE | TextField.LINK_CAPTION:
            return "never"
        case _:
            assert_never(field)


# tuples, whose search compares by identity: a set hashes each field, seven times slower
_ALWAYS = tuple(field for field in TextField if _printing(field) == "always")
_FILLED = tuple(field for field in TextField if _printing(field) == "filled")


def is_printed(field: TextField, text: str) -> bool:
    """Return whether a text is one of a block's printed strings: an alternative text is not, nor an empty cell."""
    return field in _ALWAYS or (text != "" and field in _FILLED)


def block_texts(block: Block) -> tuple[str, ...]:
    """Return every string of a block that is printed, in reading order."""
    return tuple([text for field, runs in block_parts(block) if is_printed(field, text := plain(runs))])


def printed_text(block: Block) -> str:
    """Return the printed strings of a block joined by line feeds: places of findings, notes and marks count in it."""
    return "\n".join(block_texts(block))


def located_texts(block: Block) -> Iterator[tuple[TextLocation, Text]]:
    """Yield every text of a block with its location, in printed order."""
    seen: dict[TextField, int] = {}
    for field, text in block_parts(block):
        part = seen.get(field, 0)
        seen[field] = part + 1
        yield TextLocation(field, block.uid, part), text


def printed_offset(block: Block, location: TextLocation) -> int:
    """Return where a text begins in `printed_text`; 0 for one that is not printed."""
    start = 0
    for found, runs in located_texts(block):
        text = plain(runs)
        if is_printed(found.field, text):
            if found == location:
                return start
            start += len(text) + 1
    return 0


def location_of_line(block: Block, line: int) -> TextLocation:
    """Return the text that stands on a line of a block where each text has one, from 0; the first for none."""
    locations = [location for location, _ in located_texts(block)] or [TextLocation(TextField.TEXT, block.uid)]
    return locations[line] if line < len(locations) else locations[0]._replace(part=line)
