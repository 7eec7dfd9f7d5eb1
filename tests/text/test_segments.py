import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.segments import word_ends, words_of

LETTERS = st.text(alphabet="授权运营市场化高质量发展的和第一二三批2024年A级《》（试行）、 b.cn", max_size=40)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("数据授权和运营", ("数据", "授权", "和", "运营")),
        ("市场化配置", ("市场化配置",)),
        ("高质量发展", ("高质量发展",)),
        ("征求意见稿公开发布", ("征求意见稿", "公开", "发布")),
        ("第三批试点名单", ("第三批", "试点", "名单")),
        ("十二部门进一步完善", ("十二部门", "进一步", "完善")),
        ("2024年度计划", ("2024年度", "计划")),
        ("2016—2020年规划", ("2016—2020年", "规划")),
        ("工业互联网App大会", ("工业互联网", "App", "大会")),
        ("", ()),
    ],
)
def test_a_text_is_cut_into_its_words(text, words):
    assert words_of(text) == words


@given(LETTERS | st.text(max_size=30))
def test_no_character_is_lost(text):
    words = words_of(text)
    assert "".join(words) == text
    assert all(words)
    assert all(0 < end < len(text) for end in word_ends(text))
