import hypothesis.strategies as st
import pytest
from hypothesis import given

from editor.text.characters import PAIRS, ends_sentence, join
from editor.text.joining import Whole
from editor.text.line_forms import continues, is_row

LINES = st.lists(st.text(st.sampled_from([*PAIRS, *PAIRS.values(), "数", "a", "1", "。", "*"]), min_size=1), min_size=1)


@given(LINES)
def test_a_text_put_together_is_that_of_its_lines_joined_one_after_the_other(lines):
    whole, text = Whole(lines[0]), lines[0]
    for line in lines[1:]:
        whole.add(line)
        text = join(text, line)
    left_open = any(text.count(left) > text.count(right) for left, right in PAIRS.items())
    assert (str(whole), whole.length, whole.is_open) == (text, len(text), left_open)
    assert whole.ends_sentence == ends_sentence(text.replace("**", ""))


LONG = "云州市数据局三月起在东山区和西河区试点数据登记工作并将登记的结果在全市通用"


@pytest.mark.parametrize(
    "row",
    [
        "东山区 12 35.6 48%",
        "西河区　　18　　40.2　　51%",
        "县（区） 项目数 投资额 完成率",
        "一季度 1,203 -3.5%",
        "牵头单位 市数据局 市财政局 各区政府",
    ],
)
def test_the_row_of_a_table_is_joined_to_nothing(row):
    assert is_row(row)
    assert not continues(Whole(LONG), row)
    assert not continues(Whole(f"{row} {row} {row} {row}"), LONG)


@pytest.mark.parametrize(
    "line",
    [
        "在 2024 年 12 月 31 日前完成全市 214 家单位的登记",
        "the average customs clearance time for fresh produce has been cut",
        "推进登记、审核、发放三个环节的衔接",
        "记者 杨 婷报道了会议，各区负责人作了发言。",
    ],
)
def test_a_printed_line_with_blanks_is_no_row(line):
    assert not is_row(line)
    assert continues(Whole(LONG), line)


@pytest.mark.parametrize("label", ["合计", "牵头单位", "东山区教育局", "完成时限"])
def test_a_short_label_below_a_long_line_stands_alone(label):
    assert not continues(Whole(LONG), label)


@pytest.mark.parametrize("rest", ["并向社会公布。", "登记、审核", "的通知》"])
def test_the_short_end_of_a_paragraph_is_joined(rest):
    assert continues(Whole(LONG), rest)


def test_a_label_in_an_open_bracket_goes_on():
    assert continues(Whole(f"{LONG}（试点"), "牵头单位")
