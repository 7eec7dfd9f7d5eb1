import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.finding import matches
from tests.strategies import CHARACTERS


@pytest.mark.parametrize(
    ("text", "query", "options", "spans"),
    [
        ("数据要素与数据", "数据", {}, ((0, 2), (5, 7))),
        ("aaa", "aa", {}, ((0, 2),)),
        ("AI与ai", "Ai", {}, ((0, 2), (3, 5))),
        ("AI与ai", "AI", {"match_case": True}, ((0, 2),)),
        ("ＧＢ／Ｔ９７０４", "GB/T9704", {}, ()),
        ("ＧＢ／Ｔ９７０４", "gb/t9704", {"any_width": True}, ((0, 8),)),
        ("2024,12", "２０２４，", {"any_width": True}, ((0, 5),)),
        ("數據", "数据", {"any_width": True}, ()),
        ("İx与X", "x", {}, ((1, 2), (3, 4))),
        ("𠮷野家", "野", {}, ((1, 2),)),
        ("数据", "", {}, ()),
        ("", "数据", {}, ()),
    ],
)
def test_spans_found(text, query, options, spans):
    assert matches(text, query, **options) == spans


@given(st.text(CHARACTERS), st.text(CHARACTERS, min_size=1, max_size=3), st.text(CHARACTERS), st.booleans())
def test_words_that_stand_there_are_found(before, query, after, any_width):
    text = before + query + after
    spans = matches(text, query, any_width=any_width)
    assert spans
    assert all(0 <= start < end <= len(text) and end - start == len(query) for start, end in spans)
