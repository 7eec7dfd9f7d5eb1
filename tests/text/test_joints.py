import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.joints import address_pieces, address_spans, whole_spans


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("强化保障。一是完善制度；二是加强监管。", ["一是", "二是"]),
        ("要做到：一要快，二要准。", ["一要", "二要"]),
        ("分三步。第一，登记。第十二，核验。", ["第一", "第十二"]),
        ("分三步。首先，登记；其次，核验；其三，公布。", ["首先", "其次", "其三"]),
        ("一方面要快，另一方面要准。", ["另一方面"]),
        ("办法。一是否可行，二要素齐备", []),
        ("唯一是他", []),
        ("第一批名单，第一年", []),
    ],
)
def test_marks_of_points_stay_whole(text, kept):
    assert [text[start:end] for start, end in whole_spans(text)] == kept


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("见https://data.yunzhou.example/a/b.html。", ["https://data.yunzhou.example/a/b.html"]),
        ("来信：office@yunzhou.example，谢谢", ["office@yunzhou.example"]),
        ("见 www.yunzhou.example/x?a=1&b=2.", ["www.yunzhou.example/x?a=1&b=2"]),
        ("比例为3/4，没有地址", []),
    ],
)
def test_addresses_are_found_without_the_mark_that_ends_the_sentence(text, found):
    assert [text[start:end] for start, end in address_spans(text)] == found


def test_an_address_breaks_behind_slashes_and_before_other_marks():
    pieces = address_pieces("https://data.example/open-data/list?id=20&kind=b")
    assert pieces == ("https://", "data", ".example/", "open", "-data/", "list", "?id", "=20", "&kind", "=b")


@given(st.text(alphabet="abc/?&-.@:=数据", max_size=60))
def test_pieces_lose_nothing(text):
    assert "".join(address_pieces(text)) == text
