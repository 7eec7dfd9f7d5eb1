"""Pictures of pages that are at hand."""

from collections.abc import Iterable

from PySide6.QtGui import QImage, QPixmap

from editor.pages.reports import PictureMade


class PagePictures:
    """The latest picture of each sheet, at whatever resolution it was drawn."""

    def __init__(self) -> None:
        self._kept: dict[int, QPixmap] = {}

    def keep(self, made: PictureMade) -> None:
        """Keep a page's pixels in place of older ones."""
        picture = made.picture
        image = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        self._kept[made.sheet] = QPixmap.fromImage(image)

    def take(self, newer: "PagePictures") -> None:
        """Take over newer pictures; the sheets they lack keep their older ones."""
        self._kept |= newer._kept  # noqa: SLF001 - its own kind

    def has(self, sheets: Iterable[int]) -> bool:
        """Return whether every one of the sheets has a picture."""
        return all(sheet in self._kept for sheet in sheets)

    def pixmap(self, sheet: int) -> QPixmap | None:
        """Return the picture of a sheet, None where there is none yet."""
        return self._kept.get(sheet)

    def keep_only(self, sheets: range) -> None:
        """Let go of all other sheets but the cover: a page at 150 % is 4 MB."""
        for sheet in [sheet for sheet in self._kept if sheet not in sheets and sheet != 1]:
            del self._kept[sheet]
