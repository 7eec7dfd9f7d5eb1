"""Pages saved in one file: MHTML, RFC 2557."""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from editor.intake.web.pictures import ArchiveFolder
from editor.model.errors import UserError
from editor.model.foreign import DECODER_FAULTS
from editor.model.language import tr
from editor.text.address import usable_address

_HEAD = re.compile(
    rb"^(?:from|mime-version|content-type|subject|date|snapshot-content-location|x-[\w-]+)\s*:", re.IGNORECASE
)
_MIME = re.compile(rb"^mime-version\s*:|^content-type\s*:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_LOOKED_AT = 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class PageArchive:
    """A page out of such a file. charset: as its part declares it; frames: how many other pages the file holds."""

    page: bytes
    charset: str
    address: str
    folder: ArchiveFolder
    frames: int


def is_archive(data: bytes) -> bool:
    """Return whether a file is a page with its pictures in the form of a mail."""
    start = data[:_LOOKED_AT].lstrip()
    return bool(_HEAD.match(start) and _MIME.search(start))


def read_archive(data: bytes, *, name: str) -> PageArchive:
    """Return the page of a file. Raises UserError, naming the file, where it holds none."""
    try:
        message = message_from_bytes(data.lstrip())
        parts = [part for part in message.walk() if not part.is_multipart()]
        pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
        if pages:
            return _archive(message, parts, pages)
    except DECODER_FAULTS:
        pass
    raise UserError(tr("“{name}”里没有网页，像是没有存完。请在浏览器里重新另存为。", name=name))


def _archive(message: Message, parts: list[Message], pages: list[Message]) -> PageArchive:
    found: dict[str, bytes] = {}
    for part in parts:
        for key in (_header(part, "Content-Location"), "cid:" + _header(part, "Content-ID").strip("<>")):
            found.setdefault(key, _bytes(part) if part not in pages else b"")
    address = _header(message, "Snapshot-Content-Location") or _header(pages[0], "Content-Location")
    return PageArchive(
        page=_bytes(pages[0]),
        charset=pages[0].get_content_charset() or "",
        address=usable_address(address),
        folder=ArchiveFolder(found),
        frames=len(pages) - 1,
    )


def _header(part: Message, name: str) -> str:
    return str(part.get(name, "")).strip()


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
