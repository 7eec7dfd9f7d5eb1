"""Two versions of an article: title, facts, body."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.model.article import Article
from editor.model.language import mark_tr, tr
from editor.model.publication import PageStart
from editor.text.comparing.blocks import BlockDifference, ComparedBlock, compare_blocks
from editor.text.comparing.words import Piece, PieceKind, compare_words

TITLE = mark_tr("标题")
_STARTS = {PageStart.SECTION: tr("按栏目"), PageStart.PAGE: tr("另起一页"), PageStart.RUN_ON: tr("接排")}


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact in both versions. name: marked for translation; pieces: of its text, empty where both have none."""

    name: str
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether the versions differ in it."""
        return any(piece.kind is not PieceKind.SAME for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Comparison:
    """facts: all of them, the title first, with its lines by line feeds; rows: the body."""

    facts: tuple[FactChange, ...]
    rows: tuple[ComparedBlock, ...]

    @property
    def changes(self) -> int:
        """How many places differ; what moved is one."""
        body = sum(row.kind is not BlockDifference.SAME for row in self.rows)
        moved = sum(row.kind is BlockDifference.MOVED for row in self.rows) // 2
        return sum(fact.changed for fact in self.facts) + body - moved


def compare_articles(before: Article, after: Article) -> Comparison:
    """Return the comparison of two versions, without archive metadata such as state and notes."""
    pairs = zip(_facts(before), _facts(after), strict=True)
    facts = tuple(FactChange(name, compare_words(old, new)) for (name, old), (_, new) in pairs)
    return Comparison(facts=facts, rows=compare_blocks(before.blocks, after.blocks))


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    archive = article.archive
    yield TITLE, "\n".join(article.title.lines)
    yield mark_tr("副题"), article.subtitle
    yield mark_tr("目录标题"), article.contents_title
    yield mark_tr("来源"), article.source
    yield mark_tr("链接"), article.link
    yield mark_tr("链接说明"), article.link_caption
    yield mark_tr("起页"), _STARTS[article.page_start]
    yield mark_tr("收紧"), tr("小标题前不空行") if article.tight else ""
    yield mark_tr("日期"), archive.published.isoformat() if archive.published else ""
    yield mark_tr("责任编辑"), archive.editor
    yield mark_tr("标签"), tr("、").join(archive.tags)
