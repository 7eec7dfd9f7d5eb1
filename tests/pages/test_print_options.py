"""What printers and proof-readers ask for, in the finished PDF."""

import datetime as dt
import io
import re

import pypdfium2
import pytest
from pypdf import PdfReader

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.document.print_options import PLAIN, GalleyProof, PrintOptions, blank_pages
from editor.interchange.sample import sample_issue
from editor.model.publication import PageStart, Profile, Publisher
from editor.pages.typesetter import Typesetter
from tests.fakes import LOOK, article, issue_of

PROOF = GalleyProof(number=2, at=dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC), code="1a2b3c4d")
POINTS_PER_MM = 72 / 25.4


@pytest.fixture(scope="module")
def render():
    issue, _, pictures = sample_issue()
    look = look_table(issue.look)
    sample = issue_document(issue, title_width=look.title_width)
    with Typesetter() as typesetter:
        yield lambda options: typesetter.render(sample, look, pictures, final=True, options=options)


@pytest.fixture(scope="module")
def plain(render):
    return render(PLAIN)


def texts(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return [page.get_textpage().get_text_bounded() for page in opened]


def sizes(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return [page.get_size() for page in opened]


def test_without_options_every_byte_is_the_same_after_others(render, plain):
    render(PrintOptions(duplex=True, watermark="校样", proof=PROOF))
    assert render(PLAIN).pdf == plain.pdf


@pytest.mark.parametrize(
    ("publishers", "texts_last"), [((Publisher(name="云州院", paragraphs=("简介",)),), True), ((), False)]
)
def test_pages_to_a_multiple_of_four_keep_the_back_cover_last(publishers, texts_last):
    articles = [article(str(number), page_start=PageStart.PAGE) for number in range(1 + len(publishers))]
    issue = issue_of(*articles, profile=Profile(masthead="云州观察", publishers=publishers, back_heading="主编简介"))
    made = issue_document(issue, title_width=LOOK.title_width)
    with Typesetter() as typesetter:
        plain = typesetter.render(made, LOOK, {}, final=True)
        filled = texts(typesetter.render(made, LOOK, {}, final=True, options=PrintOptions(of_four=True)).pdf)
    blanks = blank_pages(plain.facts.sheets)
    assert blanks > 0
    assert len(filled) == plain.facts.sheets + blanks
    written = [bool(text.strip()) for text in filled]
    inside = plain.facts.sheets - int(texts_last)
    assert written == [True] * inside + [False] * blanks + [True] * int(texts_last)
    assert ("主编简介" in filled[-1]) is texts_last


def test_pages_are_called_by_their_folios(plain):
    labels = PdfReader(io.BytesIO(plain.pdf)).page_labels
    front = plain.facts.front
    assert labels[:front] == ["i", "ii", "iii"][:front]
    assert labels[front : front + 11] == [f"{number:02}" for number in range(1, 12)][: len(labels) - front]


def test_duplex_begins_on_right_hand_pages_with_folios_outside(render, plain):
    rendering = render(PrintOptions(duplex=True))
    made = texts(rendering.pdf)
    assert not made[1].strip(), "the cover's back is blank"
    assert rendering.facts.front % 2 == 0, "folio 1 is a right-hand page"
    assert [pages.first for pages in rendering.facts.articles] == [pages.first for pages in plain.facts.articles]
    with pypdfium2.PdfDocument(rendering.pdf) as opened:
        for folio in (1, 2):
            page = opened[rendering.facts.front + folio - 1]
            text = page.get_textpage()
            searcher = text.search(f"{folio:02}")
            found = []
            while (hit := searcher.get_next()) is not None:
                found.append(text.get_charbox(hit[0]))
            lowest = min(found, key=lambda box: box[1])
            assert (lowest[0] > page.get_width() / 2) == (folio % 2 == 1)


def test_the_cover_alone_is_larger_by_the_bleed(render):
    first, *rest = sizes(render(PrintOptions(bleed=True)).pdf)
    assert first == pytest.approx((216 * POINTS_PER_MM, 303 * POINTS_PER_MM), abs=0.1)
    assert {tuple(round(side) for side in size) for size in rest} == {(595, 842)}


def test_the_watermark_is_on_every_page_and_moves_nothing(render, plain):
    rendering = render(PrintOptions(watermark="送审稿"))
    assert rendering.facts == plain.facts
    assert all("送审稿" in re.sub(r"\s", "", text) for text in texts(rendering.pdf))


def test_a_proof_has_stamp_and_line_numbers_and_the_same_pages(render, plain):
    rendering = render(PrintOptions(proof=PROOF))
    made = texts(rendering.pdf)
    assert all("第 2 次" in text and "1a2b3c4d" in text for text in made)
    body = made[plain.facts.front].splitlines()
    assert {"5", "10", "15"} <= {line.strip() for line in body}
    assert [(p.first, p.last, p.free_lines) for p in rendering.facts.articles] == [
        (p.first, p.last, p.free_lines) for p in plain.facts.articles
    ]


@pytest.mark.parametrize(("sheets", "blanks"), [(16, 0), (17, 3), (18, 2), (19, 1), (1, 3)])
def test_blank_pages_fill_up_to_four(sheets, blanks):
    assert blank_pages(sheets) == blanks


def test_the_sample_is_small_enough_for_mail(plain):
    assert len(plain.pdf) <= 3_000_000
