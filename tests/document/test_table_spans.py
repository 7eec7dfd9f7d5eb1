"""Cells over rows and columns, header rows and alignments in PDF and Word."""

import io
import re

import docx
import pypdfium2
import pytest

from editor.document.columns import column_shares
from editor.export.word.lint import lint
from editor.model.body import CellSpan, ColumnAlignment, Table, text_of
from editor.pages.typesetter import Typesetter
from tests import fakes
from tests.word_files import word_file


def table(*rows, spans=(), **rest):
    head, *below = (tuple(map(text_of, row.split("|"))) for row in rows)
    return Table(head=head, rows=tuple(below), spans=tuple(CellSpan(**one) for one in spans), **rest)


SPANNED = table(
    "地区|产值||备注",
    "|上年|今年|",
    "东部|12|13|初步数",
    "西部|8|9|",
    "合计|||两地",
    spans=[
        {"row": 0, "column": 0, "rows": 2},
        {"row": 0, "column": 1, "columns": 2},
        {"row": 0, "column": 3, "rows": 2},
        {"row": 2, "column": 3, "rows": 2},
        {"row": 4, "column": 0, "columns": 3},
    ],
    header_rows=2,
    alignments=(ColumnAlignment.LEFT, ColumnAlignment.RIGHT, ColumnAlignment.RIGHT, ColumnAlignment.CENTRE),
)
MANY = [f"{row}|{row}" for row in range(60)]
LONG = table("序号|数", "|甲", *MANY, spans=[{"row": 0, "column": 0, "rows": 2}], header_rows=2)
HEADLESS = table("东部|12", "西部|8", header_rows=0)


def pages(*blocks):
    with Typesetter() as typesetter:
        made = fakes.document(fakes.article("云州办法", *blocks))
        data = typesetter.render(made, fakes.LOOK, {}, final=True).pdf
    with pypdfium2.PdfDocument(data) as pdf:
        return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in pdf]


def in_word(*blocks):
    made = fakes.document(fakes.article("云州办法", *blocks))
    data = word_file(made)
    assert lint(data) == ()
    return docx.Document(io.BytesIO(data))


def test_the_page_prints_every_cell_once():
    text = "".join(pages(SPANNED))
    for words in ("地区", "产值", "备注", "上年", "初步数", "合计", "两地"):
        assert text.count(words) == 1


def test_all_header_rows_stand_on_every_page():
    with_heads = [page for page in pages(LONG) if "序号" in page]
    assert len(with_heads) > 1
    assert all("甲" in page for page in with_heads)


def test_a_table_without_heads_is_printed():
    assert "东部12西部8" in "".join(pages(HEADLESS))


def test_word_has_the_same_cells():
    [made] = [one for one in in_word(SPANNED).tables if "地区" in one.cell(0, 0).text]
    assert [cell.text for cell in made.rows[0].cells] == ["地区", "产值", "产值", "备注"]
    assert [cell.text for cell in made.rows[1].cells] == ["地区", "上年", "今年", "备注"]
    assert [cell.text for cell in made.rows[3].cells] == ["西部", "8", "9", "初步数"]
    assert [cell.text for cell in made.rows[4].cells] == ["合计", "合计", "合计", "两地"]


@pytest.mark.parametrize(("made", "heads"), [(SPANNED, 2), (HEADLESS, 0)])
def test_word_repeats_the_header_rows(made, heads):
    first = made.grid()[0][0][0].text
    [found] = [one for one in in_word(made).tables if one.cell(0, 0).text == first]
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in found.rows].count(True) == heads


def test_word_aligns_as_the_table_says():
    [made] = [one for one in in_word(SPANNED).tables if "地区" in one.cell(0, 0).text]
    sides = [cell.paragraphs[0].alignment for cell in made.rows[2].cells]
    assert sides == [0, 2, 2, 1]


def test_a_wide_head_over_several_columns_does_not_widen_the_first():
    wide = table("很长很长很长很长很长的表头文字||", "甲|乙|丙", spans=[{"row": 0, "column": 0, "columns": 3}])
    assert len(set(column_shares(wide))) == 1


@pytest.mark.parametrize(
    "made",
    [
        table("头", *map(str, range(120)), header_rows=121),
        table("头", *map(str, range(120)), header_rows=90),
        table("头|", *(f"{row}|" for row in range(120)), header_rows=7),
    ],
    ids=["nothing but heads", "heads of two pages", "one more than is repeated"],
)
def test_heads_that_might_fill_a_page_are_set_as_rows_and_nothing_is_lost(made):
    printed = pages(made)
    assert len(printed) < 12
    # every row has its number, in order, and the first head stands once
    assert "".join(printed).count("头") == 1
    assert all(str(row) in "".join(printed) for row in range(120))
    [found] = [one for one in in_word(made).tables if one.cell(0, 0).text == "头"]
    assert len(found.rows) == 121
    assert not any(row._tr.xpath("./w:trPr/w:tblHeader") for row in found.rows)
