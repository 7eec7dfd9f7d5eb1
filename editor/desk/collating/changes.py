"""What an issue prints differently from a galley, word by word, in printed order."""

import hashlib
from collections.abc import Iterator

from editor.desk.collating.change import GalleyChange, GalleyPart
from editor.desk.collating.fronts import front_changes, section_changes
from editor.desk.collating.keys import key_of
from editor.desk.collating.wording import FACTS, ArticleWording, made, shortened
from editor.interchange.canonical import printed, printed_article
from editor.interchange.codec import encode
from editor.model.article import Article
from editor.model.issue import Issue
from editor.model.language import tr, tr_marked
from editor.model.tracking import wording
from editor.text.comparing import PieceKind
from editor.text.quotes import within_title
from editor.text.tracked import ChangeKind, TrackedChange, changes_of

_WORDS = (ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.REPLACED, ChangeKind.FACT)
_Placed = dict[str, tuple[str, Article]]


def galley_changes(then: Issue, now: Issue, galley: str) -> tuple[GalleyChange, ...]:
    """Return the changes. then: a galley's printed content; galley: its hash, since a later one asks for ticks anew."""
    if then == printed(now):
        return ()
    return tuple(_unlike(_found(then, now), galley))


def _found(then: Issue, now: Issue) -> Iterator[GalleyChange]:
    yield from front_changes(then, now)
    yield from section_changes(then, now)
    old, new = _placed(then), _placed(now)
    for uid, (section, article) in new.items():
        if uid not in old:
            yield _whole(article, GalleyPart.ARTICLE_ADDED, tr("新增"), PieceKind.ADDED)
            continue
        yield from _of_article(old[uid][1], article)
        if old[uid][0] != section:
            yield _moved(then, now, article, (old[uid][0], section))
    for uid, (_, article) in old.items():
        if uid not in new:
            yield _whole(article, GalleyPart.ARTICLE_REMOVED, tr("删去"), PieceKind.REMOVED)
    kept = [[uid for uid in one if uid in other] for one, other in ((old, new), (new, old))]
    if kept[0] != kept[1]:
        yield _order(old, kept[0], kept[1])


def _unlike(found: Iterator[GalleyChange], galley: str) -> Iterator[GalleyChange]:
    """Yield changes with keys of their own, also where two say the same."""
    from dataclasses import replace

    seen: dict[str, int] = {}
    for one in found:
        many = seen[one.key] = seen.get(one.key, 0) + 1
        yield replace(one, key=key_of(galley, one.key, str(many)))


def _placed(issue: Issue) -> _Placed:
    return {article.uid: (section.uid, article) for section in issue.sections for article in section.articles}


def title_of(article: Article) -> str:
    """Return an article's title for a list."""
    return article.title.text or tr("（没有标题）")


def _of_article(was: Article, now: Article) -> Iterator[GalleyChange]:
    if was == printed_article(now):
        return
    said = ArticleWording(was, now)
    for one in changes_of(wording(was), wording(now)):
        yield GalleyChange(
            key=key_of(now.uid, *_identity(one, said)),
            where=now.uid,
            title=title_of(now),
            part=GalleyPart.ARTICLE_WORDS,
            place=said.place(one),
            done=said.done(one),
            pieces=said.pieces(one),
            field=one.field,
            tracked=one,
        )
    if was.tight != now.tight:
        words = [tr("小标题前不空行") if one.tight else tr("照版式") for one in (was, now)]
        yield GalleyChange(
            key=key_of(now.uid, "tight", str(now.tight)),
            where=now.uid,
            title=title_of(now),
            part=GalleyPart.ARTICLE_FIELD,
            place=tr_marked(FACTS["tight"]),
            done=tr("改"),
            pieces=shortened(*words),
            field="tight",
        )


def _identity(change: TrackedChange, said: ArticleWording) -> Iterator[str]:
    """Yield what makes a change what it is: its words and their place in the galley, all else of its block's value."""
    yield from (change.kind, change.field, change.key, str(change.start), str(change.end), change.removed, change.added)
    block = said.block(change)
    if block is not None and (change.kind not in _WORDS or change.key.startswith("+")):
        yield hashlib.sha256(encode(block)).hexdigest()


def _whole(article: Article, part: GalleyPart, done: str, kind: PieceKind) -> GalleyChange:
    return GalleyChange(
        key=key_of(article.uid, part, hashlib.sha256(encode(printed_article(article))).hexdigest()),
        where=article.uid,
        title=title_of(article),
        part=part,
        place=tr("整篇"),
        done=done,
        pieces=made((kind, article.title.text or tr("（没有标题）"))),
    )


def _moved(then: Issue, now: Issue, article: Article, sections: tuple[str, str]) -> GalleyChange:
    names = {one.uid: one.name for one in (*then.sections, *now.sections)}
    old, new = (names[uid] for uid in sections)
    return GalleyChange(
        key=key_of(article.uid, "section", *sections),
        where=article.uid,
        title=title_of(article),
        part=GalleyPart.ARTICLE_SECTION,
        place=tr("所在栏目"),
        done=tr("移动"),
        pieces=made((PieceKind.REMOVED, old), (PieceKind.ADDED, new)),
    )


def _order(old: _Placed, before: list[str], after: list[str]) -> GalleyChange:
    names = {uid: title_of(article) for uid, (_, article) in old.items()}
    texts = [
        tr("、").join(tr("《{title}》", title=within_title(names[uid])) for uid in order) for order in (before, after)
    ]
    return GalleyChange(
        key=key_of("order", *after),
        where="",
        title=tr("本期"),
        part=GalleyPart.ORDER,
        place=tr("文章次序"),
        done=tr("移动"),
        pieces=shortened(*texts),
    )
