"""Figures of a tagged PDF that are no pictures but drawings: each is drawn as a picture. For one thread only."""

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2

from editor.document.pdf_contents import Marked, PdfPage, PlacedPicture, Tag
from editor.pages.page_frame import PageFrame
from editor.pages.page_objects import png_of

_SCALE = 200 / 72  # 200 dpi, as pictures are printed


def with_drawn_figures(document: pypdfium2.PdfDocument, pages: tuple[PdfPage, ...], tags: Tag) -> tuple[PdfPage, ...]:
    """Return the pages with a picture for every figure that has a place but neither a picture nor words.

    Codes of links, whose addresses are in their alternative text, are left out.
    """
    made = [list(page.pictures) for page in pages]
    for tag in tags.all_tags():
        marked = next(tag.marked(), None)
        if tag.kind == "Figure" and tag.box and "：http" not in tag.alt and marked and marked.page in range(len(pages)):
            made[marked.page] += _drawn(document, pages[marked.page], tag, marked)
    return tuple(replace(page, pictures=tuple(pictures)) for page, pictures in zip(pages, made, strict=True))


def _drawn(document: pypdfium2.PdfDocument, page: PdfPage, tag: Tag, marked: Marked) -> Iterator[PlacedPicture]:
    if any(picture.mark == marked.mark for picture in page.pictures):
        return
    opened = document[marked.page]
    try:
        left, foot, right, head = tag.box
        box = PageFrame.of(opened).box(left, foot, right, head)
        crop = (box[0], page.height - box[3], page.width - box[2], box[1])
        if min(crop) >= 0 and box[2] - box[0] > 1 and box[3] - box[1] > 1:
            bitmap = opened.render(scale=_SCALE, crop=crop, may_draw_forms=False)
            yield PlacedPicture(*box, png_of(bitmap.to_pil()), marked.mark)
    finally:
        opened.close()
