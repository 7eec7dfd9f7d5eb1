"""Ruled lines, pictures and links of a page. For one thread only."""

import ctypes
import io
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from editor.document.pdf_contents import PlacedLink, PlacedPicture, Rule
from editor.model.foreign import DECODER_FAULTS
from editor.model.picture import MOST_PIXELS
from editor.pages.page_frame import PageFrame

_THIN = 2.6  # pt: the thickest line that counts as ruled
_SHORTEST = 6.0
_SMALLEST_PICTURE = 12.0  # pt: smaller ones are bullets and dots
_DEEPEST = 3
_MOST_LINKS, _MOST_PICTURES = 5_000, 400
_LONGEST_ADDRESS = 32_768
_JPEG = ("DCTDecode",)


@dataclass(slots=True)
class Shapes:
    """What is no text. drawings: how many shapes are no ruled lines."""

    rules: list[Rule] = field(default_factory=list)
    pictures: list[PlacedPicture] = field(default_factory=list)
    drawings: int = 0


def shapes_of(page: pypdfium2.PdfPage, frame: PageFrame, *, most: int) -> Shapes | None:
    """Return the shapes of a page, None for more objects than most."""
    made = Shapes()
    for count, one in enumerate(page.get_objects(max_depth=_DEEPEST)):
        if count > most:
            return None
        if one.type == pdfium.FPDF_PAGEOBJ_PATH:
            _take_path(made, one, frame)
        elif one.type == pdfium.FPDF_PAGEOBJ_IMAGE and len(made.pictures) < _MOST_PICTURES:
            _take_picture(made, one, frame)
    return made


def _take_path(made: Shapes, path: pypdfium2.PdfObject, frame: PageFrame) -> None:
    if path.level:
        # lines inside a drawing: their places would need the drawing's own matrix
        made.drawings += 1
        return
    left, top, right, bottom = frame.box(*path.get_bounds())
    stroked, filled = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path.raw, filled, stroked)
    segments = pdfium.FPDFPath_CountSegments(path.raw)
    if not stroked.value and not filled.value:
        return
    if min(right - left, bottom - top) <= _THIN:
        if max(right - left, bottom - top) >= _SHORTEST:
            made.rules.append(Rule(left, top, right, bottom))
    elif stroked.value and segments in (4, 5):
        made.rules += (
            Rule(left, top, right, top),
            Rule(left, bottom, right, bottom),
            Rule(left, top, left, bottom),
            Rule(right, top, right, bottom),
        )
    elif segments > 5:
        made.drawings += 1


def _take_picture(made: Shapes, picture: pypdfium2.PdfImage, frame: PageFrame) -> None:
    left, top, right, bottom = frame.box(*picture.get_bounds())
    if min(right - left, bottom - top) < _SMALLEST_PICTURE:
        return
    mark = pdfium.FPDFPageObj_GetMarkedContentID(picture.raw)
    made.pictures.append(PlacedPicture(left, top, right, bottom, _picture_data(picture), mark))


def _picture_data(picture: pypdfium2.PdfImage) -> bytes:
    """Return a picture as the JPEG that it is, else as PNG; nothing for one that PDFium cannot decode."""
    try:
        width, height = picture.get_px_size()
        if not 0 < width * height <= MOST_PIXELS:
            return b""
        if (
            tuple(picture.get_filters()) == _JPEG
            and picture.get_metadata().colorspace != pdfium.FPDF_COLORSPACE_DEVICECMYK
        ):
            return bytes(picture.get_data(decode_simple=False))
        return png_of(_pixels(picture))
    except (pypdfium2.PdfiumError, *DECODER_FAULTS):
        return b""


def _pixels(picture: pypdfium2.PdfImage) -> Image.Image:
    """Return a picture as it is shown; its own pixels where nothing of it is transparent or turned."""
    shown: Image.Image = picture.get_bitmap(render=picture.level == 0).to_pil()
    matrix = picture.get_matrix()
    upright = matrix.a > 0 and matrix.d > 0 and abs(matrix.b) + abs(matrix.c) < 1e-3
    plain: Image.Image = picture.get_bitmap(render=False).to_pil() if upright and _is_opaque(shown) else shown
    return plain


def _is_opaque(image: Image.Image) -> bool:
    return image.mode != "RGBA" or image.getchannel("A").getextrema() == (255, 255)


def png_of(image: Image.Image) -> bytes:
    """Return a picture as PNG."""
    buffer = io.BytesIO()
    flat = image.convert("RGB") if image.mode == "RGBA" and _is_opaque(image) else image
    flat.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def links_of(page: pypdfium2.PdfPage, frame: PageFrame) -> tuple[PlacedLink, ...]:
    """Return the areas of a page that lead to an address on the web."""
    made: list[PlacedLink] = []
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.raw, place, link):
            break
        address, area = _address(page, link), pdfium.FS_RECTF()
        if address and pdfium.FPDFLink_GetAnnotRect(link, area):
            made.append(PlacedLink(*frame.box(area.left, area.bottom, area.right, area.top), address))
    return tuple(made)


def _address(page: pypdfium2.PdfPage, link: object) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    size = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
    if not 1 < size <= _LONGEST_ADDRESS:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")
