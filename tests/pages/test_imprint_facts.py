"""The page facts say how many pages after the text's last one the 版记 stands: it takes a left-hand page."""

import pytest

from editor.document.look import look_table
from editor.model.body import Paragraph, text_of
from editor.model.publication import Look
from editor.pages.typesetter import Typesetter
from tests.fakes import article, document

GONGWEN = look_table(Look(name="gongwen"))


@pytest.fixture(scope="module")
def typesetter():
    with Typesetter() as made:
        yield made


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        (5, 1),  # ends on the first page, a right-hand one
        (30, 0),  # on the second, with room below
        (39, 2),  # on the second, which is full: the third is blank
    ],
)
def test_it_stands_on_the_next_left_hand_page_with_room(typesetter, lines, after):
    made = document(article("甲", *(Paragraph(runs=text_of("短句。")) for _ in range(lines)), link="", source=""))
    assert typesetter.facts(made, GONGWEN, {}).imprint_after == after
