"""Footnotes as printed: numbers through an article, their words below it."""

import io
import re
import zipfile
from itertools import pairwise

import mammoth
import pypdfium2
import pytest

from editor.document.footnotes import NotedRun, footnote_number, numbered
from editor.model.block_texts import running_text
from editor.model.body import ANCHOR, Heading, ItemList, Paragraph, Run, Script, Table, text_of
from editor.pages.typesetter import Typesetter
from tests import fakes
from tests.word_files import word_file


def footnote(words):
    return Run(text=ANCHOR, footnote=words)


BODY = (
    Paragraph(runs=(*text_of("云州登记"), footnote("甲注"), *text_of("。"))),
    ItemList(items=((*text_of("第一项"), footnote("乙注")), text_of("第二项"))),
    Table(head=(text_of("地区"), (*text_of("数"), footnote("丙注"))), rows=((text_of("东部"), text_of("3")),)),
    Paragraph(runs=text_of("完。")),
)


def test_footnotes_are_numbered_through_the_article():
    blocks, lines = numbered(BODY)
    assert [(one.number, one.text) for one in lines] == [("①", "甲注"), ("②", "乙注"), ("③", "丙注")]
    assert [running_text(block) for block in blocks[:2]] == ["云州登记①。", "第一项②\n第二项"]
    assert blocks[0].runs[1] == NotedRun(text="①", script=Script.SUPER, words="甲注")
    assert [block.uid for block in blocks] == [block.uid for block in BODY]


def test_every_number_is_another_sign():
    signs = [footnote_number(number) for number in range(1, 120)]
    assert signs[:2] + signs[19:21] + signs[34:36] + signs[49:51] == ["①", "②", "⑳", "㉑", "㉟", "㊱", "㊿", "51"]
    assert len(set(signs)) == len(signs)
    assert all(len(sign) == 1 for sign in signs[:50])


def test_a_body_without_footnotes_is_printed_as_it_is():
    plain = (Paragraph(runs=text_of("正文")),)
    assert numbered(plain) == (plain, ())


@pytest.fixture(scope="module")
def made():
    return fakes.document(fakes.article("云州办法", *BODY))


def in_order(text, *words):
    places = [text.index(word) for word in words]
    return all(one < other for one, other in pairwise(places))


@pytest.fixture(scope="module")
def typesetter():
    with Typesetter() as one:
        yield one


def pages_of(typesetter, made, look=fakes.LOOK):
    with pypdfium2.PdfDocument(typesetter.render(made, look, {}, final=True).pdf) as pdf:
        return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in pdf]


def test_the_page_has_numbers_in_the_text_and_the_words_at_its_foot_and_below_the_table(typesetter, made):
    text = "".join(pages_of(typesetter, made))
    assert in_order(text, "云州登记①。", "第一项②", "数③", "③丙注", "完。", "（来源：", "①甲注", "②乙注")


def body_lines(pdf, sheet):
    """Return the foots of the lines of running text on a page, in lines of the grid from the first."""
    pitch = fakes.LOOK.points("grid.pitch")
    with pypdfium2.PdfDocument(pdf) as opened:
        page = opened[sheet - 1]
        words = page.get_textpage()
        found = {
            round(words.get_charbox(at, loose=True)[1], 2)
            for at in range(words.count_chars())
            if words.get_text_range(at, 1) == "数"
        }
    tops = sorted(found, reverse=True)
    return [(tops[0] - one) / pitch for one in tops]


def test_notes_take_room_from_the_page_and_leave_the_text_on_its_grid(typesetter):
    def long(note):
        blocks = [
            Paragraph(runs=(*text_of("数" * 150), *((footnote("注" * 60),) if note else ()), *text_of("数" * 150)))
            for _ in range(9)
        ]
        return fakes.document(fakes.article("云州办法", *blocks))

    with_notes, without = (typesetter.render(long(note), fakes.LOOK, {}, final=True) for note in (True, False))
    lines = {name: body_lines(one.pdf, 3) for name, one in (("with", with_notes), ("without", without))}
    assert len(lines["with"]) < len(lines["without"])
    assert all(abs(one - round(one)) < 0.02 for one in lines["with"])
    assert with_notes.facts.articles[0].free_lines < without.facts.articles[0].free_lines or (
        with_notes.facts.articles[0].last > without.facts.articles[0].last
    )


def test_a_note_longer_than_its_page_goes_on_on_the_next(typesetter):
    paragraph = Paragraph(runs=(*text_of("正文"), footnote("长注" * 1500), *text_of("正文" * 900)))
    pages = pages_of(typesetter, fakes.document(fakes.article("云州办法", paragraph)))
    assert sum("长注长注" in page for page in pages) >= 2


@pytest.mark.parametrize("lines", range(22, 36))
def test_the_note_of_a_heading_is_on_its_page(typesetter, lines):
    head = Heading(level=1, runs=(*text_of("小标题"), footnote("题注")))
    above = Paragraph(runs=text_of("数" * 38 * lines))
    made = fakes.document(fakes.article("云州办法", above, head, Paragraph(runs=text_of("文" * 200))))
    (page,) = [page for page in pages_of(typesetter, made) if "小标题" in page]
    assert in_order(page, "小标题①", "文文", "①题注")


def test_every_article_counts_from_one(typesetter):
    one = Paragraph(runs=(*text_of("甲文"), footnote("甲注")))
    other = Paragraph(runs=(*text_of("乙文"), footnote("乙注")))
    text = "".join(pages_of(typesetter, fakes.document(fakes.article("甲", one), fakes.article("乙", other))))
    assert in_order(text, "甲文①", "乙文①", "①甲注", "①乙注")


def test_the_word_file_has_them_as_footnotes_and_below_the_table(made):
    data = word_file(made)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body, notes = (package.read(f"word/{name}.xml").decode() for name in ("document", "footnotes"))
        settings = package.read("word/settings.xml").decode()
    assert in_order(re.sub(r"<[^>]*>|\s", "", body), "云州登记①。", "第一项②", "③丙注", "完。", "（来源：")
    assert re.findall(r'<w:footnoteReference w:customMarkFollows="1" w:id="(\d+)"/>', body) == ["1", "2"]
    assert re.sub(r"<[^>]*>|\s", "", notes) == "①甲注②乙注"
    assert re.findall(r'<w:footnote (?:w:type="\w+" )?w:id="(-?\d)"', notes) == ["-1", "0", "1", "2"]
    assert "w:footnotePr" in settings
    assert "甲注" in mammoth.convert_to_html(io.BytesIO(data)).value


def test_a_word_file_without_footnotes_has_no_part_for_them():
    made = fakes.document(fakes.article("云州办法"))
    data = word_file(made)
    assert "word/footnotes.xml" not in zipfile.ZipFile(io.BytesIO(data)).namelist()
