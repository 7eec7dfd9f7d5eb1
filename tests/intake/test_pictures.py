import io

import pytest
from PIL import Image

from editor.intake.pictures import take_picture
from editor.model.errors import UserError


def encoded(image, kind, **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def stored(data):
    picture, kept = take_picture(data, name="图.x")
    return picture, Image.open(io.BytesIO(kept))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_pictures_of_every_common_kind_become_png_or_jpeg(kind):
    picture, image = stored(encoded(Image.new("RGB", (30, 20), "red"), kind))
    assert (picture.width, picture.height) == image.size == (30, 20)
    assert picture.media_type == ("image/jpeg" if kind == "JPEG" else "image/png")


def test_a_cmyk_picture_becomes_rgb():
    assert stored(encoded(Image.new("CMYK", (8, 8)), "JPEG"))[1].mode == "RGB"


def test_a_turned_picture_is_stored_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    picture, _ = stored(encoded(Image.new("RGB", (40, 20)), "JPEG", exif=exif))
    assert (picture.width, picture.height) == (20, 40)


def test_the_same_picture_is_stored_as_the_same_bytes():
    data = encoded(Image.new("RGB", (30, 20), "red"), "PNG")
    assert take_picture(data, name="a") == take_picture(data, name="b")


@pytest.mark.parametrize("data", [b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_refused_by_name(data):
    with pytest.raises(UserError, match=r"图\.png"):
        take_picture(data, name="图.png")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_cut_short_is_refused_by_name(kind):
    data = encoded(Image.effect_noise((200, 200), 80), kind)
    with pytest.raises(UserError, match=r"图\.png"):
        take_picture(data[: len(data) // 2], name="图.png")


def test_a_giant_picture_is_refused_before_it_is_read():
    data = bytearray(encoded(Image.new("L", (10, 10)), "PNG"))
    data[16:24] = (60000).to_bytes(4, "big") * 2
    with pytest.raises(UserError, match=r"图\.png"):
        take_picture(bytes(data), name="图.png")
