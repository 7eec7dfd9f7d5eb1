"""Reads the tables of an untrusted font file. Every offset is checked against the file's length.

Formats: OpenType 1.9, chapters "OpenType font file", "cmap", "name", "OS/2", "head", "maxp", "hmtx", "loca".
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_COLLECTION = b"ttcf"
_MOST_TABLES, _MOST_FACES = 128, 32
_HEAD_MAGIC = 0x5F0F3CF5
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
_LAST_CODE = 0x10FFFF
_MOST_CODES = 200_000
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16


class BadFontError(Exception):
    """The file is no font, or one that breaks the format's rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sfnt:
    """A face's tables by tag, as views: overlapping tables then take no memory."""

    tables: dict[str, memoryview]

    def number(self, tag: str, at: int, form: str) -> int:
        """Return one number of a table, form as in struct. Raises BadFontError beyond the table's end."""
        return int(_unpack(f">{form}", self.table(tag), at)[0])

    def table(self, tag: str) -> memoryview:
        """Return a table. Raises BadFontError when it is missing."""
        if tag not in self.tables:
            raise BadFontError(f"no table {tag}")
        return self.tables[tag]

    @property
    def glyphs(self) -> int:
        """How many glyphs it has."""
        return self.number("maxp", 4, "H")


def read_faces(data: bytes) -> tuple[Sfnt, ...]:
    """Return the faces of a TrueType or OpenType file or collection. Raises BadFontError."""
    view = memoryview(data)
    starts = _starts(view) if data[:4] == _COLLECTION else (0,)
    return tuple(_face(view, start) for start in starts)


def check_tables(face: Sfnt) -> None:
    """Raise BadFontError when what a typesetter needs is missing or contradicts itself."""
    if face.number("head", 12, "I") != _HEAD_MAGIC:
        raise BadFontError("head has no magic number")
    if not 16 <= face.number("head", 18, "H") <= 16384:
        raise BadFontError("units per em out of range")
    wide = face.number("hhea", 34, "H")
    if not 0 < wide <= face.glyphs or len(face.table("hmtx")) < 2 * (face.glyphs + wide):
        raise BadFontError("hmtx does not cover the glyphs")
    if "glyf" in face.tables:
        outlines(face)
    elif len(face.table("CFF ")) < 4:
        raise BadFontError("CFF is empty")


def outlines(face: Sfnt) -> tuple[int, ...] | None:
    """Return the lengths of the TrueType outlines by glyph, None for a face with CFF ones. Raises BadFontError."""
    if "glyf" not in face.tables:
        return None
    long = face.number("head", 50, "h") != 0
    places = _unpack(f">{face.glyphs + 1}{'I' if long else 'H'}", face.table("loca"), 0)
    ends = places if long else tuple(2 * place for place in places)
    lengths = tuple(after - before for before, after in pairwise(ends))
    if min(lengths, default=0) < 0 or ends[-1] > len(face.table("glyf")):
        raise BadFontError("loca leads out of glyf")
    return lengths


def characters(face: Sfnt) -> dict[int, int]:
    """Return glyph by code point. Raises BadFontError without a Unicode map or with one that leads nowhere."""
    found = dict(_codes(_unicode_map(face.table("cmap"))))
    if any(glyph >= face.glyphs for glyph in found.values()):
        raise BadFontError("cmap names a glyph that is not there")
    return {code: glyph for code, glyph in found.items() if glyph}


def family_names(face: Sfnt) -> tuple[str, ...]:
    """Return the family's names in every language, once each. Raises BadFontError for a broken table."""
    table = face.table("name")
    _, count, texts = _unpack(">3H", table, 0)
    names: dict[str, None] = {}
    for at in range(count):
        platform, encoding, _, kind, length, offset = _unpack(">6H", table, 6 + 12 * at)
        raw = bytes(table[texts + offset : texts + offset + length])
        if kind in (_FAMILY, _TYPOGRAPHIC_FAMILY) and (text := _decoded(raw, platform, encoding)):
            names[text] = None
    return tuple(names)


def _decoded(raw: bytes, platform: int, encoding: int) -> str:
    codec = {(1, 0): "mac_roman", (1, 25): "gbk", (3, 3): "gbk"}.get((platform, encoding), "utf-16-be")
    if platform == 1 and codec == "utf-16-be":
        return ""
    return "".join(char for char in raw.decode(codec, errors="ignore") if char.isprintable()).strip()[:64]


def _unpack(form: str, data: memoryview, at: int) -> tuple[int, ...]:
    if at < 0 or at + struct.calcsize(form) > len(data):
        raise BadFontError("a table is cut off")
    return struct.unpack_from(form, data, at)


def _starts(data: memoryview) -> tuple[int, ...]:
    (count,) = _unpack(">I", data, 8)
    if not 0 < count <= _MOST_FACES:
        raise BadFontError("a collection of so many faces is none")
    return _unpack(f">{count}I", data, 12)


def _face(data: memoryview, start: int) -> Sfnt:
    if data[start : start + 4] not in _KINDS:
        raise BadFontError("no font")
    (count,) = _unpack(">H", data, start + 4)
    if not 0 < count <= _MOST_TABLES:
        raise BadFontError("so many tables are none")
    return Sfnt(tables=dict(_table(data, start + 12 + 16 * at) for at in range(count)))


def _table(data: memoryview, entry: int) -> tuple[str, memoryview]:
    _, offset, length = _unpack(">3I", data, entry + 4)
    if offset + length > len(data):
        raise BadFontError("a table lies beyond the file's end")
    return bytes(data[entry : entry + 4]).decode("latin-1"), data[offset : offset + length]


def _unicode_map(table: memoryview) -> memoryview:
    _, count = _unpack(">2H", table, 0)
    rows = [_unpack(">2HI", table, 4 + 8 * at) for at in range(count)]
    places = {(platform, encoding): offset for platform, encoding, offset in rows}
    best = next((places[kind] for kind in _UNICODE if kind in places), None)
    if best is None:
        raise BadFontError("no Unicode map")
    return table[best:]


def _codes(table: memoryview) -> Iterator[tuple[int, int]]:
    (form,) = _unpack(">H", table, 0)
    if form not in (4, 12):
        raise BadFontError(f"a character map of format {form}")
    return _segments(table) if form == 4 else _groups(table)


def _segments(table: memoryview) -> Iterator[tuple[int, int]]:
    """Yield (code, glyph) of a map of format 4; its segments increase, so that there are at most 65,536 codes."""
    (double,) = _unpack(">H", table, 6)
    count, before = double // 2, -1
    parts = [_unpack(f">{count}H", table, 14 + double * at + (2 if at else 0)) for at in range(4)]
    for at, (last, first, delta, offset) in enumerate(zip(*parts, strict=True)):
        if not before < first <= last:
            raise BadFontError("segments of the character map do not increase")
        before = last
        for code in range(first, min(last, 0xFFFE) + 1):
            place = 16 + 3 * double + 2 * at + offset + 2 * (code - first)
            (glyph,) = _unpack(">H", table, place) if offset else (code,)
            yield code, (glyph + delta) & 0xFFFF if glyph or not offset else 0


def _groups(table: memoryview) -> Iterator[tuple[int, int]]:
    (count,) = _unpack(">I", table, 12)
    before, total = -1, 0
    for at in range(min(count, len(table) // 12 + 1)):
        first, last, glyph = _unpack(">3I", table, 16 + 12 * at)
        total += last - first + 1
        if not before < first <= last <= _LAST_CODE or total > _MOST_CODES:
            raise BadFontError("groups of the character map do not increase")
        before = last
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)
