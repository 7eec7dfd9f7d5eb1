"""Somebody's PDF is read within bounds."""

import pypdfium2
import pytest

from editor.model.errors import UserError
from editor.pages.reading import pages_that_look_different, read_pdf
from tests.pages.pdfs import pdf_of


def test_a_page_of_text_is_read():
    assert [text.strip() for text in read_pdf(pdf_of("BT /F1 12 Tf 100 700 Td (Hello) Tj ET")).texts] == ["Hello"]


@pytest.mark.parametrize(
    ("data", "statements"),
    [
        (pdf_of(box="-32000 0 32000 32000"), "第 1 页大得不像"),
        (pdf_of(pages=3000), "有 3000 页"),
        (pdf_of("BT /F1 1 Tf " + "(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 10_000 + "ET"), "字多得印不下"),
        (pdf_of(count=999_999), "已损坏|999999 页"),
        (b"", "已损坏"),
        (b"%PDF-1.7\n", "已损坏"),
    ],
)
def test_what_no_issue_has_is_not_read(data, statements):
    with pytest.raises(UserError, match=statements):
        read_pdf(data)


def test_pages_of_another_size_are_told_apart_undrawn(monkeypatch):
    drawn = []
    monkeypatch.setattr(pypdfium2.PdfPage, "render", lambda page, **_: drawn.append(page))
    assert pages_that_look_different(pdf_of(box="0 0 595 842"), pdf_of(box="0 0 4000 4000")) == (1,)
    assert not drawn
