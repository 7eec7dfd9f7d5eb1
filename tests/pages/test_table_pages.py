"""Tables on finished pages: nothing outside its box, rows whole, heads repeated and continued."""

import re

import pypdfium2
import pytest

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.document.table_setting import table_room, table_setting
from editor.model.body import CellSpan, ItemList, Paragraph, Table, text_of
from editor.model.publication import Look
from editor.pages.typesetter import Typesetter
from tests.benchmarks.bench_tables import faults_of
from tests.benchmarks.random_tables import random_table
from tests.fakes import LOOK, article, document, issue_of, prose


@pytest.fixture(scope="module")
def typesetter():
    with Typesetter() as made:
        yield made


def table(head, *rows, **rest):
    return Table(head=tuple(map(text_of, head)), rows=tuple(tuple(map(text_of, row)) for row in rows), **rest)


CLAUSES = "".join(f"第{at:03}项自发布之日起执行。" for at in range(280))
TALL = table(["序号", "内容"], ["1", CLAUSES], ["2", "完"])
MONTHS = table(["地区", *(f"{at}月" for at in range(23))], *(["云州市", *["123456.78"] * 23] for _ in range(3)))
SUMS = table(["项目"] * 12, *(["1,234,567.89"] * 12 for _ in range(30)), caption="表2　合计")
BELT = table(list("一二三四五六七八九十甲乙"), *([f"长江经济带{at}" for at in range(12)] for _ in range(60)))
ADDRESS = table(["项目", "地址"], ["甲", "https://example.org/" + "x" * 300], ["乙", "文（" + "。" * 60 + "）"])
MERGED = table(
    ["地区", "产值", "备注"],
    *(["东部", str(row), "初步数，有待核实，" * 400 if row == 0 else ""] for row in range(50)),
    spans=(CellSpan(row=1, column=2, rows=50),),
)
PLANTED = {"tall": TALL, "months": MONTHS, "sums": SUMS, "belt": BELT, "address": ADDRESS}


@pytest.mark.parametrize("look", ["house", "gongwen"])
@pytest.mark.parametrize("one", [*PLANTED.values(), *map(random_table, (3, 11, 42))], ids=[*PLANTED, "3", "11", "42"])
def test_everything_of_a_table_lies_in_its_cell_and_nothing_is_missing(typesetter, one, look):
    assert faults_of(typesetter, one, look_table(Look(name=look))) == []


def pages(typesetter, *blocks, look=LOOK, **fields):
    made = issue_document(issue_of(article("云州办法", *blocks, **fields), look=Look(name=look.name)), title_width=9)
    with pypdfium2.PdfDocument(typesetter.render(made, look, {}, final=True).pdf) as pdf:
        return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in pdf]


def test_a_cell_over_many_rows_and_pages_is_whole(typesetter):
    text = "".join(pages(typesetter, MERGED))
    assert text.count("初") == 400


def test_a_row_that_fits_the_next_page_is_not_torn(typesetter):
    rows = ([f"第{row}行", "数据登记的要义，" * 9] for row in range(70))
    text = pages(typesetter, table(["行", "说明"], *rows))
    for row in range(70):
        [page] = [page for page in text if f"第{row}行" in page]
        own = page.partition(f"第{row}行")[2].partition(f"第{row + 1}行")[0]
        assert own.count("数据登记的要义") >= 9


def test_a_row_higher_than_a_page_begins_under_the_title(typesetter):
    text = pages(typesetter, Paragraph(runs=text_of("前文。")), TALL)
    [first] = [page for page in text if "前文" in page]
    assert "第005项" in first


def test_a_title_goes_with_the_table_that_has_no_room_below_it(typesetter):
    filled = article("云州旧规", Paragraph(runs=text_of(prose(38 * 29 - 10))), link="", source="")
    tall_row = table(
        ["序号", "说明"], ["1", "数据登记的要义，" * 60], ["2", "完"], *([str(at), "行"] for at in range(30))
    )
    made = document(filled, article("云州新规", tall_row))
    with pypdfium2.PdfDocument(typesetter.render(made, LOOK, {}, final=True).pdf) as pdf:
        text = [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in pdf]
    assert any("云州新规" in page and "数据登记的要义，数据登记的要义" in page for page in text[3:])


@pytest.mark.parametrize(("caption", "words"), [("表4-1　长表", "续表4-1"), ("各地情况", "续表"), ("", "续表")])
def test_the_pages_after_the_first_say_that_the_table_goes_on(typesetter, caption, words):
    text = pages(typesetter, table(["行"], *([f"第{row}行"] for row in range(90)), caption=caption))
    first, *later = [page for page in text if "第0行" in page or "续表" in page]
    assert "续表" not in first
    assert len(later) >= 2
    assert all(words in page for page in later)


@pytest.mark.parametrize(("wide", "turned"), [(4, False), (12, True)])
def test_a_wide_table_is_turned_sideways_and_keeps_head_and_folio(typesetter, wide, turned):
    one = table(["项目"] * wide, *(["1,234,567.89"] * wide for _ in range(5)))
    made = document(article("云州办法", Paragraph(runs=text_of("前文。")), one, Paragraph(runs=text_of("后文。"))))
    with pypdfium2.PdfDocument(typesetter.render(made, LOOK, {}, final=True).pdf) as pdf:
        sizes = [page.get_size() for page in pdf]
        text = [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in pdf]
    at = next(at for at, page in enumerate(text) if "1,234,567.89" in page)
    assert (sizes[at][0] > sizes[at][1]) is turned
    assert len(re.findall(r"1,234,567\.89", text[at])) == 5 * wide
    if turned:
        assert "云州观察" in text[at]
        assert "02" in text[at]


def test_a_turned_table_may_end_an_article(typesetter):
    one = table(["项目"] * 12, ["1,234,567.89"] * 12)
    assert not any(page == "" for page in pages(typesetter, one, link="", source=""))


def test_text_after_a_long_table_is_back_on_the_grid(typesetter):
    rows = ([f"第{row}行"] for row in range(57))
    made = document(article("云州办法", table(["行"], *rows), Paragraph(runs=text_of("后文。"))))
    facts = typesetter.facts(made, LOOK, {})
    after = facts.articles[0].blocks[1].start.y * 72 / 25400 - LOOK.millimetres("page.top") * 72 / 25.4
    pitch = LOOK.points("grid.pitch")
    assert abs(after / pitch - round(after / pitch)) < 0.02


def test_a_short_table_is_never_divided():
    room = table_room(LOOK)
    assert table_setting(table(["行"], *(["行"] for _ in range(12))), room).whole
    assert not table_setting(table(["行"], *(["行"] for _ in range(40))), room).whole


@pytest.mark.parametrize("above", range(4))
def test_a_note_is_on_the_page_of_the_last_row(typesetter, above):
    before = tuple(Paragraph(runs=text_of("前文。")) for _ in range(above))
    rows = ([f"第{row}行"] for row in range(24))
    text = pages(typesetter, *before, table(["行"], *rows, note="注：初步数。"))
    [page] = [page for page in text if "注：初步数。" in page]
    assert "第23行" in page


@pytest.mark.parametrize("look", ["house", "gongwen"])
@pytest.mark.parametrize("lines", [2, 5, 9])
def test_what_stands_below_a_table_over_pages_is_on_the_grid(typesetter, look, lines):
    """The space below it once depended on itself: pages and folios changed with every attempt of the typesetter."""
    told = look_table(Look(name=look))
    filled = [Paragraph(runs=text_of("短句。")) for _ in range(lines)]
    rows = [[f"第{at}项", "云州市数据基础设施建设运营有限公司" * (at % 3), "98"] for at in range(26)]
    below = ItemList(ordered=True, items=(text_of(prose(60)), text_of(prose(40))))
    made = document(
        article("甲", *filled, table(["项目", "单位", "数"], *rows), below, Paragraph(runs=text_of(prose(90))))
    )
    places = typesetter.render(made, told, {}, final=False).facts.articles[0].blocks
    pitch = told.points("grid.pitch") * 25400 / 72
    at = [(place.start.y - told.millimetres("page.top") * 1000) / pitch for place in places[-2:]]
    assert at == pytest.approx([round(line) for line in at], abs=0.02)
