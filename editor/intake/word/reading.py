"""The texts of a Word file, paragraph by paragraph, and the parts it is made of.

Read from the zip and from XML events directly, so that a damaged or hostile file causes an error message and nothing
worse.
"""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from editor.intake.word.texts import Texts, TooLargeError
from editor.interchange.zip_guard import METHODS, lists_too_much
from editor.model.errors import UserError
from editor.model.foreign import DECODER_FAULTS
from editor.model.language import tr

_BODY, _CORE = "word/document.xml", "docProps/core.xml"
_MOST_PARTS, _MOST_BYTES = 2000, 256 * 1024 * 1024
# 300 articles have a tenth of it
_MOST_XML, _MOST_TAGS = 64 * 1024 * 1024, 3_000_000
_PIECE = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0"
_BROKEN: tuple[type[Exception], ...] = (*DECODER_FAULTS, etree.XMLSyntaxError)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordReading:
    """paragraphs: texts, empty ones included; parts: sha256 by name."""

    title: str
    paragraphs: tuple[str, ...]
    parts: Mapping[str, str]


def read_word(data: bytes) -> WordReading:
    """Return what a Word file says. Raises UserError for a file that is none, is damaged, locked or far too large."""
    if data.startswith(_OLE):
        raise UserError(tr("这个 Word 文件加了密码，或者是旧版的 .doc，读不出来。请另存为不加密码的 .docx。"))
    try:
        return _read(data)
    except TooLargeError as error:
        raise UserError(tr("这个 Word 文件解开后太大，或者段落多得不像一份文件，没有读。")) from error
    except _BROKEN as error:
        raise UserError(tr("这个 Word 文件已损坏，或者不是 .docx，打不开。")) from error


def _read(data: bytes) -> WordReading:
    if lists_too_much(data):
        raise TooLargeError
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = _parts(archive)
        body = _texts(archive, _BODY)
        core = _texts(archive, _CORE) if _CORE in parts else Texts()
    return WordReading(title=core.title, paragraphs=tuple(body.paragraphs), parts=parts)


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the sha256 of every part; no part is held as a whole."""
    members = archive.infolist()
    if len(members) > _MOST_PARTS or sum(member.file_size for member in members) > _MOST_BYTES:
        raise TooLargeError
    parts, left = {}, _MOST_BYTES
    for member in members:
        if member.compress_type not in METHODS:
            raise zipfile.BadZipFile("a way of packing that Word does not know")
        digest = hashlib.sha256()
        with archive.open(member) as part:
            while piece := part.read(_PIECE):
                digest.update(piece)
                left -= len(piece)
                if left < 0:
                    raise TooLargeError
        parts[member.filename] = digest.hexdigest()
    return parts


def _texts(archive: zipfile.ZipFile, name: str) -> Texts:
    with archive.open(name) as part:
        data = part.read(_MOST_XML + 1)
    if len(data) > _MOST_XML or data.count(b"<") > _MOST_TAGS:
        raise TooLargeError
    made = Texts()
    etree.fromstring(data, etree.XMLParser(target=made, resolve_entities=False, no_network=True))
    return made
