"""The archive is searched by an index that says the same as its articles, whatever was done to them."""

import datetime as dt
import random
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.archive.ports import IndexState
from editor.desk.archive.query import query_of
from editor.desk.archive.values import SearchField, SearchOrder
from editor.desk.instructions.keeping import Entered, keep_instruction, put_back, withdraw_instruction
from editor.desk.ports import Arrival
from editor.desk.replacing import Search, find_in_issue, find_in_library
from editor.desk.review.steps import By
from editor.model.article import ArticleArchive, Title
from editor.model.body import Figure, Paragraph, text_of
from editor.model.edits import discard_articles, put_article
from editor.model.errors import UserError
from editor.model.issue import Section
from editor.model.number import Number
from editor.model.origin import Receipt
from editor.model.publication import Profile, Publication
from editor.model.uid import derived_uid
from editor.model.workspace import Drawer, Workspace
from tests.editing import save_article
from tests.fakes import article, issue_of

AT = dt.datetime(2026, 3, 4, 8, tzinfo=dt.UTC)


def text(words):
    return Paragraph(runs=text_of(words))


TAGGED = ArticleArchive(tags=("北京市", "算力"))
NEWEST = replace(
    issue_of(
        article("人工智能治理蓝皮书发布", text("报告提出多项建议。"), source="通信研究院"),
        article("公共数据授权", text("人工智能、人工智能，还是人工智能。GPT-4 与 OpenAI。"), source="江东日报"),
        article("算力布局", text("提到人工智能一次。ＡＩ芯片。"), source="江东日报", archive=TAGGED),
    ),
)  # fmt: skip
OLDER = replace(
    issue_of(article("人工智能上路", text("另一期的正文，说的是自动驾驶。"), source="云州日报"), section="实践"),
    uid=derived_uid("older"), number=Number(year=2024, number=2, total=29), date=dt.date(2024, 12, 1),
)  # fmt: skip
OLDER = replace(OLDER, sections=(replace(OLDER.sections[0], uid=derived_uid("older section")),))
ONE = Publication(profile=Profile(masthead="云州观察"), uid=NEWEST.publication)


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        for issue in (OLDER, NEWEST):
            opened.take_in(Arrival(issue=issue, publication=ONE))
        yield opened


def titles(library, typed, order=SearchOrder.RANKED):
    return [hit.title.text for hit in library.archive.found(query_of(typed), order).hits]


def test_titles_come_first_then_what_says_it_often_then_the_newest(library):
    assert titles(library, "人工智能") == ["人工智能治理蓝皮书发布", "人工智能上路", "公共数据授权", "算力布局"]
    by_date = titles(library, "人工智能", SearchOrder.DATE)
    assert by_date[-1] == "人工智能上路"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("算", {"算力布局"}),
        ("算力", {"算力布局"}),
        ("工智", {"人工智能治理蓝皮书发布", "公共数据授权", "算力布局", "人工智能上路"}),
        ("治理蓝皮书", {"人工智能治理蓝皮书发布"}),
        ("智能治蓝", set()),
        ("人工智能治理蓝皮书发布", {"人工智能治理蓝皮书发布"}),
        ("gpt", {"公共数据授权"}),
        ("open", {"公共数据授权"}),
        ("penai", set()),
        ('"open"', set()),
        ("GPT-4", {"公共数据授权"}),
        ("AI芯片", {"算力布局"}),
        ("“一次。”", {"算力布局"}),
        ("人工智能 -算力", {"人工智能治理蓝皮书发布", "公共数据授权", "人工智能上路"}),
        ("蓝皮书 OR 算力", {"人工智能治理蓝皮书发布", "算力布局"}),
        ("标题:人工智能", {"人工智能治理蓝皮书发布", "人工智能上路"}),
        ("来源:江东", {"公共数据授权", "算力布局"}),
        ("标签:算力", {"算力布局"}),
        ("地区:北京", {"算力布局"}),
        ("年:2024", {"人工智能上路"}),
        ("期:29", {"人工智能上路"}),
        ("期:2", {"人工智能上路"}),
        ("栏目:实践", {"人工智能上路"}),
        ("状态:编辑中 栏目:要闻 蓝皮书", {"人工智能治理蓝皮书发布"}),
        ("通信研究院", {"人工智能治理蓝皮书发布"}),
        ("'; DROP TABLE search; --", set()),
        ("search MATCH NEAR(人工 智能)", set()),
        ("😀", set()),
    ],
)
def test_what_is_found(library, typed, found):
    assert set(titles(library, typed)) == found


def test_nothing_typed_finds_everything_newest_first(library):
    assert titles(library, "")[-1] == "人工智能上路"
    assert len(titles(library, "")) == 4


def test_a_hit_says_where_it_stands_and_shows_the_words(library):
    (hit,) = library.archive.found(query_of("自动驾驶")).hits
    assert (hit.label, hit.section, hit.source, hit.state) == ("总第29期", "实践", "云州日报", "编辑中")
    assert (hit.issue, hit.article) == (OLDER.uid, next(OLDER.articles()).uid)
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["自动驾驶"]
    first = library.archive.found(query_of("人工智能")).hits[0]
    assert [first.title.text[start:end] for start, end in first.title.marks] == ["人工智能"]


def test_facets_count_all_that_was_found(library):
    found = library.archive.found(query_of("人工智能"), limit=1)
    assert (len(found.hits), found.total) == (1, 4)
    facets = {field: {one.value: one.count for one in values} for field, values in found.facets.items()}
    assert facets[SearchField.YEAR] == {"2025": 3, "2024": 1}
    assert facets[SearchField.SECTION] == {"要闻": 3, "实践": 1}
    assert facets[SearchField.SOURCE] == {"江东日报": 2, "通信研究院": 1, "云州日报": 1}
    assert facets[SearchField.REGION] == {"北京市": 1}
    assert facets[SearchField.TAG] == {"算力": 1}


def test_more_hits_go_on_where_the_first_ended(library):
    whole = titles(library, "人工智能")
    parts = [library.archive.found(query_of("人工智能"), limit=2, offset=at).hits for at in (0, 2)]
    assert [hit.title.text for part in parts for hit in part] == whole


def test_captions_tables_of_words_and_what_was_rejected_are_found(library):
    space = library.workspace(NEWEST.uid)
    captioned = article("带图", Figure(caption="图1　产业地图"), text("正文"))
    waiting = replace(article("收到的稿", text("待办")), archive=ArticleArchive(receipt=Receipt(received=AT.date())))
    after = replace(space, drawer=Drawer(pending=(captioned, waiting)))
    library.save_workspace(space, after, author="甲")
    gone = discard_articles(after, {next(NEWEST.articles()).uid}, at=AT)
    library.save_workspace(after, gone, author="甲")
    assert titles(library, "产业地图") == ["带图"]
    assert titles(library, "状态:待编") == ["带图"]
    assert titles(library, "状态:收件") == ["收到的稿"]
    assert titles(library, "状态:废稿") == ["人工智能治理蓝皮书发布"]
    assert library.archive.verify_index() is IndexState.FITS


def test_an_instruction_is_found_with_its_article_until_it_is_withdrawn(library):
    by = By(name="林编辑", at=AT)
    about = list(NEWEST.articles())[1].uid
    entered = Entered(article=about, leader="周明远", post="市长", day=AT.date(), words="请数据局阅研，月底前报告。")
    kept = keep_instruction(library, NEWEST, entered, by)
    (hit,) = library.archive.found(query_of("数据局阅研")).hits
    assert (hit.title.text, hit.article, hit.issue) == ("公共数据授权", about, NEWEST.uid)
    assert hit.snippet.text.startswith("批示")
    assert titles(library, "周明远") == ["公共数据授权"]
    withdraw_instruction(library, kept, AT)
    assert titles(library, "数据局阅研") == []
    put_back(library, kept, AT)
    assert titles(library, "数据局阅研") == ["公共数据授权"]
    assert library.archive.verify_index() is IndexState.FITS


class _Desk:
    """Hands that do anything to a library. words: of which texts are made."""

    WORDS = ("数据要素", "人工智能", "GPT", "算力", "登记", "ＡＩ", "，", "2026年", "云州")

    def __init__(self, library, seed):
        self.library, self.rng, self.number = library, random.Random(seed), 100

    def words(self):
        return "".join(self.rng.choices(self.WORDS, k=self.rng.randint(1, 9)))

    def made(self):
        return article(f"{self.words()}{self.rng.random()}", text(self.words()))

    def act(self):
        library, rng = self.library, self.rng
        entry = rng.choice(library.issues())
        space = library.workspace(entry.uid)
        articles = [*space.issue.articles()]
        act = rng.choice((self.edit, self.add, self.discard, self.move, self.arrive, self.refuse))
        act(space, articles)

    def edit(self, space, articles):
        for one in articles[:1]:
            changed = replace(one, title=Title(text=self.words()), blocks=(text(self.words()), text(self.words())))
            self.save(space, put_article(space, changed))

    def add(self, space, _articles):
        section = space.issue.sections[0]
        grown = replace(section, articles=(*section.articles, self.made()))
        self.save(space, replace(space, issue=replace(space.issue, sections=(grown, *space.issue.sections[1:]))))

    def discard(self, space, articles):
        self.save(space, discard_articles(space, {one.uid for one in articles[-1:]}, at=AT))

    def move(self, space, articles):
        other = Section(name="别处", articles=tuple(articles), uid=derived_uid("x", space.issue.uid))
        emptied = tuple(replace(one, articles=()) for one in space.issue.sections if one.uid != other.uid)
        self.save(space, replace(space, issue=replace(space.issue, sections=(*emptied, other))))

    def arrive(self, _space, _articles):
        self.number += 1
        made = replace(
            issue_of(self.made(), self.made()), uid=derived_uid("i", str(self.number)),
            number=Number(year=2026, number=self.number, total=self.number),
        )  # fmt: skip
        self.library.take_in(Arrival(issue=made, publication=ONE))

    def refuse(self, space, articles):
        """Write what is refused in the end: the transaction is rolled back."""
        gone = Workspace(issue=replace(space.issue, uid=derived_uid("gone")))
        for one in articles[:1]:
            with pytest.raises(UserError):
                self.library.save_workspace(
                    gone, put_article(gone, replace(one, blocks=(text("没有写成"),))), author=""
                )

    def save(self, before, after):
        self.library.save_workspace(before, after, author="甲")


@pytest.mark.parametrize("seed", range(4))
def test_after_anything_the_index_says_what_the_articles_say(library, seed):
    desk = _Desk(library, seed)
    for _ in range(25):
        desk.act()
    assert library.archive.verify_index() is IndexState.FITS
    with closing(sqlite3.connect(library.place)) as raw:
        for word in ("数据", "人工智能", "算", "登记云州", "素人工"):
            like = f"%{word}%"
            query = (
                "SELECT uid FROM articles WHERE title LIKE :w OR plain LIKE :w UNION ALL "
                "SELECT uid FROM drawer WHERE title LIKE :w OR plain LIKE :w"
            )
            wanted = sorted(uid for (uid,) in raw.execute(query, {"w": like}))
            assert sorted(hit.article for hit in library.archive.found(query_of(word), limit=999).hits) == wanted


@pytest.mark.parametrize(
    "query",
    ["数据要素", "素人", "penAI", "GPT-4", "ＡＩ芯", "动驾驶。", "云州日报", "，", "头条", "二〇二五", "没有写过"],
)
def test_find_and_replace_looks_only_where_the_index_leads_and_finds_the_same(library, query):
    headed = replace(OLDER, headline=replace(OLDER.headline, text="头条在此"))
    library.save_issue(headed, author="甲")
    for any_width in (False, True):
        search = Search(query=query, any_width=any_width)
        wanted = {entry.uid: find_in_issue(library.issue(entry.uid), search) for entry in library.issues()}
        found = {one.entry.uid: one.hits for one in find_in_library(library, search)}
        assert found == {uid: hits for uid, hits in wanted.items() if hits}


def test_where_no_issue_has_the_words_none_is_read(library):
    assert library.archive.issues_with("没有写过") == frozenset()
    assert library.archive.issues_with("自动驾驶") == {OLDER.uid}
    assert library.archive.issues_with("penAI") is None


# a library of before, and an index that does not fit


def meddle(library, *statements):
    with closing(sqlite3.connect(library.place)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def test_what_another_program_writes_is_indexed_with_the_next_write(library):
    meddle(library, "UPDATE articles SET plain = '外来的程序写的' WHERE title = '算力布局'")
    assert library.archive.index_state() is IndexState.TO_BUILD
    save_article(library, OLDER.uid, replace(next(OLDER.articles()), subtitle="副题"), author="甲")
    assert titles(library, "外来的程序") == ["算力布局"]
    assert titles(library, "ＡＩ芯片") == []
    assert library.archive.index_state() is IndexState.FITS


def test_an_index_of_another_version_is_built_anew(library):
    meddle(library, "UPDATE search_state SET value = 'before' WHERE name = 'segmenter'")
    assert library.archive.index_state() is IndexState.TO_BUILD
    told = []
    library.archive.build_index(lambda done, every: told.append((done, every)), anew=False)
    assert told[0] == (0, 4)
    assert told[-1] == (4, 4)
    assert library.archive.verify_index() is IndexState.FITS
    assert len(titles(library, "人工智能")) == 4


def test_building_that_is_stopped_goes_on_later_and_edits_between_are_found(library, monkeypatch):
    monkeypatch.setattr("db.search_index.CHUNK", 1)
    monkeypatch.setattr("db.search_index.OWN", 1)

    def stop(done, _every):
        if done == 2:
            raise UserError("停")

    with pytest.raises(UserError, match="停"):
        library.archive.build_index(stop)
    assert library.archive.index_state() is IndexState.TO_BUILD
    save_article(library, OLDER.uid, replace(next(OLDER.articles()), blocks=(text("其间改过的"),)), author="甲")
    assert titles(library, "其间改过") == ["人工智能上路"]
    library.archive.build_index(lambda _done, _every: None, anew=False)
    assert library.archive.verify_index() is IndexState.FITS


@pytest.mark.parametrize(
    "damage", ["DELETE FROM search_data", "UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10"]
)
def test_a_damaged_index_is_told_and_repaired_and_keeps_nobody_from_writing(library, damage):
    # SQLite reads the index anew when the schema has another number
    meddle(library, damage, "PRAGMA schema_version = 99999")
    assert library.archive.verify_index() is IndexState.DAMAGED
    changed = replace(next(OLDER.articles()), blocks=(text("照样存得上"),))
    save_article(library, OLDER.uid, changed, author="甲")
    assert next(library.issue(OLDER.uid).articles()).blocks == changed.blocks
    library.archive.build_index(lambda _done, _every: None)
    assert library.archive.verify_index() is IndexState.FITS
    assert titles(library, "照样存得上") == ["人工智能上路"]


def test_a_missing_word_of_the_index_is_seen_by_its_proof(library):
    meddle(library, "INSERT INTO search (search, rowid, words) VALUES ('delete', 1, '人工')")
    assert library.archive.index_state() is IndexState.FITS
    assert library.archive.verify_index() is IndexState.DAMAGED
