"""How the columns of a table share its width."""

import pytest

from editor.document.columns import ROOM, column_shares
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
    number, matter, office, date, saved = widths(2, 30, 6, 5, 10)
    assert (number, office, date) >= (4, 8, 7)
    assert saved >= 10
    assert matter >= saved


def test_a_long_head_takes_two_lines_before_the_text_under_it_must_wrap():
    shares = column_shares(table(["事项", "预计节约的工时（小时）"], ["长" * 34, "1,200"]))
    assert ROOM * shares[0] / sum(shares) >= 34
    assert ROOM * shares[1] / sum(shares) >= 6


@pytest.mark.parametrize("columns", [(60, 60), (60, 2), (1, 1, 1), (80, 80, 80, 80, 80, 80, 80, 80)])
def test_every_column_has_room_for_something(columns):
    made = widths(*columns)
    assert sum(made) == pytest.approx(ROOM)
    assert min(made) > 3
