"""The Word file holds the drawings that the typesetter makes of an issue, with and without a PDF beside it."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from editor.desk.printing import print_files
from editor.document.drawings import COVER, drawing_keys
from editor.document.issue_document import issue_document
from editor.document.look_settings import printable_look
from editor.interchange.sample import sample_issue
from editor.model.body import Figure
from editor.pages.typesetter import Typesetter
from tests import fakes


@pytest.fixture(scope="module")
def sample():
    issue, _, pictures = sample_issue()
    return issue, pictures


@pytest.fixture(scope="module")
def word_alone(sample):
    issue, pictures = sample
    return print_files(issue, pictures=pictures, pdf=False).word


def pictures_of(data):
    parts = docx.Document(io.BytesIO(data)).part.related_parts.values()
    return {part.blob for part in parts if part.partname.startswith("/word/media/")}


def drawing(sample):
    issue, pictures = sample
    look = printable_look(issue.look, ())
    document = issue_document(issue, title_width=look.title_width, edition=0)
    with Typesetter() as typesetter:
        return typesetter.drawings(drawing_keys(document, look, pictures), document, look, pictures)


def test_the_covers_drawing_is_as_large_as_its_place(sample):
    made = drawing(sample)
    assert list(made) == [COVER, "code3"]
    with Image.open(io.BytesIO(made[COVER])) as image:
        assert image.width / image.height == pytest.approx(210 / 124, rel=0.002)


def test_it_is_in_the_word_file_without_a_pdf(sample, word_alone):
    assert drawing(sample)[COVER] in pictures_of(word_alone)


def test_the_word_file_is_the_same_with_a_pdf_beside_it(sample, word_alone):
    issue, pictures = sample
    assert print_files(issue, pictures=pictures).word == word_alone


def test_a_chart_is_a_picture_told_in_words():
    rows = (("亿元", "产值"), ("2022年", "1205"), ("2023年", "1388"))
    figure = Figure(chart=rows, caption="图1 规模", width=500)
    made = print_files(fakes.issue_of(fakes.article("题", figure)), pictures={}, pdf=False).word
    document = docx.Document(io.BytesIO(made))
    told = [one.get("descr") for one in document.element.iter(qn("wp:docPr"))]
    assert "柱形图。图1 规模。单位：亿元。产值：2022年为1,205，2023年为1,388。" in told
    assert "图片待补" not in "".join(document.element.itertext())
    widths = [int(one.get("cx")) for one in document.element.iter(qn("wp:extent"))]
    assert any(width == pytest.approx(fakes.LOOK.measure / 2 * 12700, rel=0.01) for width in widths)
