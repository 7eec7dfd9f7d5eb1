"""Edits of more than text: blocks taken out, figures described or made narrower, names of credits."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from editor.checks.finding import (
    AltText,
    ArticleEdit,
    BlockRemoval,
    ChangedName,
    FigureWidth,
    IssueEdit,
    RepeatedName,
)
from editor.model.article import Article
from editor.model.block_kinds import as_figure
from editor.model.block_texts import printed_text
from editor.model.body import ANCHOR, Block
from editor.model.credits import Credit, Name
from editor.model.issue import Issue


def edited_article(article: Article, edit: ArticleEdit) -> Article:
    """Return the article with an edit; where it is no longer what the edit was made for, the article itself."""
    match edit:
        case BlockRemoval():
            kept = tuple(
                one for one in article.blocks if not (one.uid == edit.block and _text(one) == edit.was.strip())
            )
            return article if len(kept) == len(article.blocks) else replace(article, blocks=kept)
        case AltText() | FigureWidth():
            return _with_blocks(article, tuple(_figure(one, edit) for one in article.blocks))
        case _:
            assert_never(edit)


def edited_issue(issue: Issue, edits: Iterable[IssueEdit]) -> Issue:
    """Return the issue with edits of its credits."""
    for edit in edits:
        changed = tuple(_credit(one, edit) if one.uid == edit.credit else one for one in issue.credits)
        issue = issue if changed == issue.credits else replace(issue, credits=changed)
    return issue


def _text(block: Block) -> str:
    return printed_text(block).replace(ANCHOR, "").strip()


def _with_blocks(article: Article, blocks: tuple[Block, ...]) -> Article:
    same = all(one is other for one, other in zip(blocks, article.blocks, strict=True))
    return article if same else replace(article, blocks=blocks)


def _figure(block: Block, edit: AltText | FigureWidth) -> Block:
    figure = as_figure(block)
    if figure is None or figure.uid != edit.block:
        return block
    match edit:
        case AltText():
            return figure if figure.alt.strip() else replace(figure, alt=edit.text)
        case FigureWidth():
            return replace(figure, width=edit.width) if figure.width == edit.was else figure
        case _:
            assert_never(edit)


def _credit(credit: Credit, edit: IssueEdit) -> Credit:
    match edit:
        case RepeatedName():
            return replace(credit, names=_once(credit.names, edit.name))
        case ChangedName():
            names = tuple(replace(one, text=edit.name) if one.text == edit.was else one for one in credit.names)
            return replace(credit, names=names)
        case _:
            assert_never(edit)


def _once(names: tuple[Name, ...], name: str) -> tuple[Name, ...]:
    first = next((at for at, one in enumerate(names) if one.text == name), -1)
    return tuple(one for at, one in enumerate(names) if one.text != name or at == first)
