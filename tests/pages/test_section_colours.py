"""A section's own colour on its opener and in the contents."""

import io
import zipfile
from dataclasses import replace

import pypdfium2
import pytest

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.model.publication import Look
from editor.pages.typesetter import Typesetter
from tests.fakes import article, issue_of
from tests.word_files import word_file

RED = (160, 28, 21)


def document_of(colour, look):
    issue = issue_of(article())
    sections = tuple(replace(section, colour=colour) for section in issue.sections)
    return issue_document(replace(issue, sections=sections), title_width=look.title_width)


def red_pages(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        pictures = [page.render(scale=2, rev_byteorder=True).to_pil().convert("RGB") for page in opened]
    return [RED in {colour for _, colour in picture.getcolors(1 << 20)} for picture in pictures]


@pytest.mark.parametrize("name", ["house", "gongwen"])
def test_a_sections_colour_is_printed_where_the_section_is_named(name):
    look = look_table(Look(name=name))
    with Typesetter() as typesetter:
        coloured = typesetter.render(document_of("#A01C15", look), look, {}, final=False)
        plain = typesetter.render(document_of("", look), look, {}, final=False)
        odd = typesetter.render(document_of("no colour", look), look, {}, final=False)
    first = coloured.facts.front
    assert red_pages(coloured.pdf)[first]
    assert name == "gongwen" or red_pages(coloured.pdf)[first - 1]
    assert not any(red_pages(plain.pdf))
    assert not any(red_pages(odd.pdf))


def test_word_has_it_too():
    look = look_table(Look(name="house"))
    made = document_of("#A01C15", look)
    data = word_file(made, look)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        heading = archive.read("word/document.xml").decode().split('"Heading1"')[1].split("</w:p>")[0]
    assert 'w:color w:val="A01C15"' in heading
