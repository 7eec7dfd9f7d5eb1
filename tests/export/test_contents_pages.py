"""The pages of Word's contents: a section goes on under its name, and never stands on a page with one entry of it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.document.parts import ContentsGroup
from editor.export.word.front.contents_pages import Heights, Room, group_parts

ROW = 10


def parts(counts, room, *, name=0, least=2 * ROW):
    groups = tuple(ContentsGroup(anchor=f"s{at}", name="栏目", entries=()) for at, _ in enumerate(counts))
    heights = [Heights((ROW,) * count, above=ROW, name=name, least=least) for count in counts]
    return [(one.place, one.start, one.end, one.fresh) for one in group_parts(groups, heights, room)]


@pytest.mark.parametrize(
    ("counts", "rows", "expected"),
    [
        ((3,), 5, [(0, 0, 3, False)]),
        # the last two stay together
        ((6,), 5, [(0, 0, 4, False), (0, 4, 6, True)]),
        # a section's name has two entries with it
        ((3, 4), 5, [(0, 0, 3, False), (1, 0, 4, True)]),
        # an only entry is as high as the tile
        ((1, 1), 5, [(0, 0, 1, False), (1, 0, 1, False)]),
        ((1, 1), 4, [(0, 0, 1, False), (1, 0, 1, True)]),
        ((), 5, []),
    ],
)
def test_sections_go_over_to_the_next_page(counts, rows, expected):
    assert parts(counts, Room(rows * ROW, rows * ROW)) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([4], [(0, 4, False)]),
        ([5], [(0, 3, False), (0, 2, True)]),
        ([2, 3], [(0, 2, False), (1, 3, True)]),
        ([2, 1], [(0, 2, False), (1, 1, False)]),
        ([3, 1], [(0, 3, False), (1, 1, True)]),  # the gap counts too
        ([12], [(0, 4, False), (0, 6, True), (0, 2, True)]),
    ],
)
def test_sections_go_on_where_the_page_is_full(counts, expected):
    found = parts(counts, Room(4 * ROW, 6 * ROW), least=0)
    assert [(place, end - start, fresh) for place, start, end, fresh in found] == expected


def test_a_name_with_a_line_of_its_own_takes_it_on_every_page():
    assert parts((8,), Room(5 * ROW, 5 * ROW), name=ROW) == [(0, 0, 4, False), (0, 4, 8, True)]


@given(st.lists(st.integers(1, 30), max_size=8), st.integers(4, 20), st.integers(4, 20))
def test_every_entry_stands_once_on_a_page_that_has_room_for_it(counts, first, other):
    found = parts(counts, Room(first * ROW, other * ROW))
    for place, count in enumerate(counts):
        own = [(start, end) for at, start, end, _ in found if at == place]
        assert own[0][0] == 0
        assert own[-1][1] == count
        assert all(one[1] == two[0] for one, two in pairwise(own))
    left = first
    for at, (_, start, end, fresh) in enumerate(found):
        if fresh:
            left = other
        left -= (end - start) + (1 if start == 0 and at and not fresh else 0)
        assert left >= 0
