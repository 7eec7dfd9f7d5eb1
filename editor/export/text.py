"""An article as plain text, for a mail or a message."""

from itertools import groupby
from typing import assert_never

from editor.document.footnotes import numbered
from editor.model.article import Article
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, plain


def article_text(article: Article, *, source_label: str = "来源：", link_label: str = "原文链接：") -> str:
    """Return an article as text: one line per paragraph, cells separated by tabs, links as [1] and listed at the end.

    The labels are the profile's.
    """
    links: list[str] = []
    blocks, footnotes = numbered(article.blocks)
    parts = [article.title.text, article.subtitle, *(_block(block, links) for block in blocks)]
    parts.append("\n".join(f"{one.number} {one.text}" for one in footnotes))
    parts.append(f"{source_label}{article.source}" if article.source else "")
    parts.append(f"{link_label}{article.link}" if article.link else "")
    parts.append(
        "\n".join(("链接：", *(f"[{number}] {link}" for number, link in enumerate(links, 1)))) if links else ""
    )
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def blocks_text(blocks: tuple[Block, ...]) -> str:
    """Return blocks as text without a list of links: the plain text of what is copied in the editor."""
    shown, footnotes = numbered(blocks)
    return "\n".join((*(_block(block, None) for block in shown), *(f"{one.number} {one.text}" for one in footnotes)))


def _block(block: Block, links: list[str] | None) -> str:
    match block:
        case Paragraph() | Heading() | Quote():
            return _line(block.runs, links)
        case ItemList():
            marks = (f"{number}. " if block.ordered else "• " for number in range(1, len(block.items) + 1))
            return "\n".join(mark + _line(item, links) for mark, item in zip(marks, block.items, strict=True))
        case Figure():
            source = f"来源：{block.source}" if block.source else ""
            named = " ".join(part for part in (block.caption or "〔图〕", source) if part)
            rows = ("\t".join(row) for row in block.chart) if block.drawn else ()
            return "\n".join((named, *rows))
        case Table():
            lines = ("\t".join(_line(cell, links) for cell in row) for row in block.grid())
            return "\n".join(part for part in (block.caption, *lines, block.note) if part.strip(" "))
        case _:
            assert_never(block)


def _line(text: Text, links: list[str] | None) -> str:
    """Return a line; each link gets one number, after the last run that has it."""
    if links is None:
        return plain(text)
    made = ""
    for link, runs in groupby(text, key=lambda run: run.link):
        made += plain(tuple(runs)) + (f"[{_number(link, links)}]" if link else "")
    return made


def _number(link: str, links: list[str]) -> int:
    if link not in links:
        links.append(link)
    return links.index(link) + 1
