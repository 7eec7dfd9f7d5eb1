"""The names of backups: `LIBRARY MOMENT CRC.db` in the folder 备份 beside the library.

They tell when, and the checksum of the bytes, so that a damaged one is found out without a list. Their order is that in
which they were made, whatever the clock said: `MOMENT-2` is of the turn after the clock was found set back. 有损 stands
in the name of a copy of a library that was damaged already.
"""

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path

from editor.desk.ports import Backup

FOLDER = "备份"
_DAMAGED = "有损"
_STAMP = "%Y-%m-%d %H.%M.%S"
_TAIL = re.compile(rf" (\d{{4}}-\d\d-\d\d \d\d\.\d\d\.\d\d)(?:-(\d{{1,6}}))?( {_DAMAGED})? ([0-9a-f]{{8}})")
# a change of summer time is no turn
_HOUR = dt.timedelta(hours=1)


def folder_of(library: Path) -> Path:
    """Return where a library's backups are put: beside the file itself where the path is a link."""
    return library.resolve().parent / FOLDER


def backups_of(library: Path) -> tuple[Backup, ...]:
    """Return the backups of a library, newest first; none where the folder is not there or cannot be read.

    Those beside a link to it count as well.
    """
    places = dict.fromkeys((library.resolve(), library.absolute()))
    found = (one for place in places for one in _listed(place))
    return tuple(sorted(found, key=_order, reverse=True))


def is_backup(path: Path) -> bool:
    """Return whether a file lies where backups do and has the name of one."""
    return path.parent.name == FOLDER and bool(re.search(f"{_TAIL.pattern}$", path.stem))


def new_name(library: Path, crc: int, before: Iterable[Backup], *, now: dt.datetime, damaged: bool) -> str:
    """Return the name of a backup made now, behind all that were made before it. now: local time."""
    last = max(before, key=_order, default=None)
    at, turn = now, last.turn if last else 1
    if last and at <= last.at:
        at, turn = (last.at + dt.timedelta(seconds=1), turn) if last.at - at <= _HOUR else (at, turn + 1)
    marks = (f"-{turn}" if turn > 1 else "") + (f" {_DAMAGED}" if damaged else "")
    return f"{library.stem} {at.strftime(_STAMP)}{marks} {crc:08x}{library.suffix}"


def crc_of(path: Path) -> int:
    """Return the CRC-32 that a backup's name tells."""
    return int(path.stem[-8:], 16)


def read_name(library: Path, path: Path) -> Backup | None:
    """Return the backup of a library that a file is by its name, None for another file."""
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
    return Backup(path=path, at=at, size=size, turn=int(match[2] or 1), damaged=bool(match[3]))


def _listed(library: Path) -> tuple[Backup, ...]:
    try:
        found = [read_name(library, path) for path in (library.parent / FOLDER).iterdir()]
    except OSError:
        return ()
    return tuple(one for one in found if one)


def _order(backup: Backup) -> tuple[int, dt.datetime]:
    return backup.turn, backup.at
