"""Damage for the readers' inputs: of bytes, of the structure of JSON, and of members inside zips."""

import hashlib
import io
import json
import random
import zipfile
from pathlib import PurePosixPath

NUMBERS = (0, -1, 1, 255, 2**15, 2**31 - 1, 2**31, 2**63, 10**30, 0.5, -1e300)
TEXTS = (
    "",
    " ",
    "\n",
    "（" * 200,
    "《",
    "**",
    "9" * 5000,
    "第0期",
    "0000年00月00日",
    "\x00",
    "\u202e",
    "\ufeff",
    "../../x",
    "javascript:alert(1)",
    "data:image/png;base64,é",
    "http://[",
    "長" * 3000,
    "a" * 3000,
    "\t\t\t",
    "一、",
    "<table><tr><td rowspan=9999999999>",
    "<ol start=" + "9" * 5000 + ">",
    "<p style='mso-outline-level:" + "1" * 5000 + "'>",
    "&#x110000;",
    "]]>",
    "<![CDATA[",
    "<!--StartFragment-->",
)
WORDS = (b"\x00\x00\x00\x00", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x00\x00", b"\xff\xff")


def mutated(dice: random.Random, whole: bytes, other: bytes) -> bytes:
    """Return an input with one to four damages. other: another seed, of which a piece may be put in."""
    data = whole
    if whole.startswith(b"PK") and dice.random() < 0.8:
        return in_zip(dice, whole, other)
    if whole[:1] == b"{" and dice.random() < 0.7:
        return in_json(dice, whole)
    for _ in range(dice.randint(1, 4)):
        data = dice.choice(BYTES)(dice, data, other) or b"\0"
    return data


def in_json(dice: random.Random, data: bytes) -> bytes:
    """Give values of a JSON text other values, other types, or none."""
    try:
        value = json.loads(data)
    except ValueError:
        return flipped(dice, data, b"")
    places = list(_places(value))
    for holder, key in dice.sample(places, min(len(places), dice.randint(1, 3))):
        old = holder[key]
        new = (dice.choice(NUMBERS), dice.choice(TEXTS), None, True, [], {}, [old] * 3, str(old))
        holder[key] = dice.choice(new)
    text = json.dumps(value, ensure_ascii=False, allow_nan=True)
    return text.encode("utf-8", "surrogatepass")


def _places(value: object) -> list[tuple[object, object]]:
    found: list[tuple[object, object]] = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        pairs = holder.items() if isinstance(holder, dict) else enumerate(holder) if isinstance(holder, list) else ()
        for key, inner in pairs:
            found.append((holder, key))
            waiting.append(inner)
    return found


def in_zip(dice: random.Random, data: bytes, other: bytes) -> bytes:
    """Damage one member and pack again with sound check sums; what lists the members by sha256 lists the new ones."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        return flipped(dice, data, other)
    name = dice.choice(sorted(members))
    members[name] = mutated(dice, members[name] or b"\0", other)
    if "manifest.json" in members and name != "manifest.json":
        members = _listed_again(members)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for one, content in members.items():
            info = zipfile.ZipInfo(one)
            info.create_system, info.external_attr, info.compress_type = 3, 0o100644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return buffer.getvalue()


def _listed_again(members: dict[str, bytes]) -> dict[str, bytes]:
    """Name members by their content and correct the list, so that the damage is read and not its check sum."""
    renamed = {_named(name, data): data for name, data in members.items()}
    listed = json.loads(members["manifest.json"])
    new = {old: _named(old, data) for old, data in members.items()}
    for entry in listed["files"]:
        entry["name"] = new.get(entry["name"], entry["name"])
        data = renamed.get(entry["name"], b"")
        entry["size"], entry["sha256"] = len(data), hashlib.sha256(data).hexdigest()
    renamed["manifest.json"] = json.dumps(listed, ensure_ascii=False).encode()
    return renamed


def _named(name: str, data: bytes) -> str:
    path = PurePosixPath(name)
    is_digest = len(path.name) == 64 and str(path.parent) != "."
    return f"{path.parent}/{hashlib.sha256(data).hexdigest()}" if is_digest else name


def flipped(dice: random.Random, data: bytes, _other: bytes) -> bytes:
    """Turn bits."""
    made = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        made[dice.randrange(len(made))] ^= 1 << dice.randrange(8)
    return bytes(made)


def overwritten(dice: random.Random, data: bytes, _other: bytes) -> bytes:
    """Put an extreme number in place of what is there, more often near the head."""
    at = min(dice.randrange(len(data)), dice.randrange(len(data)) if dice.random() < 0.5 else dice.randrange(1, 200))
    word = dice.choice(WORDS)
    return data[:at] + word + data[at + len(word) :]


def cut(dice: random.Random, data: bytes, _other: bytes) -> bytes:
    """End anywhere, or begin later."""
    at = dice.randrange(len(data))
    return data[:at] if dice.random() < 0.8 else data[at:]


def removed(dice: random.Random, data: bytes, _other: bytes) -> bytes:
    """Lose a piece."""
    at = dice.randrange(len(data))
    return data[:at] + data[at + dice.randint(1, 64) :]


def doubled(dice: random.Random, data: bytes, _other: bytes) -> bytes:
    """Repeat a piece, now and then very often."""
    at = dice.randrange(len(data))
    piece = data[at : at + dice.randint(1, 64)]
    return data[:at] + piece * dice.choice((2, 3, 50, 2000)) + data[at:]


def spliced(dice: random.Random, data: bytes, other: bytes) -> bytes:
    """Put a piece of another seed in."""
    start = dice.randrange(len(other) or 1)
    at = dice.randrange(len(data))
    return data[:at] + other[start : start + dice.randint(1, 400)] + data[at:]


def worded(dice: random.Random, data: bytes, _other: bytes) -> bytes:
    """Put a troublesome text in."""
    at = dice.randrange(len(data))
    return data[:at] + dice.choice(TEXTS).encode() + data[at:]


BYTES = (flipped, overwritten, cut, removed, doubled, spliced, worded)
