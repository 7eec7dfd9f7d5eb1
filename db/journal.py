"""A rollback journal (-journal) read without SQLite. Format: sqlite.org/fileformat2.html, section 3.

This program leaves none on disks that allow WAL: a journal there is by another program or an earlier version.
"""

from collections.abc import Iterator
from pathlib import Path

from db.generation import FIRST_VERSION, mark_of_page
from db.main_file import read_main

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = 28
_COUNTER = slice(24, 28)
# of page 1: the mode of writing, the counter of changes, and when it was counted
_PASSING = (slice(18, 20), _COUNTER, slice(92, 100))


def is_hot(path: Path) -> bool:
    """Return whether SQLite would roll a journal back. Raises OSError."""
    try:
        with path.open("rb") as file:
            return file.read(1) not in (b"", b"\x00")
    except FileNotFoundError:
        return False


def journal_belongs(place: Path, path: Path) -> bool:
    """Return whether a journal was begun on this file: by its mark, or by page 1 where it has none. Raises OSError.

    A file of before generations may also be one change further than the page 1 in the journal.
    """
    main = read_main(place)
    pages = dict(_pages(path, main.page_size)) if main.pages else {}
    marked = next(((number, mark) for number, page in pages.items() if (mark := mark_of_page(page))), None)
    if marked:
        now = read_main(place, marked[0]).mark
        return now is not None and marked[1].value in (now.value, now.before)
    kept = pages.get(1)
    if kept is None:
        return False
    if _lasting(kept) == _lasting(main.first):
        return True
    counters = [int.from_bytes(one[_COUNTER], "big") for one in (kept, main.first)]
    return main.version < FIRST_VERSION and counters[0] + 1 == counters[1] and kept[68:72] == main.first[68:72]


def _pages(path: Path, page_size: int) -> Iterator[tuple[int, bytes]]:
    """Yield the pages in a journal; none where it is damaged or of another page size."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
        sector, size = int.from_bytes(header[20:24], "big"), int.from_bytes(header[24:28], "big")
        if not header.startswith(_MAGIC) or size != page_size or sector < _HEADER:
            return
        file.seek(sector)
        while len(record := file.read(4 + page_size + 4)) == 4 + page_size + 4:
            yield int.from_bytes(record[:4], "big"), record[4:-4]


def _lasting(page: bytes) -> bytes:
    data = bytearray(page)
    for part in _PASSING:
        data[part] = bytes(part.stop - part.start)
    return bytes(data)
