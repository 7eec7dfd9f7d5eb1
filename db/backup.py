"""Backups of a library in the folder 备份 beside it.

The file's name tells its moment and the checksum of its bytes, so that a damaged one is found out without a list.
"""

import datetime as dt
import os
import re
from contextlib import suppress
from pathlib import Path

from db.copying import check_pages, checksum, refusals, write_copy
from db.holder import Holder
from db.place import real_place
from editor.desk.files import reason_of
from editor.desk.ports import Backup, Shares
from editor.desk.starting.keeping import kept
from editor.model.errors import UserError
from editor.model.language import tr

FOLDER = "备份"
_STAMP = "%Y-%m-%d %H.%M.%S"
_TAIL = re.compile(r" (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) ([0-9a-f]{8})")


def backups_of(library: Path) -> tuple[Backup, ...]:
    """Return the backups of a library, newest first; none where the folder is not there or cannot be read."""
    library = real_place(library)
    try:
        found = [_read_name(library, path.name) for path in (library.parent / FOLDER).iterdir()]
    except OSError:
        return ()
    return tuple(sorted((one for one in found if one), key=lambda one: one.at, reverse=True))


def back_up(library: Path, *, progress: Shares | None = None) -> Backup | None:
    """Make a checked backup, None where nothing has changed since the last; old ones are thinned out.

    Raises UserError when there is none to trust; the library is as it was.
    """
    library = real_place(library)
    before = backups_of(library)
    last = before[0] if before else None
    if last and _same_moment(library, last.path):
        return None

    def name_of(crc: int) -> str:
        return last.path.name if last and _crc(last.path) == crc else _name(library, crc, before)

    copy = write_copy(library, library.parent / FOLDER, name_of, progress=progress)
    _keep_moment(library, copy)
    if last and copy == last.path:
        return None
    _thin_out(library)
    return _read_name(library, copy.name)


def check_backup(backup: Backup) -> None:
    """Read a backup whole. Raises UserError when it is damaged or gone."""
    name = tr("备份“{name}”", name=backup.path.name)
    try:
        found = checksum(backup.path)
    except OSError as error:
        raise UserError(
            tr("{name}读不出来：{reason}。请改用别的备份。", name=name, reason=reason_of(error, reading=True))
        ) from error
    if found != _crc(backup.path):
        raise UserError(tr("{name}已损坏：内容和做成时不一样。请改用别的备份。", name=name))
    check_pages(backup.path, name)


def restore_copy(backup: Backup, target: Path) -> None:
    """Put a checked copy of a backup where nothing is yet. Raises UserError; nothing is replaced."""
    _free_name(target)
    check_backup(backup)
    write_copy(backup.path, target.parent, lambda _crc: _free_name(target), afresh=True)


def copy_library(library: Path, target: Path) -> None:
    """Put a checked copy of a library where nothing is yet. Raises UserError, also while another has it open."""
    _free_name(target)
    library = real_place(library)
    holder = Holder(library)
    with refusals(library.parent):
        free = holder.take()
    if not free:
        raise UserError(tr("刊库由 {who} 打开着，请在那边关闭后再移。", who=holder.who()))
    try:
        write_copy(library, target.parent, lambda _crc: _free_name(target), afresh=True)
    finally:
        holder.release()


def _free_name(target: Path) -> str:
    if target.exists():
        raise UserError(tr("“{target}”已经有了，没有改动它。请换一个文件名。", target=target))
    return target.name


def _read_name(library: Path, name: str) -> Backup | None:
    if not (name.startswith(library.stem) and name.endswith(library.suffix)):
        return None
    match = _TAIL.fullmatch(name[len(library.stem) : len(name) - len(library.suffix)])
    path = library.parent / FOLDER / name
    if match is None:
        return None
    try:
        at = dt.datetime.fromisoformat(match[1].replace(".", ":"))
        return Backup(path=path, at=at, size=path.stat().st_size)
    except (OSError, ValueError):
        return None


def _name(library: Path, crc: int, before: tuple[Backup, ...]) -> str:
    at = _now()
    # a clock set back must not put a new backup behind old ones
    if before and at <= before[0].at:
        at = before[0].at + dt.timedelta(seconds=1)
    return f"{library.stem} {at.strftime(_STAMP)} {crc:08x}{library.suffix}"


def _crc(path: Path) -> int:
    return int(path.stem[-8:], 16)


def _same_moment(library: Path, copy: Path) -> bool:
    """Whether the library was last written when it was copied; what still waits in its -wal counts as written."""
    wal = library.with_name(f"{library.name}-wal")
    with suppress(OSError):
        waiting = wal.exists() and wal.stat().st_size > 0
        return not waiting and library.stat().st_mtime_ns == copy.stat().st_mtime_ns
    return False


def _keep_moment(library: Path, copy: Path) -> None:
    with suppress(OSError):
        moment = library.stat().st_mtime_ns
        os.utime(copy, ns=(moment, moment))


def _thin_out(library: Path) -> None:
    backups = backups_of(library)
    stay = kept((one.at for one in backups), _now())
    for one in backups:
        if one.at not in stay:
            with suppress(OSError):
                one.path.unlink()


def _now() -> dt.datetime:
    # local time without its zone: the file's name is read by the user
    return dt.datetime.now(tz=dt.UTC).astimezone().replace(microsecond=0, tzinfo=None)
