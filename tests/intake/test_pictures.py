import hashlib
import io
import struct
import subprocess
import sys
import zlib

import pytest
from PIL import Image, ImageCms

from editor.intake.pictures import WIDEST, check_picture, is_picture, take_picture, taken_picture
from editor.intake.signed_scan import take_scan
from editor.model.errors import UserError
from editor.model.picture import Picture


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


# what is no picture of a kind that comes in is opened by no decoder at all


EMF = struct.pack("<I", 1) + b"\x6c\0\0\0" + bytes(32) + b" EMF" + bytes(100)
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 50 50\n%%EndComments\nshowpage\n"
FOREIGN = {
    "eps": EPS,
    "eps that never ends": EPS.replace(b"showpage", b"{} loop"),
    "eps behind a head of its own": b"\xc5\xd0\xd3\xc6"
    + struct.pack("<6I", 30, len(EPS), 0, 0, 0, 0)
    + b"\xff\xff"
    + EPS,
    "dds": b"DDS " + struct.pack("<I", 124) + bytes(120),
    "avif": b"\0\0\0\x1cftypavif" + bytes(200),
    "pcx": b"\x0a\x05\x01\x08" + bytes(124),
    "tga": b"\0\0\x02" + bytes(9) + struct.pack("<2H", 4, 4) + b"\x18\0" + bytes(48),
    "ppm": b"P6 2 2 255\n" + bytes(12),
    "psd": b"8BPS\0\x01" + bytes(100),
    "pdf": b"%PDF-1.7\n",
    "icon": struct.pack("<3H", 0, 1, 1) + bytes(40),
    "jpeg 2000": b"\0\0\0\x0cjP  \x0d\x0a\x87\x0a" + bytes(80),
}
VECTORS = {"emf": EMF, "wmf": b"\xd7\xcd\xc6\x9a" + bytes(80), "plain wmf": b"\x01\x00\x09\x00\x00\x03" + bytes(80)}


@pytest.fixture
def no_programs(monkeypatch):
    def started(*words, **_):
        raise AssertionError(f"a program was started: {words}")

    monkeypatch.setattr("subprocess.Popen.__init__", started)


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.usefixtures("no_programs")
def test_only_the_kinds_that_are_named_come_in(name):
    with pytest.raises(UserError, match="不是能用的图片"):
        take_picture(FOREIGN[name], name="图.png")
    assert not is_picture(FOREIGN[name], "image/png")


@pytest.mark.parametrize("name", VECTORS)
def test_drawings_of_office_are_known_by_name_and_not_drawn(name):
    with pytest.raises(UserError, match=r"矢量图.*另存为 PNG"):
        take_picture(VECTORS[name], name="clip_image001.emf")


def described(data, media_type="image/png", width=50, height=50):
    return Picture(sha256=hashlib.sha256(data).hexdigest(), media_type=media_type, width=width, height=height)


@pytest.mark.parametrize("data", [*FOREIGN.values(), *VECTORS.values()])
@pytest.mark.usefixtures("no_programs")
def test_a_stored_picture_of_another_kind_is_none(data):
    assert not check_picture(described(data), data)


def test_a_stored_picture_is_of_the_kind_that_it_is_said_to_be():
    data = encoded(Image.new("RGB", (50, 50)), "PNG")
    assert check_picture(described(data), data)
    assert not check_picture(described(data, "image/jpeg"), data)
    assert not check_picture(described(encoded(Image.new("RGB", (50, 50)), "GIF")), data[:-30])


def claimed(kind, **fields):
    """A whole picture whose head claims something else of it."""
    data = bytearray(encoded(Image.new("P", (20, 20)), kind))
    for place, value in fields.values():
        data[place : place + len(value)] = value
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(claimed("BMP", width=(18, b"\xff\xff\x00\x00")), id="bmp wider than it is"),
        pytest.param(claimed("BMP", bits=(28, b"\x63\x00")), id="bmp of 99 bits"),
        pytest.param(claimed("BMP", compression=(30, b"\x77\x00\x00\x00")), id="bmp of an unknown compression"),
        pytest.param(claimed("GIF", block=(13, b"\x2c" * 40)), id="gif of rubbish"),
        pytest.param(claimed("TIFF", directory=(4, b"\xff\xff\xff\x7f")), id="tiff without a directory"),
        pytest.param(claimed("PNG", bits=(24, b"\x63")), id="png of 99 bits"),
        pytest.param(b"RIFF\xff\xff\xff\x7fWEBPVP8 " + bytes(40), id="webp without a picture"),
        pytest.param(b"\xff\xd8\xff" + b"\xc0\x00\x02" * 20, id="jpeg of empty segments"),
    ],
)
def test_a_picture_that_its_decoder_stumbles_over_is_refused_by_name(data):
    with pytest.raises(UserError, match=r"图\.png"):
        take_picture(data, name="图.png")


# odd ones that are whole come in


@pytest.mark.parametrize(("mode", "value"), [("I;16", 32768), ("I", 70000), ("F", 0.5)])
def test_more_than_eight_bits_are_scaled_and_not_cut_off(mode, value):
    image = Image.new(mode, (8, 8), value)
    image.putpixel((0, 0), 0)
    kept = stored(encoded(image, "TIFF"))[1]
    assert kept.mode == "L"
    assert kept.getpixel((0, 0)) == 0
    if mode == "I;16":
        assert kept.getpixel((4, 4)) in (127, 128)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(encoded(Image.new("P", (8, 8)), "PNG", transparency=0), id="palette with a hole"),
        pytest.param(encoded(Image.new("LA", (8, 8)), "PNG"), id="grey with alpha"),
        pytest.param(encoded(Image.new("1", (8, 8)), "TIFF"), id="black and white"),
        pytest.param(encoded(Image.new("CMYK", (8, 8)), "TIFF"), id="cmyk tiff"),
        pytest.param(
            encoded(Image.new("RGB", (8, 8)), "GIF", save_all=True, append_images=[Image.new("RGB", (8, 8), "red")]),
            id="animated gif",
        ),
        pytest.param(
            encoded(Image.new("RGB", (8, 8)), "PNG", save_all=True, append_images=[Image.new("RGB", (8, 8), "red")]),
            id="animated png",
        ),
        pytest.param(
            encoded(Image.new("RGB", (8, 8)), "WEBP", save_all=True, append_images=[Image.new("RGB", (8, 8), "red")]),
            id="animated webp",
        ),
    ],
)
def test_a_picture_of_an_odd_kind_is_its_first_image(data):
    picture, image = stored(data)
    assert (picture.width, picture.height) == image.size == (8, 8)


def test_a_photograph_of_two_pictures_stays_a_jpeg():
    data = encoded(Image.new("RGB", (8, 8)), "MPO", save_all=True, append_images=[Image.new("RGB", (8, 8), "red")])
    assert stored(data)[0].media_type == "image/jpeg"


def test_a_stored_picture_is_known_before_any_was_opened():
    # the decoders' own table of kinds is empty in a fresh program
    data = encoded(Image.new("RGB", (50, 50)), "PNG")
    messages = described(data)
    code = (
        "import sys; from editor.intake.pictures import check_picture; from editor.model.picture import Picture; "
        f"sys.exit(not check_picture({messages!r}, {data!r}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# what is changed is said


def png_of_sixteen_bits(color, *values):
    """A PNG of one pixel with 16 bits a channel, unlike any of Pillow. color: its kind, ISO/IEC 15948 11.2.2."""
    row = b"\0" + struct.pack(f">{len(values)}H", *values)
    chunks = (b"IHDR", struct.pack(">2I5B", 1, 1, 16, color, 0, 0, 0)), (b"IDAT", zlib.compress(row)), (b"IEND", b"")
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def profile_with_red_and_green_swapped():
    """A colour profile that is valid and not sRGB: sRGB's own with two of its curves' names exchanged."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    swapped = bytes(data).replace(b"rXYZ", b"?XYZ").replace(b"gXYZ", b"rXYZ").replace(b"?XYZ", b"gXYZ")
    return swapped.replace("sRGB".encode("utf-16-be"), "Test".encode("utf-16-be"))


def taken(data, **options):
    found = taken_picture(data, name="图.x", **options)
    return found, Image.open(io.BytesIO(found.data))


@pytest.mark.parametrize(
    ("data", "mode", "pixel"),
    [
        (png_of_sixteen_bits(0, 0x8000), "L", (128, 127)),
        (png_of_sixteen_bits(2, 0xFFFF, 0x8000, 0), "RGB", ((255, 128, 0),)),
        (png_of_sixteen_bits(4, 0x8000, 0xFFFF), "RGBA", ((128, 128, 128, 255),)),
        (png_of_sixteen_bits(6, 0xFFFF, 0x8000, 0, 0x4000), "RGBA", ((255, 128, 0, 64),)),
        (encoded(Image.new("I;16", (1, 1), 0x8000), "TIFF"), "L", (128, 127)),
    ],
)
def test_sixteen_bits_become_eight_and_that_is_said(data, mode, pixel):
    found, image = taken(data)
    assert image.mode == mode
    assert image.getpixel((0, 0)) in pixel
    assert found.changes == ("图片“图.x”每个颜色有 16 位，已换成印刷用的 8 位。",)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_colours_of_print_become_rgb_and_that_is_said(kind):
    found, image = taken(encoded(Image.new("CMYK", (8, 8)), kind))
    assert (image.mode, image.getpixel((4, 4))) == ("RGB", (255, 255, 255))
    [said] = found.changes
    assert "CMYK" in said


def test_lab_colours_become_rgb():
    found, image = taken(encoded(Image.new("LAB", (4, 4), (255, 128, 128)), "TIFF"))
    assert min(image.getpixel((1, 1))) > 250
    assert "LAB" in found.changes[0]


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_colour_profile_is_worked_in_and_left_out(mode):
    data = encoded(Image.new(mode, (8, 8), "red"), "PNG", icc_profile=profile_with_red_and_green_swapped())
    found, image = taken(data)
    red, green, *rest = image.getpixel((2, 2))
    assert green > red
    assert rest[1:] == ([255] if mode == "RGBA" else [])
    assert "icc_profile" not in image.info
    assert ["sRGB" in said for said in found.changes] == [True]


@pytest.mark.parametrize("profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()])
def test_a_profile_that_changes_nothing_is_not_mentioned(profile):
    found, image = taken(encoded(Image.new("RGB", (8, 8), "red"), "PNG", icc_profile=profile))
    assert (image.getpixel((2, 2)), found.changes) == ((255, 0, 0), ())
    assert "icc_profile" not in image.info


def test_transparency_stays():
    found, image = taken(encoded(Image.new("RGBA", (8, 8), (0, 0, 0, 9)), "PNG"))
    assert (image.mode, image.getpixel((2, 2))[3], found.changes) == ("RGBA", 9, ())


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_wider_than_print_needs_is_narrowed_and_that_is_said(kind):
    found, image = taken(encoded(Image.new("RGB", (WIDEST * 2, 100)), kind))
    assert image.size == (found.picture.width, found.picture.height) == (WIDEST, 50)
    assert found.changes == (f"图片“图.x”宽 {WIDEST * 2} 像素，印不出这么细，已缩到 {WIDEST} 像素。",)


@pytest.mark.parametrize("size", [(WIDEST, 20), (20, WIDEST * 2)])
def test_a_picture_that_print_can_use_keeps_its_pixels(size):
    found, image = taken(encoded(Image.new("RGB", size), "PNG"))
    assert (image.size, found.changes) == (size, ())


def test_a_scan_of_a_signed_form_keeps_its_pixels():
    _, kept = take_scan(encoded(Image.new("L", (WIDEST + 500, 40)), "PNG"), name="签字页.png")
    assert Image.open(io.BytesIO(kept)).size == (WIDEST + 500, 40)
