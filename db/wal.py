"""A log (-wal) read without SQLite. Format: sqlite.org/fileformat2.html, section 4, "The Write-Ahead Log"."""

import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from db.generation import GenerationMark, mark_of_page

_HEADER, _FRAME_HEADER = 32, 24
_MAGIC, _BIG_ENDIAN = 0x377F0682, 1
_VERSION = 3007000
_WORD = 0xFFFFFFFF


@dataclass(frozen=True, slots=True, kw_only=True)
class Wal:
    """The committed part of a log. pages: their numbers; size: of the database in pages; firsts: its pages 1, in order.

    marks: of its transactions, in order; mark_page: the page that holds them, 0 without any.
    """

    page_size: int
    pages: frozenset[int]
    size: int
    firsts: tuple[bytes, ...]
    marks: tuple[GenerationMark, ...]
    mark_page: int

    @property
    def values(self) -> frozenset[bytes]:
        """The generations that a file this log belongs to may have: from the one before its first to its last."""
        return frozenset({one.value for one in self.marks} | {one.before for one in self.marks[:1]})

    @property
    def complete(self) -> bool:
        """Whether the log holds every page of the database, so that the file is not needed."""
        return len(self.pages) == self.size


@dataclass(frozen=True, slots=True)
class _Header:
    page_size: int
    big_endian: bool
    salts: bytes
    sums: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _LogFrame:
    """size: of the database in pages where a transaction ends here, else 0; first: the page's bytes if it is page 1."""

    number: int
    size: int
    mark: GenerationMark | None
    first: bytes | None


def read_wal(path: Path, *, checked: bool = True) -> Wal | None:
    """Read a log up to its last commit; None where SQLite would apply nothing of it. Raises OSError.

    checked: verify the running checksum too, 0.2 ms per page; for a log in use the salts alone suffice.
    """
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return None
    with file:
        header = _header(file.read(_HEADER))
        frames = list(_frames(file, header, checked=checked)) if header else []
    while frames and not frames[-1].size:
        frames.pop()
    if header is None or not frames:
        return None
    marked = [one for one in frames if one.mark]
    return Wal(
        page_size=header.page_size,
        pages=frozenset(one.number for one in frames if one.number <= frames[-1].size),
        size=frames[-1].size,
        firsts=tuple(one.first for one in frames if one.first),
        marks=tuple(one.mark for one in marked if one.mark),
        mark_page=marked[0].number if marked else 0,
    )


def _header(data: bytes) -> _Header | None:
    if len(data) < _HEADER:
        return None
    magic, version, page_size, _checkpoint, *_salts, one, two = _words(data, big_endian=True)
    if magic & ~_BIG_ENDIAN != _MAGIC or version != _VERSION:
        return None
    if not 512 <= page_size <= 65536 or page_size & (page_size - 1):
        return None
    big_endian = bool(magic & _BIG_ENDIAN)
    sums = _summed(data[:24], (0, 0), big_endian=big_endian)
    return _Header(page_size, big_endian, data[16:24], sums) if sums == (one, two) else None


def _frames(file: BinaryIO, header: _Header, *, checked: bool) -> Iterator[_LogFrame]:
    """Yield frames as long as their salts and the running checksum hold: SQLite's own rule."""
    sums = header.sums
    while len(data := file.read(_FRAME_HEADER + header.page_size)) == _FRAME_HEADER + header.page_size:
        number, size, *_salts, one, two = _words(data[:_FRAME_HEADER], big_endian=True)
        page = data[_FRAME_HEADER:]
        sums = _summed(data[:8] + page, sums, big_endian=header.big_endian) if checked else (one, two)
        if not number or data[8:16] != header.salts or sums != (one, two):
            return
        yield _LogFrame(number, size, mark_of_page(page), page if number == 1 else None)


def _words(data: bytes, *, big_endian: bool) -> "array[int]":
    words = array("I")
    words.frombytes(data[: len(data) // 4 * 4])
    if big_endian != (sys.byteorder == "big"):
        words.byteswap()
    return words


def _summed(data: bytes, sums: tuple[int, int], *, big_endian: bool) -> tuple[int, int]:
    one, two = sums
    words = iter(_words(data, big_endian=big_endian))
    for even, odd in zip(words, words, strict=True):
        one = one + even + two & _WORD
        two = two + odd + one & _WORD
    return one, two
