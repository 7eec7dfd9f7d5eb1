"""Pictures at intake: loaded fully, turned upright, brought to RGB and re-encoded once."""

import hashlib
import io

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.picture import MOST_PIXELS, Picture

_JPEG_QUALITY = 92


def take_picture(data: bytes, *, name: str) -> tuple[Picture, bytes]:
    """Return a picture and the bytes to store: PNG, or JPEG where it came as one.

    Raises UserError, naming the file, for what is no picture, is cut short or has over 50 million pixels.
    """
    image, was_jpeg = _loaded(data, name)
    upright = ImageOps.exif_transpose(image)
    flat = _in_rgb(upright)
    stored = _encoded(flat, jpeg=was_jpeg)
    kind = "image/jpeg" if was_jpeg else "image/png"
    digest = hashlib.sha256(stored).hexdigest()
    return Picture(sha256=digest, media_type=kind, width=flat.width, height=flat.height), stored


def check_picture(picture: Picture, data: bytes) -> bool:
    """Return whether stored bytes are a whole picture of the kind and size described, no larger than is allowed."""
    if picture.width * picture.height > MOST_PIXELS:
        return False
    try:
        image, was_jpeg = _loaded(data, "")
    except UserError:
        return False
    kind = "image/jpeg" if was_jpeg else "image/png"
    return image.format in ("PNG", "JPEG") and (picture.media_type, *image.size) == (
        kind,
        picture.width,
        picture.height,
    )


def is_picture(data: bytes, kind: str) -> bool:
    """Return whether stored bytes are a whole picture of a kind, no larger than is allowed."""
    try:
        image, _ = _loaded(data, "")
    except UserError:
        return False
    return Image.MIME.get(image.format or "") == kind


def _loaded(data: bytes, name: str) -> tuple[Image.Image, bool]:
    try:
        image = Image.open(io.BytesIO(data))
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
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise UserError(tr("“{name}”不是能用的图片，请另存为 PNG 或 JPEG 后再放入。", name=name)) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise UserError(tr("图片“{name}”不完整或已损坏，请重新取得后再放入。", name=name)) from error
    return image, image.format == "JPEG"


def _in_rgb(image: Image.Image) -> Image.Image:
    if image.mode in ("RGB", "L", "RGBA"):
        return image
    if image.mode == "CMYK":
        return _from_cmyk(image)
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _from_cmyk(image: Image.Image) -> Image.Image:
    """Follow the picture's own profile where it has a sound one."""
    profile = image.info.get("icc_profile")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except ImageCms.PyCMSError:
            turned = None
        if turned is not None:
            return turned
    return image.convert("RGB")


def _encoded(image: Image.Image, *, jpeg: bool) -> bytes:
    buffer = io.BytesIO()
    if jpeg:
        image.convert("RGB").save(buffer, "JPEG", quality=_JPEG_QUALITY)
    else:
        image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
