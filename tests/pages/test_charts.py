"""Charts on the page: what is read there, and that nothing leaves its place or stops the issue."""

import itertools

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.document.look import look_table
from editor.model.body import ChartKind, Figure, Paragraph, text_of
from editor.model.publication import Look
from editor.pages.typesetter import Typesetter
from tests.fakes import LOOK, article, document, prose
from tests.pages.test_typesetter import bare
from tests.text.test_chart_numbers import numbers

YEARS = (("单位：亿元", "第一产业", "第二产业"), ("2022年", "12", "85"), ("2023年", "15", "-96.5"))
POINTS_PER_MM = 72 / 25.4
BODY = LOOK.count("grid.lines") * LOOK.points("grid.pitch")


@pytest.fixture(scope="module")
def typesetter():
    with Typesetter() as made:
        yield made


def pdf_of(typesetter, *figures, look=LOOK):
    return typesetter.render(document(article("题", *figures, link="")), look, {}, final=True).pdf


def words_of(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return "".join(bare(page.get_textpage().get_text_bounded()) for page in opened)


def outside(pdf, look):
    """Return the characters beside the measure of the pages after the front, where charts stand."""
    left = look.millimetres("page.left") * POINTS_PER_MM
    right = left + look.measure
    found = []
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in itertools.islice(opened, 2, None):
            text = page.get_textpage()
            for at in range(text.count_chars()):
                box = text.get_charbox(at)
                if box[0] < left - 2 or box[2] > right + 2:
                    found.append(text.get_text_range(at, 1))
    return "".join(found).strip()


@pytest.mark.parametrize("kind", [ChartKind.BAR, ChartKind.LINE])
def test_unit_names_ticks_and_caption_are_printed(typesetter, kind):
    printed = words_of(pdf_of(typesetter, Figure(chart=YEARS, chart_kind=kind, caption="图1 三次产业")))
    for said in ("单位:亿元", "第一产业", "第二产业", "2022年", "2023年", "–100", "图1三次产业"):
        assert bare(said) in printed
    assert "图片待补" not in printed


def test_shares_are_printed_with_their_numbers(typesetter):
    rows = (("亿元", "支出"), ("教育", "1,234.5"), ("其他", "1234.5"))
    printed = words_of(pdf_of(typesetter, Figure(chart=rows, chart_kind=ChartKind.SHARE)))
    for said in ("支出（亿元）", "教育1,234.5，50.0%", "其他1,234.5，50.0%"):
        assert bare(said) in printed


def test_a_chart_without_numbers_says_so(typesetter):
    assert "统计图里还没有数" in words_of(pdf_of(typesetter, Figure(chart=(("", "甲"), ("一", "无")))))


def test_the_words_of_a_chart_are_its_alternative_text(typesetter):
    pdf = pdf_of(typesetter, Figure(chart=YEARS, caption="图1 三次产业"))
    with pypdfium2.PdfDocument(pdf) as opened:
        alts = [alt for page in opened for alt in _alts(page)]
    assert alts == [
        "柱形图。图1 三次产业。单位：亿元。第一产业：2022年为12，2023年为15；第二产业：2022年为85，2023年为-96.5。"
    ]


def _alts(page):
    import ctypes

    from pypdfium2 import raw

    def of(element):
        size = raw.FPDF_StructElement_GetAltText(element, None, 0)
        if size > 2:
            buffer = ctypes.create_string_buffer(size)
            raw.FPDF_StructElement_GetAltText(element, buffer, size)
            yield buffer.raw[: size - 2].decode("utf-16-le")
        for at in range(max(0, raw.FPDF_StructElement_CountChildren(element))):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
            if child:
                yield from of(child)

    tree = raw.FPDF_StructTree_GetForPage(page)
    for at in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from of(raw.FPDF_StructTree_GetChildAtIndex(tree, at))
    raw.FPDF_StructTree_Close(tree)


names = st.sampled_from(
    ("", "甲", "2024年", "社会保险和住房公积金缴存", "GDP", "固定资产投资（不含农户）增速同比变化", "长" * 40)
)
values = st.sampled_from(("", "—", "0", "5", "-3", "99.99%", "1,234,567,890", "0.000001", "约5")) | numbers.map(str)


@st.composite
def charts(draw):
    width, height = draw(st.integers(1, 5)), draw(st.integers(1, 40))
    head = (draw(st.sampled_from(("", "亿元", "单位：%"))), *(draw(names) for _ in range(width)))
    rows = tuple((draw(names), *(draw(values) for _ in range(width))) for _ in range(height))
    share = draw(st.sampled_from((50, 250, 500, 1000)))
    return Figure(chart=(head, *rows), chart_kind=draw(st.sampled_from(ChartKind)), width=share)


@settings(max_examples=25, deadline=None)
@given(charts(), st.sampled_from(("house", "gongwen")))
def test_any_chart_is_set_and_stays_beside_the_margins(typesetter, figure, name):
    look = look_table(Look(name=name))
    pdf = pdf_of(typesetter, Paragraph(runs=text_of(prose())), figure, look=look)
    assert outside(pdf, look) == ""


@pytest.mark.parametrize("share", [50, 500, 1000])
def test_long_names_of_many_bars_stay_above_the_foot_of_the_page(typesetter, share):
    rows = (("亿元", "支出"), *((f"{'长' * 37}{at}", "1,234,567") for at in range(40)))
    pdf = pdf_of(typesetter, Figure(chart=rows, caption="图题在下", width=share))
    with pypdfium2.PdfDocument(pdf) as opened:
        texts = [page.get_textpage() for page in opened]
        found = [(text, text.search("图题在下").get_next()) for text in texts]
        [(text, (at, _))] = [one for one in found if one[1]]
        assert text.get_charbox(at)[1] > opened[0].get_height() - LOOK.millimetres("page.top") * POINTS_PER_MM - BODY
