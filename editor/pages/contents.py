"""An untrusted PDF as plain values. For one thread only; `contents_process` does it in a process of its own.

Number and size of pages and the amount of text are checked before anything is taken.
"""

from enum import StrEnum

import pypdfium2

from editor.document.pdf_contents import Glyph, PdfContents, PdfPage
from editor.model.foreign import DECODER_FAULTS
from editor.pages.page_frame import PageFrame
from editor.pages.page_glyphs import Faces, glyphs_of
from editor.pages.page_objects import Shapes, links_of, shapes_of
from editor.pages.tag_pictures import with_drawn_figures
from editor.pages.tags import read_tags
from editor.system.watching import Watch, unwatched

_MOST_PAGES, _MOST_SIDE, _MOST_CHARACTERS = 500, 5_000, 2_000_000
_MOST_ON_A_PAGE, _MOST_OBJECTS = 100_000, 100_000
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_OWN_CREATOR = "Typst"


class PdfFault(StrEnum):
    """Why a PDF was not read."""

    DAMAGED = "damaged"
    LOCKED = "locked"
    SCANNED = "scanned"
    EMPTY = "empty"
    TOO_LONG = "too long"
    HUGE_PAGE = "huge page"
    FULL_PAGE = "full page"


class UnreadablePdfError(Exception):
    """A PDF cannot be read. number: of the page, or how many there are; 0 for neither."""

    def __init__(self, fault: PdfFault, number: int = 0) -> None:
        """Take what is wrong and where."""
        super().__init__(fault, number)
        self.fault, self.number = fault, number


def read_contents(data: bytes, watch: Watch = unwatched) -> PdfContents:
    """Return what stands on the pages. watch: told pages read, pages in all. Raises UnreadablePdfError.

    Tags are read of the typesetter's PDFs only.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            return _read(document, data, watch)
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (_PASSWORD, _SECURITY)
        raise UnreadablePdfError(PdfFault.LOCKED if locked else PdfFault.DAMAGED) from error
    except DECODER_FAULTS as error:
        raise UnreadablePdfError(PdfFault.DAMAGED) from error


def _read(document: pypdfium2.PdfDocument, data: bytes, watch: Watch) -> PdfContents:
    if len(document) > _MOST_PAGES:
        raise UnreadablePdfError(PdfFault.TOO_LONG, len(document))
    faces = Faces()
    pages = _pages(document, faces, watch)
    if not any(page.glyphs for page in pages):
        scanned = any(page.pictures for page in pages)
        raise UnreadablePdfError(PdfFault.SCANNED if scanned else PdfFault.EMPTY)
    creator = str(document.get_metadata_value("Creator"))
    tags = read_tags(data) if creator.startswith(_OWN_CREATOR) else None
    return PdfContents(
        title=str(document.get_metadata_value("Title")),
        creator=creator,
        pages=with_drawn_figures(document, pages, tags) if tags else pages,
        faces=faces.found(),
        tags=tags,
    )


def _pages(document: pypdfium2.PdfDocument, faces: Faces, watch: Watch) -> tuple[PdfPage, ...]:
    made: list[PdfPage] = []
    left = _MOST_CHARACTERS
    for number in range(len(document)):
        watch(number, len(document))
        if not max(document.get_page_size(number)) <= _MOST_SIDE:
            raise UnreadablePdfError(PdfFault.HUGE_PAGE, number + 1)
        page = document[number]
        try:
            made.append(_page(page, faces, min(left, _MOST_ON_A_PAGE), sheet=number + 1))
        finally:
            page.close()
        left -= len(made[-1].glyphs)
    return tuple(made)


def _page(page: pypdfium2.PdfPage, faces: Faces, most: int, *, sheet: int) -> PdfPage:
    frame = PageFrame.of(page)
    glyphs = _glyphs(page, frame, faces, most)
    shapes = shapes_of(page, frame, most=_MOST_OBJECTS) if glyphs is not None else None
    if glyphs is None or shapes is None:
        raise UnreadablePdfError(PdfFault.FULL_PAGE, sheet)
    return _made(frame, glyphs, shapes, page)


def _made(frame: PageFrame, glyphs: tuple[tuple[Glyph, ...], int], shapes: Shapes, page: pypdfium2.PdfPage) -> PdfPage:
    return PdfPage(
        width=frame.width,
        height=frame.height,
        glyphs=glyphs[0],
        turned=glyphs[1],
        rules=tuple(shapes.rules),
        pictures=tuple(shapes.pictures),
        links=links_of(page, frame),
        drawings=shapes.drawings,
    )


def _glyphs(page: pypdfium2.PdfPage, frame: PageFrame, faces: Faces, most: int) -> tuple[tuple[Glyph, ...], int] | None:
    """Return the characters and how many were left out because they stand askew, None for far too many."""
    text = page.get_textpage()
    try:
        return glyphs_of(text, frame, faces) if text.count_chars() <= most else None
    finally:
        text.close()
