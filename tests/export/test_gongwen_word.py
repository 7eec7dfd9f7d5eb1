"""The Word file in the 公文 look, as far as Word can follow it."""

import io
import re
import zipfile

import docx
import pytest

from editor.document.faces import apply_fonts
from editor.document.look import look_table
from editor.export.word.lint import lint
from editor.intake.font_file import read_font
from editor.model.body import Heading, ItemList, Paragraph, Table, text_of
from editor.model.credits import Credit, Name, NameKind
from editor.model.font import FontFile
from editor.model.publication import Look
from tests.fakes import article, document
from tests.font_files import font_bytes
from tests.word_files import word_file

GONGWEN = look_table(Look(name="gongwen"))
SENT = Credit(role="抄送", kind=NameKind.ORGANISATION, names=(Name(text="云州市档案馆"),))


def exported(look=GONGWEN, fonts=()):
    blocks = (
        Heading(level=1, runs=text_of("一、登记")),
        Heading(level=2, runs=text_of("（一）编号")),
        Paragraph(runs=text_of("正文")),
        ItemList(ordered=True, items=(text_of("甲"),)),
        Table(head=(text_of("甲"),), rows=((text_of("1"),),)),
    )
    made = document(article("云州发布数据登记办法", *blocks), article("乙"), credits=(SENT,))
    return word_file(made, look, fonts=fonts)


@pytest.fixture(scope="module")
def file():
    return exported()


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def east(style):
    fonts = style.element.rPr.rFonts
    return fonts.get(docx.oxml.ns.qn("w:eastAsia")) if fonts is not None else None


def test_it_has_no_fault(file):
    assert lint(file) == ()


def test_the_page_is_that_of_the_standard(file):
    section = docx.Document(io.BytesIO(file)).sections[1]
    assert section.top_margin.mm == pytest.approx(37, abs=1)
    assert section.left_margin.mm == pytest.approx(28, abs=1)
    assert section.page_width.mm - section.left_margin.mm - section.right_margin.mm == pytest.approx(156, abs=1)


def test_body_is_16_point_with_28_characters_a_line_and_22_lines_a_page(file):
    styles = docx.Document(io.BytesIO(file)).styles
    assert 'w:eastAsia="仿宋"' in part(file, "word/styles.xml").partition("</w:docDefaults>")[0]
    assert '<w:sz w:val="32"/>' in part(file, "word/styles.xml").partition("</w:docDefaults>")[0]
    tracking = styles["Body Text"].element.rPr.find(docx.oxml.ns.qn("w:spacing"))
    wide = 320 + int(tracking.get(docx.oxml.ns.qn("w:val")))
    assert 28 * wide <= 156 * 1440 / 25.4 + 6 < 29 * wide
    assert styles["Normal"].paragraph_format.line_spacing.pt * 22 == pytest.approx(225 * 72 / 25.4, abs=1)


def test_headings_are_told_apart_by_their_faces_and_black(file):
    styles = docx.Document(io.BytesIO(file)).styles
    headings = [styles[f"Heading {level}"] for level in (3, 4, 5)]
    assert [east(style) for style in headings] == ["黑体", "楷体", "仿宋"]
    assert {str(style.font.color.rgb) for style in headings} == {"000000"}


def test_folios_stand_outside_between_dashes(file):
    feet = [part(file, name) for name in zipfile.ZipFile(io.BytesIO(file)).namelist() if "footer" in name]
    sides = {re.search(r'<w:jc w:val="(\w+)"', foot).group(1) for foot in feet if "PAGE" in foot}
    assert sides == {"left", "right"}
    assert all(foot.count("—") == 2 for foot in feet if "PAGE" in foot)
    assert "evenAndOddHeaders" in part(file, "word/settings.xml")
    assert 'w:type w:val="oddPage"' in part(file, "word/document.xml")


def test_the_imprint_names_who_receives_it_once(file):
    text = re.sub(r"<[^>]+>", "", part(file, "word/document.xml"))
    assert "抄送：云州市档案馆。" in text
    assert "2025年1月20日印发" in text
    assert text.count("云州市档案馆") == 1


def test_an_added_font_is_asked_for_by_its_name_and_not_made_bold():
    data = font_bytes("云州小标宋")
    font = read_font(data, name="a.ttf")
    file = exported(apply_fonts(GONGWEN, [font]), (FontFile(font=font, data=data),))
    style = docx.Document(io.BytesIO(file)).styles["Heading 2"]
    assert east(style) == "云州小标宋"
    assert not style.font.bold
