"""The main file of a library (or another file in its place), read without SQLite and without its log.

Not for a library that this process has open: closing any descriptor of a file drops SQLite's locks on it (POSIX).
"""

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from db.generation import GenerationMark, digest, mark_of_page

_MAGIC = b"SQLite format 3\x00"
HEADER = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class MainFile:
    """pages: how many the file has room for, 0 where it is no database; first: page 1; mark: on the page asked for."""

    page_size: int
    pages: int
    first: bytes
    mark: GenerationMark | None

    @property
    def application_id(self) -> int:
        """The application id, which tells our libraries from other databases."""
        return int.from_bytes(self.first[68:72], "big")

    @property
    def version(self) -> int:
        """The schema's revision."""
        return int.from_bytes(self.first[60:64], "big")


def read_main(place: Path, mark_page: int = 0) -> MainFile:
    """Read a file's first page and the page of its mark. Raises OSError; a missing file counts as empty."""
    try:
        file = place.open("rb")
    except FileNotFoundError:
        return MainFile(page_size=0, pages=0, first=b"", mark=None)
    with file:
        head = file.read(HEADER)
        page_size = page_size_of(head)
        if not page_size:
            return MainFile(page_size=0, pages=0, first=head, mark=None)
        file.seek(0)
        first = file.read(page_size)
        file.seek(max(0, mark_page - 1) * page_size)
        mark = mark_of_page(file.read(page_size)) if mark_page > 1 else None
        return MainFile(page_size=page_size, pages=place.stat().st_size // page_size, first=first, mark=mark)


def page_size_of(head: bytes) -> int:
    """Return a database's page size, 0 where the bytes are no database's."""
    if len(head) < HEADER or not head.startswith(_MAGIC):
        return 0
    size = int.from_bytes(head[16:18], "big")
    return 65536 if size == 1 else size if size >= 512 and not size & (size - 1) else 0


def read_at(descriptor: int, offset: int, length: int) -> bytes:
    """Return bytes of an open file at an offset; Windows has no os.pread. Raises OSError."""
    if sys.platform != "win32":
        return os.pread(descriptor, length, offset)
    os.lseek(descriptor, offset, os.SEEK_SET)
    return os.read(descriptor, length)


def whole_digest(place: Path) -> bytes:
    """Return the digest of a whole file, in the size of a generation's value. Raises OSError."""
    with place.open("rb") as file:
        return digest(hashlib.file_digest(file, "sha256").digest())
