"""The 公文 look against the measures of GB/T 9704-2012."""

import re

import pypdfium2
import pytest

from editor.document.look import look_table
from editor.model.body import Paragraph, text_of
from editor.model.publication import Look
from editor.pages.typesetter import Typesetter
from tests.fakes import article, document

POINTS_PER_MM = 72 / 25.4
GONGWEN = look_table(Look(name="gongwen"))


@pytest.fixture(scope="module")
def pages():
    """Rows of every text page: (left, bottom, right, top) in mm from the upper left corner, with the text."""
    made = document(article("云州发布数据登记办法", Paragraph(runs=text_of("数" * 28 * 60)), source="", link=""))
    with Typesetter() as typesetter:
        pdf = typesetter.render(made, GONGWEN, {}, final=True).pdf
    with pypdfium2.PdfDocument(pdf) as opened:
        return [rows_of(page) for page in opened]


def rows_of(page):
    text, height = page.get_textpage(), page.get_height()
    boxes = [text.get_rect(at) for at in range(text.count_rects())]
    return [
        (
            tuple(side / POINTS_PER_MM for side in (left, height - top, right, height - bottom)),
            text.get_text_bounded(left, bottom, right, top).strip(),
        )
        for left, bottom, right, top in boxes
    ]


def body_rows(rows):
    return [(box, text) for box, text in rows if set(text) == {"数"}]


def folio_of(rows):
    return next((box, text) for box, text in rows if re.fullmatch(r"—\s*\d+\s*—", text))


def test_a_full_page_has_22_lines_of_28_characters(pages):
    numbers = [len(body_rows(rows)) for rows in pages]
    assert max(numbers) == 22
    full = pages[numbers.index(22)]
    assert {len(text) for _, text in body_rows(full)} == {28}


def test_the_type_area_stands_37_mm_down_and_28_mm_in_and_is_156_mm_wide(pages):
    full = next(body_rows(rows) for rows in pages if len(body_rows(rows)) == 22)
    assert min(box[1] for box, _ in full) == pytest.approx(37, abs=1)
    assert min(box[0] for box, _ in full) == pytest.approx(28, abs=1)
    assert max(box[2] for box, _ in full) - min(box[0] for box, _ in full) == pytest.approx(156, abs=1)


def test_folios_stand_outside_between_dashes(pages):
    numbered = [folio_of(rows) for rows in pages if any(re.fullmatch(r"—\s*\d+\s*—", text) for _, text in rows)]
    assert [re.sub(r"\D", "", text) for _, text in numbered[:3]] == ["1", "2", "3"]
    assert [box[0] > 105 for box, _ in numbered[:3]] == [True, False, True]
