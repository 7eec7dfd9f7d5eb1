"""Where Word's pictures, captions and rules stand: where the PDF has them."""

import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from editor.document.look import look_table
from editor.export.word.geometry import geometry
from editor.model.body import Figure, Paragraph, Table, text_of
from editor.model.publication import Look
from tests.fakes import article, document
from tests.word_files import word_file

TABLE = Table(head=(text_of("甲"),), rows=((text_of("一"),), (text_of("合计"),)))
BLOCKS = (
    Paragraph(runs=text_of("表格之前。")),
    TABLE,
    Paragraph(runs=text_of("表格之后。")),
    Figure(caption="图的标题"),
    Paragraph(runs=text_of("图之后。")),
)


def opened(name):
    look = look_table(Look(name=name))
    return docx.Document(io.BytesIO(word_file(document(article("云州办法", *BLOCKS)), look))), look


def table_of(made, word):
    return next(table for table in made.tables if any(word in cell.text for row in table.rows for cell in row.cells))


@pytest.mark.parametrize(("name", "side"), [("house", WD_ALIGN_PARAGRAPH.LEFT), ("gongwen", WD_ALIGN_PARAGRAPH.CENTER)])
def test_captions_of_figures_stand_as_titles_do(name, side):
    made, _ = opened(name)
    (cell,) = table_of(made, "图的标题").rows[0].cells
    (caption,) = (one for one in cell.paragraphs if "图的标题" in one.text)
    assert caption.alignment == side


@pytest.mark.parametrize("name", ["house", "gongwen"])
def test_the_place_of_a_missing_picture_has_an_edge_around_it(name):
    made, _ = opened(name)
    (cell,) = table_of(made, "图的标题").rows[0].cells
    assert "图片待补" in cell.tables[0].cell(0, 0).text
    assert cell.tables[0]._tbl.xpath(".//w:tcBorders/*/@w:val") == ["dashed"] * 4
    # a cell that does not end with a paragraph is damaged to Word
    assert cell._tc[-1].tag.endswith("}p")


@pytest.mark.parametrize("name", ["house", "gongwen"])
def test_a_row_beside_text_is_no_higher_than_the_others(name):
    made, _ = opened(name)
    heights = [row.height.twips for row in table_of(made, "合计").rows]
    assert max(heights) - min(heights) < 10


@pytest.mark.parametrize("name", ["house", "gongwen"])
def test_text_begins_above_the_margin_of_the_pdf_by_what_a_line_sinks_in_word(name):
    made, look = opened(name)
    text = next(one for one in made.sections if one.footer.paragraphs and "PAGE" in one.footer._element.xml)
    measures = geometry(look)
    assert text.top_margin.twips == measures.top - measures.title_sink
    assert text.bottom_margin.twips == measures.bottom + measures.title_sink


def test_the_thick_one_of_two_rules_is_the_upper():
    made, _ = opened("house")
    # a border is named from the text outwards
    assert set(made.element.xpath("//w:pBdr/w:top[contains(@w:val, 'Gap')]/@w:val")) == {"thinThickSmallGap"}
    assert set(made.element.xpath("//w:pBdr/w:bottom[contains(@w:val, 'Gap')]/@w:val")) == {"thickThinSmallGap"}


def title_of(made):
    return next(one for one in made.paragraphs if one.style.name in ("Heading 2", "标题 2"))


def test_the_name_of_a_section_stands_as_low_over_a_title_of_two_lines():
    names = []
    for title in ("云州办法", "云州市启动公共数据“一本账”行动并在全市推开"):
        made = docx.Document(io.BytesIO(word_file(document(article(title, *BLOCKS)), look_table(Look(name="house")))))
        (rule,) = made.element.xpath("//w:p[w:pPr/w:pStyle/@w:val='Heading1']/w:pPr/w:pBdr/w:top/@w:space")
        names.append(rule)
    assert names == ["15", "15"]


def test_the_bar_and_a_title_of_one_line_are_no_higher_than_in_the_pdf():
    made, look = opened("house")
    lines = title_of(made).paragraph_format.line_spacing.pt
    assert look.points("type.title") <= lines < look.points("type.title_pitch")
    (sink,) = made.element.xpath("//w:p[w:pPr/w:pStyle/@w:val='Heading2']//w:position/@w:val")
    # the bar rises with its line, so that it stays as far from the words
    assert int(sink) / 2 == pytest.approx(look.points("type.title_pitch") - lines - 2.5, abs=0.5)


def test_lines_before_a_long_address_are_not_torn_apart():
    long = Paragraph(runs=text_of("网址 https://www.example.gov.cn/zwgk/2026-01/0123456789.htm 在正文中。"))
    short = Paragraph(runs=text_of("见 IEC 62443-3-3 和云州市的办法。"))
    data = word_file(document(article("云州办法", long, short)), look_table(Look(name="house")))
    sides = {one.text[:2]: one.alignment for one in docx.Document(io.BytesIO(data)).paragraphs}
    assert sides["网址"] == WD_ALIGN_PARAGRAPH.LEFT
    assert sides["见 "] is None
