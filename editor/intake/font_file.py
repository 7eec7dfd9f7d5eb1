"""Reads a font file; accepts only valid fonts whose makers allow embedding."""

import hashlib
import io
import unicodedata
from collections.abc import Iterable

from PIL import ImageFont

from editor.intake.sfnt import BadFontError, Sfnt, characters, check_tables, family_names, outlines, read_faces
from editor.model.errors import UserError
from editor.model.font import Font, FontFace, Ranges
from editor.model.language import tr

_LARGEST = 64 * 1024 * 1024
_WEB = (b"wOFF", b"wOF2")
# OS/2 fsType, OpenType 1.9: the least strict of bits 1 to 3 counts; 0x100 no subsetting, 0x200 bitmaps only
_USAGE, _RESTRICTED, _NO_SUBSET, _BITMAPS = 0x000F, 0x0002, 0x0100, 0x0200
_TRIED, _TRIAL_SIZE = 200, 24
_BLANK = frozenset(("Zs", "Zl", "Zp", "Cf", "Cc"))


def read_font(data: bytes, *, name: str) -> Font:
    """Return what a font file holds. Raises UserError for a file that is none, is damaged or may not be embedded."""
    if len(data) > _LARGEST:
        raise UserError(tr("“{name}”超过 64 MB，不像一个字体文件，未添加。", name=name))
    if data[:4] in _WEB:
        raise UserError(tr("“{name}”是网页字体，请换成 TTF、OTF 或 TTC 文件。", name=name))
    try:
        faces = tuple(_face(face, name) for face in read_faces(data))
        for index, face in enumerate(faces):
            _check_drawing(data, index, face)
    except BadFontError as error:
        raise UserError(
            tr("“{name}”不是完好的 TTF、OTF 或 TTC 字体文件，未添加。请向提供者要一份完整的。", name=name)
        ) from error
    return Font(sha256=hashlib.sha256(data).hexdigest(), name=name, faces=faces)


def _face(face: Sfnt, name: str) -> FontFace:
    check_tables(face)
    _check_permission(face, name)
    if "fvar" in face.tables:
        raise UserError(tr("“{name}”是可变字体，排版用不了，请换成普通的 TTF 或 OTF 文件。", name=name))
    families = family_names(face)
    if not families:
        raise BadFontError("no family name")
    weight = min(max(face.number("OS/2", 4, "H"), 100), 900)
    return FontFace(families=families, weight=weight, ranges=_ranges(_drawn(face)))


def _check_permission(face: Sfnt, name: str) -> None:
    allowed = face.number("OS/2", 8, "H")
    if allowed & _USAGE == _RESTRICTED:
        raise UserError(
            tr("“{name}”的授权不允许嵌入文件（fsType 受限），不能用来导出。请换一款允许嵌入的字体。", name=name)
        )
    if allowed & (_NO_SUBSET | _BITMAPS):
        raise UserError(tr("“{name}”的授权不允许只嵌入用到的字，不能用来导出。请换一款允许的字体。", name=name))


def _check_drawing(data: bytes, index: int, face: FontFace) -> None:
    """Draw some characters to detect a face with broken outlines. Raises BadFontError."""
    codes = [code for first, last in face.ranges for code in range(first, last + 1)]
    shown = [chr(code) for code in codes[:: max(1, len(codes) // _TRIED)] if unicodedata.category(chr(code))[0] in "LN"]
    try:
        font = ImageFont.truetype(io.BytesIO(data), _TRIAL_SIZE, index, layout_engine=ImageFont.Layout.BASIC)
        blank = [char for char in shown if font.getmask(char).getbbox() is None]
    except (OSError, ValueError) as error:
        raise BadFontError("the outlines cannot be read") from error
    if len(blank) * 2 >= max(1, len(shown)):
        raise BadFontError("most characters draw nothing")


def _drawn(face: Sfnt) -> Iterable[int]:
    """Yield the code points whose glyph is drawn: some fonts give missing characters an empty one."""
    lengths = outlines(face)
    for code, glyph in characters(face).items():
        if lengths is None or lengths[glyph] or unicodedata.category(chr(code)) in _BLANK:
            yield code


def _ranges(codes: Iterable[int]) -> Ranges:
    ranges: list[tuple[int, int]] = []
    for code in sorted(codes):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1] = (ranges[-1][0], code)
        else:
            ranges.append((code, code))
    return tuple(ranges)
