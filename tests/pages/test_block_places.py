"""A place on a page leads to the block printed there, and a block to its place."""

import unicodedata
from itertools import pairwise

import pypdfium2
import pytest

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.interchange.sample import sample_issue
from editor.model.block_texts import block_texts
from editor.model.body import Figure, Heading, ItemList, Paragraph, Quote, text_of
from editor.model.page_facts import Spot
from editor.pages.typesetter import Typesetter
from tests.fakes import LOOK, article, document, prose

_POINTS = 72 / 25400


@pytest.fixture(scope="module")
def sample():
    issue, _, pictures = sample_issue()
    look = look_table(issue.look)
    with Typesetter() as typesetter:
        rendering = typesetter.render(issue_document(issue, title_width=look.title_width), look, pictures, final=False)
    return issue, rendering


def bare(text):
    kept = unicodedata.normalize("NFKC", text)
    return "".join(char for char in kept if char.isalnum())


def text_below(pdf, spot, height):
    """The text of a strip of the page that begins at a spot. height: µm."""
    with pypdfium2.PdfDocument(pdf) as opened:
        page = opened[spot.sheet - 1]
        top = page.get_height() - spot.y * _POINTS
        return bare(page.get_textpage().get_text_bounded(bottom=top - height * _POINTS, top=top))


def test_every_block_stands_where_the_facts_say(sample):
    issue, rendering = sample
    for one in issue.articles():
        pages = rendering.facts.of(one.uid)
        assert [place.block for place in pages.blocks] == [block.uid for block in one.blocks]
        for block, place in zip(one.blocks, pages.blocks, strict=True):
            if not isinstance(block, Figure):
                words = bare(next(text for text in block_texts(block) if text))[:12]
                assert words in text_below(rendering.pdf, place.start, 20_000)


def test_the_first_line_of_a_paragraph_begins_at_its_place(sample):
    issue, rendering = sample
    for one in issue.articles():
        for block, place in zip(one.blocks, rendering.facts.of(one.uid).blocks, strict=True):
            if isinstance(block, Paragraph) and len(block_texts(block)[0]) > 60:
                strip = text_below(rendering.pdf, place.start, 5_000)
                assert strip.startswith(bare(block_texts(block)[0])[:8])


def test_blocks_follow_each_other_down_the_pages(sample):
    _, rendering = sample
    for pages in rendering.facts.articles:
        starts = [pages.start, *(place.start for place in pages.blocks), pages.end]
        assert all(above < below for above, below in pairwise(starts))


def test_a_spot_names_the_block_printed_there(sample):
    _, rendering = sample
    for pages in rendering.facts.articles:
        assert pages.block_at(pages.start) == ""
        for place in pages.blocks:
            assert pages.block_at(Spot(sheet=place.start.sheet, y=place.start.y + 100)) == place.block
        assert pages.block_at(pages.end) == pages.blocks[-1].block


def test_a_block_ends_where_the_next_begins(sample):
    _, rendering = sample
    pages = rendering.facts.articles[0]
    first, second = pages.blocks[:2]
    assert pages.extent(first.block) == (first.start, second.start)
    assert pages.extent(pages.blocks[-1].block) == (pages.blocks[-1].start, pages.end)
    assert pages.extent("f" * 32) is None


def test_empty_blocks_have_no_place_and_the_rest_keep_theirs():
    blocks = (Paragraph(), Heading(level=1, runs=text_of("甲")), Quote(), Paragraph(runs=text_of("乙")))
    with Typesetter() as typesetter:
        facts = typesetter.facts(document(article("甲", *blocks)), LOOK, {})
    assert [place.block for place in facts.articles[0].blocks] == [blocks[1].uid, blocks[3].uid]


def test_a_block_that_goes_to_the_next_page_has_its_place_there():
    filler = Paragraph(runs=text_of(prose(38 * 33)))
    heading, items = Heading(level=1, runs=text_of("题")), ItemList(items=(text_of(prose(200)),) * 3)
    with Typesetter() as typesetter:
        facts = typesetter.facts(document(article("甲", filler, heading, items)), LOOK, {})
    first, second, third = (place.start for place in facts.articles[0].blocks)
    assert second.sheet == third.sheet == first.sheet + 1
    assert second.y < third.y
