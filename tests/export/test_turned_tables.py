"""Tables turned sideways in Word: sections of their own, with everything that belongs to them."""

import io

import docx
from docx.enum.section import WD_ORIENT

from editor.export.word.lint import lint
from editor.model.body import ANCHOR, Paragraph, Run, Table, text_of
from tests.fakes import LOOK, article, document
from tests.word_files import word_file


def wide(*, footnote=""):
    noted = (Run(text="1,234,567.89"), Run(text=ANCHOR, footnote=footnote)) if footnote else text_of("1,234,567.89")
    row = (noted, *(text_of("1,234,567.89") for _ in range(11)))
    return Table(head=tuple(text_of("项目") for _ in range(12)), rows=(row,) * 3, caption="表1　各地")


def in_word(*blocks):
    data = word_file(document(article("云州办法", *blocks)), LOOK, {})
    assert lint(data) == ()
    return docx.Document(io.BytesIO(data))


def test_a_table_too_wide_for_the_measure_has_a_section_in_landscape():
    made = in_word(Paragraph(runs=text_of("前文。")), wide(), Paragraph(runs=text_of("后文。")))
    sideways = [section.orientation is WD_ORIENT.LANDSCAPE for section in made.sections]
    assert sideways.count(True) == 1
    assert (sideways[0], sideways[-1]) == (False, False)


def test_tables_one_after_the_other_share_their_section():
    made = in_word(Paragraph(runs=text_of("前文。")), wide(), wide(), Paragraph(runs=text_of("后文。")))
    assert [section.orientation is WD_ORIENT.LANDSCAPE for section in made.sections].count(True) == 1


def test_numbers_in_word_are_as_wide_as_they_need():
    [made] = [one for one in in_word(wide()).tables if "项目" in one.cell(0, 0).text]
    assert all(cell.width.pt > 50 for cell in made.rows[1].cells)


def test_footnotes_of_a_turned_table_stand_on_its_page():
    made = in_word(Paragraph(runs=text_of("前文。")), wide(footnote="初步数。"), Paragraph(runs=text_of("后文。")))
    at = next(at for at, one in enumerate(made.paragraphs) if "初步数" in one.text)
    ends = [at for at, one in enumerate(made.paragraphs) if one._p.xpath("./w:pPr/w:sectPr[w:pgSz/@w:orient]")]
    assert at < ends[0]
