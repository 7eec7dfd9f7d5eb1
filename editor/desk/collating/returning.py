"""Turns changes back to what the galley says."""

import datetime as dt
from dataclasses import replace

from editor.desk.collating.change import RETURNABLE, GalleyChange, GalleyPart
from editor.model.article import Article, Tracking
from editor.model.edits import ArticlePosition, add_articles, discard_articles, put_article, put_issue, restore_articles
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.tracking import with_tracking, wording
from editor.model.workspace import Workspace
from editor.text.tracked import ChangeDecision, decided


def turned_back(space: Workspace, then: Issue, change: GalleyChange, *, at: dt.datetime) -> Workspace:
    """Return the workspace with one change taken back; the same where it is gone already. at: UTC.

    Raises UserError for a change that can only be taken back where it was made.
    """
    if change.part not in RETURNABLE:
        raise UserError(tr("“{place}”的改动不能在这里退回；请在目录或版权页里改回去。", place=change.place))
    issue = space.issue
    match change.part:
        case GalleyPart.ISSUE_FIELD:
            return put_issue(space, replace(issue, **{change.field: getattr(then, change.field)}))
        case GalleyPart.PROFILE_FIELD:
            was = {change.field: getattr(then.profile, change.field)}
            return put_issue(space, replace(issue, profile=replace(issue.profile, **was)))
        case GalleyPart.ARTICLE_ADDED:
            return discard_articles(space, {change.where}, at=at)
        case GalleyPart.ARTICLE_REMOVED:
            return _put_back(space, then, change.where)
        case _:
            return _of_article(space, then, change)


def _of_article(space: Workspace, then: Issue, change: GalleyChange) -> Workspace:
    now = space.article(change.where)
    was = next((one for one in then.articles() if one.uid == change.where), None)
    if now is None or was is None:
        return space
    if change.part is GalleyPart.ARTICLE_FIELD:
        return put_article(space, replace(now, tight=was.tight))
    return put_article(space, _reworded(now, was, change))


def _reworded(now: Article, was: Article, change: GalleyChange) -> Article:
    """Return an article with the galley's words at a change; what is tracked of it stays as it is."""
    if change.tracked is None:
        return now
    against = with_tracking(now, Tracking(base=wording(was)))
    made = decided(against, {change.tracked: ChangeDecision.REJECTED})
    return with_tracking(made, now.archive.tracking) if made is not against else now


def _put_back(space: Workspace, then: Issue, uid: str) -> Workspace:
    """Return the workspace with an article back in its section: the one that lies somewhere else, else the galley's."""
    back = restore_articles(space, {uid})
    if back is not space:
        return back
    for section in then.sections:
        for position, article in enumerate(section.articles):
            if article.uid == uid and any(one.uid == section.uid for one in space.issue.sections):
                return add_articles(space, ArticlePosition(section=section.uid, position=position), (article,))
    raise UserError(tr("这一篇原来的栏目已经不在了；请先加上栏目，再把它放回来。"))
