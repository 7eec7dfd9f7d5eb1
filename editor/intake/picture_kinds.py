"""The kind of a picture by its first bytes, so that only the decoder of that kind is started."""

from enum import StrEnum
from types import MappingProxyType

_PLACEABLE_WMF = b"\xd7\xcd\xc6\x9a"
_PLAIN_WMF = (b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_EMF_START, _EMF_MARK, _EMF_MARK_AT = b"\x01\x00\x00\x00", b" EMF", 40


class PictureKind(StrEnum):
    """A kind that is accepted; the value is Pillow's name of its decoder."""

    PNG = "PNG"
    JPEG = "JPEG"
    GIF = "GIF"
    BMP = "BMP"
    TIFF = "TIFF"
    WEBP = "WEBP"


# Pillow's own table is empty until it has opened a picture
MEDIA_TYPES = MappingProxyType({PictureKind.PNG: "image/png", PictureKind.JPEG: "image/jpeg"})
"""What pictures are stored as."""
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", PictureKind.PNG),
    (b"\xff\xd8\xff", PictureKind.JPEG),
    (b"GIF87a", PictureKind.GIF),
    (b"GIF89a", PictureKind.GIF),
    (b"BM", PictureKind.BMP),
    (b"II*\0", PictureKind.TIFF),
    (b"MM\0*", PictureKind.TIFF),
    (b"II+\0", PictureKind.TIFF),
    (b"MM\0+", PictureKind.TIFF),
)


def kind_of(data: bytes) -> PictureKind | None:
    """Return the kind of a picture that comes in, None for anything else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return PictureKind.WEBP
    return next((kind for start, kind in _STARTS if data.startswith(start)), None)


def vector_type(data: bytes) -> str:
    """Return the media type of an EMF or WMF drawing of Office, which is kept but not printed; empty for others."""
    if data[:4] == _EMF_START and data[_EMF_MARK_AT : _EMF_MARK_AT + 4] == _EMF_MARK:
        return "image/emf"
    return "image/wmf" if data.startswith((_PLACEABLE_WMF, *_PLAIN_WMF)) else ""
