"""What a library keeps of its articles to find them by their likeness: it never drifts from the articles."""

import datetime as dt
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.library import open_library
from editor.desk.archive.seen_before import seen_before, telling_of
from editor.model.article import Article, Title
from editor.model.body import Paragraph, text_of
from editor.model.edits import PENDING, ArticlePosition, add_articles, discard_articles, move_articles, put_article
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import Profile, Publication
from editor.model.workspace import Workspace
from editor.text.similar.fingerprint import fingerprint
from editor.text.similar.likeness import Telling
from tests.similar_pairs import pairs

ONE = Publication(profile=Profile(masthead="云州观察"))
PAIRS = tuple(pairs())
_KEPT = "SELECT place, article, link, documents, hex(shingles) FROM likeness ORDER BY place, article"
_PACKED = "SELECT count(*) FROM likeness_shingles"
_SIZE = "SELECT coalesce(sum(length(shingles) / 4), 0) FROM likeness"


def article(title, body, **more):
    return Article(
        title=Title(text=title), blocks=tuple(Paragraph(runs=text_of(line)) for line in body.split("\n")), **more
    )


def issue(*articles):
    return Issue(
        publication=ONE.uid,
        number=Number(year=2024, number=50, total=213),
        date=dt.date(2024, 12, 30),
        profile=ONE.profile,
        sections=(Section(name="要闻", articles=articles),),
    )


OLD = article(*PAIRS[3].first, link="https://gk.example.cn/a/7.html")


@pytest.fixture
def place(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def library(place):
    with open_library(place) as opened:
        opened.save_publication(ONE)
        yield opened


def kept(place):
    with closing(sqlite3.connect(place)) as raw:
        rows, (packed,), (size,) = raw.execute(_KEPT).fetchall(), *raw.execute(f"{_PACKED} UNION ALL {_SIZE}")
    assert packed == size, "shingles of nobody, or articles without theirs"
    return rows


def test_another_outlet_on_the_same_is_found_with_the_issue_that_printed_it(library):
    library.add_issue(issue(OLD))
    library.likeness.read_on()
    title, body = PAIRS[3].second
    (seen,) = seen_before(Telling(title=title, body=body), library.likeness)
    assert (seen.place, seen.kept.article) == ("总第213期", OLD.uid)


def test_what_was_just_written_is_found_before_it_is_read(library):
    library.add_issue(issue(OLD))
    assert library.likeness.unread() == 1
    (seen,) = seen_before(telling_of(OLD), library.likeness)
    assert seen.kept.article == OLD.uid


def test_an_article_does_not_find_itself(library):
    library.add_issue(issue(OLD))
    library.likeness.read_on()
    assert seen_before(telling_of(OLD), library.likeness, but=OLD.uid) == ()


def test_a_link_is_found_whoever_shared_it(library):
    library.add_issue(issue(OLD))
    library.likeness.read_on()
    link = "http://www.gk.example.cn/a/7.html?utm_source=wechat"
    assert [one.kept.article for one in seen_before(Telling(title="别的", body="", link=link), library.likeness)] == [
        OLD.uid
    ]


def test_the_name_of_a_document_is_found_where_no_sentence_is_the_same(library):
    pair = next(one for one in PAIRS if one.kind == "law, same name rewritten")
    library.add_issue(issue(article(*pair.first)))
    library.likeness.read_on()
    title, body = pair.second
    assert seen_before(Telling(title=title, body=body), library.likeness)


def test_set_phrases_are_no_likeness(library):
    phrase = "坚持以人民为中心的发展思想统筹发展和安全推动各项任务落地见效走深走实取得扎实成效确保全年目标顺利完成。"
    library.add_issue(issue(*(article(f"其{n}", f"{phrase}{n}") for n in range(9))))
    library.likeness.read_on()
    assert library.likeness.near(fingerprint(Telling(title="又一篇", body=phrase))) == ()


def test_a_library_from_before_is_read_afterwards_with_progress(place, library):
    library.add_issue(issue(*(article(f"第{n}篇", f"这是云州的第{n}篇文章。") for n in range(60))))
    told = []
    library.likeness.read_on(lambda done, whole: told.append((done, whole)))
    assert told == [(50, 60), (60, 60)]
    assert library.likeness.unread() == 0
    assert len(kept(place)) == 60


def test_a_program_that_reads_otherwise_reads_all_anew(place, library):
    library.add_issue(issue(OLD))
    library.likeness.read_on()
    before = kept(place)
    with closing(sqlite3.connect(place)) as raw, raw:
        raw.execute("UPDATE likeness SET reading = 0, link = 'x'")
    assert library.likeness.unread() == 1
    library.likeness.read_on()
    assert kept(place) == before


def test_a_foreign_write_is_not_missed(place, library):
    library.add_issue(issue(OLD))
    library.likeness.read_on()
    with closing(sqlite3.connect(place)) as raw, raw:
        raw.execute("DELETE FROM articles")
    assert seen_before(telling_of(OLD), library.likeness) == ()
    library.likeness.read_on()
    assert kept(place) == []


_STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "edit", "discard", "move", "back", "link", "read"]), st.integers(0, 29)),
    max_size=12,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_STEPS)
def test_after_any_work_it_is_what_a_first_reading_would_keep(tmp_path_factory, steps):
    place = tmp_path_factory.mktemp("work") / "library.db"
    with open_library(place) as library:
        library.save_publication(ONE)
        library.add_issue(issue(OLD))
        start = now = library.workspace(library.issues()[0].uid)
        for step, number in steps:
            if step == "read":
                library.likeness.read_on()
                continue
            after = _done(now, start, step, number)
            library.save_workspace(now, after, author="甲")
            now = after
        library.likeness.read_on()
        found = kept(place)
        with closing(sqlite3.connect(place)) as raw, raw:
            raw.executescript("DELETE FROM likeness; DELETE FROM likeness_shingles; UPDATE articles SET title = title;")
            raw.execute("UPDATE drawer SET title = title")
        library.likeness.read_on()
        assert kept(place) == found


def _done(now: Workspace, start: Workspace, step: str, number: int) -> Workspace:
    articles = tuple(now.articles())
    section = now.issue.sections[0].uid
    if step == "back":
        return start
    if step == "add" or not articles:
        return add_articles(now, ArticlePosition(section=section, position=0), (article(*PAIRS[number].first),))
    chosen = articles[number % len(articles)]
    match step:
        case "edit":
            return put_article(now, replace(chosen, blocks=article(*PAIRS[number].second).blocks))
        case "link":
            return put_article(now, replace(chosen, link=f"https://gk.example.cn/{number}"))
        case "discard":
            return discard_articles(now, (chosen.uid,), at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
    return move_articles(now, (chosen.uid,), ArticlePosition(section=PENDING, position=0))
