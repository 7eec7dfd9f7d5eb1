"""What an editor changes is what the library holds afterwards."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import db.clock
from db.library import open_library
from editor.model.article import Article, Title
from editor.model.edits import (
    PENDING,
    ArticlePosition,
    add_articles,
    discard_articles,
    move_articles,
    put_article,
    put_issue,
    restore_articles,
)
from editor.model.errors import UserError
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import Profile, Publication
from editor.model.workspace import Workspace
from tests.strategies import articles

ONE = Publication(profile=Profile(masthead="云州观察"))
NOW = dt.datetime(2025, 3, 3, 9, tzinfo=dt.UTC)


def issue():
    made = tuple(Article(title=Title(text=text)) for text in "甲乙丙")
    sections = (Section(name="要闻", articles=made[:2]), Section(name="动态", articles=made[2:]))
    number = Number(year=2025, number=5, total=50)
    return Issue(publication=ONE.uid, number=number, date=dt.date(2025, 2, 3), profile=ONE.profile, sections=sections)


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.save_publication(ONE)
        opened.add_issue(issue())
        yield opened


def opened(library):
    return library.workspace(library.find("latest").uid)


def save(library, before, after):
    library.save_workspace(before, after, author="编辑甲")
    assert library.workspace(after.issue.uid) == after
    return after


changes = st.one_of(
    st.tuples(st.just("put"), st.integers(0, 9), articles()),
    st.tuples(st.just("add"), st.integers(0, 9), articles()),
    st.tuples(st.just("move"), st.integers(0, 9), st.integers(0, 2)),
    st.tuples(st.just("discard"), st.integers(0, 9), st.none()),
    st.tuples(st.just("restore"), st.integers(0, 9), st.none()),
    st.tuples(st.just("strapline"), st.integers(0, 9), st.none()),
)


def change(space: Workspace, kind, number, value) -> Workspace:
    standing = list(space.articles())
    places = [section.uid for section in space.issue.sections] + [PENDING]
    chosen = standing[number % len(standing)].uid if standing else ""
    match kind:
        case "put":
            return put_article(space, replace(value, uid=chosen)) if chosen else space
        case "add":
            return add_articles(space, ArticlePosition(section=places[number % 3], position=0), (value,))
        case "move":
            return move_articles(space, {chosen}, ArticlePosition(section=places[value], position=number))
        case "discard":
            return discard_articles(space, {chosen}, at=NOW)
        case "restore":
            return restore_articles(space, {one.article.uid for one in space.drawer.trash[:1]})
        case _:
            profile = replace(space.issue.profile, strapline=f"第{number}版")
            return put_issue(space, replace(space.issue, profile=profile))


@given(st.lists(changes, max_size=6, unique_by=lambda one: getattr(one[2], "uid", object())))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_sequence_of_changes_is_found_again(tmp_path_factory, sequence):
    with open_library(tmp_path_factory.mktemp("library") / "library.db") as library:
        library.save_publication(ONE)
        library.add_issue(issue())
        space = opened(library)
        for one in sequence:
            space = save(library, space, change(space, *one))


def test_an_article_taken_to_pending_is_there_beside_every_issue_of_the_publication(library):
    space = opened(library)
    first = next(space.issue.articles())
    save(library, space, move_articles(space, {first.uid}, ArticlePosition(section=PENDING, position=0)))
    other = replace(issue(), number=Number(year=2025, number=6, total=51), date=dt.date(2025, 2, 10), sections=())
    library.add_issue(other)
    assert library.workspace(other.uid).drawer.pending == (first,)


def test_saving_often_is_one_revision_until_the_author_has_paused(library, monkeypatch):
    clock = [NOW]
    monkeypatch.setattr(db.clock, "utc_now", lambda: clock[0])
    space = opened(library)
    first = next(space.issue.articles())
    for minutes, source in ((0, "云"), (1, "云州"), (2, "云州日报"), (30, "澄江日报")):
        clock[0] = NOW + dt.timedelta(minutes=minutes)
        space = save(library, space, put_article(space, replace(first, source=source)))
    _, early, late = library.versions.revisions(first.uid)
    assert late.parents == (early.hash,)
    assert early.at == NOW + dt.timedelta(minutes=2)


def test_an_issue_that_is_gone_is_said_and_nothing_is_written(library):
    space = opened(library)
    lost = replace(issue(), number=Number(year=2030, number=1, total=900))
    before = Workspace(issue=lost)
    with pytest.raises(UserError, match="没有这一期"):
        library.save_workspace(before, put_issue(before, replace(lost, date=dt.date(2030, 1, 7))), author="编辑甲")
    assert opened(library) == space
