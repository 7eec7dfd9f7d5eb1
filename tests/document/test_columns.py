"""How the columns of a table share its width."""

import pytest

from editor.document.columns import ROOM, column_needs, column_shares, least_width
from editor.model.body import Table, text_of


def table(head, *rows):
    return Table(head=tuple(map(text_of, head)), rows=tuple(tuple(map(text_of, row)) for row in rows))


def widths(*columns):
    """The columns' widths in em, from their longest cells."""
    shares = column_shares(table(["甲"] * len(columns), ["长" * length for length in columns]))
    return [ROOM * share / sum(shares) for share in shares]


def test_columns_that_fit_share_the_room_by_their_text():
    narrow, wide = widths(4, 20)
    assert narrow < wide


def test_short_columns_stay_whole_where_long_ones_must_wrap():
    lengths = 2, 30, 6, 5, 10
    number, matter, office, date, saved = widths(*lengths)
    assert all(one > length + 1.4 for one, length in zip((number, office, date, saved), (2, 6, 5, 10), strict=True))
    assert matter > saved


def test_a_long_head_takes_two_lines_before_the_text_under_it_must_wrap():
    shares = column_shares(table(["事项", "预计节约的工时（小时）"], ["长" * 34, "1,200"]))
    assert ROOM * shares[0] / sum(shares) >= 34
    assert ROOM * shares[1] / sum(shares) >= 6


@pytest.mark.parametrize("columns", [(60, 60), (60, 2), (1, 1, 1), (80, 80, 80, 80, 80, 80, 80, 80)])
def test_every_column_has_room_for_something(columns):
    made = widths(*columns)
    assert sum(made) == pytest.approx(ROOM)
    assert min(made) > 3


def test_a_number_is_whole_beside_any_length_of_text():
    shares = column_shares(table(["事项", "金额"], ["长" * 4000, "1,234,567.89"]))
    assert ROOM * shares[1] / sum(shares) > 6.5


def test_a_much_longer_text_has_more_of_the_room():
    short, long = widths(40, 1000)
    assert long > 2 * short


def test_numbers_ask_for_their_width_and_text_for_a_few_characters():
    needs = column_needs(table(["甲", "乙", "丙"], ["1,234,567.89", "长" * 100, "https://example.org/" + "a" * 90]))
    number, text, address = needs.least
    assert number > 5.9
    assert text == address == 4
    assert least_width(needs, 1) == sum(needs.least) + 3
