"""Draws a PDF's pages for the screen, and finds what is printed at a point."""

from types import TracebackType
from typing import Self

import pypdfium2

from editor.pages.printed_text import nearest, place_in, printed_between
from editor.pages.reports import PagePicture, WantedPlace

_POINTS_PER_INCH = 72


class Rasteriser:
    """An opened PDF; PDFium must not be used from two threads at once."""

    def __init__(self, pdf: bytes) -> None:
        """Open a PDF that the typesetter wrote."""
        self._document = pypdfium2.PdfDocument(pdf)

    def __enter__(self) -> Self:
        """Return the rasteriser itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the PDF."""
        self.close()

    def close(self) -> None:
        """Close the PDF."""
        self._document.close()

    @property
    def document(self) -> pypdfium2.PdfDocument:
        """The opened PDF."""
        return self._document

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Return width and height of every page in pt."""
        return tuple(self._document.get_page_size(index) for index in range(len(self._document)))

    def picture(self, sheet: int, *, resolution: float) -> PagePicture:
        """Return a page as pixels. sheet: from 1; resolution: pixels an inch."""
        page = self._document[sheet - 1]
        bitmap = page.render(scale=resolution / _POINTS_PER_INCH, prefer_bgrx=True, may_draw_forms=False)
        try:
            return PagePicture(
                width=bitmap.width, height=bitmap.height, stride=bitmap.stride, data=bytes(bitmap.buffer)
            )
        finally:
            bitmap.close()
            page.close()

    def place(self, wanted: WantedPlace) -> int | None:
        """Return the place in the wanted text at the point, None beside the text."""
        printed = printed_between(self._document, wanted.start, wanted.end)
        found = nearest(printed, wanted.spot, wanted.x, reach=wanted.reach)
        if found is None:
            return None
        at, after = found
        return place_in(wanted.text, "".join(one.char for one in printed), at, after=after)
