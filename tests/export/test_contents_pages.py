"""Where the contents with tiles go on on another page: a section's name never stands with one of its entries alone."""

import pytest

from editor.document.parts import ContentsEntry, ContentsGroup
from editor.export.word.front.contents_pages import ContentsRoom, stretches

ROOM = ContentsRoom(first=4, page=6, gap=1)


def pages(*counts):
    groups = [
        ContentsGroup(
            anchor=str(at),
            name=str(at),
            entries=tuple(ContentsEntry(anchor="", title=str(one)) for one in range(count)),
        )
        for at, count in enumerate(counts)
    ]
    heights = [[1] * count for count in counts]
    return [(one.group, len(one.entries), one.fresh) for one in stretches(groups, heights, ROOM)]


@pytest.mark.parametrize(
    ("counts", "wanted"),
    [
        ([4], [(0, 4, False)]),
        ([5], [(0, 3, False), (0, 2, True)]),  # the last two stay together
        ([2, 3], [(0, 2, False), (1, 3, True)]),  # a name does not stay with one entry
        ([2, 1], [(0, 2, False), (1, 1, False)]),
        ([3, 1], [(0, 3, False), (1, 1, True)]),  # the gap counts too
        ([12], [(0, 4, False), (0, 6, True), (0, 2, True)]),
    ],
)
def test_sections_go_on_where_the_page_is_full(counts, wanted):
    assert pages(*counts) == wanted
