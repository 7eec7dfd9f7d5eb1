from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.body import ANCHOR
from editor.text.sentences import clause_ends, sentence_ends, sentences

TEXTS = st.text(alphabet="云州。！？；…“”‘’（）《》「」\"'12.,:!?; \n" + ANCHOR + "a𠮷：，", max_size=40)


@pytest.mark.parametrize(
    "cut",
    [
        "云州发布办法。|三月起施行！|谁来办？|各区；|各镇……|都要办。",
        "投入3.5亿元；|增长12.6%。|时间是12:30。",
        "他说：“先试点。再推开。”|随后各区动手。",
        "他问：“何时开始？”|众人都说：“明天！”|会就散了。",
        "“好！”他说。|众人鼓掌。",
        "印发《云州市数据条例。试行；修订》并施行。|各区照办。",
        "效果明显（比去年好。比前年更好。）。|再接再厉。",
        "云州照办。|（记者　张三。）|另讯。",
        "云州照办。|（来源：云州日报）",
        "（一）推进改革。|（二）搞好登记。",
        "什么是数据？！|是资源。",
        "第一条……、第二条都改了。|完。",
        "“第一段还没有完。|下一段再关引号。",
        "见 https://example.org/a?b=1;c=2!x 全文。|完。",
        f"云州照办。{ANCHOR}|区里也办{ANCHOR}。|完",
        "云州照办. 各区也办",
        '他说："先试点。再推开。"|随后动手。',
        "真的吗?|真的!|好",
        "He said yes! and went? away; now.",
        "云州照办。 |各区也办。\n|完",
        "没有句号",
    ],
)
def test_sentences_end_with_what_closes_them(cut):
    assert "|".join(sentences(cut.replace("|", ""))) == cut


def test_an_empty_paragraph_has_none():
    assert sentences("") == ()


@pytest.mark.parametrize("cut", ["一是摸清底数，|把三百个，|四百个单位列出。", "共3,615个：|先办。", "没有停顿"])
def test_clauses_end_at_pauses(cut):
    text = cut.replace("|", "")
    assert "|".join(text[a:b] for a, b in pairwise((0, *clause_ends(text)))) == cut


@given(TEXTS)
def test_nothing_is_lost_and_no_sentence_is_empty(text):
    found = sentences(text)
    assert "".join(found) == text
    assert all(found)
    assert list(sentence_ends(text)) == sorted(set(sentence_ends(text)))
