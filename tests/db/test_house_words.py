"""House words as the library keeps them."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from db.library import open_library
from editor.model.errors import UserError
from editor.model.house_word_edits import drop_house_words, put_house_words
from editor.model.house_words import NO_HOUSE_WORDS, HouseWord, HouseWordLevel, HouseWords
from editor.model.registers import Registers, Tag

ONE, TWO = HouseWord(name="布署", instead=("部署",), level=HouseWordLevel.ERROR), HouseWord(name="既使")


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        yield opened


def put(library, *words):
    before = library.house_words.stored()
    after = put_house_words(before, words)
    library.house_words.save(before, after, author="甲")
    return after


def test_words_come_back_as_they_were_and_stay_the_same_object(library):
    assert library.house_words.stored().words == ()
    put(library, ONE, TWO)
    stored = library.house_words.stored()
    assert stored.words == (TWO, ONE) if TWO.name < ONE.name else (ONE, TWO)
    library.registers.save(library.registers.stored(), Registers(tags=(Tag(name="数据"),)), author="甲")
    assert library.house_words.stored() is stored
    assert library.registers.stored().tags[0].name == "数据"


def test_words_are_changed_and_dropped(library):
    known = put(library, ONE, TWO)
    put(library, replace(ONE, reason="错字"))
    known = library.house_words.stored()
    library.house_words.save(known, drop_house_words(known, [TWO.uid]), author="乙")
    (left,) = library.house_words.stored().words
    assert (left.uid, left.reason) == (ONE.uid, "错字")


def test_a_library_that_was_closed_still_has_them(tmp_path):
    path = tmp_path / "library.db"
    with open_library(path) as library:
        put(library, ONE, TWO)
    with open_library(path) as library:
        assert set(library.house_words.stored().words) == {ONE, TWO}


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(library):
    before = put(library, ONE)
    put(library, replace(ONE, reason="错字"))
    with pytest.raises(UserError, match="别处改过"):
        library.house_words.save(before, NO_HOUSE_WORDS, author="甲")
    assert library.house_words.stored().words[0].reason == "错字"


def test_a_damaged_row_is_left_out_and_reported(tmp_path):
    path = tmp_path / "library.db"
    with open_library(path) as library:
        put(library, ONE, TWO)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE registers SET data = replace(data, '部署', '部暑') WHERE name = '布署'")
    with open_library(path) as library:
        assert library.house_words.stored().words == (TWO,)
        assert any("布署" in damage.name for damage in library.mending.damages())
        put(library, replace(TWO, reason="错字"))
        assert any("布署" in damage.name for damage in library.mending.damages())


def test_a_name_stands_once():
    known = put_house_words(NO_HOUSE_WORDS, (ONE, TWO))
    with pytest.raises(UserError, match="已经有“布署”"):
        put_house_words(known, (replace(TWO, name=" 布署 "),))
    swapped = put_house_words(known, (replace(ONE, name="因该"), replace(TWO, name="布署", instead=())))
    assert {one.name for one in swapped.words} == {"因该", "布署"}


def test_many_words_are_kept_in_one_transaction(library):
    words = HouseWords(HouseWord(name=f"词{number}") for number in range(3000))
    library.house_words.save(library.house_words.stored(), words, author="甲")
    assert len(library.house_words.stored().words) == 3000
