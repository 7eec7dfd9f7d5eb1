"""Footnotes as printed: numbers through an article, their words below it."""

import io
import re
from itertools import pairwise

import mammoth
import pypdfium2
import pytest

from editor.document.footnotes import footnote_number, numbered
from editor.model.block_texts import running_text
from editor.model.body import ANCHOR, ItemList, Paragraph, Run, Script, Table, text_of
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
    assert blocks[0].runs[1] == Run(text="①", script=Script.SUPER)
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


def test_the_page_has_numbers_in_the_text_and_the_words_below_it(made):
    with (
        Typesetter() as typesetter,
        pypdfium2.PdfDocument(typesetter.render(made, fakes.LOOK, {}, final=True).pdf) as pdf,
    ):
        text = re.sub(r"\s", "", "".join(page.get_textpage().get_text_bounded() for page in pdf))
    assert in_order(text, "云州登记①。", "第一项②", "数③", "完。", "①甲注", "②乙注", "③丙注", "（来源：")


def test_the_word_file_has_them_too(made):
    data = word_file(made)
    text = re.sub(r"\s", "", mammoth.extract_raw_text(io.BytesIO(data)).value)
    assert in_order(text, "云州登记①。", "第一项②", "完。", "①甲注", "②乙注", "③丙注", "（来源：")
