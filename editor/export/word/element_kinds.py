"""Questions about elements that the page plan asks; each function answers for every kind by name."""

from typing import assert_never

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
from editor.export.word.geometry import SEPARATOR


def as_opener(element: Element) -> Opener | None:
    """Return a section's name, None for an element of another kind."""
    match element:
        case Opener():
            return element
        case ArticleTitle() | OneLine() | TextLines() | ListLines() | FigureRow() | TableRows() | TurnedTable():
            return None
        case CardRow() | Space():
            return None
        case _:
            assert_never(element)


def as_title(element: Element) -> ArticleTitle | None:
    """Return a title, None for an element of another kind."""
    match element:
        case ArticleTitle():
            return element
        case Opener() | OneLine() | TextLines() | ListLines() | FigureRow() | TableRows() | TurnedTable() | CardRow():
            return None
        case Space():
            return None
        case _:
            assert_never(element)


def as_text(element: Element) -> TextLines | None:
    """Return a paragraph of running text, None for an element of another kind."""
    match element:
        case TextLines():
            return element
        case Opener() | ArticleTitle() | OneLine() | ListLines() | FigureRow() | TableRows() | TurnedTable():
            return None
        case CardRow() | Space():
            return None
        case _:
            assert_never(element)


def as_card(element: Element) -> CardRow | None:
    """Return a card, None for an element of another kind."""
    match element:
        case CardRow():
            return element
        case Opener() | ArticleTitle() | OneLine() | TextLines() | ListLines() | FigureRow() | TableRows():
            return None
        case TurnedTable() | Space():
            return None
        case _:
            assert_never(element)


def as_line(element: Element) -> OneLine | TextLines | None:
    """Return a paragraph of the text, None for an element that is none or has its own rules."""
    match element:
        case OneLine() | TextLines():
            return element
        case Opener() | ArticleTitle() | ListLines() | FigureRow() | TableRows() | TurnedTable() | CardRow() | Space():
            return None
        case _:
            assert_never(element)


def as_rows(element: Element) -> TableRows | None:
    """Return a table on upright pages, None for an element of another kind."""
    match element:
        case TableRows():
            return element
        case Opener() | ArticleTitle() | OneLine() | TextLines() | ListLines() | FigureRow() | TurnedTable():
            return None
        case CardRow() | Space():
            return None
        case _:
            assert_never(element)


def table_closed(element: Element) -> str:
    """Return the table over pages that ends with an element, empty for none."""
    match element:
        case TextLines() | OneLine() | TableRows():
            return element.closes
        case Opener() | ArticleTitle() | ListLines() | FigureRow() | TurnedTable() | CardRow() | Space():
            return ""
        case _:
            assert_never(element)


def with_space_below(element: Element, space: int) -> Element:
    """Return an element that may close a table with so much space below it."""
    match element:
        case TextLines() | OneLine() | TableRows():
            return element._replace(after=space)
        case Opener() | ArticleTitle() | ListLines() | FigureRow() | TurnedTable() | CardRow() | Space():
            return element
        case _:
            assert_never(element)


def is_turned(element: Element) -> bool:
    """Return whether an element stands on pages of its own, turned sideways."""
    match element:
        case TurnedTable():
            return True
        case Opener() | ArticleTitle() | OneLine() | TextLines() | ListLines() | FigureRow() | TableRows():
            return False
        case CardRow() | Space():
            return False
        case _:
            assert_never(element)


def block_of(element: Element) -> str:
    """Return the block that begins with an element, empty for none; of a source or card the article's anchor."""
    match element:
        case TextLines() | OneLine() | FigureRow():
            return element.block
        case ListLines():
            return element.items[0].block if element.items else ""
        case TableRows():
            # a caption is the beginning of its table
            return "" if element.table.caption else element.table.uid
        case CardRow():
            return element.ends
        case Opener() | ArticleTitle() | TurnedTable() | Space():
            return ""
        case _:
            assert_never(element)


def article_ended(element: Element) -> str:
    """Return the article that ends with an element, empty for none."""
    match element:
        case TextLines() | OneLine() | CardRow() | Space():
            return element.ends
        case Opener() | ArticleTitle() | ListLines() | FigureRow() | TableRows() | TurnedTable():
            return ""
        case _:
            assert_never(element)


def doubtful_lines(element: Element) -> int:
    """Return how many lines more or less an element may have in another renderer."""
    match element:
        case TextLines():
            return int(not element.sure)
        case ListLines():
            return sum(not item.sure for item in element.items)
        case Opener() | ArticleTitle() | OneLine() | FigureRow() | TableRows() | TurnedTable() | CardRow() | Space():
            return 0
        case _:
            assert_never(element)


def on_new_page(element: Element) -> tuple[Element, ...]:
    """Return an element with a page break before it; tables and figures have it in a paragraph before them."""
    match element:
        case TextLines() | OneLine():
            return (element._replace(fresh=True, before=0),)
        case ListLines():
            first, *rest = element.items
            return (element._replace(items=(first._replace(fresh=True, before=0), *rest)),)
        case FigureRow() | TableRows() | CardRow():
            return (Space(height=SEPARATOR, fresh=True), element)
        case Opener() | ArticleTitle() | TurnedTable() | Space():
            return (element,)
        case _:
            assert_never(element)


def kept_with_next(element: Element, most: int) -> Element:
    """Return an element on the page of what follows it. most: lines of a text that goes over whole."""
    match element:
        case TextLines():
            return element._replace(keep=True, whole=True) if element.lines <= most else element
        case ListLines():
            kept = (item._replace(keep=True, whole=True) for item in element.items[-2:])
            return element._replace(items=(*element.items[:-2], *kept))
        case Opener() | ArticleTitle() | OneLine() | FigureRow() | TableRows() | TurnedTable() | CardRow() | Space():
            return element
        case _:
            assert_never(element)


def parted(above: Element, below: Element) -> tuple[Element, Element]:
    """Return two elements with the space between them in one: Word takes the larger of two, and tables have none."""
    card, line = as_card(below), as_line(above)
    if card:
        if line:
            return line._replace(after=line.after + card.before), below
        return above, card._replace(height=card.height + card.before)
    over, title = as_card(above), as_title(below)
    if over and title and title.gap:
        return above, title._replace(before=title.before + over.after, gap=title.gap + over.after)
    name = as_opener(above)
    if name and title:
        return name._replace(after=name.after + title.before), title._replace(before=0)
    under = title or as_line(below)
    if not under or not under.before:
        return above, below
    taken, rest = _without_space_below(above)
    return rest, under._replace(before=under.before + taken)


def _without_space_below(element: Element) -> tuple[int, Element]:
    """Return the space below an element, and the element without it; 0 where it is of the kind that keeps it."""
    match element:
        case Opener() | ArticleTitle() | OneLine() | TextLines():
            return element.after, element._replace(after=0)
        case ListLines() | FigureRow() | TableRows() | TurnedTable() | CardRow() | Space():
            return 0, element
        case _:
            assert_never(element)
