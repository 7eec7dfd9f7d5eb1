"""Colours of a picture as print and screen take them: eight bits a channel, sRGB or grey, transparency kept."""

import io
from collections.abc import Iterator

from PIL import Image, ImageCms

from editor.model.foreign import DECODER_FAULTS
from editor.model.language import tr

_SIXTEEN_BITS = 0xFFFF
_EIGHT = 8
# where a PNG says its bits a channel (ISO/IEC 15948, 11.2.2), and the tag by which a TIFF does (TIFF 6.0)
_PNG_BITS_AT, _TIFF_BITS = 24, 258
_FAULTS: tuple[type[Exception], ...] = (ImageCms.PyCMSError, *DECODER_FAULTS)
_SAID = frozenset(("RGB", "RGBA", "L", "LA", "P", "PA", "1"))


def is_deep(image: Image.Image, data: bytes) -> bool:
    """Return whether an opened picture has more than eight bits a channel. data: its bytes."""
    if image.mode[:1] in ("I", "F"):
        return True
    if image.format == "PNG":
        return data[_PNG_BITS_AT] > _EIGHT
    tags = getattr(image, "tag_v2", {})
    bits = tags.get(_TIFF_BITS, ())
    return any(one > _EIGHT for one in bits)


def colour_changes(image: Image.Image, data: bytes, *, name: str) -> Iterator[str]:
    """Yield a sentence for each thing that `in_rgb` changes of what is seen, or could be."""
    if is_deep(image, data):
        yield tr("图片“{name}”每个颜色有 16 位，已换成印刷用的 8 位。", name=name)
    if image.mode in ("CMYK", "LAB"):
        yield tr("图片“{name}”是印刷用的颜色（{mode}），已换成 RGB，请看一下颜色。", name=name, mode=image.mode)
    elif image.mode in _SAID and _foreign_profile(image):
        yield tr("图片“{name}”带有自己的颜色配置，已换成通用的 sRGB，请看一下颜色。", name=name)


def in_rgb(image: Image.Image) -> Image.Image:
    """Return a picture in RGB, RGBA or L, by its own colour profile where that is valid; the profile is left out."""
    made = _by_profile(image) or _without_profile(image)
    made.info.pop("icc_profile", None)
    return made


def _without_profile(image: Image.Image) -> Image.Image:
    if image.mode in ("RGB", "L", "RGBA"):
        return image
    if image.mode[:1] in ("I", "F"):
        return _in_eight_bits(image)
    if image.mode == "LAB":
        return _turned(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")))
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Scale grey values of 16 bits and more: Pillow's conversion alone makes everything above 255 white."""
    deep = image.convert("I") if image.mode.startswith("I;") else image
    most = float(_SIXTEEN_BITS) if deep is not image else max(255.0, _brightest(image))
    return deep.point(lambda value: value * (255 / most)).convert("L")


def _brightest(image: Image.Image) -> float:
    """Return the highest value of a picture of one band."""
    _, high = image.getextrema()
    return high if isinstance(high, (int, float)) else 0.0


def _by_profile(image: Image.Image) -> Image.Image | None:
    """Return the picture turned to sRGB by its own profile; None without one that is valid and says another thing."""
    profile = _foreign_profile(image)
    if profile is None or image.mode not in ("RGB", "RGBA", "CMYK", "P", "PA"):
        return None
    flat = image if image.mode == "CMYK" else _without_profile(image)
    try:
        turned = _turned(flat.convert("RGB") if flat.mode == "RGBA" else flat, profile)
    except _FAULTS:
        # a profile that is not for these colours
        return None
    if flat.mode == "RGBA":
        turned.putalpha(flat.getchannel("A"))
    return turned


def _turned(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    turned = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    if turned is None:
        raise ValueError(image.mode)
    return turned


def _foreign_profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """Return a picture's own colour profile where it is valid and not sRGB itself."""
    data = image.info.get("icc_profile")
    if not data:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        described = ImageCms.getProfileDescription(profile)
    except _FAULTS:
        return None
    grey = profile.profile.xcolor_space.strip() == "GRAY"
    return None if grey or "srgb" in described.lower() else profile
