import pytest

from editor.document.look import look_table, shipped_look
from editor.model.errors import UserError
from editor.model.publication import Look


def test_the_house_look_gives_its_numbers_in_their_units():
    table = look_table(Look(name="house"))
    assert table.points("grid.pitch") == 19.5
    assert table.millimetres("page.top") == 31.0
    assert table.count("grid.chars") == 38
    assert table.measure == 437.0


def test_an_issues_own_setting_wins_over_the_shipped_one():
    table = look_table(Look(name="house", settings=(("type.title", 22000),)))
    assert table.points("type.title") == 22.0
    assert table.points("grid.body") == 11.5


def test_a_shipped_look_holds_whole_numbers_only():
    assert not any(isinstance(value, float) for _, value in shipped_look("house").settings)


def test_an_unknown_look_is_said_in_words():
    with pytest.raises(UserError, match="没有名为“nosuch”的版式"):
        look_table(Look(name="nosuch"))
