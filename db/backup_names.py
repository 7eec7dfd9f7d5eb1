"""The names of backups: `LIBRARY MOMENT CRC.db` in the folder 备份 beside the library.

A name holds the time and the checksum of the bytes, so that damage is detected without a list. Backups are ordered as
they were made, whatever the clock said: `MOMENT-2` belongs to the second turn, after the clock was found set back. 有损
marks the backup of a library that was damaged already.
"""

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.desk.ports import Backup

FOLDER = "备份"
_DAMAGED = "有损"
_STAMP = "%Y-%m-%d %H.%M.%S"
_TAIL = re.compile(rf" (\d{{4}}-\d\d-\d\d \d\d\.\d\d\.\d\d)(?:-(\d{{1,6}}))?( {_DAMAGED})? ([0-9a-f]{{8}})")
# a clock set back by less (end of summer time) begins no new turn
_HOUR = dt.timedelta(hours=1)


def folder_of(library: Path) -> Path:
    """Return where a library's backups are put: beside the file itself where the path is a link."""
    return library.resolve().parent / FOLDER


def backups_of(library: Path) -> "tuple[Backup, ...]":
    """Return the backups of a library, newest first; none where the folder is missing or cannot be read.

    Backups beside a link to the library count as well.
    """
    places = dict.fromkeys((library.resolve(), library.absolute()))
    found = (one for place in places for one in _listed(place))
    return tuple(sorted(found, key=_order, reverse=True))


def is_backup(path: Path) -> bool:
    """Return whether a file is in a folder of backups and has the name of one."""
    return path.parent.name == FOLDER and bool(re.search(f"{_TAIL.pattern}$", path.stem))


def new_name(library: Path, crc: int, before: "Iterable[Backup]", *, now: dt.datetime, damaged: bool) -> str:
    """Return the name of a backup made now; it sorts after all earlier ones. now: local time."""
    last = max(before, key=_order, default=None)
    at, turn = now, last.turn if last else 1
    if last and at <= last.at:
        at, turn = (last.at + dt.timedelta(seconds=1), turn) if last.at - at <= _HOUR else (at, turn + 1)
    marks = (f"-{turn}" if turn > 1 else "") + (f" {_DAMAGED}" if damaged else "")
    return f"{library.stem} {at.strftime(_STAMP)}{marks} {crc:08x}{library.suffix}"


def crc_of(path: Path) -> int:
    """Return the CRC-32 in a backup's name."""
    return int(path.stem[-8:], 16)


def read_name(library: Path, path: Path) -> "Backup | None":
    """Return a file as a backup of the library, by its name alone; None for another file."""
    name = path.name
    if not (name.startswith(library.stem) and name.endswith(library.suffix)):
        return None
    match = _TAIL.fullmatch(name[len(library.stem) : len(name) - len(library.suffix)])
    if match is None:
        return None
    try:
        at = dt.datetime.fromisoformat(match[1].replace(".", ":"))
        size = path.stat().st_size
    except (OSError, ValueError):
        return None
    from editor.desk.ports import Backup

    return Backup(path=path, at=at, size=size, turn=int(match[2] or 1), damaged=bool(match[3]))


def _listed(library: Path) -> "tuple[Backup, ...]":
    try:
        found = [read_name(library, path) for path in (library.parent / FOLDER).iterdir()]
    except OSError:
        return ()
    return tuple(one for one in found if one)


def _order(backup: "Backup") -> tuple[int, dt.datetime]:
    return backup.turn, backup.at
