import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.pinyin import reading, sort_key
from editor.text.seeking import matches


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("cb", "陈贝", "陈贝"),
        ("CB", "陈贝", "陈贝"),
        ("chenb", "陈贝", "陈贝"),
        ("che", "陈贝", "陈"),
        ("c贝", "陈贝", "陈贝"),
        ("贝", "陈贝", "贝"),
        ("bei", "陈贝", "贝"),
        ("xty", "中国信通院", "信通院"),
        ("xintongyuan", "中国信通院", "信通院"),
        ("zgxty", "中国信通院", "中国信通院"),
        ("zhg", "中国信通院", "中国"),
        ("dsj", "贵安新区大数据和科技创新局", "大数据"),
        ("cq", "重庆", "重庆"),
        ("zhongliang", "重量", "重量"),
        ("shan", "单志刚", "单"),
        ("zqh", "曾庆红", "曾庆红"),
        ("xxz", "解学智", "解学智"),
        ("lv", "吕梁", "吕"),
        ("lu", "吕梁", "吕"),
        ("lü", "吕梁", "吕"),
        ("xi'an", "西安", "西安"),
        ("xian", "西安", "西安"),
        ("aigcc", "《AI工程》草案", "AI工程草"),
        ("ai", "《AI工程》草案", "AI"),
        ("mb", "买·贝", "买贝"),
        ("买贝", "买·贝", "买贝"),
        ("a", "买·贝", None),
        ("bc", "陈贝", None),
        ("yu", "王方", None),
        ("", "陈贝", None),
        ("𠮷", "𠮷昇", "𠮷"),
        ("𠮷s", "𠮷昇", "𠮷昇"),
    ],
)
def test_a_name_is_found_by_characters_pinyin_and_initials(typed, text, found):
    spans = matches(typed, text)
    assert (None if spans is None else "".join(text[slice(*span)] for span in spans)) == found


@given(st.text("陈贝chenbei' A《》·", max_size=6), st.text("陈贝长重AIbc《》·", max_size=8))
def test_spans_lie_in_the_text_in_order(typed, text):
    spans = matches(typed, text) or ()
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(text) for edge in edges)


def test_names_stand_in_the_order_of_their_surnames_pinyin():
    names = ["曾庆红", "单志刚", "解学智", "陈贝", "仇和", "安", "欧阳修", "万俟卨"]
    ordered = sorted(names, key=lambda name: sort_key(name, person=True))
    assert ordered == ["安", "陈贝", "万俟卨", "欧阳修", "仇和", "单志刚", "解学智", "曾庆红"]


def test_places_are_read_as_words():
    assert sorted(["长沙", "重庆", "成都", "北京"], key=sort_key) == ["北京", "长沙", "成都", "重庆"]
    assert (reading("陈贝", person=True), reading("单志刚", person=True)) == ("chen bei", "shan zhi gang")


def test_the_tables_are_read_on_first_use():
    code = (
        "import sys; from editor.text.seeking import matches; assert not matches('贝陈', '陈贝'); "
        "assert 'pypinyin' not in sys.modules; matches('cb', '陈贝'); assert 'pypinyin' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
