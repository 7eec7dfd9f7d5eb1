"""The 公文 look against the measures of GB/T 9704-2012."""

import re

import pypdfium2
import pytest

from editor.document.look import look_table
from editor.model.body import Heading, Paragraph, Quote, Table, text_of
from editor.model.credits import Credit, Name, NameKind
from editor.model.publication import Look
from editor.pages.typesetter import Typesetter
from tests.fakes import article, document

POINTS_PER_MM = 72 / 25.4
GONGWEN = look_table(Look(name="gongwen"))


@pytest.fixture(scope="module")
def pages():
    """Rows of every text page: (left, bottom, right, top) in mm from the upper left corner, with the text."""
    made = document(article("云州发布数据登记办法", Paragraph(runs=text_of("数" * 28 * 60)), source="", link=""))
    return pages_of(made)[0]


def pages_of(made):
    with Typesetter() as typesetter:
        rendering = typesetter.render(made, GONGWEN, {}, final=True)
    with pypdfium2.PdfDocument(rendering.pdf) as opened:
        return [rows_of(page) for page in opened], rendering.facts


def text_of_page(rows):
    return "".join(text for _, text in rows)


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


SENT = Credit(role="抄送", kind=NameKind.ORGANISATION, names=(Name(text="云州市档案馆"), Name(text="云州市图书馆")))


@pytest.mark.parametrize("named", [(), (Credit(role="主编", names=(Name(text="云舒"),)),)])
def test_text_begins_on_a_right_hand_page_so_that_odd_folios_stand_outside(named):
    rows, facts = pages_of(document(article("甲"), credits=named))
    assert facts.front % 2 == 0
    assert folio_of(rows[facts.front])[1] == "— 1 —"


@pytest.mark.parametrize("lines", [3, 18, 40, 60, 70, 78, 79, 80, 81])
def test_the_imprint_ends_the_issue_on_a_left_hand_page(lines):
    made = document(article("甲", Paragraph(runs=text_of("数" * 28 * lines))), credits=(SENT,))
    rows, facts = pages_of(made)
    assert len(rows) == facts.sheets
    assert facts.sheets % 2 == 0
    assert "抄送：云州市档案馆，云州市图书馆。" in text_of_page(rows[-1])
    assert "2025年1月20日印发" in re.sub(r"\s", "", text_of_page(rows[-1]))
    assert sum("云州市档案馆" in text_of_page(page) for page in rows) == 1
    top, bottom = min(box[1] for box, _ in rows[-1]), max(box[3] for box, text in rows[-1] if "印发" in text)
    assert top > 37
    assert bottom == pytest.approx(262 - 4.7, abs=3)


def test_a_blank_page_before_the_imprint_and_the_imprint_have_no_folio():
    rows, facts = pages_of(document(article("甲", Paragraph(runs=text_of("数" * 28 * 80))), credits=(SENT,)))
    assert [page for page in rows[facts.front :] if not page] == [rows[-2]]
    assert "—" not in text_of_page(rows[-1])


def test_every_face_and_block_of_the_official_look_conforms():
    blocks = [Heading(level=level, runs=text_of("标题" * level)) for level in (1, 2, 3)]
    table = Table(head=(text_of("甲"), text_of("乙")), rows=((text_of("1"), text_of("2")),))
    made = document(article("甲", *blocks, Paragraph(runs=text_of("文")), table, Quote(runs=text_of("引"))))
    rows, _ = pages_of(made)
    lefts = [box[0] for page in rows for box, text in page if text.startswith("标题")]
    assert lefts == pytest.approx([28 + 2 * 15.79 / POINTS_PER_MM] * 3, abs=1)
