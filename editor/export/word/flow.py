"""Elements as boxes of known height, for computing Word's page breaks."""

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from editor.document.table_setting import UPPER_EDGE
from editor.export.word.elements import (
    ArticleTitle,
    CardRow,
    Element,
    FigureRow,
    ListLines,
    OneLine,
    Opener,
    Space,
    TableRows,
    TextLines,
    TurnedTable,
)


class Box(NamedTuple):
    """A box on the page: lines of one height (twips); whole: never divided; keep: on the page of the next box.

    fresh: on a new page; head: repeated height of a table's head after a page break; before: dropped where the page
    turned by itself; after: dropped at its foot;
    notes: room for its footnotes at the foot of the page.
    """

    height: int
    lines: int = 1
    whole: bool = False
    keep: bool = False
    fresh: bool = False
    head: int = 0
    before: int = 0
    after: int = 0
    notes: int = 0

    @property
    def least(self) -> int:
        """How high the part is that must stand on the page where the box begins: two lines (widow control) or all."""
        lines = self.lines if self.whole or self.keep or self.lines <= 3 else 2
        return self.before + lines * self.height


def boxes(element: Element) -> Iterator[Box]:
    """Yield the boxes of an element."""
    match element:
        case Opener():
            yield Box(height=element.line, whole=True, keep=True, fresh=True, after=element.after)
        case ArticleTitle():
            yield Box(
                height=element.line,
                lines=element.lines,
                whole=True,
                keep=True,
                fresh=element.fresh,
                before=element.before,
                after=element.after,
            )
        case OneLine():
            yield Box(
                height=element.height,
                whole=element.whole,
                keep=element.keep,
                fresh=element.fresh,
                before=element.before,
                after=element.after,
            )
        case TextLines():
            yield _text(element)
        case ListLines():
            yield from map(_text, element.items)
        case TableRows():
            yield from _rows(element)
        case TurnedTable():
            yield from (Box(height=0, whole=True, fresh=True) for _ in range(element.pages))
        case FigureRow() | CardRow():
            yield Box(height=element.height, whole=True)
        case Space():
            yield Box(height=element.height if element.written else 0, whole=True, fresh=element.fresh)
        case _:
            assert_never(element)


def _text(text: TextLines) -> Box:
    return Box(
        height=text.height,
        lines=text.lines,
        whole=text.whole,
        keep=text.keep,
        fresh=text.fresh,
        before=text.before,
        after=text.after,
        notes=text.notes,
    )


def _rows(element: TableRows) -> Iterator[Box]:
    """Yield the rows of a table, the heads as one; only a row higher than a page is divided, between its lines."""
    setting, head, heights = element.setting, element.head, element.heights
    noted = bool(element.table.note)
    if head:
        yield Box(height=head + element.before, whole=True, keep=True)
    first, last = element.table.header_rows if head else 0, len(heights) - 1
    for row in range(first, last + 1):
        height = heights[row] + (UPPER_EDGE if row == 0 else 0)
        if row in setting.divided:
            yield Box(height=setting.pitch, lines=-(-height // setting.pitch), head=head)
        else:
            keep, after = (element.keeps(row), 0) if row < last else (noted, element.after)
            yield Box(height=height - after, whole=True, keep=keep, head=head, after=after)
