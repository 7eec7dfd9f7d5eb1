"""Font files for tests: shipped ones under other names, with single tables changed."""

import struct

from resources import resource

REGULAR = "BulletinKai-Regular.ttf"


def font_bytes(family="云州仿宋", *, source=REGULAR, **tables):
    """A shipped face renamed. tables: name -> function from a table's bytes to other bytes, None leaves it out."""
    found = read_tables(resource(f"fonts/{source}").read_bytes())
    found["name"] = name_table(family)
    for tag, change in tables.items():
        key = {"OS2": "OS/2", "CFF": "CFF "}.get(tag, tag)
        if change is None:
            found.pop(key)
        else:
            found[key] = change(found.get(key, b""))
    return write_tables(found)


def small_font(family, characters):
    """A shipped face with a few characters, under another name: 2 kB."""
    found, chosen = read_tables(resource(f"fonts/{REGULAR}").read_bytes()), sorted(characters)
    glyphs = mapped(found["cmap"])
    widths, outlines, places = b"", b"", [0]
    for glyph in (0, *(glyphs[ord(char)] for char in chosen)):
        widths += _width(found, glyph)
        outlines += _outline(found, glyph)
        outlines += b"\0" * (-len(outlines) % 4)
        places.append(len(outlines))
    groups = b"".join(struct.pack(">3I", ord(char), ord(char), at) for at, char in enumerate(chosen, 1))
    many = struct.pack(">H", len(places) - 1)
    head = struct.pack(">2H2HI2HIII", 0, 1, 3, 10, 12, 12, 0, 16 + len(groups), 0, len(chosen))
    tables = {
        "OS/2": found["OS/2"],
        "post": found["post"],
        "cmap": head + groups,
        "glyf": outlines,
        "head": found["head"][:50] + struct.pack(">h", 1) + found["head"][52:],
        "hhea": found["hhea"][:34] + many,
        "hmtx": widths,
        "loca": struct.pack(f">{len(places)}I", *places),
        "maxp": found["maxp"][:4] + many + found["maxp"][6:],
        "name": name_table(family),
    }
    return write_tables(tables)


def _width(tables, glyph):
    wide = struct.unpack_from(">H", tables["hhea"], 34)[0]
    return tables["hmtx"][4 * min(glyph, wide - 1) :][:4]


def _outline(tables, glyph):
    long = struct.unpack_from(">h", tables["head"], 50)[0]
    start, end = struct.unpack_from(">2I" if long else ">2H", tables["loca"], glyph * (4 if long else 2))
    return tables["glyf"][start:end] if long else tables["glyf"][2 * start : 2 * end]


def read_tables(data):
    count = struct.unpack_from(">H", data, 4)[0]
    rows = [struct.unpack_from(">4s3I", data, 12 + 16 * at) for at in range(count)]
    return {tag.decode(): data[offset : offset + length] for tag, _, offset, length in rows}


def write_tables(tables):
    kind = b"OTTO" if "CFF " in tables else b"\0\1\0\0"
    offset, rows, body = 12 + 16 * len(tables), b"", b""
    for tag, data in sorted(tables.items()):
        rows += struct.pack(">4s3I", tag.encode(), 0, offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return struct.pack(">4s4H", kind, len(tables), 0, 0, 0) + rows + body


def name_table(family):
    texts = {1: family, 2: "Regular", 3: family, 4: family, 6: "YunzhouTest"}
    rows, body = b"", b""
    for kind, text in texts.items():
        raw = text.encode("utf-16-be")
        rows += struct.pack(">6H", 3, 1, 0x804, kind, len(raw), len(body))
        body += raw
    return struct.pack(">3H", 0, len(texts), 6 + len(rows)) + rows + body


def collection(*fonts):
    """A TTC of whole fonts, one behind the other."""
    start, places, body = 12 + 4 * len(fonts), [], b""
    for data in fonts:
        at = start + len(body)
        places.append(at)
        moved = bytearray(data)
        for row in range(struct.unpack_from(">H", data, 4)[0]):
            offset = struct.unpack_from(">I", data, 12 + 16 * row + 8)[0]
            struct.pack_into(">I", moved, 12 + 16 * row + 8, offset + at)
        body += bytes(moved)
    return struct.pack(f">4s2HI{len(fonts)}I", b"ttcf", 1, 0, len(fonts), *places) + body


def usage(bits):
    """Give OS/2 these embedding rights (fsType)."""
    return lambda table: table[:8] + struct.pack(">H", bits) + table[10:]


def without(characters):
    """Give the characters no glyph: a cmap of format 12 with the others."""

    def change(table):
        glyphs = mapped(table)
        kept = sorted((code, glyph) for code, glyph in glyphs.items() if chr(code) not in characters)
        groups = b"".join(struct.pack(">3I", code, code, glyph) for code, glyph in kept)
        head = struct.pack(">2HIIHHIIII", 0, 1, 0x3000A, 12, 12, 0, 16 + len(groups), 0, len(kept), 0)[:-4]
        return head + groups

    return change


def mapped(table):
    """Glyph by code point of a format 12 map."""
    count = struct.unpack_from(">H", table, 2)[0]
    for at in range(count):
        place = struct.unpack_from(">2HI", table, 4 + 8 * at)[2]
        if struct.unpack_from(">H", table, place)[0] == 12:
            groups = struct.unpack_from(">I", table, place + 12)[0]
            rows = [struct.unpack_from(">3I", table, place + 16 + 12 * row) for row in range(groups)]
            return {code: glyph + code - first for first, last, glyph in rows for code in range(first, last + 1)}
    raise AssertionError("the face has no map of format 12")
