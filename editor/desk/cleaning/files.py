"""Cleaning a text file: a paragraph a line; what only an article has, fields, headings, lists, stays as it is typed."""

from collections.abc import Collection
from dataclasses import dataclass

from editor.model.article import NO_TITLE, Article
from editor.model.block_texts import running_text
from editor.model.body import Paragraph, text_of
from editor.text.cleaning import TEXT_RULES, USUAL, Change, plan

FILE_RULES = frozenset(rule.id for rule in TEXT_RULES) | {
    "parted",
    "page-numbers",
    "running-heads",
    "joined-lines",
    "web-notices",
    "repeated",
}
"""Rules that a text file can take: no fields are filled, empty lines stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedText:
    """A cleaned text and what was changed in it."""

    text: str
    changes: tuple[Change, ...]


def clean_lines(text: str, rules: Collection[str] = USUAL) -> CleanedText:
    """Return a text file's text cleaned; line ends become line feeds, the last line keeps whether it has one."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    article = Article(title=NO_TITLE, blocks=tuple(Paragraph(runs=text_of(line)) for line in lines))
    planned = plan(article, FILE_RULES.intersection(rules))
    made = "\n".join(running_text(block) for block in planned.cleaned().blocks)
    return CleanedText(text=made, changes=planned.changes)
