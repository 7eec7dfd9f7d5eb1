import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.text.typing.confusable import near, taken_for
from editor.text.typing.model import COUNTS, level_of
from editor.text.typing.names import name_spans
from editor.text.typing.reader import doubts, unusual


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("云州市进一步加强生态环竟保护工作。", "竟", "境"),
        ("有关部们应当按照职责分工做好工作。", "们", "门"),
        ("要健全公共服物体系，方便群众办事。", "物", "务"),
        ("各县应当加强组只领导，明确责任。", "只", "织"),
        ("推动经济社会高质亮发展。", "亮", "量"),
        ("对违反规定的，依法追究责仁。", "仁", "任"),
    ],
)
def test_a_character_that_stands_badly_is_found(text, wrong, right):
    [doubt] = doubts(text)
    assert (text[doubt.at], doubt.becomes) == (wrong, right)
    assert doubts(text.replace(wrong, right)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "云州市印发数据登记办法，自2025年2月1日起施行。",
        "各有关部门应当按照职责分工，加强组织领导，健全公共服务体系。",
        "GPT-4 and Claude 3.5 are models, 见第3页。",
        "😀😀🏳️‍🌈",
        "",
        "竟",
        "\n",
    ],
)
def test_usual_text_is_left_alone(text):
    assert doubts(text) == ()


def test_what_is_usual_around_a_text_is_no_error():
    text = "有关部们应当按照职责分工做好工作。"
    assert unusual(text, text)
    assert unusual(text, text * 3) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [("市财政局局长沈振新出席", "沈振新"), ("王小明同志主持会议", "王小明"), ("（李国）、张建", "李国")],
)
def test_names_of_people_are_told(text, name):
    assert name in [text[start:end] for start, end in name_spans(text)]


def test_sounds_that_are_taken_for_each_other():
    assert near("zhang") == {"zhang", "zang", "zhan", "zan"}
    assert near("lin") == {"lin", "nin", "ling", "ning"}
    assert {"像", "相"} <= set(taken_for("象"))
    assert "未" in taken_for("末")
    assert "象" not in taken_for("象")
    assert taken_for("A") == ""


def test_counts_are_kept_within_a_tenth():
    for count in (1, 2, 3, 10, 99, 12345, 10**7):
        assert abs(COUNTS[level_of(count)] - count) <= count / 10


@given(st.text(max_size=60))
@settings(deadline=None)
def test_no_text_is_too_odd(text):
    for doubt in doubts(text):
        assert 0 <= doubt.at < len(text)
        assert doubt.becomes != text[doubt.at]


def test_the_rules_do_not_read_the_model_by_themselves():
    code = (
        "import editor.checks.run, editor.text.typing.reader as reader, editor.text.typing.model as model;"
        "assert model.model.cache_info().misses == 0;"
        "reader.doubts('有关部们'); assert model.model.cache_info().misses == 1"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
