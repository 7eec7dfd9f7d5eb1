"""Pure changes of a workspace. Each returns the new value; what does not change stays the same object."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from editor.model.article import Article
from editor.model.issue import Issue, Section
from editor.model.origin import IN_INBOX, ReceiptState
from editor.model.workspace import Discarded, Drawer, Workspace

PENDING, INBOX = "", "inbox"

_Articles = tuple[Article, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePosition:
    """A place for articles. section: its uid, PENDING for 待编, INBOX for 收件; position: from 0, before the move."""

    section: str
    position: int


def place_of(space: Workspace, uid: str) -> ArticlePosition | None:
    """Return the place of an article, None for one that is in the trash or unknown."""
    for section, articles in _groups(space):
        for position, article in enumerate(articles):
            if article.uid == uid:
                return ArticlePosition(section=section, position=position)
    return None


def put_article(space: Workspace, article: Article) -> Workspace:
    """Return the workspace with the article of the same identity replaced; unchanged where there is none."""

    def put(articles: tuple[Article, ...]) -> tuple[Article, ...]:
        if all(one.uid != article.uid for one in articles):
            return articles
        return tuple(article if one.uid == article.uid else one for one in articles)

    return _regroup(space, put)


def add_articles(space: Workspace, place: ArticlePosition, articles: Iterable[Article]) -> Workspace:
    """Return the workspace with articles put in at a place. Raises LookupError for a section that is not there."""
    added = tuple(_arrived(article, place.section) for article in articles)
    if place.section in (PENDING, INBOX):
        kept, inbox = pending_and_inbox(space.drawer)
        if place.section == PENDING:
            kept = _inserted(kept, place.position, added)
        else:
            inbox = _inserted(inbox, place.position, added)
        return replace(space, drawer=replace(space.drawer, pending=(*kept, *inbox)))
    if all(section.uid != place.section for section in space.issue.sections):
        raise LookupError(place.section)
    sections = tuple(
        replace(section, articles=_inserted(section.articles, place.position, added))
        if section.uid == place.section
        else section
        for section in space.issue.sections
    )
    return replace(space, issue=replace(space.issue, sections=sections))


def move_articles(space: Workspace, uids: Collection[str], place: ArticlePosition) -> Workspace:
    """Return the workspace with articles moved to a place; among each other they keep their order."""
    moved = tuple(article for article in space.articles() if article.uid in uids)
    target = dict(_groups(space)).get(place.section)
    if target is None:
        raise LookupError(place.section)
    before = sum(article.uid in uids for article in target[: place.position])
    return add_articles(
        _without(space, uids), ArticlePosition(section=place.section, position=place.position - before), moved
    )


def step_articles(space: Workspace, uids: Collection[str], by: int) -> Workspace:
    """Return the workspace with articles one place further up (-1) or down (1), over the border of a section.

    Several move as one block, from the first (up) or the last (down) of them; at either end nothing changes.
    """
    # nothing steps out of 收件, or into it
    groups = _groups(space)[:-1]
    standing = [article.uid for _, articles in groups for article in articles if article.uid in uids]
    if not standing:
        return space
    edge = place_of(space, standing[0] if by < 0 else standing[-1])
    target = _step(groups, edge, by) if edge else None
    return space if target is None else move_articles(space, uids, target)


def discard_articles(space: Workspace, uids: Collection[str], *, at: dt.datetime) -> Workspace:
    """Return the workspace with articles in the trash. at: UTC."""
    names = {section.uid: section.name for section in space.issue.sections}
    discarded = tuple(
        Discarded(article=article, at=at, section=names.get(section, ""))
        for section, articles in _groups(space)
        for article in articles
        if article.uid in uids
    )
    left = _without(space, uids)
    return replace(left, drawer=replace(left.drawer, trash=(*discarded, *left.drawer.trash)))


def restore_articles(space: Workspace, uids: Collection[str]) -> Workspace:
    """Return the workspace with articles back from the trash: at the end of their section, else in 待编."""
    sections = {section.name: section for section in space.issue.sections}
    for discarded in space.drawer.trash:
        if discarded.article.uid in uids:
            section = sections.get(discarded.section)
            many = len(section.articles) if section else len(space.drawer.pending)
            space = add_articles(
                space, ArticlePosition(section=section.uid if section else PENDING, position=many), (discarded.article,)
            )
            sections = {one.name: one for one in space.issue.sections}
    return erase_articles(space, uids)


def erase_articles(space: Workspace, uids: Collection[str]) -> Workspace:
    """Return the workspace without these articles of the trash."""
    kept = tuple(discarded for discarded in space.drawer.trash if discarded.article.uid not in uids)
    return replace(space, drawer=replace(space.drawer, trash=kept))


def change_articles(space: Workspace, change: Callable[[Article], Article]) -> Workspace:
    """Return the workspace with every article changed, those in the trash as well."""
    drawer = replace(
        space.drawer,
        pending=tuple(map(change, space.drawer.pending)),
        trash=tuple(replace(one, article=change(one.article)) for one in space.drawer.trash),
    )
    sections = tuple(
        replace(section, articles=tuple(map(change, section.articles))) for section in space.issue.sections
    )
    return Workspace(issue=replace(space.issue, sections=sections), drawer=drawer)


def in_inbox(article: Article) -> bool:
    """Return whether nothing was decided on an article yet, so that it lies in 收件."""
    receipt = article.archive.receipt
    return receipt is not None and receipt.state in IN_INBOX


def pending_and_inbox(drawer: Drawer) -> tuple[_Articles, _Articles]:
    """Return what waits in 待编, and what has come in and is not decided on."""
    inbox = tuple(one for one in drawer.pending if in_inbox(one))
    return (tuple(one for one in drawer.pending if not in_inbox(one)) if inbox else drawer.pending), inbox


def next_in_inbox(drawer: Drawer, uids: Collection[str]) -> str:
    """Return the piece of 收件 to look at after some of them: the one behind, else the first left, else empty."""
    keys = [one.uid for one in pending_and_inbox(drawer)[1]]
    last = max((keys.index(uid) for uid in uids if uid in keys), default=-1)
    left = [uid for uid in (*keys[last + 1 :], *keys) if uid not in uids]
    return left[0] if left else ""


def put_issue(space: Workspace, issue: Issue) -> Workspace:
    """Return the workspace with another value of its issue."""
    return replace(space, issue=issue)


def _groups(space: Workspace) -> tuple[tuple[str, tuple[Article, ...]], ...]:
    sections = ((section.uid, section.articles) for section in space.issue.sections)
    kept, inbox = pending_and_inbox(space.drawer)
    return (*sections, (PENDING, kept), (INBOX, inbox))


def _arrived(article: Article, section: str) -> Article:
    """Return an article as its place decides: in 收件 it waits, anywhere else it is kept."""
    receipt = article.archive.receipt
    state = ReceiptState.WAITING if section == INBOX else ReceiptState.KEPT
    if receipt is None or receipt.state is state or (section == INBOX and receipt.state in IN_INBOX):
        return article
    made = replace(receipt, state=state, reason="")
    return replace(article, archive=replace(article.archive, receipt=made))


def _without(space: Workspace, uids: Collection[str]) -> Workspace:
    def rest(articles: tuple[Article, ...]) -> tuple[Article, ...]:
        kept = tuple(article for article in articles if article.uid not in uids)
        return articles if len(kept) == len(articles) else kept

    return _regroup(space, rest)


def _regroup(space: Workspace, change: Callable[[_Articles], _Articles]) -> Workspace:
    sections = tuple(_section(section, change(section.articles)) for section in space.issue.sections)
    pending = change(space.drawer.pending)
    same = all(one is other for one, other in zip(sections, space.issue.sections, strict=True))
    issue = space.issue if same else replace(space.issue, sections=sections)
    drawer = space.drawer if pending is space.drawer.pending else Drawer(pending=pending, trash=space.drawer.trash)
    return space if issue is space.issue and drawer is space.drawer else Workspace(issue=issue, drawer=drawer)


def _section(section: Section, articles: tuple[Article, ...]) -> Section:
    return section if articles is section.articles else replace(section, articles=articles)


def _inserted(articles: tuple[Article, ...], position: int, added: tuple[Article, ...]) -> tuple[Article, ...]:
    return (*articles[:position], *added, *articles[position:])


def _step(
    groups: tuple[tuple[str, tuple[Article, ...]], ...], edge: ArticlePosition, by: int
) -> ArticlePosition | None:
    order = [section for section, _ in groups]
    at = order.index(edge.section)
    if by < 0 and edge.position > 0:
        return ArticlePosition(section=edge.section, position=edge.position - 1)
    if by > 0 and edge.position < len(groups[at][1]) - 1:
        return ArticlePosition(section=edge.section, position=edge.position + 2)
    if not 0 <= at + by < len(groups):
        return None
    section, articles = groups[at + by]
    return ArticlePosition(section=section, position=len(articles) if by < 0 else 0)
