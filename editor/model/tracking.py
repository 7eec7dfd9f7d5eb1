"""Changes of an article kept apart until somebody accepts or rejects them: what is kept for that, and when.

The article itself is always as it prints; its changes are what differs from the base, and who made them shows in what
each hand found.
"""

import datetime as dt
from dataclasses import replace

from editor.model.edits import put_article
from editor.model.issue import Article, Contribution, Tracking, Wording
from editor.model.review import IssueState
from editor.model.workspace import Workspace

HAND = dt.timedelta(hours=1)
"""Changes by one person within this time count as made at its beginning: a hand keeps a copy of the article."""
HANDED_ON = frozenset((IssueState.RETURNED, IssueState.CORRECTING))
"""In these states others have read the text: what is changed now is tracked unless it was switched off."""


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
    """Return the article printing this."""
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
    """Return what an article's changes are measured by, None where they are not tracked."""
    return article.archive.tracking.base if article.archive.tracking else None


def tracked(article: Article) -> Article:
    """Return the article with its changes tracked from now on."""
    return article if base_of(article) else with_tracking(article, Tracking(base=wording(article)))


def untracked(article: Article) -> Article:
    """Return the article with its changes tracked no more; what was not decided stands as it prints."""
    return with_tracking(article, Tracking())


def with_tracking(article: Article, tracking: Tracking | None) -> Article:
    """Return the article with this kept of its changes."""
    return replace(article, archive=replace(article.archive, tracking=tracking))


def record_contributor(before: Workspace, after: Workspace, *, author: str, at: dt.datetime) -> Workspace:
    """Return a changed workspace that knows whose hand changed what is tracked. at: UTC."""
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


def _noted(was: Article, article: Article, hand: Contribution, *, begin: bool) -> Article:
    tracking = article.archive.tracking
    if tracking != was.archive.tracking or hand.before == wording(article):
        # accepted, switched on or off; or nothing that is printed
        return article
    if tracking is None and begin:
        tracking = Tracking(base=hand.before)
    if tracking is None or tracking.base is None or _goes_on(tracking, hand):
        return article
    return with_tracking(article, replace(tracking, hands=(*tracking.hands, hand)))


def _goes_on(tracking: Tracking, hand: Contribution) -> bool:
    last = tracking.hands[-1] if tracking.hands else None
    return last is not None and last.author == hand.author and dt.timedelta(0) <= hand.at - last.at < HAND
