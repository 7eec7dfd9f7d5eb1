"""What a file is, by its first bytes before its ending: contributors send text as .wps and pages as .doc."""

import codecs
import io
import re
import zipfile
from pathlib import Path

from editor.desk.formats import HTML, OFFICE, PACKAGE, PDF, TEXT, WORD, FileFormat, format_of
from editor.intake.manuscript import IncomingFile
from editor.intake.word.kinds import OfficeKind, office_kind
from editor.interchange.zip_guard import lists_too_much
from editor.model.errors import UserError
from editor.model.foreign import DECODER_FAULTS
from editor.text.decode import decode_text

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_INSIDE = (("word/document.xml", WORD), ("issue.json", PACKAGE), ("content.xml", OFFICE))
_HEAD = 1024
_PAGE = (b"<!doctype html", b"<html", b"<head", b"<body", b"mime-version:", b"from: <saved by")
_COPIED = re.compile(rb"version:\s*\d[^\n]*\n\s*starthtml:")
_STARTS: tuple[tuple[tuple[bytes, ...], FileFormat], ...] = (((b"%pdf-",), PDF), ((b"{\\rtf",), OFFICE), (_PAGE, HTML))
# what cannot be text; where it is, the ending is wrong
_BINARY = (WORD, OFFICE, PDF, PACKAGE)


def kind_of_file(path: Path, data: bytes) -> FileFormat | None:
    """Return the format that a file is of, whatever its ending says; None for one that nothing here reads."""
    named = format_of(path)
    return _by_bytes(data, named) or (TEXT if named in _BINARY and _is_text(data) else named)


def _by_bytes(data: bytes, named: FileFormat | None) -> FileFormat | None:
    """Return the format that the first bytes tell, None for text and what is unknown. named: by its ending."""
    head = _without_marks(data[:_HEAD]).lstrip(b" \t\r\n").lower()
    if data.startswith(_OLE) and named:
        # a Word file with a password looks like one of an older Word; its reader says so
        return WORD if named is WORD else OFFICE
    if data.startswith(_ZIP):
        return _zipped(data)
    if named in _BINARY and office_kind(IncomingFile(name="", data=data)) in (
        OfficeKind.PAGE,
        OfficeKind.ARCHIVED_PAGE,
    ):
        return HTML
    if _COPIED.match(head):
        # what was copied under Windows, kept as a file
        return HTML
    return next((kind for starts, kind in _STARTS if head.startswith(starts)), None)


def _without_marks(head: bytes) -> bytes:
    """Return the beginning of a file, that of UTF-16 in bytes of ASCII."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[2:].replace(b"\0", b"")
    return head.removeprefix(codecs.BOM_UTF8)


def _zipped(data: bytes) -> FileFormat | None:
    try:
        if lists_too_much(data):
            return None
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except DECODER_FAULTS:
        return None
    return next((kind for name, kind in _INSIDE if name in names), None)


def _is_text(data: bytes) -> bool:
    try:
        return not data.startswith((_ZIP, _OLE)) and bool(decode_text(data, name="").strip())
    except UserError:
        return False
