"""Pictures of pages that are kept with an approval."""

import pytest

from editor.pages.rasteriser import Rasteriser
from editor.pages.seen import rasteriser_name, see_pages, seen_picture
from editor.pages.typesetter import Typesetter
from tests.fakes import LOOK, document


@pytest.fixture(scope="module")
def pdf():
    with Typesetter() as typesetter:
        return typesetter.render(document(), LOOK, {}, final=True).pdf


def test_every_page_is_kept_as_it_is_drawn(pdf):
    seen = see_pages(pdf)
    assert seen.rasteriser == rasteriser_name()
    with Rasteriser(pdf) as opened:
        assert len(seen.pages) == len(opened.sizes())
        for sheet in range(1, len(seen.pages) + 1):
            drawn, kept = opened.picture(sheet, resolution=96), seen_picture(seen.page(sheet))
            assert (kept.width, kept.height, kept.stride) == (drawn.width, drawn.height, 4 * drawn.width)
            assert unlike(kept, drawn) < 4
    assert seen.page(0) is seen.page(len(seen.pages) + 1) is None


def unlike(one, other):
    """Return by how much the colours of two pictures differ on an average, of 255."""
    shades = [place for place in range(len(one.data)) if place % 4 != 3]
    return sum(abs(one.data[place] - other.data[place]) for place in shades) / len(shades)


def test_the_rasteriser_is_named_with_its_version():
    name, version = rasteriser_name().split()
    assert name == "PDFium"
    assert all(part.isdecimal() for part in version.split("."))


@pytest.mark.parametrize("spoil", [
    lambda data: data[:0],
    lambda data: data[:200],
    lambda data: b"\x89PNG\r\n" + data[6:],
], ids=["empty", "cut", "other"])  # fmt: skip
def test_a_damaged_picture_is_none(pdf, spoil):
    assert seen_picture(spoil(see_pages(pdf).pages[0])) is None
