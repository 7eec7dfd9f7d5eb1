"""Two values of an issue compared word by word: the passages that changed since the earlier one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from editor.model.article import Article
from editor.model.block_kinds import is_object
from editor.model.block_texts import printed_text
from editor.model.body import Block
from editor.model.issue import Issue
from editor.model.language import tr, tr_marked
from editor.text.comparing.articles import TITLE, Comparison, compare_articles
from editor.text.comparing.blocks import BlockDifference, ComparedBlock
from editor.text.comparing.words import Piece, PieceKind

_PRINTED = frozenset((TITLE, "副题", "来源", "链接", "链接说明"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPassage:
    """Words of an article. block: uid, empty in the title; start, end: code points as anchors of notes count.

    before, after: the words then and now; fact: for a fact (source, link), its value now; as it has no place in the
    text, block and span are the title's.
    """

    article: str
    block: str = ""
    start: int = 0
    end: int = 0
    before: str = ""
    after: str = ""
    fact: str = ""


def changed_passages(before: Issue, after: Issue) -> Iterator[ComparedPassage]:
    """Yield what changed, in printed order; deleted words where the text continues, deleted articles not at all."""
    known = {article.uid: article for article in before.articles()}
    for article in after.articles():
        old = known.get(article.uid)
        if old is None:
            yield from _added(article)
        elif old != article:
            yield from _of_article(article, compare_articles(old, article))


def _added(article: Article) -> Iterator[ComparedPassage]:
    title = article.title.text
    yield ComparedPassage(article=article.uid, end=len(title), after=title)
    yield from (_whole(article, block) for block in article.blocks)


def _of_article(article: Article, found: Comparison) -> Iterator[ComparedPassage]:
    for fact in found.facts:
        if fact.changed and fact.name == TITLE:
            yield from _spans(article, "", tuple(_unbroken(fact.pieces)), most=len(article.title.text))
        elif fact.changed and fact.name in _PRINTED:
            was, now = _side(fact.pieces, PieceKind.ADDED), _side(fact.pieces, PieceKind.REMOVED)
            name = tr_marked(fact.name)
            message = [tr("{name}：{words}", name=name, words=words) for words in (was, now)]
            yield ComparedPassage(article=article.uid, before=message[0], after=message[1], fact=now)
    rows = list(found.rows)
    for at, row in enumerate(rows):
        yield from _of_row(article, row, rows[at + 1 :])


def _unbroken(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield a title's pieces without line breaks: anchors count without them, and a moved break is no changed word."""
    for piece in pieces:
        text = piece.text.replace("\n", "")
        if text:
            yield replace(piece, text=text)


def _of_row(article: Article, row: ComparedBlock, rest: list[ComparedBlock]) -> Iterator[ComparedPassage]:
    if row.after is None:
        if row.kind is BlockDifference.REMOVED and row.pieces:
            here = next((one.after for one in rest if one.after), article.blocks[-1] if article.blocks else None)
            gone = _side(row.pieces, PieceKind.ADDED)
            yield ComparedPassage(article=article.uid, block=here.uid if here else "", before=gone)
    elif row.kind is BlockDifference.CHANGED and not row.restyled and not is_object(row.after):
        yield from _spans(article, row.after.uid, row.pieces, most=len(printed_text(row.after)))
    elif row.kind is not BlockDifference.SAME:
        yield _whole(article, row.after, before=_side(row.pieces, PieceKind.ADDED))


def _spans(article: Article, block: str, pieces: tuple[Piece, ...], *, most: int) -> Iterator[ComparedPassage]:
    at = 0
    for same, group in groupby(pieces, key=lambda piece: piece.kind is PieceKind.SAME):
        together = tuple(group)
        now = _side(together, PieceKind.REMOVED)
        if not same:
            start, end = min(at, most), min(at + len(now), most)
            was = _side(together, PieceKind.ADDED)
            yield ComparedPassage(article=article.uid, block=block, start=start, end=end, before=was, after=now)
        at += len(now)


def _whole(article: Article, block: Block, *, before: str = "") -> ComparedPassage:
    text = printed_text(block)
    return ComparedPassage(article=article.uid, block=block.uid, end=len(text), before=before, after=text)


def _side(pieces: tuple[Piece, ...], without: PieceKind) -> str:
    return "".join(piece.text for piece in pieces if piece.kind is not without)
