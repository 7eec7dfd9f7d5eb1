import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.text.typing.confusable import near, taken_for
from editor.text.typing.homophones import homophones
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


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # another word of the same sound
        ("要切实转变政府只能，深化简政放权。", "只能", "职能"),
        ("领导小组每季度召开一次回忆，研究解决重点问题。", "回忆", "会议"),
        ("要健全考核评价机智，把考核结果作为任用依据。", "机智", "机制"),
        # two characters that changed places
        ("要坚持高质量展发，加快动能转换。", "展发", "发展"),
        ("完善社会障保体系，织密民生兜底网。", "障保", "保障"),
        ("对及涉群众切身利益的事项要广泛征求意见。", "及涉", "涉及"),
        # one too few in a word
        ("推动传统产业转型级，培育壮大新动能。", "级", "升级"),
        ("加大财政资金支力度，保障民生。", "支", "支持"),
        # nearly an idiom
        ("改革任务迫在眉捷，要抓紧推进。", "迫在眉捷", "迫在眉睫"),
        ("推动工作再上台阶，在接再厉。", "在接再厉", "再接再厉"),
        # one too many beside a word
        ("要切实加强组织领导领，压实各方责任。", "领", ""),
        ("市发展改革委负责负统筹协调工作。", "负", ""),
        ("重点支持中小小企业开展技术改造。", "小", ""),
    ],
)
def test_words_that_were_typed_wrong_are_found(text, wrong, right):
    [doubt] = doubts(text)
    assert (text[doubt.at : doubt.end], doubt.becomes) == (wrong, right)
    assert doubts(text[: doubt.at] + right + text[doubt.end :]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "各科室要问责问效，为群众提供千人千面的服务。",
        "制订实施方案，其它事项由市政府另行规定。",
        "实事求是，为民办实事，事实清楚，及时实施。",
        "各县区要引才育才用才，应贷尽贷、应续尽续。",
    ],
)
def test_what_only_looks_like_a_wrong_word_is_left_alone(text):
    assert doubts(text) == ()


def test_words_that_may_stand_for_each_other_are_not_proposed():
    words = homophones()
    assert "会议" in words["回忆"]
    assert "其他" not in words["其它"]


def test_a_word_alone_between_marks_is_no_name():
    assert name_spans("经办机构必须说明理由，不得推诿、施延，按时办结，向申请人一次告知。") == ()
    assert len(name_spans("专家组成员：李文清、王海燕、张立新，任期三年，负责技术评审与咨询工作。")) > 1
