"""The Word file has the PDF's pages: what runs on there runs on here, and every article has its folio."""

from itertools import pairwise

import pytest

from editor.desk.folios import folio_remarks
from editor.document.look import look_table
from editor.export.word.elements import ArticleTitle, ListLines, TextLines
from editor.export.word.fitting import Measure, fit, natural_lines
from editor.export.word.lines import LIBREOFFICE, Room, lay_out, pieces
from editor.export.word.page_plan import word_pages
from editor.model.body import Figure, Heading, ItemList, Paragraph, Quote, Run, Table, text_of
from editor.model.publication import Look, PageStart
from editor.pages.typesetter import Typesetter
from tests.fakes import article, document, prose

LOOKS = {name: look_table(Look(name=name)) for name in ("house", "gongwen")}
EITHER = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)


@pytest.fixture(scope="module")
def typesetter():
    with Typesetter() as one:
        yield one


def planned(typesetter, made, look):
    facts = typesetter.facts(made, look, {})
    return word_pages(made, look, facts), facts


def paragraphs(*lengths):
    return [Paragraph(runs=text_of(prose(length))) for length in lengths]


def all_kinds():
    return (
        Heading(level=1, runs=text_of("一、总体要求")),
        *paragraphs(420),
        Heading(level=2, runs=text_of("（一）登记")),
        ItemList(ordered=True, items=tuple(text_of(prose(length)) for length in (30, 90, 160))),
        Quote(runs=text_of(prose(120))),
        Figure(caption="图1　示意", source="年鉴"),
        Table(
            head=(text_of("事项"), text_of("数量")),
            rows=tuple((text_of(f"第{number}项"), text_of("1,234.5")) for number in range(12)),
            caption="表1　清单",
            note="注：示意。",
        ),
        Quote(runs=text_of(prose(900))),
        *paragraphs(60, 700, 33),
    )


@EITHER
@pytest.mark.parametrize("lines", range(1, 36, 3))
def test_every_article_begins_on_the_pages_folio_wherever_it_falls(typesetter, look, lines):
    filled = [Paragraph(runs=text_of("短句。")) for _ in range(lines)]
    articles = (
        article("甲", *filled, *paragraphs(260), page_start=PageStart.RUN_ON),
        article("乙", *paragraphs(300, 90), page_start=PageStart.RUN_ON, link="", source=""),
        article("丙", Quote(runs=text_of(prose(150))), page_start=PageStart.RUN_ON),
        article("丁", *paragraphs(800), page_start=PageStart.PAGE),
        article("戊", *paragraphs(40), page_start=PageStart.RUN_ON),
    )
    made = document(*articles)
    pages, facts = planned(typesetter, made, look)
    assert pages.first == {one.article: one.first for one in facts.articles}
    assert pages.pages == facts.articles[-1].last
    assert folio_remarks(made, pages, facts) == ()


@EITHER
def test_blocks_of_every_kind_take_the_pages_height(typesetter, look):
    articles = [article(f"第{number}篇", *all_kinds(), page_start=PageStart.RUN_ON) for number in range(6)]
    made = document(*articles)
    pages, facts = planned(typesetter, made, look)
    assert pages.first == {one.article: one.first for one in facts.articles}
    assert pages.last == {one.article: one.last for one in facts.articles}


def test_a_paragraph_keeps_the_lines_that_the_page_saves_by_compressing_marks():
    """Word and LibreOffice would need one more for its last two characters: all are set a little closer."""
    words, measure = pieces(text_of("依照《办法》、《条例》（试行）的有关规定，" * 9)), Measure(8740, 460, 230)
    natural = natural_lines(words, measure)
    assert natural.filled < 3000
    fitted = fit(words, measure, natural.number - 1)
    assert (fitted.lines, fitted.spacing < 0) == (natural.number - 1, True)


@pytest.mark.parametrize("length", range(20, 400, 7))
def test_spacing_gives_the_lines_it_promises(length):
    words = pieces(
        (Run(text="一是数据。", bold=True), *text_of((prose(180) + "2026年登记1,234.5万条，Moody’s称")[:length]))
    )
    measure = Measure(8740, 460, 230)
    wanted = natural_lines(words, measure).number
    fitted = fit(words, measure, wanted)
    spacing = round(fitted.spacing * 1000 / measure.size)
    room = Room(measure.width * 1000 // measure.size, measure.indent * 1000 // measure.size, spacing)
    assert lay_out(words, room, LIBREOFFICE).number == fitted.lines == wanted
    assert abs(fitted.spacing) <= measure.size // 12


def test_a_number_that_cannot_change_is_no_remark(typesetter):
    look = LOOKS["house"]
    made = document(*(article(f"第{number}篇", *paragraphs(500, 300)) for number in range(8)))
    pages, facts = planned(typesetter, made, look)
    assert pages.unsure == frozenset()
    assert folio_remarks(made, pages, facts) == ()


def test_an_issue_without_articles_has_no_pages_of_text(typesetter):
    made = document()
    pages, _ = planned(typesetter, made, LOOKS["house"])
    assert (pages.first, pages.sections) == ({}, ())


@EITHER
def test_many_headings_in_a_row_are_no_chain_longer_than_a_page(typesetter, look):
    headings = [Heading(level=1, runs=text_of(f"第{number}条　名称")) for number in range(60)]
    made = document(article("甲", *headings, *paragraphs(90)), article("乙", page_start=PageStart.PAGE))
    pages, facts = planned(typesetter, made, look)
    assert pages.first == {one.article: one.first for one in facts.articles}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("现予印发。" + "\u3000" * 35 + "二〇二六年二月十一日", 2),
        ("绿化覆盖率达40%；公园绿地“十分钟服务圈”覆盖率达97%；境内河流稠密", 2),
    ],
    ids=["blanks hang", "no mark hangs behind a Latin one"],
)
def test_lines_of_real_shape(text, lines):
    """As LibreOffice 7.4 sets them in 28 characters."""
    assert lay_out(pieces(text_of(text)), Room(28_000, 2_000)).number == lines


def test_the_source_stays_in_a_full_last_line(typesetter):
    """The PDF makes room by half marks at the ends of lines; Word's text and source are narrower."""
    words = "全市共建设110座标准示范生活垃圾分类收集屋（亭），方便垃圾分类投放，改善人居环境。"
    words += "2022年需市级财政资金572万元。（牵头责任部门：市住房城乡建设局）"
    made = document(article("甲", Paragraph(runs=text_of(words)), source="工业和信息化部"))
    plan, facts = planned(typesetter, made, LOOKS["gongwen"])
    (text,) = (element for element in plan.sections[0] if isinstance(element, TextLines))
    assert facts.articles[0].source_in_line
    assert (text.lines, text.apart, text.sure) == (3, False, True)


@pytest.mark.parametrize(
    "held", ["〔2012〕117", "72193300、72193400、72193500", "2026", "法》，", "（二）600", "法》A"]
)
def test_what_no_line_parts_is_one_piece(held):
    assert held in [piece.text for piece in pieces(text_of(f"依照{held}登记"))]


@pytest.mark.parametrize("length", range(40, 160, 6))
def test_a_list_has_the_same_lines_above_a_heading_and_above_a_text(typesetter, length):
    """The blank line above the heading is none of the list's."""
    items = ItemList(ordered=True, items=(text_of(prose(length)),))
    above_text = document(article("甲", items, *paragraphs(90)))
    above_heading = document(article("甲", items, Heading(level=1, runs=text_of("一、登记")), *paragraphs(90)))
    lists = [
        next(element for element in planned(typesetter, made, LOOKS["house"])[0].sections[0] if is_list(element))
        for made in (above_text, above_heading)
    ]
    assert lists[0].items[0].lines == lists[1].items[0].lines
    assert lists[0].items[0].spacing == lists[1].items[0].spacing


def is_list(element):
    return isinstance(element, ListLines)


@EITHER
@pytest.mark.parametrize("lines", range(0, 34, 2))
def test_a_list_that_ends_an_article_has_the_pages_lines(typesetter, look, lines):
    """Compressed marks save the page a line; below the source nothing shows where the list ended."""
    words = (
        "根据《云州市关于深化医药卫生体制改革的意见》（云发〔2019〕6号，以下简称《意见》），2019—2021年抓好五项改革："
    )
    words += "一是《保障办法》，二是《目录》，三是《服务规范》，四是《公共卫生均等化》，五是《试点》、《考核》；"
    filled = [Paragraph(runs=text_of("短句。")) for _ in range(lines)]
    ending = ItemList(ordered=True, items=(text_of(words),))
    first = article("甲", *filled, ending, page_start=PageStart.RUN_ON, link="")
    made = document(first, article("乙", *paragraphs(90), page_start=PageStart.PAGE))
    pages, facts = planned(typesetter, made, look)
    assert (pages.first, pages.last) == (
        {one.article: one.first for one in facts.articles},
        {one.article: one.last for one in facts.articles},
    )
    set_lines = next(element for element in pages.sections[0] if is_list(element)).items[0].lines
    whole = (
        next(
            element
            for element in planned(
                typesetter, document(first, article("乙", *paragraphs(9), page_start=PageStart.RUN_ON)), look
            )[0].sections[0]
            if is_list(element)
        )
        .items[0]
        .lines
    )
    assert set_lines == whole


@EITHER
@pytest.mark.parametrize("lines", range(0, 34, 1))
def test_no_space_stands_between_a_title_and_its_text(typesetter, look, lines):
    """Where lines of the text are pushed over to the next page, the space stands above the title."""
    filled = [Paragraph(runs=text_of("短句。")) for _ in range(lines)]
    more = Paragraph(runs=text_of(prose(230)[:-1] + "："))
    items = ItemList(ordered=False, items=tuple(text_of(prose(60)) for _ in range(3)))
    made = document(
        article("甲", *filled, page_start=PageStart.RUN_ON, link=""),
        article("乙", more, items, page_start=PageStart.RUN_ON),
    )
    pages, facts = planned(typesetter, made, look)
    elements = pages.sections[0]
    below = [text for title, text in pairwise(elements) if isinstance(title, ArticleTitle)]
    assert [text.before for text in below if isinstance(text, TextLines)] == [0] * len(below)
    assert pages.first == {one.article: one.first for one in facts.articles}
