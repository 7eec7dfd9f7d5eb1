import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.ui.pages.layout import LEAST, MARGIN, MOST, Fit, Zoom, lay_out

A4 = (595.28, 841.89)
VIEWS = st.tuples(st.integers(300, 2000), st.integers(300, 1500))
ZOOMS = st.builds(Zoom, fit=st.sampled_from(Fit), factor=st.floats(LEAST, MOST), two_up=st.booleans())


def test_fitted_by_width_a_page_leaves_the_designs_margins():
    page = lay_out((A4,) * 3, Zoom(), (504, 800)).pages[0]
    assert page.width == pytest.approx(504 - 2 * MARGIN)
    assert page.x == pytest.approx(MARGIN)


def test_two_up_the_cover_stands_alone_on_the_right():
    pages = lay_out((A4,) * 4, Zoom(two_up=True), (1200, 800)).pages
    assert pages[0].x > 600
    assert pages[1].y == pages[2].y > pages[0].y
    assert pages[1].x < 600 < pages[2].x


@given(count=st.integers(1, 40), zoom=ZOOMS, view=VIEWS)
def test_every_page_is_found_where_it_lies_and_no_two_overlap(count, zoom, view):
    laid = lay_out((A4,) * count, zoom, view)
    for page in laid.pages:
        assert laid.at(page.x + page.width / 2, page.y + page.height / 2) == page
        assert 0 <= page.x <= page.x + page.width <= laid.width
        assert page.bottom <= laid.height
    assert [page.sheet for page in laid.between(0, laid.height)] == list(range(1, count + 1))


@given(count=st.integers(1, 10), view=VIEWS)
def test_a_whole_page_fits_the_view(count, view):
    laid = lay_out((A4,) * count, Zoom(fit=Fit.PAGE), view)
    assert laid.pages[0].height <= view[1] or laid.factor == LEAST


def test_without_pages_there_is_nothing_to_find():
    laid = lay_out((), Zoom(), (500, 500))
    assert laid.at(10, 10) is None
    assert laid.sheet_at(10) == 0
