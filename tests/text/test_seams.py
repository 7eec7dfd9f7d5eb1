from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.seams import pieces, seams
from editor.text.segments import word_ends

TITLES = st.text(alphabet="云州市公共数据授权运营管理办法（试行）的和《》，。“”2024年第一批ABC ", max_size=40)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("数据授权运营管理办法（试行）", "数据|授权运营|管理办法（试行）"),
        ("市场化改革的通知", "市场化改革的|通知"),
        ("保护和建设规划", "保护和|建设规划"),
        ("云州市人民政府", "云州市|人民政府"),
        ("转发省财政厅意见", "转发省财政厅|意见"),
        ("对原产于南国的进口薄板", "对原产于南国的|进口|薄板"),
        ("加强管理对策研究", "加强|管理|对策|研究"),
        ("加强管理在全市推行", "加强|管理|在全市|推行"),
        ("规划（2021—2030年）批复", "规划（2021—2030年）|批复"),
    ],
)
def test_lines_may_end_between_words_that_stand_alone(text, cut):
    assert "|".join(pieces(text)) == cut


@given(TITLES)
def test_pieces_lose_nothing_and_no_line_begins_or_ends_with_what_it_must_not(text):
    cut = pieces(text)
    assert "".join(cut) == text
    for left, right in pairwise(cut):
        assert right[0] not in "》），。”的和"
        assert left[-1] not in "《（“"
    assert {seam.at for seam in seams(text)} <= word_ends(text)


@given(TITLES)
def test_a_remark_in_brackets_stays_whole_with_the_words_before_it(text):
    noted = f"{text}办法（试行）发布"
    assert not any(len(text) + 2 <= seam.at < len(text) + 6 for seam in seams(noted) if not set(text) & set("（）"))
