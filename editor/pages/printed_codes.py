"""Reads codes back from the rendered pages, as a telephone would from the print."""

import io
from collections.abc import Iterable, Iterator
from itertools import groupby

import pypdfium2
from PIL import Image

from editor.model.dataclass import dataclass
from editor.model.foreign import DECODER_FAULTS

_FAULTS: tuple[type[Exception], ...] = (*DECODER_FAULTS, Image.DecompressionBombError)
RESOLUTION = 300
"""Pixels an inch: what an office printer prints."""
_POINTS_PER_INCH, _UM_PER_POINT, _QUIET = 72, 25400 / 72, 6
_Box = tuple[float, float, float, float]  # left, bottom, right, top in pt from the lower left corner


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRegion:
    """A strip of a page in which a code stands. sheet: from 1; top, bottom: µm from the page's upper edge.

    whole: of its full width, else its left half, where the codes of links begin.
    """

    name: str
    sheet: int
    top: int
    bottom: int
    whole: bool = False


def read_codes(pdf: bytes, regions: Iterable[CodeRegion]) -> dict[str, tuple[str, ...]]:
    """Return what the codes in each region say, by its name; nothing where none can be read."""
    ordered = sorted(regions, key=lambda one: one.sheet)
    with pypdfium2.PdfDocument(pdf) as document:
        # a page is opened once: that costs more than drawing a part of it
        return {
            one.name: tuple(_read(_part(page, _strip(page, one))))
            for sheet, group in groupby(ordered, key=lambda one: one.sheet)
            for page in (document[sheet - 1],)
            for one in group
        }


def read_picture_codes(pdf: bytes, sheet: int) -> tuple[str, ...]:
    """Return what the codes among the pictures of a sheet say. sheet: from 1."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[sheet - 1]
        boxes = [one.get_bounds() for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
        return tuple(dict.fromkeys(text for box in boxes for text in _read(_part(page, box))))


def read_picture(data: bytes) -> tuple[str, ...]:
    """Return what the codes of a picture say; nothing for data that are no picture."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            return tuple(_read(image.convert("L"), large=True))
    except _FAULTS:
        return ()


def _strip(page: pypdfium2.PdfPage, region: CodeRegion) -> _Box:
    width, height = page.get_size()
    right = width if region.whole else width / 2
    return 0, max(0.0, height - region.bottom / _UM_PER_POINT), right, height - region.top / _UM_PER_POINT


def _part(page: pypdfium2.PdfPage, box: _Box) -> Image.Image:
    """Return a part of a page in grey, with a quiet zone around it."""
    width, height = page.get_size()
    left, bottom, right, top = box
    edges = (left - _QUIET, bottom - _QUIET, width - right - _QUIET, height - top - _QUIET)
    bitmap = page.render(
        scale=RESOLUTION / _POINTS_PER_INCH,
        crop=tuple(max(0.0, edge) for edge in edges),
        grayscale=True,
        may_draw_forms=False,
        draw_annots=False,
    )
    made: Image.Image = bitmap.to_pil()
    return made


def _read(image: Image.Image, *, large: bool = False) -> Iterator[str]:
    """Yield what codes say. large: a module may take many pixels, which a print never has."""
    import zxingcpp

    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(image, formats=formats, try_rotate=False, try_invert=False, try_downscale=large)
    return (one.text for one in found)
