"""Codes to scan among the pictures of a PDF."""

import io
import re

from PIL import Image

from editor.model.foreign import DECODER_FAULTS
from editor.model.picture import MOST_PIXELS

_FAULTS: tuple[type[Exception], ...] = (*DECODER_FAULTS, Image.DecompressionBombError)
_ADDRESS = re.compile(r"https?://\S+")
# of a side: codes are squares, with their quiet zone or a caption nearly
_SQUARE = 1.3


def address_in(data: bytes) -> str:
    """Return the address of the code that a picture shows, empty for any other picture."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            width, height = image.size
            if width * height > MOST_PIXELS or max(width, height) > _SQUARE * min(width, height):
                return ""
            return _decoded(image.convert("L"))
    except _FAULTS:
        return ""


def _decoded(image: Image.Image) -> str:
    import zxingcpp

    found = zxingcpp.read_barcodes(image)
    texts = [one.text.strip() for one in found]
    return next((text for text in texts if _ADDRESS.fullmatch(text)), "")
