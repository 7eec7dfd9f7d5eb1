"""Sections and articles in Word: the markup of their elements, kind by kind."""

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from editor.export.word import markup
from editor.export.word.cards import card_markup
from editor.export.word.element_kinds import is_turned
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
from editor.export.word.figures import figure_markup
from editor.export.word.session import WordSession
from editor.export.word.tables import table_markup, turned_markup
from editor.export.word.texts import line_markup, list_markup, runs, text_markup
from editor.export.word.titles import opener_markup, title_markup


def section_markup(elements: tuple[Element, ...], session: WordSession) -> Iterator[tuple[str, bool]]:
    """Yield a section as pieces of pages of one kind, and whether these are turned sideways."""
    for turned, group in groupby(elements, key=is_turned):
        content = "".join(_element(element, session) for element in group)
        if content:
            yield content, turned


def _element(element: Element, session: WordSession) -> str:
    match element:
        case Opener():
            return opener_markup(element, session)
        case ArticleTitle():
            return title_markup(element, session)
        case OneLine():
            return line_markup(element, session)
        case Space():
            return markup.separator("<w:pageBreakBefore/>" if element.fresh else "") if element.written else ""
        case TurnedTable():
            return turned_markup(element, session, runs)
        case TextLines() | ListLines() | FigureRow() | TableRows() | CardRow():
            return _content(element, session)
        case _:
            assert_never(element)


def _content(element: TextLines | ListLines | FigureRow | TableRows | CardRow, session: WordSession) -> str:
    match element:
        case TextLines():
            return text_markup(element, session)
        case ListLines():
            return list_markup(element, session)
        case FigureRow():
            return figure_markup(element, session)
        case TableRows():
            return table_markup(element, session, runs)
        case CardRow():
            return card_markup(element, session)
        case _:
            assert_never(element)
