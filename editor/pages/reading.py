"""What somebody's PDF says, and on which pages it looks otherwise than another one. For one thread only."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2

from editor.document.copy_mark import KEYS, CopyMark, mark_of
from editor.model.errors import UserError
from editor.model.language import tr

# half a millimetre is two pixels: a changed point is seen, and 25 pages cost half a second
_SCALE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfReading:
    """texts: of the pages in order; mark: of a copy, as it says itself; None for none."""

    title: str
    texts: tuple[str, ...]
    mark: CopyMark | None = None


def read_pdf(data: bytes) -> PdfReading:
    """Return what a PDF says. Raises UserError for a file that is none or damaged."""
    with _opened(data) as document:
        title = str(document.get_metadata_value("Title"))
        mark = mark_of({key: str(document.get_metadata_value(key)) for key in KEYS})
        texts = tuple(_text(document, number) for number in range(len(document)))
        return PdfReading(title=title, texts=texts, mark=mark)


def page_count(data: bytes) -> int:
    """Return how many pages a PDF has. Raises UserError for a file that is none or damaged."""
    with _opened(data) as document:
        return len(document)


def pages_that_look_different(one: bytes, other: bytes) -> tuple[int, ...]:
    """Return the sheets (from 1) that both have and whose pixels differ. Raises UserError."""
    with _opened(one) as left, _opened(other) as right:
        both = range(min(len(left), len(right)))
        return tuple(number + 1 for number in both if page_pixels(left, number) != page_pixels(right, number))


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise UserError(tr("这个 PDF 已损坏，或者不是 PDF，打不开。")) from error


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    try:
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
