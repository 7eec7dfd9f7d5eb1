"""The texts of a Word file, paragraph by paragraph, and the parts it is made of.

Read from the zip and from XML events directly, so that a damaged or hostile file causes an error message and nothing
worse.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from editor.intake.word.package import BROKEN, TooLargeError, open_zip, part_digests, xml_bytes
from editor.intake.word.texts import Texts
from editor.model.errors import UserError
from editor.model.language import tr

_BODY, _CORE = "word/document.xml", "docProps/core.xml"
_OLE = b"\xd0\xcf\x11\xe0"


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
    except BROKEN as error:
        raise UserError(tr("这个 Word 文件已损坏，或者不是 .docx，打不开。")) from error


def _read(data: bytes) -> WordReading:
    with open_zip(data) as archive:
        parts = part_digests(archive)
        body = _texts(archive, _BODY)
        core = _texts(archive, _CORE) if _CORE in parts else Texts()
    return WordReading(title=core.title, paragraphs=tuple(body.paragraphs), parts=parts)


def _texts(archive: zipfile.ZipFile, name: str) -> Texts:
    data = xml_bytes(archive, name)
    made = Texts()
    etree.fromstring(data, etree.XMLParser(target=made, resolve_entities=False, no_network=True))
    return made
