"""Blocks as lines of text for 摘编: what stands in the document, and how it is shaped."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import assert_never

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor

from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, readable
from editor.model.language import tr
from editor.ui.theme.fonts import font, line_height
from editor.ui.theme.tokens import Theme
from editor.ui.versions.lines import Shape, shape_of
from editor.ui.versions.shape_looks import EM, SHAPE_LOOKS

_LINE_BREAK = "\u2028"


@dataclass(frozen=True, slots=True)
class LineRun:
    """Words of one appearance."""

    text: str
    bold: bool = False
    italic: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A block as it is shown."""

    shape: Shape
    runs: tuple[LineRun, ...]


def line_of(block: Block, runs: Text = ()) -> TextLine:
    """Return a block as a line. runs: what it says in place of its own text, where it is one."""
    match block:
        case Paragraph() | Quote() | Heading():
            return TextLine(shape=shape_of(block), runs=tuple(_runs(runs or block.runs)))
        case ItemList():
            return TextLine(shape=Shape.ITEMS, runs=tuple(_items(block)))
        case Figure():
            return _object(tr("图"), block.caption or tr("（没有图题）"))
        case Table():
            size = tr("{rows} 行 {columns} 列", rows=len(block.rows) + 1, columns=len(block.head))
            return _object(tr("表"), "\u3000".join(part for part in (block.caption, size) if part))
        case _:
            assert_never(block)


def write_line(cursor: QTextCursor, line: TextLine, theme: Theme, *, first: bool) -> tuple[int, int]:
    """Write a line as a block of a document; return where its words begin and end there, UTF-16 units."""
    if not first:
        cursor.insertBlock()
    cursor.setBlockFormat(_block_format(line.shape))
    start = cursor.position()
    for run in line.runs:
        cursor.insertText(run.text, format_of(line.shape, run, theme))
    return start, cursor.position()


def format_of(shape: Shape, run: LineRun, theme: Theme) -> QTextCharFormat:
    """Return how words of a line look."""
    made, look = QTextCharFormat(), SHAPE_LOOKS[shape]
    made.setFont(font(look.role))
    made.setForeground(theme.colour("accent" if run.linked else look.ink))
    if look.bold or run.bold:
        made.setFontWeight(700)
    made.setFontItalic(run.italic)
    return made


def cut_at(line: TextLine, edges: tuple[int, ...]) -> tuple[LineRun, ...]:
    """Return the runs of a line parted at places, code points; its length is the last of them."""
    made, at = list[LineRun](), 0
    for run in line.runs:
        end = at + len(run.text)
        places = sorted({at, end, *(edge for edge in edges if at < edge < end)})
        made += (LineRun(run.text[a - at : b - at], run.bold, run.italic, run.linked) for a, b in pairwise(places))
        at = end
    return tuple(made)


def _runs(runs: Text) -> Iterator[LineRun]:
    for run in runs:
        text = readable(run.text).replace("\n", _LINE_BREAK)
        yield LineRun(text, bold=run.bold, italic=run.italic, linked=bool(run.link))


def _items(block: ItemList) -> Iterator[LineRun]:
    for number, item in enumerate(block.items, 1):
        mark = f"{number}. " if block.ordered else SHAPE_LOOKS[Shape.ITEMS].bullet
        yield LineRun((_LINE_BREAK if number > 1 else "") + mark)
        yield from _runs(item)


def _object(kind: str, words: str) -> TextLine:
    said = words if words.startswith(kind) else f"{kind}\u3000{words}"
    return TextLine(shape=Shape.OBJECT, runs=(LineRun(said),))


def _block_format(shape: Shape) -> QTextBlockFormat:
    made, look = QTextBlockFormat(), SHAPE_LOOKS[shape]
    if look.opens:
        made.setTextIndent(2 * EM)
    made.setLeftMargin(look.left)
    made.setBottomMargin(look.gap)
    made.setLineHeight(line_height(look.role), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    return made
