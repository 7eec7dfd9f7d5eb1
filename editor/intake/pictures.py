"""Pictures at intake: loaded fully, turned upright, brought to RGB and to a width for print, re-encoded once."""

import hashlib
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from PIL import Image, ImageOps

from editor.intake.picture_colours import colour_changes, in_rgb
from editor.intake.picture_kinds import MEDIA_TYPES, PictureKind, kind_of, vector_type
from editor.model.errors import UserError
from editor.model.foreign import DECODER_FAULTS
from editor.model.language import tr
from editor.model.picture import MOST_PIXELS, Picture, StoredPicture, VectorPicture

WIDEST = 4_000
"""px: 170 mm, the widest column of an A4 page, at 600 dpi; export reduces further, to 300 dpi at the printed width."""
_JPEG_QUALITY, _JPEG_START = 92, b"\xff\xd8"
# the typesetter sets no JPEG beyond 16,384 px; as PNG it does
_LONGEST_JPEG = 16_000
_FAULTS: tuple[type[Exception], ...] = (*DECODER_FAULTS, Image.DecompressionBombError)
_REFUSED: tuple[type[Exception], ...] = (UserError, *_FAULTS)
_LARGEST_DRAWING = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenPicture:
    """A picture as it is stored. data: PNG, or JPEG where it came as one; changes: sentences."""

    picture: Picture
    data: bytes
    changes: tuple[str, ...] = ()


def take_picture(data: bytes, *, name: str) -> tuple[Picture, bytes]:
    """Return a picture and the bytes to store, as `taken_picture` does."""
    taken = taken_picture(data, name=name)
    return taken.picture, taken.data


def taken_picture(data: bytes, *, name: str, widest: int = WIDEST) -> TakenPicture:
    """Return a picture as it is stored: upright, in RGB or grey of eight bits, no wider than print needs.

    widest: px. Raises UserError, naming the file, for what is no picture, is cut short or has over 50 million pixels.
    """
    kind = _known(data, name)
    try:
        opened = _opened(data, kind, name)
        changes = tuple(colour_changes(opened, data, name=name))
        upright = in_rgb(ImageOps.exif_transpose(opened))
        flat = _to_width(upright, widest)
        stored = _encoded(flat, jpeg=kind is PictureKind.JPEG and max(flat.size) <= _LONGEST_JPEG)
    except _FAULTS as error:
        raise UserError(tr("图片“{name}”不完整或已损坏，请重新取得后再放入。", name=name)) from error
    media_type = "image/jpeg" if stored.startswith(_JPEG_START) else "image/png"
    digest = hashlib.sha256(stored).hexdigest()
    picture = Picture(sha256=digest, media_type=media_type, width=flat.width, height=flat.height)
    return TakenPicture(picture=picture, data=stored, changes=(*changes, *_narrowed(upright, flat, name)))


def _narrowed(before: Image.Image, after: Image.Image, name: str) -> Iterator[str]:
    if after is not before:
        yield tr(
            "图片“{name}”宽 {old} 像素，印不出这么细，已缩到 {new} 像素。", name=name, old=before.width, new=after.width
        )


def check_picture(picture: Picture, data: bytes) -> bool:
    """Return whether stored bytes are a whole picture of the kind and size described, no larger than is allowed."""
    if picture.width * picture.height > MOST_PIXELS:
        return False
    return _size_as(data, picture.media_type) == (picture.width, picture.height)


def check_stored(picture: StoredPicture, data: bytes) -> bool:
    """Return whether stored bytes are what is described: a whole picture, or a drawing of no more than 32 MB."""
    match picture:
        case Picture():
            return check_picture(picture, data)
        case VectorPicture():
            return vector_type(data) == picture.media_type and len(data) <= _LARGEST_DRAWING
        case _:
            assert_never(picture)


def is_picture(data: bytes, media_type: str) -> bool:
    """Return whether stored bytes are a whole picture of a kind, no larger than is allowed."""
    return _size_as(data, media_type) is not None


def _size_as(data: bytes, media_type: str) -> tuple[int, int] | None:
    """Return width and height of a whole picture, None for what is none of this kind."""
    kind = kind_of(data)
    if kind is None or MEDIA_TYPES.get(kind) != media_type:
        return None
    try:
        return _opened(data, kind, "").size
    except _REFUSED:
        return None


def _known(data: bytes, name: str) -> PictureKind:
    kind = kind_of(data)
    if kind:
        return kind
    if vector_type(data):
        raise UserError(
            tr(
                "“{name}”是 Office 的矢量图（EMF 或 WMF），印不出来，没有放入，文字不受影响。"
                "请在 Word 里把它另存为 PNG 后再放入。",
                name=name,
            )
        )
    raise UserError(tr("“{name}”不是能用的图片，请另存为 PNG 或 JPEG 后再放入。", name=name))


def _opened(data: bytes, kind: PictureKind, name: str) -> Image.Image:
    """Return a picture read to its end by the decoder of its kind. Raises UserError and _FAULTS."""
    with warnings.catch_warnings():
        # warnings of the decoder are harmless, or followed by an exception
        warnings.simplefilter("ignore")
        return _read(Image.open(io.BytesIO(data), formats=(kind,)), name)


def _read(image: Image.Image, name: str) -> Image.Image:
    if image.width * image.height > MOST_PIXELS:
        raise UserError(
            tr(
                "图片“{name}”有 {width}×{height} 像素，太大了，请缩小后再放入。",
                name=name,
                width=image.width,
                height=image.height,
            )
        )
    image.load()
    return image


def _to_width(image: Image.Image, widest: int) -> Image.Image:
    """Return a picture no wider than so many px."""
    if image.width <= widest:
        return image
    height = max(1, round(image.height * widest / image.width))
    return image.resize((widest, height), Image.Resampling.LANCZOS)


def _encoded(image: Image.Image, *, jpeg: bool) -> bytes:
    buffer = io.BytesIO()
    if jpeg:
        image.convert("RGB").save(buffer, "JPEG", quality=_JPEG_QUALITY)
    else:
        image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
