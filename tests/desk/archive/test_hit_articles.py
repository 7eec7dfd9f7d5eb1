"""What is asked and kept, what is marked, and what becomes of a hit."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.desk.archive.articles import quotation, reused
from editor.desk.archive.asking import Asked, SavedSearch, narrowed, saved_search, saved_text
from editor.desk.archive.marks import marks_of
from editor.desk.archive.values import Hit, Marked, Query, SearchField, SearchOrder, Term
from editor.model.article import Article, ArticleArchive, Title
from editor.model.body import Paragraph, text_of
from editor.model.origin import Origin

AT = dt.datetime(2025, 1, 6, 8, tzinfo=dt.UTC)
HIT = Hit(
    publication="p",
    issue="i",
    article="a",
    title=Marked(text="云州市\n印发办法"),
    snippet=Marked(text=""),
    label="总第213期",
    date=dt.date(2024, 12, 30),
    section="要论",
    source="",
    state="已发布",
    folio=11,
    count=1,
)
FILTERS = st.lists(st.tuples(st.sampled_from(SearchField), st.text(min_size=1)), unique=True, max_size=4)


@given(st.text(), st.text(), FILTERS, st.sampled_from(SearchOrder))
def test_a_kept_search_is_read_back(name, words, filters, order):
    saved = SavedSearch(name=name, asked=Asked(words=words, filters=tuple(filters), order=order))
    assert saved_search(saved_text(saved)) == saved


@pytest.mark.parametrize(
    "line", ["", "{", "[]", '{"name": "甲"}', '{"name":"甲","words":"","filters":[["X","1"]],"order":"date"}']
)
def test_a_line_of_something_else_is_no_search(line):
    assert saved_search(line) is None


def test_values_of_one_field_are_alternatives_and_fields_all_count():
    asked = (
        Asked().toggled(SearchField.YEAR, "2024").toggled(SearchField.SOURCE, "甲报").toggled(SearchField.YEAR, "2023")
    )
    wanted = narrowed(Query(wanted=((Term(text="数据"),),)), asked.filters).wanted
    assert [[(term.field, term.text) for term in group] for group in wanted] == [
        [(None, "数据")],
        [(SearchField.YEAR, "2024"), (SearchField.YEAR, "2023")],
        [(SearchField.SOURCE, "甲报")],
    ]
    assert asked.toggled(SearchField.YEAR, "2024").filters == (
        (SearchField.SOURCE, "甲报"),
        (SearchField.YEAR, "2023"),
    )


def marked(text, *terms, field=None):
    query = Query(wanted=tuple((term,) for term in terms))
    return [text[start:end] for start, end in marks_of(text, query, field=field)]


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("数据要素和数据交易", "数据", ["数据", "数据"]),
        ("ＡＩ与ai，AIGC", "ai", ["ＡＩ", "ai"]),
        ("据数据数", "数据", ["数据"]),
        ("𠮷野家与𠮷祥", "𠮷", ["𠮷", "𠮷"]),
        ("没有", "数据", []),
        ("a.b*c", ".b*", [".b*"]),
    ],
)
def test_words_are_marked_whatever_their_width_and_case(text, word, found):
    assert marked(text, Term(text=word)) == found


def test_beginnings_and_fields_are_marked_where_they_count():
    assert marked("digital, digitalisation", Term(text="digital", prefix=True)) == ["digital", "digital"]
    assert marked("digital, digitalisation", Term(text="digital")) == ["digital"]
    assert marked("白皮书", Term(text="白皮书", field=SearchField.TITLE)) == []
    assert marked("白皮书", Term(text="白皮书", field=SearchField.TITLE), field=SearchField.TITLE) == ["白皮书"]


def test_a_quotation_names_title_issue_and_folio():
    assert quotation("云州市印发“数据二十条”", "数谷简报", label="总第213期", folio=11) == (
        "“云州市印发‘数据二十条’”（《数谷简报》总第213期，第11页）"
    )
    assert quotation("甲\n乙", "简报", label="总第2期", folio=None) == "“甲乙”（《简报》总第2期）"
    assert quotation("甲", "简报", label="", folio=None) == "“甲”（《简报》未刊稿）"


def article(origin=None):
    archive = ArticleArchive(tags=("数据",), state="checked", editor="编辑甲", origin=origin)
    return Article(
        title=Title(text="云州市\n印发办法"),
        blocks=(Paragraph(runs=text_of("全文如下。")),),
        link="https://a.cn/1",
        archive=archive,
    )


def test_a_reused_article_is_a_new_draft_whose_origin_is_where_it_was_printed():
    old = article()
    made, files = reused(old, HIT, at=AT)
    assert made.uid != old.uid
    assert (made.title, made.blocks, made.link) == (old.title, old.blocks, old.link)
    assert (made.archive.state, made.archive.editor, made.archive.tags) == ("draft", "", ("数据",))
    ((name, data),) = files.originals
    assert made.archive.origin.name == name == "总第213期 第11页 云州市印发办法 原文.txt"
    assert "全文如下。" in data.decode()


def test_a_reused_article_keeps_the_origin_that_it_has():
    origin = Origin(sha256="0" * 64, name="来稿.docx", at=AT)
    made, files = reused(article(origin), replace(HIT, folio=None), at=AT)
    assert made.archive.origin == origin
    assert files.originals == ()
