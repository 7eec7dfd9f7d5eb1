"""Pictures carry no more pixels than their print needs."""

import hashlib
import io
import random

import pytest
from PIL import Image

from editor.document.printed_pictures import MOST_DPI, at_print_size
from editor.model.body import Figure
from editor.model.picture import Picture
from editor.pages.typesetter import Typesetter
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


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P"])
def test_the_typesetter_gets_the_same_pixels_packed_more_quickly(mode):
    noise = Image.frombytes("RGB", (1800, 300), random.Random(5).randbytes(1800 * 300 * 3)).convert(mode)
    buffer = io.BytesIO()
    noise.save(buffer, "PNG")
    digest = hashlib.sha256(buffer.getvalue()).hexdigest()
    shown = Picture(sha256=digest, media_type="image/png", width=1800, height=300)
    small, quick = (
        at_print_size(
            document(article("甲", Figure(picture=shown, width=300))), LOOK, {digest: buffer.getvalue()}, small=one
        )[digest]
        for one in (True, False)
    )
    assert len(small) < len(quick) < len(buffer.getvalue()) or mode == "P"
    with Image.open(io.BytesIO(small)) as one, Image.open(io.BytesIO(quick)) as other:
        assert (one.mode, one.size, one.tobytes()) == (other.mode, other.size, other.tobytes())
    pdfs = []
    for data in (small, quick):
        with Typesetter() as typesetter:
            set_with = document(article("甲", Figure(picture=shown, width=300)))
            pdfs.append(typesetter.render(set_with, LOOK, {digest: data}, final=True).pdf)
    assert pdfs[0] == pdfs[1]
