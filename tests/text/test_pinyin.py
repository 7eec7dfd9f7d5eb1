import pytest

from editor.text.pinyin import readings


@pytest.mark.parametrize(
    ("char", "typed"),
    [("导", {"dao"}), ("重", {"zhong", "chong"}), ("行", {"xing", "hang"}), ("率", {"lv", "shuai", "lue"})],
)
def test_a_hanzi_is_typed_by_any_of_its_readings(char, typed):
    assert typed <= set(readings(char))


@pytest.mark.parametrize("char", ["", "A", "1", "《", "，", "𰻝"[:0], "\U0003ffff"])
def test_what_is_no_hanzi_or_has_no_reading_is_not_read(char):
    assert readings(char) == ()


def test_readings_are_plain_letters():
    every = {one for code in range(0x4E00, 0x9FA6) for one in readings(chr(code))}
    assert all(one.isascii() and one.isalpha() and one.islower() for one in every)
    assert len(every) > 380
