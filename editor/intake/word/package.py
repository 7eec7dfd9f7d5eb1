"""The parts of a Word file, unpacked without trusting it: sizes, ways of packing and elements have limits."""

import datetime as dt
import hashlib
import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from lxml import etree

from editor.interchange.zip_guard import METHODS, lists_too_much
from editor.model.foreign import DECODER_FAULTS
from editor.text.dates import find_date

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml names its element's type so
BROKEN: tuple[type[Exception], ...] = (*DECODER_FAULTS, etree.XMLSyntaxError)
"""What zipfile and lxml raise for a damaged file."""
_MOST_PARTS, _MOST_BYTES = 2000, 256 * 1024 * 1024
# 300 articles have a tenth of it
_MOST_XML, _MOST_TAGS = 64 * 1024 * 1024, 3_000_000
# of a tree, which is held as a whole: 250 MB
_MOST_NODES = 2_000_000
_PIECE = 1024 * 1024
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# ISO/IEC 29500 Strict has other names for the same elements
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


class TooLargeError(Exception):
    """The file has more than any Word file of an issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a part refers to. kind: the last word of its type; target: a part's name, or an address where external."""

    kind: str
    target: str
    external: bool


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Return the file's zip. Raises TooLargeError for one that unpacks to over 256 MB, and BROKEN."""
    if lists_too_much(data):
        raise TooLargeError
    archive = zipfile.ZipFile(io.BytesIO(data))
    members = archive.infolist()
    if len(members) > _MOST_PARTS or sum(member.file_size for member in members) > _MOST_BYTES:
        raise TooLargeError
    if any(member.compress_type not in METHODS for member in members):
        raise zipfile.BadZipFile("a way of packing that Word does not know")
    return archive


def part_digests(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the sha256 of every part; no part is held as a whole."""
    parts, left = {}, _MOST_BYTES
    for member in archive.infolist():
        digest = hashlib.sha256()
        with archive.open(member) as part:
            while piece := part.read(_PIECE):
                digest.update(piece)
                left -= len(piece)
                if left < 0:
                    raise TooLargeError
        parts[member.filename] = digest.hexdigest()
    return parts


def xml_bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a part of XML. Raises TooLargeError for over 64 MB or three million tags."""
    with archive.open(name) as part:
        data = part.read(_MOST_XML + 1)
    if len(data) > _MOST_XML or data.count(b"<") > _MOST_TAGS:
        raise TooLargeError
    return data


_MODIFIED = "{http://purl.org/dc/terms/}modified"
# python-docx leaves its template's day in the files that it writes
_TEMPLATE = dt.date(2013, 12, 23)


class WordPackage:
    """The parts of an open file. Damaged parts beside the text read as missing; `damaged` names them."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Take an open zip."""
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        self._left = _MOST_BYTES
        self._data: dict[str, bytes] = {}
        self._trees: dict[str, Element | None] = {}
        self.damaged: set[str] = set()

    @cached_property
    def main(self) -> str:
        """The name of the part with the text."""
        found = (one.target for one in self.relations("").values() if one.kind == "officeDocument")
        return next((name for name in found if name.lower() in self._names), "word/document.xml")

    @cached_property
    def saved(self) -> dt.date | None:
        """When the file was saved last, as its properties say; None where they do not, or name a library's template."""
        found = (one.target for one in self.relations("").values() if one.kind == "core-properties")
        root = self.tree(next(found, "docProps/core.xml"))
        texts = () if root is None else (one.text or "" for one in root.iter(_MODIFIED))
        days = (find_date(text[:10]) for text in texts)
        return next((day for day in days if day and day != _TEMPLATE), None)

    def body(self) -> Element:
        """Return the root of the text. Raises TooLargeError and BROKEN."""
        return self._parsed(self.main)

    def tree(self, name: str) -> Element | None:
        """Return the root of a part beside the text, None where it is missing or damaged. Raises TooLargeError."""
        if name not in self._trees:
            self._trees[name] = self._tolerant(name)
        return self._trees[name]

    def data(self, name: str) -> bytes:
        """Return the bytes of a part, e.g. of a picture; empty where it is missing or damaged. Raises TooLargeError."""
        if name not in self._data:
            stored = self._names.get(name.lower())
            try:
                self._data[name] = self._read(stored) if stored else b""
            except BROKEN:
                self._data[name] = b""
        return self._data[name]

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return by identity what a part refers to; an empty name stands for the package."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        made: dict[str, Relation] = {}
        for one in () if root is None else root.iter(_RELATIONS):
            external = one.get("TargetMode", "").lower() == "external"
            target = one.get("Target", "")
            place = target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = one.get("Type", "").rpartition("/")[2]
            made[one.get("Id", "")] = Relation(kind=kind, target=place, external=external)
        return made

    def related(self, kind: str) -> Iterator[str]:
        """Yield the parts of a kind that the text refers to, e.g. styles."""
        return (one.target for one in self.relations(self.main).values() if one.kind == kind and not one.external)

    def _tolerant(self, name: str) -> Element | None:
        if name.lower() not in self._names:
            return None
        try:
            return self._parsed(name)
        except BROKEN:
            self.damaged.add(name)
            return None

    def _parsed(self, name: str) -> Element:
        data = xml_bytes(self._archive, self._names.get(name.lower(), name))
        if data.count(b"<") > _MOST_NODES:
            raise TooLargeError
        for strict, known in _STRICT:
            data = data.replace(strict, known)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        return etree.fromstring(data, parser)

    def _read(self, name: str) -> bytes:
        with self._archive.open(name) as part:
            data = part.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError
        return data
