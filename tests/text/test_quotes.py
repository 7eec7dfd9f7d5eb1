import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.quotes import curly, quotes_to_pair


def pair_quotes(text):
    made = list(text)
    for pair in quotes_to_pair(text):
        for place, mark in pair:
            made[place] = mark
    return "".join(made)


@pytest.mark.parametrize(
    ("before", "typed", "mark"),
    [
        ("", '"', "“"),
        ("推进", '"', "“"),
        ("推进“双碳", '"', "”"),
        ("推进“双碳”和", '"', "“"),
        ("第3", '"', "“"),
        ('旧稿的"直引号', '"', "”"),
        ("“他说", "'", "‘"),
        ("“他说‘好", "'", "’"),
        ("“他说‘好’", '"', "”"),
        ("it", "'", "'"),
        ("the users", "'", "'"),
        ("‘a", "'", "’"),
        ("‘it’s so", "'", "’"),
        ("it’s ", "'", "‘"),
        ("见 https://example.org/a'b ", "'", "‘"),
        ("数据", "，", "，"),
    ],
)
def test_a_typed_quote_closes_what_is_open(before, typed, mark):
    assert curly(before, typed) == mark


@pytest.mark.parametrize(
    ("text", "paired"),
    [
        ('推进"双碳"和"东数西算"', "推进“双碳”和“东数西算”"),
        ('只有一个"在这里', '只有一个"在这里'),
        ('上段"一"\n下段"', '上段“一”\n下段"'),
        ("\"他说'好'。\"", "“他说‘好’。”"),
        ("it's the users' \"data\"", "it's the users' \"data\""),
        ('所谓"data"', "所谓“data”"),
        ('27"和32"显示器', '27"和32"显示器'),
        ("见https://example.org/a'b'c '数'", "见https://example.org/a'b'c ‘数’"),
        ("已有的“引号”不动", "已有的“引号”不动"),
    ],
)
def test_straight_quotes_pair_within_a_paragraph(text, paired):
    assert pair_quotes(text) == paired


@given(st.text(st.sampled_from("数a\"'“”‘’\n 1/.:htps")))
def test_pairing_twice_is_pairing_once_and_moves_nothing(text):
    once = pair_quotes(text)
    assert pair_quotes(once) == once
    straight = str.maketrans("“”‘’", "\"\"''")
    assert once.translate(straight) == text.translate(straight)


@given(st.lists(st.sampled_from(("数据", '"', "，"))))
def test_quotes_typed_one_by_one_pair_like_all_at_once(keys):
    typed = "数据"
    for key in keys:
        typed += curly(typed, key)
    if keys.count('"') % 2 == 0:
        assert typed == pair_quotes("数据" + "".join(keys))
