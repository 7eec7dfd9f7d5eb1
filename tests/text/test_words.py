import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.words import word_at

TEXT = "这家企业有冷藏车，达标率99.4%以上（见https://example.org/a-1）。 CO2浓度"


@pytest.mark.parametrize(
    ("touched", "word"),
    [
        ("企业", "这家企业有冷藏车"),
        ("，", "，"),
        ("达标", "达标率"),
        ("4%", "99.4%"),
        ("上（", "以上"),
        ("example", "https://example.org/a-1"),
        ("）", "）"),
        (" ", " "),
        ("O2", "CO2"),
        ("浓", "浓度"),
    ],
)
def test_a_word_ends_where_its_kind_of_character_ends(touched, word):
    start, end = word_at(TEXT, TEXT.index(touched))
    assert TEXT[start:end] == word


@given(st.text(min_size=1), st.data())
def test_a_word_holds_the_character_it_was_asked_for(text, data):
    place = data.draw(st.integers(0, len(text) - 1))
    start, end = word_at(text, place)
    assert start <= place < end or text[place] == "\n"


def test_past_the_end_there_is_no_word():
    assert word_at("文", 1) == (1, 1)
