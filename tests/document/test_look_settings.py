from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.document.look import look_table
from editor.document.look_settings import (
    Margins,
    Spacing,
    family_of,
    look_fault,
    margins_of,
    spacing_of,
    with_font,
    with_indent,
    with_margins,
    with_size,
    with_spacing,
)
from editor.model.errors import UserError
from editor.model.publication import HOUSE, Look

MM = 1000
GONGWEN = Look(name="gongwen")
sides = st.integers(10, 45).map(lambda value: value * MM)


def test_the_house_look_has_the_margins_it_prints_with():
    margins = margins_of(look_table(HOUSE))
    assert (margins.top, margins.left) == (31 * MM, 27_900)
    assert margins.left == pytest.approx(margins.right, abs=100)


@given(st.builds(Margins, top=sides, bottom=sides, left=sides, right=sides), st.sampled_from((HOUSE, GONGWEN)))
def test_margins_hold_but_for_the_right_one_which_waits_for_a_whole_character(asked, look):
    made = with_margins(look, asked)
    table, got = look_table(made), margins_of(look_table(made))
    assert (got.top, got.left) == (asked.top, asked.left)
    assert abs(got.bottom - asked.bottom) <= 50
    assert abs(got.right - asked.right) <= table.count("grid.body") * 25.4 / 72 / 2 + 1
    assert look_fault(made) == ""
    assert with_margins(made, got) == made


def test_a_size_keeps_margins_and_spacing():
    made = with_size(HOUSE, "body", 10_500)
    assert spacing_of(made) is Spacing.NORMAL
    assert margins_of(look_table(made)).top == 31 * MM
    assert look_table(made).count("grid.chars") > look_table(HOUSE).count("grid.chars")


def test_lines_come_closer_and_go_back():
    tight = with_spacing(HOUSE, Spacing.TIGHT)
    assert look_table(tight).count("grid.lines") > look_table(HOUSE).count("grid.lines")
    back = with_spacing(tight, Spacing.NORMAL)
    assert look_table(back).count("grid.lines") == look_table(HOUSE).count("grid.lines")


def test_a_title_keeps_the_proportion_of_its_lines():
    table = look_table(with_size(HOUSE, "title", 24_000))
    assert table.count("type.title_pitch") / table.count("type.title") == pytest.approx(1.4)


def test_what_is_as_shipped_needs_no_mention():
    assert with_indent(with_indent(HOUSE, 0), 2) == HOUSE


def test_a_font_of_the_office_takes_a_role_of_its_own():
    made = with_font(HOUSE, "body", "fang", "云州仿宋")
    assert family_of(look_table(made), "body") == ("fang", "云州仿宋")
    assert family_of(look_table(made), "title") == ("song", "")
    assert look_fault(made) == ""


@pytest.mark.parametrize("change", [{"left": 140 * MM}, {"top": 250 * MM}, {"right": 2 * MM}, {"left": -5 * MM}])
def test_margins_that_leave_no_place_for_text_are_refused(change):
    with pytest.raises(UserError, match="页边距"):
        with_margins(HOUSE, replace(margins_of(look_table(HOUSE)), **change))


@pytest.mark.parametrize("size", [1, 7_999, 22_001])
def test_a_size_nobody_can_read_is_refused(size):
    with pytest.raises(UserError, match="字号"):
        with_size(HOUSE, "body", size)


@pytest.mark.parametrize(
    "settings",
    [
        {"grid.body": "11"},
        {"grid.chars": 0},
        {"grid.nosuch": 1},
        {"page.left": 200_000},
        {"colour.accent": "blue"},
        {"font.body": "nosuch"},
        {"style.running_head": 1},
        {"grid.pitch": 1},
    ],
)
def test_a_look_that_cannot_be_set_is_named(settings):
    assert look_fault(Look(name="house", settings=tuple(sorted(settings.items()))))
    assert "没有名为" in look_fault(Look(name="nosuch"))
