import random
import struct

import pytest

from editor.intake.font_file import read_font
from editor.model.errors import UserError
from resources import resource
from tests.font_files import REGULAR, collection, font_bytes, usage, without


def test_a_font_says_its_name_and_characters():
    (face,) = read_font(font_bytes("云州仿宋"), name="a.ttf").faces
    assert face.families == ("云州仿宋",)
    assert all(face.has(char) for char in "云州数据《》，A1")
    assert not face.has("😀")


@pytest.mark.parametrize("file", [REGULAR, "BulletinSong-Regular.otf", "BulletinFigures-Bold.ttf"])
def test_characters_are_those_that_the_shipped_lists_name(file):
    (face,) = read_font(resource(f"fonts/{file}").read_bytes(), name=file).faces
    listed = resource(f"fonts/{file.rpartition('.')[0]}.txt").read_text().split()
    assert [f"{first:X}-{last:X}" for first, last in face.ranges] == listed


def test_a_collection_has_all_its_faces():
    small = "BulletinFigures-Regular.ttf"
    data = collection(font_bytes("云州宋", source=small), font_bytes("云州楷", source=small))
    assert [face.name for face in read_font(data, name="a.ttc").faces] == ["云州宋", "云州楷"]


def test_a_character_without_a_drawing_is_not_there():
    def empty(loca):
        places = list(struct.unpack(f">{len(loca) // 4}I", loca))
        return struct.pack(f">{len(places)}I", *[0 for _ in places])

    (face,) = read_font(font_bytes(loca=empty), name="a.ttf").faces
    assert not face.has("云")
    assert face.has(" ")


@pytest.mark.parametrize("bits", [0x0002, 0x0100, 0x0200])
def test_a_font_that_may_not_be_embedded_is_refused_with_the_reason(bits):
    with pytest.raises(UserError, match="授权不允许"):
        read_font(font_bytes(OS2=usage(bits)), name="a.ttf")


@pytest.mark.parametrize("bits", [0x0000, 0x0004, 0x0008, 0x000C])
def test_a_font_for_print_or_editing_is_taken(bits):
    assert read_font(font_bytes(OS2=usage(bits)), name="a.ttf").faces


@pytest.mark.parametrize("tag", ["head", "hhea", "hmtx", "maxp", "cmap", "OS2", "loca", "name", "glyf"])
def test_a_font_without_a_table_is_refused(tag):
    changes = {tag: None} if tag != "name" else {"name": lambda _table: struct.pack(">3H", 0, 0, 6)}
    with pytest.raises(UserError, match="不是完好的"):
        read_font(font_bytes(**changes), name="a.ttf")


@pytest.mark.parametrize(
    ("data", "messages"),
    [
        (b"", "不是完好的"),
        (b"%PDF-1.7" * 100, "不是完好的"),
        (b"\x80\x01" + b"%!PS-AdobeFont" * 100, "不是完好的"),
        (b"wOF2" + bytes(100), "网页字体"),
        (b"ttcf\0\1\0\0\xff\xff\xff\xff" + bytes(100), "不是完好的"),
        (b"\0" * (64 * 1024 * 1024 + 1), "64 MB"),
    ],
    ids=["empty", "pdf", "type 1", "web", "collection", "large"],
)
def test_what_is_no_usable_font_is_refused_in_words(data, messages):
    with pytest.raises(UserError, match=messages):
        read_font(data, name="a.ttf")


def test_a_variable_font_is_refused():
    with pytest.raises(UserError, match="可变字体"):
        read_font(font_bytes(fvar=lambda _table: bytes(16)), name="a.ttf")


@pytest.mark.parametrize(
    "changes",
    [
        {"source": "BulletinHei-Bold.otf", "CFF": lambda table: b"\xff" * len(table)},
        {"glyf": lambda table: b"\xff" * len(table)},
    ],
    ids=["CFF", "glyf"],
)
def test_a_font_that_draws_rubbish_is_refused(changes):
    with pytest.raises(UserError, match="不是完好的"):
        read_font(font_bytes(**changes), name="a.ttf")


def test_a_map_that_leads_to_no_glyph_is_refused():
    glyphless = struct.pack(">2HIIHHIII3I", 0, 1, 0x3000A, 12, 12, 0, 28, 0, 1, 0x4E00, 0x4E00, 65535)
    with pytest.raises(UserError, match="不是完好的"):
        read_font(font_bytes(cmap=lambda _table: glyphless), name="a.ttf")


def test_a_map_with_gaps_is_read():
    (face,) = read_font(font_bytes(cmap=without("镕")), name="a.ttf").faces
    assert face.has("云")
    assert not face.has("镕")


def test_a_file_cut_or_damaged_anywhere_is_read_or_refused_never_worse():
    whole, chance = font_bytes(source="BulletinFigures-Regular.ttf"), random.Random(5)
    damaged = [whole[: chance.randrange(len(whole))] for _ in range(150)]
    for _ in range(350):
        bent = bytearray(whole)
        for _ in range(4):
            bent[chance.randrange(min(len(bent), 2000))] = chance.randrange(256)
        damaged.append(bytes(bent))
    refused = 0
    for data in damaged:
        try:
            read_font(data, name="a.ttf")
        except UserError:
            refused += 1
    assert refused >= 150
