"""What somebody's Word file says, paragraph by paragraph, and of which parts it is made.

Read from the zip and its XML directly: a damaged or hostile file must cost nothing but a sentence.
"""

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from editor.model.errors import UserError
from editor.model.language import tr

_BODY, _CORE = "word/document.xml", "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MOST_PARTS, _MOST_BYTES = 2000, 256 * 1024 * 1024
# what zipfile and lxml raise for damaged input
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, RuntimeError, OSError, ValueError, KeyError,
           NotImplementedError, etree.XMLSyntaxError)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class WordReading:
    """paragraphs: texts, empty ones included; parts: sha256 by name."""

    title: str
    paragraphs: tuple[str, ...]
    parts: Mapping[str, str]


def read_word(data: bytes) -> WordReading:
    """Return what a Word file says. Raises UserError for a file that is none or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(archive)
        body = _xml(parts[_BODY])
        title = _xml(parts[_CORE]).findtext(_TITLE) if _CORE in parts else ""
    except _BROKEN as error:
        raise UserError(tr("这个 Word 文件已损坏，或者不是 .docx，打不开。")) from error
    return WordReading(
        title=title or "",
        paragraphs=tuple(_text(paragraph) for paragraph in body.iter(f"{_W}p")),
        parts={name: hashlib.sha256(part).hexdigest() for name, part in parts.items()},
    )


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    members = archive.infolist()
    if len(members) > _MOST_PARTS or sum(member.file_size for member in members) > _MOST_BYTES:
        raise ValueError("too large")
    parts, left = {}, _MOST_BYTES
    for member in members:
        with archive.open(member) as part:
            parts[member.filename] = part.read(left + 1)
        left -= len(parts[member.filename])
        if left < 0:
            raise ValueError("too large")
    return parts


def _xml(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))
