"""Codes to scan among the pictures of a file: the address that one says becomes the missing link."""

import io
import warnings
from collections.abc import Iterable

from PIL import Image

from editor.intake.manuscript import IncomingPicture
from editor.intake.picture_kinds import kind_of
from editor.model.foreign import DECODER_FAULTS
from editor.text.address import usable_address

_MOST_PIXELS, _FEWEST_PX = 4_000_000, 40
_MOST_ASKEW = 1.3
_MOST_LOOKED_AT = 20
_FAULTS: tuple[type[Exception], ...] = (*DECODER_FAULTS, Image.DecompressionBombError)


def code_addresses(pictures: Iterable[IncomingPicture]) -> dict[str, str]:
    """Return by figure the web address that a picture is a code of; only square pictures are looked at."""
    found = {}
    for picture in list(pictures)[-_MOST_LOOKED_AT:]:
        address = _address(picture.data)
        if address:
            found[picture.figure] = address
    return found


def _address(data: bytes) -> str:
    kind = kind_of(data)
    if kind is None:
        return ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _decoded(Image.open(io.BytesIO(data), formats=(kind,)))
    except _FAULTS:
        # what is wrong with the picture is said where it is taken in
        return ""


def _decoded(image: Image.Image) -> str:
    short, long = sorted(image.size)
    if short < _FEWEST_PX or long > short * _MOST_ASKEW or short * long > _MOST_PIXELS:
        return ""
    import zxingcpp

    found = zxingcpp.read_barcodes(_on_white(image), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    texts = (usable_address(one.text) for one in found)
    return next((text for text in texts if text.startswith("http")), "")


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("L")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image.convert("RGBA"))
    return ground.convert("L")
