"""What is typed to search the archive, and what it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.desk.archive.query import MOST_TERMS, query_of, typed_of
from editor.desk.archive.values import Query, SearchField, Term


def word(text, field=None, *, prefix=False):
    return Term(text=text, field=field, prefix=prefix)


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("", (), ()),
        ("数据", ((word("数据"),),), ()),
        ("数据　要素", ((word("数据"),), (word("要素"),)), ()),
        ("“数据 要素”", ((word("数据 要素"),),), ()),
        ('"数据要素" 登记', ((word("数据要素"),), (word("登记"),)), ()),
        ("数据 -登记", ((word("数据"),),), (word("登记"),)),
        ("数据 －“公共 数据”", ((word("数据"),),), (word("公共 数据"),)),
        ("数据 OR 算力 登记", ((word("数据"), word("算力")), (word("登记"),)), ()),
        ("数据 或 算力", ((word("数据"), word("算力")),), ()),
        ("来源：江东日报 标题:数据", ((word("江东日报", SearchField.SOURCE),), (word("数据", SearchField.TITLE),)), ()),
        ("-来源:日报", (), (word("日报", SearchField.SOURCE),)),
        ("期:第213期 年：2024年", ((word("213", SearchField.NUMBER),), (word("2024", SearchField.YEAR),)), ()),
        ("GPT", ((word("GPT", prefix=True),),), ()),
        ("大模型GP*", ((word("大模型GP", prefix=True),),), ()),
        ('"GPT"', ((word("GPT"),),), ()),
        # what means nothing is a word, or nothing
        ("OR", (), ()),
        ("- ， “” ***", (), ()),
        ("比例:三成", ((word("比例:三成"),),), ()),
        ("12:30", ((word("12:30"),),), ()),
        ("“没有合上", ((word("没有合上"),),), ()),
        ("数据 OR", ((word("数据"),),), ()),
        ("Title:云州 year:2024", ((word("云州", SearchField.TITLE),), (word("2024", SearchField.YEAR),)), ()),
        ("A级-B级", ((word("A级-B级"),),), ()),
    ],
)
def test_what_is_typed(typed, wanted, unwanted):
    assert query_of(typed) == Query(wanted=wanted, unwanted=unwanted)


@given(st.text(max_size=300))
def test_anything_can_be_typed(typed):
    query = query_of(typed)
    assert all(term.text for group in query.wanted for term in group)


def test_ten_thousand_characters_are_read_at_once():
    assert len(query_of("数据 " * 5000).wanted) <= MOST_TERMS * 2
    assert len(query_of("数" * 10_000).wanted[0][0].text) <= 200


@given(st.lists(st.text("数据要素 登记-“”:：*ORor或1期", min_size=1, max_size=12), max_size=5).map(" ".join))
def test_a_query_written_down_is_the_same_query(typed):
    query = query_of(typed)
    assert query_of(typed_of(query)) == query
