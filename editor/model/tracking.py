"""Tracked changes of an article: what is stored for them, and when.

The article itself holds the text as printed; its changes are what differs from the base. Who made a change follows from
the wordings that the contributions found.
"""

import datetime as dt
from dataclasses import replace

from editor.model.article import Article, Contribution, Tracking, Wording
from editor.model.edits import put_article
from editor.model.issue_state import IssueState
from editor.model.workspace import Workspace

SAME_CONTRIBUTION = dt.timedelta(hours=1)
"""Changes by one person within this time make one contribution, since each contribution holds a copy of the article."""
HANDED_ON = frozenset((IssueState.RETURNED, IssueState.CORRECTING))
"""States in which others have read the text: changes are tracked unless somebody switched tracking off."""


def wording(article: Article) -> Wording:
    """Return what an article prints."""
    return Wording(
        title=article.title,
        contents_title=article.contents_title,
        subtitle=article.subtitle,
        blocks=article.blocks,
        source=article.source,
        link=article.link,
        link_caption=article.link_caption,
        page_start=article.page_start,
    )


def with_wording(article: Article, words: Wording) -> Article:
    """Return the article with another wording."""
    return replace(
        article,
        title=words.title,
        contents_title=words.contents_title,
        subtitle=words.subtitle,
        blocks=words.blocks,
        source=words.source,
        link=words.link,
        link_caption=words.link_caption,
        page_start=words.page_start,
    )


def base_of(article: Article) -> Wording | None:
    """Return the wording that an article's changes are compared with, None where they are not tracked."""
    return article.archive.tracking.base if article.archive.tracking else None


def tracked(article: Article) -> Article:
    """Return the article with its changes tracked from now on."""
    return article if base_of(article) else with_tracking(article, Tracking(base=wording(article)))


def untracked(article: Article) -> Article:
    """Return the article with tracking switched off; undecided changes become part of its text."""
    return with_tracking(article, Tracking())


def with_tracking(article: Article, tracking: Tracking | None) -> Article:
    """Return the article with another value of `archive.tracking`."""
    return replace(article, archive=replace(article.archive, tracking=tracking))


def record_contributor(before: Workspace, after: Workspace, *, author: str, at: dt.datetime) -> Workspace:
    """Return a changed workspace in which tracked articles that differ from before name the author. at: UTC."""
    if before is after:
        return after
    known = {article.uid: article for article in before.articles()}
    handed_on = after.issue.archive.state in HANDED_ON
    for article in after.articles():
        was = known.get(article.uid, article)
        if was is not article and (handed_on or article.archive.tracking):
            noted = _noted(was, article, Contribution(author=author, at=at, before=wording(was)), begin=handed_on)
            after = after if noted is article else put_article(after, noted)
    return after


def _noted(was: Article, article: Article, made: Contribution, *, begin: bool) -> Article:
    tracking = article.archive.tracking
    if tracking != was.archive.tracking or made.before == wording(article):
        # a change was decided, tracking was switched, or nothing printed was changed
        return article
    if tracking is None and begin:
        tracking = Tracking(base=made.before)
    if tracking is None or tracking.base is None or _goes_on(tracking, made):
        return article
    return with_tracking(article, replace(tracking, hands=(*tracking.hands, made)))


def _goes_on(tracking: Tracking, made: Contribution) -> bool:
    last = tracking.hands[-1] if tracking.hands else None
    return last is not None and last.author == made.author and dt.timedelta(0) <= made.at - last.at < SAME_CONTRIBUTION
