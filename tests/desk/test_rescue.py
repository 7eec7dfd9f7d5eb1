"""Rescued work meets what the library holds by then: nothing of either side is lost."""

import datetime as dt
from dataclasses import replace

from editor.desk.rescue import Unsaved, merged
from editor.model.article import Title
from editor.model.edits import PENDING, ArticlePosition, add_articles, discard_articles, move_articles, put_article
from editor.model.workspace import Workspace
from tests.fakes import article, issue_of

ONE, TWO, POOL = article("甲"), article("乙"), article("丙")
NOW = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
STORED = add_articles(Workspace(issue=issue_of(ONE, TWO)), ArticlePosition(section=PENDING, position=0), (POOL,))


def titled(space, one, title):
    return put_article(space, replace(one, title=Title(text=title)))


def joined(now, space):
    unsaved = Unsaved(library="/x.db", author="编辑甲", at=NOW, stored=STORED, space=space)
    return merged(now, unsaved)


def titles(articles):
    return sorted(one.title.text for one in articles)


def test_where_nothing_happened_since_all_of_it_comes_back():
    ours = discard_articles(titled(STORED, ONE, "改甲"), {TWO.uid}, at=NOW)
    assert joined(STORED, ours) == ours


def test_articles_changed_on_one_side_each_are_both_kept():
    after = joined(titled(STORED, TWO, "他改乙"), titled(STORED, ONE, "我改甲"))
    assert titles(after.issue.articles()) == ["他改乙", "我改甲"]
    assert titles(after.drawer.pending) == ["丙"]


def test_an_article_changed_on_both_sides_lies_beside():
    after = joined(titled(STORED, ONE, "他改"), titled(STORED, ONE, "我改"))
    assert titles(after.issue.articles()) == ["乙", "他改"]
    assert titles(after.drawer.pending) == ["丙", "我改"]


def test_a_drawer_changed_meanwhile_keeps_both_sides():
    theirs = add_articles(STORED, ArticlePosition(section=PENDING, position=0), (article("他加"),))
    ours = add_articles(STORED, ArticlePosition(section=PENDING, position=0), (article("我加"),))
    assert titles(joined(theirs, ours).drawer.pending) == sorted(["丙", "他加", "我加"])


def test_an_article_moved_into_the_issue_is_not_in_the_drawer_as_well():
    section = STORED.issue.sections[0].uid
    ours = move_articles(STORED, {POOL.uid}, ArticlePosition(section=section, position=0))
    theirs = add_articles(STORED, ArticlePosition(section=PENDING, position=0), (article("他加"),))
    after = joined(theirs, ours)
    assert titles(after.issue.articles()) == sorted(["甲", "乙", "丙"])
    assert titles(after.drawer.pending) == ["他加"]


def test_what_was_thrown_away_stays_in_the_trash():
    ours = discard_articles(STORED, {ONE.uid}, at=NOW)
    theirs = add_articles(STORED, ArticlePosition(section=PENDING, position=0), (article("他加"),))
    after = joined(theirs, ours)
    assert titles(one.article for one in after.drawer.trash) == ["甲"]
    assert titles(after.issue.articles()) == ["乙"]
