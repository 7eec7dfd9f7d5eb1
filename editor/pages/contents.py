"""An untrusted PDF as plain values. For one thread only.

Number and size of pages and the amount of text are checked before anything is taken.
"""

import pypdfium2

from editor.document.pdf_contents import Glyph, PdfContents, PdfPage
from editor.model.errors import UserError
from editor.model.foreign import DECODER_FAULTS
from editor.model.language import tr
from editor.pages.page_frame import PageFrame
from editor.pages.page_glyphs import Faces, glyphs_of
from editor.pages.page_objects import Shapes, links_of, shapes_of
from editor.pages.tag_pictures import with_drawn_figures
from editor.pages.tags import read_tags

import pypdfium2

_MOST_PAGES, _MOST_SIDE, _MOST_CHARACTERS = 500, 5_000, 2_000_000
_MOST_ON_A_PAGE, _MOST_OBJECTS = 100_000, 100_000
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_OWN_CREATOR = "Typst"


def read_contents(data: bytes, *, name: str) -> PdfContents:
    """Return what stands on the pages. Raises UserError, naming the file, for one that is none, damaged or locked.

    Also for one without any text, and for one that is far too large. Tags are read of the typesetter's PDFs only.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            return _read(document, data, name)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (_PASSWORD, _SECURITY):
            raise UserError(
                tr("“{name}”加了密码，读不出来。请用密码打开后另存为不加密码的 PDF，再放入。", name=name)
            ) from error
        raise UserError(_damaged(name)) from error
    except DECODER_FAULTS as error:
        raise UserError(_damaged(name)) from error


def _damaged(name: str) -> str:
    return tr("“{name}”已损坏，或者不是 PDF，打不开。请重新取得这个文件。", name=name)


def _read(document: pypdfium2.PdfDocument, data: bytes, name: str) -> PdfContents:
    if len(document) > _MOST_PAGES:
        raise UserError(
            tr("“{name}”有 {n} 页，太长了，没有读。请只留下需要的页再放入。", name=name, n=len(document))
        )
    faces = Faces()
    pages = _pages(document, faces, name)
    if not any(page.glyphs for page in pages):
        raise UserError(_without_text(name, pages))
    creator = str(document.get_metadata_value("Creator"))
    tags = read_tags(data) if creator.startswith(_OWN_CREATOR) else None
    return PdfContents(
        title=str(document.get_metadata_value("Title")),
        creator=creator,
        pages=with_drawn_figures(document, pages, tags) if tags else pages,
        faces=faces.found(),
        tags=tags,
    )


def _without_text(name: str, pages: tuple[PdfPage, ...]) -> str:
    if any(page.pictures for page in pages):
        return tr(
            "“{name}”是扫描或拍照的 PDF，里面只有图，没有文字，读不出来。请先用文字识别软件转成文字再放入。", name=name
        )
    return tr("“{name}”里没有文字，读不出来。请检查是否选错了文件。", name=name)


def _pages(document: pypdfium2.PdfDocument, faces: Faces, name: str) -> tuple[PdfPage, ...]:
    made: list[PdfPage] = []
    left = _MOST_CHARACTERS
    for number in range(len(document)):
        if not max(document.get_page_size(number)) <= _MOST_SIDE:
            raise UserError(tr("“{name}”第 {sheet} 页大得不像一页纸，没有读。", name=name, sheet=number + 1))
        page = document[number]
        try:
            made.append(_page(page, faces, min(left, _MOST_ON_A_PAGE), number=number, name=name))
        finally:
            page.close()
        left -= len(made[-1].glyphs)
    return tuple(made)


def _page(page: pypdfium2.PdfPage, faces: Faces, most: int, *, number: int, name: str) -> PdfPage:
    frame = PageFrame.of(page)
    glyphs = _glyphs(page, frame, faces, most)
    shapes = shapes_of(page, frame, most=_MOST_OBJECTS) if glyphs is not None else None
    if glyphs is None or shapes is None:
        raise UserError(tr("“{name}”第 {sheet} 页的内容多得不像一页纸，没有读。", name=name, sheet=number + 1))
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


def _glyphs(
    page: pypdfium2.PdfPage, frame: PageFrame, faces: Faces, most: int
) -> tuple[tuple[Glyph, ...], int] | None:
    """Return the characters and how many were left out because they stand askew, None for far too many."""
    text = page.get_textpage()
    try:
        return glyphs_of(text, frame, faces) if text.count_chars() <= most else None
    finally:
        text.close()
