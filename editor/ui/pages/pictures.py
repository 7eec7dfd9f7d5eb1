"""Pictures of pages that are at hand."""

from dataclasses import dataclass

from PySide6.QtGui import QImage, QPixmap

from editor.pages.reports import PagePicture


@dataclass(frozen=True, slots=True)
class _Kept:
    resolution: float
    pixmap: QPixmap


class PagePictures:
    """The latest picture of each sheet, at whatever resolution it was drawn."""

    def __init__(self) -> None:
        self._kept: dict[int, _Kept] = {}

    def keep(self, sheet: int, resolution: float, picture: PagePicture) -> None:
        """Keep a page's pixels in place of older ones."""
        image = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        self._kept[sheet] = _Kept(resolution, QPixmap.fromImage(image))

    def pixmap(self, sheet: int) -> QPixmap | None:
        """Return the picture of a sheet, None where there is none yet."""
        kept = self._kept.get(sheet)
        return kept.pixmap if kept else None

    def keep_only(self, sheets: range) -> None:
        """Let go of all other sheets but the cover: a page at 150 % is 4 MB."""
        for sheet in [sheet for sheet in self._kept if sheet not in sheets and sheet != 1]:
            del self._kept[sheet]
