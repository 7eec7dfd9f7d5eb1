"""Lines of text in the cells of tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.document.cell_lines import cell_lines, pieces, text_width, widest_piece
from editor.model.body import Run, text_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("云州（试行）", ["云", "州", "（试", "行）"]),
        ("收入1,234,567.89元", ["收", "入", "1,234,567.89", "元"]),
        ("降-8.5%。又", ["降-8.5%。", "又"]),
        ("甲/乙 丙", ["甲/", "乙 ", "丙"]),
        ("看What’s好", ["看", "What’s", "好"]),
        ("Act(试行)", ["Act(试", "行)"]),
    ],
)
def test_pieces_are_what_no_line_breaks(text, parts):
    assert pieces(text) == parts


@given(st.text(alphabet="数据Ab1,.-/()（）《》“”’。，— %+…", max_size=40))
def test_pieces_are_the_whole_text_and_no_line_is_needed_for_nothing(text):
    assert "".join(pieces(text)) == text
    width = max(widest_piece(text), 1)
    assert 1 <= cell_lines(text_of(text), width) <= max(1, len(pieces(text)))
    assert cell_lines(text_of(text), text_width(text) + 1) == 1


@pytest.mark.parametrize(("length", "lines"), [(0, 1), (1, 1), (10, 1), (11, 2), (4000, 400)])
def test_lines_of_hanzi_are_full(length, lines):
    assert cell_lines(text_of("长" * length), 10_000) == lines


def test_a_mark_at_a_lines_end_takes_half_its_width():
    assert cell_lines(text_of("长" * 9 + "长，"), 10_500) == 1
    assert cell_lines(text_of("长" * 9 + "长）"), 10_500) == 2


def test_bold_figures_are_wider():
    assert cell_lines(text_of("1" * 10), 5_000) == 1
    assert cell_lines((Run(text="1" * 10, bold=True),), 5_000) == 2


def test_a_word_longer_than_a_line_is_broken_anywhere():
    assert cell_lines(text_of("x" * 100), 5_000) > 9
