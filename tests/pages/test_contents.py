"""PDFs that cannot be read, each with its own sentence; and the process in which they are read."""

import io
import subprocess

import pypdf
import pytest
from PIL import Image

from editor.model.errors import UserError
from editor.pages import contents_process
from editor.pages.contents import PdfFault, UnreadablePdfError, read_contents
from editor.pages.contents_process import contents_of
from editor.system.watching import StoppedError
from tests.pages.pdfs import pdf_of

HELLO = "BT /F1 12 Tf 100 700 Td (Hello) Tj ET"


def locked():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_of(HELLO)))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def scanned():
    buffer = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(buffer, "PDF")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "fault", "words"),
    [
        (b"not a pdf", PdfFault.DAMAGED, "已损坏"),
        (locked(), PdfFault.LOCKED, "加了密码"),
        (scanned(), PdfFault.SCANNED, "没有文字"),
        (pdf_of(""), PdfFault.EMPTY, "没有文字"),
        (pdf_of(HELLO, pages=501), PdfFault.TOO_LONG, "501"),
        (pdf_of(HELLO, box="0 0 9000 9000"), PdfFault.HUGE_PAGE, "第 1 页"),
    ],
    ids=lambda value: str(value)[:12] if isinstance(value, str) else "",
)
def test_each_fault_has_a_sentence_that_names_the_file(data, fault, words):
    with pytest.raises(UnreadablePdfError) as caught:
        read_contents(data)
    assert caught.value.fault is fault
    sentence = contents_process.fault_words(fault, caught.value.number, name="稿.pdf")
    assert "稿.pdf" in sentence
    assert words in sentence


def test_characters_have_their_places():
    (page,) = read_contents(pdf_of(HELLO)).pages
    assert "".join(glyph.text for glyph in page.glyphs) == "Hello"
    first = page.glyphs[0]
    assert (round(first.left), round(first.top)) == (100, round(842 - 700 - 0.88 * 12))


def test_a_turned_page_is_read_as_it_is_shown():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_of("BT /F1 12 Tf 0 1 -1 0 100 200 Tm (Hello) Tj ET")))
    writer.pages[0].rotate(90)
    buffer = io.BytesIO()
    writer.write(buffer)
    (page,) = read_contents(buffer.getvalue()).pages
    assert (page.width, page.height) == (842, 595)
    assert [glyph.text for glyph in page.glyphs] == list("Hello")
    assert page.glyphs[0].left < page.glyphs[-1].left


def test_the_process_gives_the_same_as_the_call():
    data = pdf_of(HELLO)
    assert contents_of(data, name="稿.pdf") == read_contents(data)


def test_the_process_says_what_is_wrong():
    with pytest.raises(UserError, match=r"稿\.pdf.*已损坏"):
        contents_of(b"%PDF-1.7 nothing", name="稿.pdf")


def test_a_process_that_dies_is_one_sentence(monkeypatch):
    monkeypatch.setattr(contents_process, "COMMAND", "--no-such-option")
    with pytest.raises(UserError, match="读到一半出了错"):
        contents_of(pdf_of(HELLO), name="稿.pdf")


def test_the_process_tells_how_far_it_is():
    told = []
    contents_of(pdf_of(HELLO, pages=400), name="稿.pdf", watch=lambda done, whole: told.append((done, whole)))
    assert {whole for _, whole in told} <= {0, 400}
    assert told == sorted(told, key=lambda pair: pair[0])
    assert any(whole for _, whole in told)


def test_stopped_the_process_is_ended(monkeypatch):
    begun = []

    class Begun(subprocess.Popen):
        def __init__(self, *words, **settings):
            super().__init__(*words, **settings)
            begun.append(self)

    def watch(_done, _whole):
        raise StoppedError

    monkeypatch.setattr(contents_process.subprocess, "Popen", Begun)
    with pytest.raises(StoppedError):
        contents_of(pdf_of(HELLO, pages=400), name="稿.pdf", watch=watch)
    assert begun[0].returncode is not None
