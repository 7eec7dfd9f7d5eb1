"""Tables over pages in Word: divided where the PDF divides them, the text below them where the PDF has it."""

import pypdfium2
import pytest

from editor.document.footnotes import table_notes
from editor.document.look import look_table
from editor.document.table_pages import held_note, page_rows
from editor.document.table_setting import table_room, table_setting
from editor.export.word.element_kinds import as_rows, as_text
from editor.export.word.page_plan import word_pages
from editor.model.body import Paragraph, Table, text_of
from editor.model.publication import Look, PageStart
from editor.pages.typesetter import Typesetter
from tests.fakes import article, document, prose

LOOKS = {name: look_table(Look(name=name)) for name in ("house", "gongwen")}
EITHER = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
LONG = "云州市数据基础设施建设运营有限公司及其分支机构"


@pytest.fixture(scope="module")
def typesetter():
    with Typesetter() as one:
        yield one


def rows_table(*, note="", caption="", rows=34):
    """Return a table whose rows begin with their number and have one to three lines."""
    cells = [(f"R{at:02}", LONG * (at * 7 % 3), LONG if at % 4 == 0 else "98", "36.5%") for at in range(1, rows + 1)]
    made = tuple(tuple(map(text_of, row)) for row in cells)
    return Table(head=tuple(map(text_of, ("项目", "单位", "说明", "数"))), rows=made, caption=caption, note=note)


def below(lines, table, *more):
    """Return a document with a table below so many lines of text."""
    filled = [Paragraph(runs=text_of("短句。")) for _ in range(lines)]
    first = article("甲", *filled, table, *more, page_start=PageStart.RUN_ON)
    return document(first, article("乙", Paragraph(runs=text_of(prose(90))), page_start=PageStart.RUN_ON))


def printed_begins(data):
    """Return the numbers of the rows that begin pages, but for the first page with rows."""
    begins = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            words = page.get_textpage().get_text_range().split()
            begins += [int(word[1:]) for word in words if word[0] == "R" and word[1:].isdigit()][:1]
    return tuple(begins[1:])


@EITHER
@pytest.mark.parametrize("lines", range(0, 20, 3))
@pytest.mark.parametrize("note", ["", "注：示意。"])
def test_it_is_known_where_the_page_divides_a_table(typesetter, look, lines, note):
    made, room = below(lines, rows_table(note=note, caption="表1　清单")), table_room(look)
    printed = typesetter.render(made, look, {}, final=False)
    table, _ = table_notes(made.articles()[0].blocks[-1])
    setting = table_setting(table, room)
    start = printed.facts.articles[0].blocks[-1].start.y - look.millimetres("page.top") * 1000
    held = held_note(table, setting, room)
    begins = page_rows(table, setting, room, start=start * 72 / 25400 * 20, held=held)
    assert begins == printed_begins(printed.pdf)


@EITHER
@pytest.mark.parametrize("lines", range(0, 22, 2))
@pytest.mark.parametrize("caption", ["", "表1　清单"])
def test_text_below_a_table_stands_where_the_page_has_it(typesetter, look, lines, caption):
    after = [Paragraph(runs=text_of(prose(length))) for length in (200, 90, 160, 75)]
    made = below(lines, rows_table(caption=caption), *after)
    facts = typesetter.facts(made, look, {})
    plan = word_pages(made, look, facts)
    assert plan.first == {one.article: one.first for one in facts.articles}
    assert plan.last == {one.article: one.last for one in facts.articles}
    pages = {place.block: place.start for place in facts.articles[0].blocks}
    texts = [text for element in plan.sections[0] if (text := as_text(element)) and text.block in pages]
    assert not any(text.before for text in texts), "no text is pushed down by space above it"


@EITHER
@pytest.mark.parametrize("lines", range(0, 22, 2))
def test_rows_that_go_over_are_kept_together_until_no_page_has_room(typesetter, look, lines):
    made = below(lines, rows_table())
    plan = word_pages(made, look, typesetter.facts(made, look, {}))
    (rows,) = (found for element in plan.sections[0] if (found := as_rows(element)))
    spare = look.points("grid.pitch") * 20
    together = [row for row in range(len(rows.heights) - 1) if rows.keeps(row)]
    assert all(sum(rows.heights[row : row + 2]) > spare for row in together)
    assert len(together) <= 4


@EITHER
@pytest.mark.parametrize("lines", range(22))
def test_a_source_below_a_table_is_on_the_pages_folio(typesetter, look, lines):
    filled = [Paragraph(runs=text_of("短句。")) for _ in range(lines)]
    made = document(
        article("甲", *filled, rows_table(note="注：示意。"), source="工信部", link=""),
        article("乙", Paragraph(runs=text_of(prose(90))), page_start=PageStart.PAGE),
    )
    facts = typesetter.facts(made, look, {})
    plan = word_pages(made, look, facts)
    assert plan.first == {one.article: one.first for one in facts.articles}
    assert plan.last == {one.article: one.last for one in facts.articles}
