"""What a shape is and how a reading is brought into the form that its maker wrote down."""

import datetime as dt
from dataclasses import dataclass
from typing import assert_never

from editor.model.article import Article
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, plain
from editor.model.issue import Issue
from editor.model.number import IssueKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An article as it should come out. blocks: see `block_words`."""

    title: str
    blocks: tuple[str, ...]
    source: str = ""
    link: str = ""
    subtitle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A past issue. number: kind, first, last, total; doubted: words of lines that a reader has to be unsure of."""

    name: str
    text: str
    masthead: str
    number: tuple[IssueKind, int | None, int | None, int | None]
    date: dt.date
    sections: tuple[tuple[str, tuple[Piece, ...]], ...]
    credits: tuple[tuple[str, tuple[str, ...]], ...] = ()
    contacts: tuple[tuple[str, str], ...] = ()
    doubted: tuple[str, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All articles."""
        return tuple(piece for _, pieces in self.sections for piece in pieces)


def regular(number: int, total: int | None = None) -> tuple[IssueKind, int, None, int | None]:
    """Return an ordinary number."""
    return IssueKind.REGULAR, number, None, total


def piece_of(article: Article) -> Piece:
    """Return what was read of an article."""
    return Piece(
        title=article.title.text,
        blocks=tuple(map(block_words, article.blocks)),
        source=article.source,
        link=article.link,
        subtitle=article.subtitle,
    )


def number_of(issue: Issue) -> tuple[IssueKind, int | None, int | None, int | None]:
    """Return the number as shapes write it."""
    return issue.number.kind, issue.number.number, issue.number.last, issue.number.total


def block_words(block: Block) -> str:
    """Return a block in one line: its text, or a mark and its texts for what is no paragraph."""
    match block:
        case Paragraph() | Quote():
            return plain(block.runs)
        case Heading():
            return f"# {plain(block.runs)}"
        case ItemList():
            return ("1) " if block.ordered else "* ") + " | ".join(map(plain, block.items))
        case Figure():
            return f"[图 {block.caption} / {block.source}]"
        case Table():
            rows = " ; ".join(",".join(map(plain, row)) for row in block.grid())
            return f"[表 {block.caption} / {rows} / {block.note}]"
        case _:
            assert_never(block)
