"""The pictures of a document at no more than 300 dpi of the size at which it prints them."""

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, assert_never

from editor.document.look import LookTable
from editor.document.parts import BackMatter, ContentsPage, Cover, CreditsPage, Document, Part, SectionPart
from editor.model.block_kinds import figures_in
from editor.model.picture import Picture

if TYPE_CHECKING:
    from PIL import Image

MOST_DPI = 300
FIGURE_SHARE = 0.55  # of the type area's height, at most
_MM_PER_INCH, _MM_PER_POINT = 25.4, 25.4 / 72
_MASTHEAD_HEIGHT, _CODE_SIDE, _LOGO_HEIGHT = 24.0, 27.0, 15.8  # mm, the smaller of PDF and Word
_JPEG_QUALITY = 90
_QUICK = 1
# the typesetter refuses a JPEG with a longer side
_MOST_SIDE = 16_000
_SMOOTH = ("L", "LA", "RGB", "RGBA")


def at_print_size(
    document: Document, look: LookTable, pictures: Mapping[str, bytes], *, small: bool = True
) -> dict[str, bytes]:
    """Return pictures by the sha256 of what they were, each with only the pixels that its largest print needs.

    small: in as few bytes as can be, for a file that takes them as they are; the typesetter packs the pixels itself.
    """
    widest: dict[str, float] = {}
    pixels: dict[str, tuple[int, int]] = {}
    for picture, width in _uses(document, look):
        widest[picture.sha256] = max(width, widest.get(picture.sha256, 0))
        pixels[picture.sha256] = picture.width, picture.height
    needed = {digest: max(1, int(width / _MM_PER_INCH * MOST_DPI)) for digest, width in widest.items()}
    large = {
        digest for digest, width in needed.items() if pixels[digest][0] > width or max(pixels[digest]) > _MOST_SIDE
    }
    packing: dict[str, Any] = {"optimize": True} if small else {"compress_level": _QUICK}
    return {
        digest: _fitted(data, needed[digest], packing) if digest in large else data for digest, data in pictures.items()
    }


def _fitted(data: bytes, width: int, packing: Mapping[str, Any]) -> bytes:
    # imported only for a picture that may be too large: most issues have none, and the import takes time
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        width = min(image.width, width, _MOST_SIDE)
        if (image.width, image.height) == _scaled(image, width):
            return data
        whole = image if image.mode in _SMOOTH else image.convert("RGBA" if image.has_transparency_data else "RGB")
        reduced = whole.resize(_scaled(image, width), Image.Resampling.LANCZOS)
        buffer = io.BytesIO()
        if image.format == "JPEG":
            reduced.save(buffer, "JPEG", quality=_JPEG_QUALITY)
        else:
            reduced.save(buffer, "PNG", **packing)
    return buffer.getvalue()


def _scaled(image: "Image.Image", width: int) -> tuple[int, int]:
    return width, min(_MOST_SIDE, max(1, round(image.height * width / image.width)))


def _uses(document: Document, look: LookTable) -> Iterator[tuple[Picture, float]]:
    """Yield pictures with the width in mm at which they are printed."""
    measure = look.measure * _MM_PER_POINT
    for part in document.parts:
        yield from _of_part(part, look)
    tallest = FIGURE_SHARE * look.count("grid.lines") * look.points("grid.pitch") * _MM_PER_POINT
    for article in document.articles():
        for figure in figures_in(article.blocks):
            if figure.picture:
                yield figure.picture, min(measure * figure.width / 1000, tallest * _aspect(figure.picture))


def _of_part(part: Part, look: LookTable) -> Iterator[tuple[Picture, float]]:
    """Yield the pictures of a part but for those in articles."""
    match part:
        case Cover():
            yield from _of_cover(part, look)
        case CreditsPage():
            yield from ((contact.picture, _CODE_SIDE) for contact in part.contacts if contact.picture)
        case BackMatter():
            logos = (logo for one in part.publishers for logo in (one.logo, one.dark_logo) if logo)
            yield from ((logo, _LOGO_HEIGHT * _aspect(logo)) for logo in logos)
        case ContentsPage() | SectionPart():
            return
        case _:
            assert_never(part)


def _of_cover(cover: Cover, look: LookTable) -> Iterator[tuple[Picture, float]]:
    page = look.millimetres("page.width")
    if cover.masthead_picture:
        yield cover.masthead_picture, min(page, _MASTHEAD_HEIGHT * _aspect(cover.masthead_picture))
    if cover.picture:
        height = look.millimetres("cover.panel_height") if "cover.panel_height" in look.settings else 0.0
        yield cover.picture, max(page, height * _aspect(cover.picture))


def _aspect(picture: Picture) -> float:
    return picture.width / picture.height
