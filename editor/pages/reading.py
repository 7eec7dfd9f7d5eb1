"""The texts of an untrusted PDF, and the pages on which it looks different from another one. For one thread only.

Number and size of pages and the amount of text are checked before anything is drawn or read.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2

from editor.document.copy_mark import KEYS, CopyMark, mark_of
from editor.model.errors import UserError
from editor.model.foreign import DECODER_FAULTS
from editor.model.language import tr

# half a millimetre is two pixels: a changed point is seen, and 25 pages cost half a second
_SCALE = 1.0
_MOST_PAGES, _MOST_SIDE, _MOST_CHARACTERS = 2_000, 5_000, 200_000
_PASSWORD = 4  # FPDF_ERR_PASSWORD


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfReading:
    """texts: of the pages in order; mark: the copy's mark in the file's metadata, None for none."""

    title: str
    texts: tuple[str, ...]
    mark: CopyMark | None = None


def read_pdf(data: bytes) -> PdfReading:
    """Return the texts of a PDF. Raises UserError for a file that is no PDF, damaged, locked or far too large."""
    with opened_pdf(data) as document:
        _check_size(document)
        title = str(document.get_metadata_value("Title"))
        mark = mark_of({key: str(document.get_metadata_value(key)) for key in KEYS})
        texts = tuple(_text(document, number) for number in range(len(document)))
        return PdfReading(title=title, texts=texts, mark=mark)


def page_count(data: bytes) -> int:
    """Return how many pages a PDF has. Raises UserError for a file that is none or damaged."""
    with opened_pdf(data) as document:
        return len(document)


def pages_that_look_different(one: bytes, other: bytes) -> tuple[int, ...]:
    """Return the sheets (from 1) that both have and whose pixels differ. Raises UserError."""
    with opened_pdf(one) as left, opened_pdf(other) as right:
        _check_size(left)
        _check_size(right)
        both = range(min(len(left), len(right)))
        return tuple(number + 1 for number in both if _look_different(left, right, number))


def _look_different(left: pypdfium2.PdfDocument, right: pypdfium2.PdfDocument, number: int) -> bool:
    if left.get_page_size(number) != right.get_page_size(number):
        return True
    return page_pixels(left, number) != page_pixels(right, number)


@contextmanager
def opened_pdf(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF. Raises UserError for one that is damaged, locked or none."""
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise UserError(tr("这个 PDF 加了密码，读不出来。请换一份不加密码的。")) from error
        raise UserError(tr("这个 PDF 已损坏，或者不是 PDF，打不开。")) from error
    except DECODER_FAULTS as error:
        raise UserError(tr("这个 PDF 已损坏，或者不是 PDF，打不开。")) from error


def _check_size(document: pypdfium2.PdfDocument) -> None:
    """Raise UserError for pages larger than those of any issue: drawing them would take all memory."""
    if len(document) > _MOST_PAGES:
        raise UserError(tr("这个 PDF 有 {n} 页，多得不像一期刊物，没有读。", n=len(document)))
    for number in range(len(document)):
        side = max(document.get_page_size(number))
        if not side <= _MOST_SIDE:
            raise UserError(tr("这个 PDF 第 {sheet} 页大得不像一页纸，没有读。", sheet=number + 1))


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    try:
        if text.count_chars() > _MOST_CHARACTERS:
            raise UserError(tr("这个 PDF 第 {sheet} 页的字多得印不下，没有读。", sheet=number + 1))
        return str(text.get_text_bounded())
    finally:
        text.close()
        page.close()


def page_pixels(document: pypdfium2.PdfDocument, number: int) -> tuple[int, int, bytes]:
    """Return width, height and grey values of a page as it is compared. number: from 0."""
    page = document[number]
    bitmap = page.render(scale=_SCALE, grayscale=True)
    try:
        return bitmap.width, bitmap.height, bytes(bitmap.buffer)
    finally:
        bitmap.close()
        page.close()
