import pytest

from editor.text.characters import full_width, is_full_width
from editor.text.counts import count_characters


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("数据", 2),
        ("数据，要素。", 6),
        ("“数据”……", 6),
        ("共9章81条", 5),
        ("GB/T 9704 标准", 4),
        ("见 https://example.org/a?b=1 。", 3),
        ("𠮷野家", 3),
        ("　数　据　", 2),
    ],
)
def test_characters_are_counted_as_word_counts_them(text, count):
    assert count_characters(text) == count


def test_the_pattern_of_full_width_is_the_rule_for_one():
    every = [chr(code) for code in range(0x110000)]
    assert [char for char in every if full_width().match(char)] == [char for char in every if is_full_width(char)]
