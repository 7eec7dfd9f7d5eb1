"""Versions of articles: when one is kept, and its words as they were."""

import datetime as dt
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

import db.clock
from db.contents import content_of, put_content
from db.engine import library_engine
from db.library import open_library
from db.rows import article_rows, issue_row, publication_row
from db.tables import RevisionRow
from db.upgrade import upgrade
from editor.desk.ports import Arrival
from editor.model.article import Article, Title
from editor.model.body import Paragraph, text_of
from editor.model.edits import PENDING, ArticlePosition, add_articles, discard_articles, put_article
from editor.model.errors import UserError
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import Profile, Publication
from editor.model.revision import Reason
from editor.model.tracking import tracked, with_tracking
from tests.db.older import put
from tests.fakes import prose
from tests.strategies import articles

NOON = dt.datetime(2025, 3, 3, 12).astimezone().astimezone(dt.UTC)
ONE = Publication(profile=Profile(masthead="云州观察"))


def issue():
    made = tuple(Article(title=Title(text=text), blocks=(Paragraph(runs=text_of(prose())),)) for text in "甲乙")
    return Issue(
        publication=ONE.uid,
        number=Number(year=2025, number=1, total=1),
        date=dt.date(2025, 3, 3),
        profile=ONE.profile,
        sections=(Section(name="要闻", articles=made),),
    )


@pytest.fixture
def clock(monkeypatch):
    now = [NOON]
    monkeypatch.setattr(db.clock, "utc_now", lambda: now[0])
    return now


@pytest.fixture
def library(tmp_path, clock):  # noqa: ARG001 - the clock stands before anything is written
    with open_library(tmp_path / "library.db") as opened:
        opened.take_in(Arrival(issue=issue(), publication=ONE))
        yield opened


def space_of(library):
    return library.workspace(library.find("latest").uid)


def first_of(library):
    return next(space_of(library).articles())


def write(library, source, author="编辑甲"):
    """Save the first article with another source; return it."""
    space = space_of(library)
    article = replace(first_of(library), source=source)
    library.save_workspace(space, put_article(space, article), author=author)
    return article


def kept(library, uid=""):
    """Return reason, author, and the source in the words of every version, the newest first."""
    uid = uid or first_of(library).uid
    return [
        (one.reason.value, one.author, library.versions.article(one.key).source if one.key else "…")
        for one in library.versions.listed(uid)
    ]


def test_an_imported_article_is_a_version_once_it_is_changed(library, clock):
    assert kept(library) == [("imported", "", "…")]
    clock[0] += dt.timedelta(hours=1)
    before = first_of(library)
    write(library, "云州日报")
    assert kept(library) == [("written", "编辑甲", "…"), ("imported", "", "")]
    (_, imported) = library.versions.listed(before.uid)
    assert library.versions.article(imported.key) == before
    assert imported.at == NOON


def test_a_version_is_what_stood_when_the_author_paused_or_another_came(library, clock):
    for minutes, source, author in ((0, "云", "甲"), (5, "云州", "甲"), (30, "云州日报", "甲"), (31, "新华社", "乙")):
        clock[0] = NOON + dt.timedelta(minutes=minutes)
        write(library, source, author)
    assert kept(library)[:3] == [("written", "乙", "…"), ("written", "甲", "云州日报"), ("written", "甲", "云州")]


def test_a_clock_set_back_ends_a_sitting_and_the_order_stays(library, clock):
    # two hours back, then right again
    for minutes, source in ((0, "云"), (-120, "云州"), (-115, "云州报"), (60, "云州日报")):
        clock[0] = NOON + dt.timedelta(minutes=minutes)
        write(library, source)
    assert [source for *_, source in kept(library)][:3] == ["…", "云州报", "云"]


def test_a_version_of_ten_years_ahead_takes_in_no_later_change(library, clock):
    for year, source in ((2035, "云"), (2025, "云州"), (2025, "云州报")):
        clock[0] = NOON.replace(year=year)
        write(library, source)
    assert [source for *_, source in kept(library)][:2] == ["…", "云"]


def test_a_night_at_work_leaves_a_version_of_the_day(library, clock):
    midnight = dt.datetime(2025, 3, 4).astimezone().astimezone(dt.UTC)
    for minutes in (-4, -2, 1):
        clock[0] = midnight + dt.timedelta(minutes=minutes)
        write(library, f"第{minutes}分")
    assert kept(library)[:2] == [("written", "编辑甲", "…"), ("daily", "编辑甲", "第-2分")]


def test_a_new_article_begins_its_versions(library):
    space, made = space_of(library), Article(title=Title(text="新写"))
    library.save_workspace(
        space, add_articles(space, ArticlePosition(section=PENDING, position=0), (made,)), author="编辑甲"
    )
    assert kept(library, made.uid) == [("created", "编辑甲", "…")]


def test_a_named_version_is_kept_at_once_and_only_once(library):
    uid = write(library, "云州日报").uid
    for name in ("交主编前", "定稿"):
        library.versions.keep([uid], Reason.NAMED, author="编辑乙", name=name)
    library.versions.keep([uid], Reason.HANDED_OVER, author="编辑乙")
    newest, older, *_ = library.versions.listed(uid)
    assert (newest.name, older.name) == ("定稿", "交主编前")
    assert kept(library)[0] == ("named", "编辑乙", "云州日报")
    write(library, "新华社")
    assert kept(library)[:2] == [("written", "编辑甲", "…"), ("named", "编辑乙", "云州日报")]


def test_what_a_replacement_in_the_library_changes_is_kept_before(library):
    before = space_of(library).issue
    write(library, "云州日报")
    space = space_of(library)
    after = put_article(space, replace(first_of(library), source="云州早报"))
    library.checkpoints.save_issues("替换“日报”", [(space.issue, after.issue)], author="编辑甲")
    assert kept(library)[:2] == [("written", "编辑甲", "…"), ("replacing", "编辑甲", "云州日报")]
    assert library.versions.listed(first_of(library).uid)[1].name == "替换“日报”"
    _, second = before.articles()
    assert kept(library, second.uid) == [("imported", "", "…")]


def test_an_article_in_the_trash_keeps_its_versions_and_gets_more(library, clock):
    uid = write(library, "云州日报").uid
    space = space_of(library)
    library.save_workspace(space, discard_articles(space, {uid}, at=clock[0]), author="编辑甲")
    library.versions.keep([uid], Reason.NAMED, author="编辑甲", name="删之前")
    assert kept(library, uid) == [("named", "编辑甲", "云州日报"), ("imported", "", "")]


def test_a_version_that_is_not_there_is_said(library):
    with pytest.raises(UserError, match="没有这个版本"):
        library.versions.article(99)


def test_a_read_only_library_shows_versions_and_keeps_none(library, tmp_path):
    write(library, "云州日报")
    with open_library(tmp_path / "library.db") as other:
        assert kept(other) == kept(library)
        with pytest.raises(UserError, match="只能看"):
            other.versions.keep([first_of(other).uid], Reason.NAMED, author="乙", name="x")


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    with (
        open_library(tmp_path_factory.mktemp("contents") / "library.db") as opened,
        Session(opened._sessions._engine) as made,
    ):
        yield made


@given(st.lists(articles(), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_words_come_back_exactly(session, drawn):
    uid = drawn[0].uid
    # what changes are measured by is no part of a version
    versions = [replace(one, uid=uid, archive=replace(one.archive, tracking=None)) for one in drawn]
    digests = []
    for one in versions:
        digests.append(put_content(session, one))
        session.add(RevisionRow(article=uid, hash="", parents="", author="", at="", reason="written", name="",
                                content=digests[-1]))  # fmt: skip
        session.flush()
    assert [content_of(session, digest) for digest in digests] == versions


def test_a_version_of_a_tracked_article_has_its_words_alone(library):
    space = space_of(library)
    library.save_workspace(space, put_article(space, tracked(first_of(library))), author="编辑甲")
    library.versions.keep([first_of(library).uid], Reason.NAMED, author="编辑甲", name="初稿")
    newest = library.versions.listed(first_of(library).uid)[0]
    assert first_of(library).archive.tracking is not None
    assert library.versions.article(newest.key) == with_tracking(first_of(library), None)


def test_the_words_of_a_long_article_come_back_beside_others_of_it(library):
    space = space_of(library)
    for number in range(4):
        long = replace(first_of(library), blocks=tuple(Paragraph(runs=text_of(prose(500 + number))) for _ in range(40)))
        space = space_of(library)
        library.save_workspace(space, put_article(space, long), author="编辑甲")
        library.versions.keep([long.uid], Reason.NAMED, author="编辑甲", name=f"{number}")
    newest = library.versions.listed(first_of(library).uid)[0]
    assert library.versions.article(newest.key) == first_of(library)


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from db.library import open_library
from editor.model.edits import put_article
from editor.model.revision import Reason
with open_library(Path(sys.argv[1])) as library:
    space = library.workspace(library.find("latest").uid)
    for count in range(100000):
        article = replace(next(space.articles()), source=f"第{count}稿")
        after = put_article(space, article)
        library.save_workspace(space, after, author="编辑甲")
        library.versions.keep([article.uid], Reason.NAMED, author="编辑甲", name=str(count))
        space = after
        print(count, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no way to kill a program at once")
def test_a_killed_program_loses_no_version_that_was_kept(tmp_path):
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.take_in(Arrival(issue=issue(), publication=ONE))
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as writer:
        done = [int(writer.stdout.readline()) for _ in range(10)]
        writer.kill()
        done += [int(line) for line in writer.stdout.read().split()]
    with open_library(path) as library:
        sources = {
            one.name: library.versions.article(one.key).source
            for one in library.versions.listed(first_of(library).uid)
            if one.key
        }
    assert {str(count): f"第{count}稿" for count in done}.items() <= sources.items()


@pytest.mark.parametrize("revision", ["0001", "0005"])
def test_a_filled_library_of_an_earlier_revision_begins_its_versions_with_what_stands(tmp_path, revision):
    path, made = tmp_path / "library.db", issue()
    engine = library_engine(path, read_only=False)
    upgrade(engine, revision=revision)
    first = next(made.articles())
    put(path, (publication_row(ONE), issue_row(made), *article_rows(made)))
    with engine.begin() as connection:
        for author in ("旧甲", "旧乙"):
            values = f"VALUES ('{first.uid}', '{author}', '', '{author}', '2025-03-01T08:00:00+00:00')"
            connection.exec_driver_sql(f"INSERT INTO revisions (article, hash, parents, author, at) {values}")
    engine.dispose()
    with open_library(path) as library:
        assert kept(library) == [("written", "旧乙", "…")]
        write(library, "云州日报")
        assert kept(library) == [("written", "编辑甲", "…"), ("daily", "旧乙", "")]
        second = list(space_of(library).articles())[1]
        space = space_of(library)
        library.save_workspace(space, put_article(space, replace(second, source="新华社")), author="编辑甲")
        assert kept(library, second.uid) == [("written", "编辑甲", "…"), ("first", "", "")]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
