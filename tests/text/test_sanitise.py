import sys

import pytest

from editor.text import sanitise as module
from editor.text.sanitise import clean, sanitise


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("甲\x01\x07\x9f乙", "甲乙"),
        ("甲\ud800乙", "甲乙"),
        ("甲\u202e\u2066\u200f乙", "甲乙"),
        ("\ufeff甲\u200b乙", "甲乙"),
        ("甲\r乙\r\n丙\u2028丁", "甲\n乙\n丙\n丁"),
    ],
)
def test_what_no_page_can_print_is_taken_out(text, kept):
    assert sanitise(text) == kept


@pytest.mark.parametrize(
    ("private", "standard"),
    [
        ("赵\ue863主持，刘\ue81e说明", "赵䶮主持，刘龴说明"),
        ("\ue816\ue855\ue864", "𠂇𤇾龻"),
        ("\ue78d\ue796\ue7c7\ue7c8\ue7e7", "︐︙ḿǹ〾"),
        ("\ue815", "厂"),
    ],
)
def test_private_characters_of_gbk_become_those_they_stand_for(private, standard):
    assert clean(private) == clean(standard)
    assert sanitise(private) == standard


def test_private_characters_that_nobody_knows_stay_to_be_found():
    assert sanitise("甲\ue000\U000f0000乙") == "甲\ue000\U000f0000乙"
    assert clean("甲\ue000").removed == ()


def test_what_was_taken_out_and_what_is_unreadable_is_counted():
    cleaning = clean("甲\x01\x01乙\ufffd")
    assert (cleaning.removed, cleaning.unreadable) == ((("\x01", 2),), 1)


@pytest.mark.parametrize(
    ("radicals", "text"),
    [("⼈⼯智能⽤⾏⾸⽹", "人工智能用行首网"), ("⻓⻔⻚⻅⻋⺠⻛⻢⻝⺟⻳", "长门页见车民风马食母龟")],
)
def test_radicals_from_extraction_become_ideographs(radicals, text):
    assert sanitise(radicals) == text


def test_the_quick_search_finds_every_character_that_cleaning_touches():
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        quick = module.clean(char)
        if not module._notable().search(char):
            assert not module._is_dropped(char)
            assert module._ideograph(char) == char == quick.text
            assert char not in module.STANDARD
            assert char.translate(module._BREAKS) == char
