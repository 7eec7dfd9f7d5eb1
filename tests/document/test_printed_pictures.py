"""Pictures carry no more pixels than their print needs."""

import io

import pytest
from PIL import Image

from editor.document.printed_pictures import MOST_DPI, at_print_size
from editor.model.body import Figure
from tests.fakes import LOOK, article, document, picture

MEASURE_INCHES = LOOK.measure / 72


def printed(width, height, *shares):
    shown, data = picture(width, height)
    figures = (Figure(picture=shown, caption="图1　示意", width=share) for share in shares)
    made = at_print_size(document(article("甲", *figures)), LOOK, data)
    return Image.open(io.BytesIO(made[shown.sha256])).size


def test_a_large_picture_comes_down_to_300_dpi_of_its_printed_width():
    width, height = printed(4000, 2000, 500)
    assert MOST_DPI - 1 <= width / (MEASURE_INCHES / 2) <= MOST_DPI
    assert height == pytest.approx(width / 2, abs=1)


def test_the_largest_print_decides():
    width, _ = printed(4000, 2000, 250, 1000)
    assert MOST_DPI - 1 <= width / MEASURE_INCHES <= MOST_DPI


def test_a_tall_picture_is_measured_by_the_height_it_gets():
    _, height = printed(3000, 9000, 1000)
    inches = 0.55 * LOOK.count("grid.lines") * LOOK.points("grid.pitch") / 72
    assert height / inches <= MOST_DPI + 1


def test_a_small_picture_keeps_its_bytes():
    shown, data = picture(600, 400)
    figure = Figure(picture=shown, caption="图1　示意")
    assert at_print_size(document(article("甲", figure)), LOOK, data) == data
