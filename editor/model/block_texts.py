"""The texts of a block by their locations, read and written. Only this module knows which texts each kind has.

Checks, fixes, anchors, comparing, replacing, counts and copy-fit use it. Addresses of links do not count as texts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Literal, NamedTuple, assert_never

from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Run, Table, Text, plain, text_of
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
    CHART = "chart"
    NOTE = "note"
    FOOTNOTE = "footnote"


def field_name(field: TextField) -> str:  # noqa: C901, PLR0911, PLR0912 - a line a field
    """Return what a field is called, empty for running text."""
    match field:
        case TextField.HEADLINE:
            return tr("头条标题")
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
        case TextField.CHART:
            return tr("图表数据")
        case TextField.FOOTNOTE:
            return tr("脚注")
        case _:
            assert_never(field)


class TextLocation(NamedTuple):
    """A text of an article. block: identity, empty for a field of the article.

    part: which of the block's texts of this field it is, from 0; of cells those under a span do not count.
    """

    field: TextField
    block: str = ""
    part: int = 0


def block_parts(block: Block) -> tuple[tuple[TextField, Text], ...]:
    """Return every text of a block with its field, in printed order; a plain string of the model becomes one run.

    Its footnotes come last, in the order of their anchors.
    """
    own = _own_parts(block)
    notes = _footnotes(text for _, text in own)
    return (*own, *((TextField.FOOTNOTE, text_of(note)) for note in notes)) if notes else own


def with_parts(block: Block, texts: Sequence[Text]) -> Block:
    """Return the block with other texts, given in the order of `block_parts`; a footnote without words is gone.

    Those of the footnotes may be left out: they stay as the anchors have them.
    """
    own = _own_parts(block)
    notes = _footnotes(text for _, text in own)
    if notes and len(texts) > len(own):
        texts = _with_footnotes(texts[: len(own)], notes, [plain(text) for text in texts[len(own) :]])
    match block:
        case Paragraph() | Heading() | Quote():
            (runs,) = texts
            return replace(block, runs=runs)
        case ItemList():
            return replace(block, items=tuple(texts))
        case Figure():
            caption, source, alt, *chart = map(plain, texts)
            return replace(block, caption=caption, source=source, alt=alt, chart=_in_rows(chart, block))
        case Table():
            return _with_cells(block, texts)
        case _:
            assert_never(block)


def is_own(field: TextField) -> bool:
    """Return whether a text of a block stands in the block itself, not below the article."""
    return field is not TextField.FOOTNOTE


def _own_parts(block: Block) -> tuple[tuple[TextField, Text], ...]:
    """Return the texts of a block without those of its footnotes."""
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
                *((TextField.CHART, text_of(cell)) for row in block.chart for cell in row),
            )
        case Table():
            grid = block.grid()
            cells = ((TextField.CELL, grid[row][column]) for row, column in block.places())
            return ((TextField.CAPTION, text_of(block.caption)), *cells, (TextField.NOTE, text_of(block.note)))
        case _:
            assert_never(block)


def _in_rows(cells: Sequence[str], figure: Figure) -> tuple[tuple[str, ...], ...]:
    width = len(figure.chart[0]) if figure.chart else 1
    return tuple(tuple(cells[at : at + width]) for at in range(0, len(cells), width))


def _with_cells(table: Table, texts: Sequence[Text]) -> Table:
    first, *cells, last = texts
    grid: list[list[Text]] = [[()] * len(table.head) for _ in table.grid()]
    for (row, column), cell in zip(table.places(), cells, strict=True):
        grid[row][column] = cell
    head, *rows = map(tuple, grid)
    return replace(table, head=head, rows=tuple(rows), caption=plain(first), note=plain(last))


def _footnotes(texts: Iterable[Text]) -> list[str]:
    return [run.footnote for text in texts for run in text if run.footnote]


def _with_footnotes(texts: Sequence[Text], before: Sequence[str], after: Sequence[str]) -> list[Text]:
    """Return texts whose footnotes say something else. An anchor is known by its words, as some may be gone."""
    at = 0

    def said(run: Run) -> Run | None:
        nonlocal at
        found = next((place for place in range(at, len(before)) if before[place] == run.footnote), None)
        if not run.footnote or found is None:
            return run
        at = found + 1
        return replace(run, footnote=after[found]) if after[found] else None

    return [tuple(filter(None, map(said, text))) for text in texts]


def _printing(field: TextField) -> Literal["always", "filled", "never"]:
    """Return when a text is one of its block's printed strings."""
    match field:
        case TextField.TEXT | TextField.ITEM:
            return "always"
        case TextField.CELL | TextField.CAPTION | TextField.FIGURE_SOURCE | TextField.NOTE | TextField.FOOTNOTE:
            return "filled"
        case TextField.ALT | TextField.CHART | TextField.HEADLINE | TextField.TITLE | TextField.CONTENTS_TITLE:
            return "never"
        case TextField.SUBTITLE | TextField.SOURCE | TextField.LINK_CAPTION:
            return "never"
        case _:
            assert_never(field)


# tuples, whose search compares by identity: a set hashes each field, seven times slower
_ALWAYS = tuple(field for field in TextField if _printing(field) == "always")
_FILLED = tuple(field for field in TextField if _printing(field) == "filled")


def is_printed(field: TextField, text: str) -> bool:
    """Return whether a text is one of a block's printed strings: alternative texts are not, nor empty cells."""
    return field in _ALWAYS or (text != "" and field in _FILLED)


def block_texts(block: Block) -> tuple[str, ...]:
    """Return every string of a block that is printed, in reading order."""
    return tuple([text for field, runs in block_parts(block) if is_printed(field, text := plain(runs))])


def printed_text(block: Block) -> str:
    """Return the printed strings of a block joined by line feeds: places of findings, notes and marks count in it."""
    return "\n".join(block_texts(block))


def running_text(block: Block) -> str:
    """Return the printed strings of a block without its footnotes, joined by line feeds."""
    return "\n".join([text for field, runs in _own_parts(block) if is_printed(field, text := plain(runs))])


def footnotes_of(block: Block) -> tuple[str, ...]:
    """Return the words of a block's footnotes in the order of their anchors."""
    return tuple(_footnotes(text for _, text in _own_parts(block)))


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
