"""Codes are read back from the pages that were set; what cannot be read is said with article, page and what to do."""

import io
import random
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from docx import Document as WordDocument
from PIL import Image

from editor.desk import printed_codes
from editor.desk.printed_codes import said_page_codes
from editor.desk.printing import print_files
from editor.document.code_symbol import code_symbol, symbol_png
from editor.document.issue_document import NO_CODE, issue_document
from editor.document.look_settings import printable_look
from editor.intake.pictures import take_picture
from editor.interchange.sample import sample_issue
from editor.model.body import Figure
from editor.model.publication import Look
from editor.pages import printed_codes as reading
from editor.text.quotes import within_title

CHINESE = "https://example.org/云州/通知?年=2025"
ENCODED = "https://example.org/%E4%BA%91%E5%B7%9E/%E9%80%9A%E7%9F%A5?%E5%B9%B4=2025"
LONG = "https://example.org/" + "a" * 1500
LOOKS = ("house", "gongwen")


def linked(*links, look="house"):
    """The sample, its first articles with these links."""
    issue, _, pictures = sample_issue()
    first, *rest = issue.sections
    given = iter(links)
    articles = tuple(replace(one, link=next(given, one.link)) for one in first.articles)
    return replace(issue, sections=(replace(first, articles=articles), *rest), look=Look(name=look)), pictures


def codes_on(pdf, sheet):
    with pypdfium2.PdfDocument(pdf) as opened:
        return {one.text for one in zxingcpp.read_barcodes(opened[sheet - 1].render(scale=300 / 72).to_pil())}


@pytest.mark.parametrize("look", LOOKS)
def test_chinese_in_a_link_is_encoded_in_the_code_and_printed_as_it_is(look):
    issue, pictures = linked(CHINESE, look=look)
    files = print_files(issue, pictures=pictures)
    uid = next(issue.articles()).uid
    sheet = files.facts.of(uid).card.start.sheet
    assert ENCODED in codes_on(files.pdf, sheet)
    with pypdfium2.PdfDocument(files.pdf) as opened:
        assert "云州/通知" in opened[sheet - 1].get_textpage().get_text_range()
    word = WordDocument(io.BytesIO(files.word))
    assert "云州/通知" in word.element.xml
    pictures = [part.blob for part in word.part.package.iter_parts() if part.partname.endswith(".png")]
    said = {one.text for data in pictures for one in zxingcpp.read_barcodes(Image.open(io.BytesIO(data)))}
    assert ENCODED in said
    assert not [words for words in files.warnings if "二维码" in words]


@pytest.mark.parametrize("look", LOOKS)
def test_a_link_too_long_for_a_code_says_so_in_its_place(look):
    issue, pictures = linked(LONG, look=look)
    files = print_files(issue, pictures=pictures)
    article = next(issue.articles())
    sheet = files.facts.of(article.uid).card.start.sheet
    with pypdfium2.PdfDocument(files.pdf) as opened:
        text = opened[sheet - 1].get_textpage().get_text_range()
    assert NO_CODE in text.replace("\r\n", "")
    assert NO_CODE in WordDocument(io.BytesIO(files.word)).element.xml
    said = [words for words in files.warnings if "太长" in words and article.title.text in words]
    assert len(said) == 1
    assert "第 " in said[0]
    assert "换一个短一些的链接" in said[0]


def test_a_code_that_says_something_else_is_named_with_article_and_page():
    issue, pictures = linked("https://example.org/right")
    files = print_files(issue, pictures=pictures, word=False)
    look = printable_look(issue.look, ())
    other, _ = linked("https://example.org/other")
    said = said_page_codes(issue_document(other, title_width=look.title_width), look, pictures, files.pdf, files.facts)
    assert len(said) == 1
    assert next(issue.articles()).title.text in said[0]
    assert "https://example.org/right" in said[0]
    assert "第 1 页" in said[0]


def test_a_code_that_cannot_be_read_is_named(monkeypatch):
    issue, pictures = linked()
    noise = Image.frombytes("L", (400, 300), random.Random(1).randbytes(120000))
    monkeypatch.setattr(reading, "_part", lambda _page, _box: noise)
    files = print_files(issue, pictures=pictures, word=False)
    coded = [one for one in issue.articles() if one.link]
    said = [words for words in files.warnings if "扫不出来" in words]
    assert len(said) == len(coded)
    assert all(within_title(one.title.text) in words for one, words in zip(coded, said, strict=True))


def test_an_export_of_word_alone_reads_its_pictures(monkeypatch):
    issue, pictures = linked(CHINESE)
    monkeypatch.setattr(printed_codes, "symbol_png", lambda _symbol: png(Image.new("L", (200, 200), 255)))
    files = print_files(issue, pictures=pictures, pdf=False)
    assert [words for words in files.warnings if "Word 文件里" in words and "扫不出来" in words]


def with_figure(data, **more):
    issue, pictures = linked()
    picture, stored = take_picture(data, name="码.png")
    first, *rest = issue.sections
    article = first.articles[0]
    figure = Figure(picture=picture, caption="图1　扫码", **more)
    articles = (replace(article, blocks=(*article.blocks, figure)), *first.articles[1:])
    changed = replace(issue, sections=(replace(first, articles=articles), *rest))
    return changed, pictures | {picture.sha256: stored}


def test_a_code_in_a_figure_is_read_back_as_well():
    code = symbol_png(code_symbol("https://example.org/" + "f" * 400))
    issue, pictures = with_figure(code)
    assert not [words for words in print_files(issue, pictures=pictures, word=False).warnings if "二维码" in words]
    small, pictures = with_figure(code, width=50)
    said = [words for words in print_files(small, pictures=pictures, word=False).warnings if "二维码" in words]
    assert len(said) == 1
    assert within_title(next(issue.articles()).title.text) in said[0]
    assert "图1（第 " in said[0]
    assert "请把图放大" in said[0]


def test_a_square_picture_that_is_no_code_or_cannot_be_read_says_nothing():
    issue, pictures = with_figure(png(Image.new("RGB", (300, 300), "#0b3f73")))
    assert not [words for words in print_files(issue, pictures=pictures, word=False).warnings if "二维码" in words]
    assert reading.read_picture(b"no picture") == ()


def png(image):
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
