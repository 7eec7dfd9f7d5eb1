"""Rare characters: the pages are always made and say what the text says; what they cannot say is named everywhere."""

import io
import unicodedata

import docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.checks.finding import Level
from editor.desk.printing import print_files
from editor.document.coverage import RARE, can_print, rare_faces
from editor.document.missing_glyphs import said_missing_glyphs
from editor.document.substitutes import printable_document, printable_text
from editor.model.body import Paragraph, Table, plain, text_of
from editor.pages.typesetter import Typesetter
from tests.checks.issues import check
from tests.fakes import LOOK, article, document, issue_of

RARE_TEXT = "𠮷野家，𡈽地，𤭢；H₂O、误差−0.5、10⁻⁶；北京₂，ʃɪə，ἀρχή，Đặng，윤석열，བོད，ᠮᠣᠩ，ꆈꌠ，עברית，x̄ ± ẑ"


@pytest.fixture(scope="module")
def typesetter():
    with Typesetter() as made:
        yield made


def printed(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return "".join(page.get_textpage().get_text_range() for page in opened)


def bare(text):
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum() or char == "〓")


def test_pages_have_the_rare_characters_of_the_text(typesetter):
    made = document(article("𠮷野家的₂", Paragraph(runs=text_of("𠮷野家，𡈽地；H₂O、误差−0.5、10⁻⁶；ʃɪə，ἀρχή，Đặng"))))
    rendering = typesetter.render(made, LOOK, {}, final=True)
    shown = printed(rendering.pdf)
    assert all(char in shown for char in "𠮷𡈽₂−⁶ʃɪəἀρχήĐặ")
    assert said_missing_glyphs(made, LOOK) == ()


def test_a_text_of_many_scripts_is_set(typesetter):
    made = document(article("文字", Paragraph(runs=text_of(RARE_TEXT))))
    assert said_missing_glyphs(made, LOOK) == ()
    assert typesetter.render(made, LOOK, {}, final=True).pdf


def test_faces_of_rare_characters_are_loaded_only_where_they_are_needed():
    assert rare_faces(["今天的会议，2026年。"]) == ()
    assert rare_faces(["𠮷"]) == ("BulletinRareSong",)
    assert rare_faces(["x̄"]) != ()
    assert set(rare_faces([RARE_TEXT])) < set(RARE)


@pytest.mark.parametrize("char", ["😀", "\ufffd", "\ue123", "\U000f0001", "\U0003fffd", "𒀀"])
def test_what_no_face_has_is_a_geta_mark_in_both_files_and_named(char):
    issue = issue_of(article(f"题{char}", Paragraph(runs=text_of(f"甲{char}乙{char}"))), article("丙", link=""))
    files = print_files(issue, pictures={})
    assert "甲〓乙〓" in printed(files.pdf)
    words = "".join(paragraph.text for paragraph in docx.Document(io.BytesIO(files.word)).paragraphs)
    assert "甲〓乙〓" in words
    named = [line for line in files.warnings if f"U+{ord(char):04X}" in line]
    assert len(named) == 1
    assert f"“{char}”（U+{ord(char):04X}）" in named[0]


def test_every_place_is_named():
    many = [article(f"第{number}篇", Paragraph(runs=text_of(f"甲😀乙{'🚀' * number}"))) for number in range(1, 13)]
    (line,) = said_missing_glyphs(document(*many), LOOK)
    assert all(
        f"《第{number}篇》里的“😀”（U+1F600）1 处、“🚀”（U+1F680）{number} 处" in line for number in range(1, 13)
    )


def test_checks_name_every_place_as_an_error_and_offer_the_standard_character():
    text = "甲😀乙😀，赵\ue863主持"
    found = [
        one
        for one in check(issue_of(article("题", Paragraph(runs=text_of(text))))).findings
        if one.rule == "text.glyph"
    ]
    assert [one.place.span for one in found] == [(1, 2), (3, 4), (6, 7)]
    assert {one.level for one in found} == {Level.ERROR}
    assert [one.fix.shown if one.fix else "" for one in found] == ["", "", "䶮"]


def test_an_address_keeps_its_target_where_it_cannot_be_printed():
    made = printable_document(document(article("甲", link="https://example.org/😀")), LOOK)
    (one,) = made.articles()
    assert one.card.link == "https://example.org/%F0%9F%98%80"
    (other,) = printable_document(document(article("甲", link="https://example.org/a\x85b")), LOOK).articles()
    assert other.card.link == "https://example.org/a%C2%85b"


def test_a_document_that_can_be_printed_is_the_same_object():
    made = document(article("甲", Paragraph(runs=text_of("乙𠮷"))))
    assert printable_document(made, LOOK) is made


CHARACTERS = st.characters(exclude_categories=("Cs",))
LIKELY = st.sampled_from(
    "甲e x\u0301\u0304\u20dd\ufe0f\u200d\U0001f44d\U0001f3fbｶﾞ\u0e01\u0e33ກ\u0f40\u0f72\u1100\u1161\u11a8カ\u3099"
)


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.one_of(CHARACTERS, LIKELY), min_size=1, max_size=40))
def test_any_text_is_set_and_the_page_says_it(typesetter, text):
    cell = Table(head=(text_of("甲"),), rows=((text_of(text),),))
    made = document(article("题", Paragraph(runs=text_of(f"起{text}讫")), cell, Paragraph(runs=text_of("完"))))
    rendering = typesetter.render(made, LOOK, {}, final=True)
    shown = printable_text(text)
    assert shown.count("〓") >= sum(not can_print(char, ()) for char in text)
    body = plain(printable_document(made, LOOK).articles()[0].blocks[0].runs)
    assert body == f"起{shown}讫"
    assert printed(rendering.pdf).count("〓") >= shown.count("〓")
