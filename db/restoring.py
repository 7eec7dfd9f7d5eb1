"""Restores a backup: to a copy, or in place of a library that is damaged or gone."""

import datetime as dt
import os
from contextlib import suppress
from pathlib import Path

from db.backup_names import crc_of
from db.copying import check_pages, checksum, refusals, write_library
from db.inspection import content_faults, said_faults
from db.library_lock import LibraryLock
from db.presence import check_link
from editor.desk.files import reason_of
from editor.desk.ports import Backup, Shares
from editor.model.errors import UserError
from editor.model.language import tr
from editor.system.lasting import settle, sync_folder

_BESIDE = ("-wal", "-journal", "-shm")


def check_backup(backup: Backup, *, progress: Shares | None = None) -> None:
    """Read a backup whole, its rows too. Raises UserError when it is damaged or gone.

    The backup of a damaged library, which its name tells, passes with the same damage.
    """
    name = tr("备份“{name}”", name=backup.path.name)
    try:
        found = checksum(backup.path)
    except OSError as error:
        raise UserError(
            tr("{name}读不出来：{reason}。请改用别的备份。", name=name, reason=reason_of(error, reading=True))
        ) from error
    if found != crc_of(backup.path):
        raise UserError(tr("{name}已损坏：内容和做成时不一样。请改用别的备份。", name=name))
    check_pages(backup.path, name, advice=tr("请改用别的备份。"))
    faults = () if backup.damaged else content_faults(backup.path, progress=progress)
    if faults:
        raise UserError(tr("{name}里有内容损坏了：{rows}。请改用别的备份。", name=name, rows=said_faults(faults)))


def restore_copy(backup: Backup, target: Path) -> None:
    """Write a checked copy of a backup to a new file. Raises UserError; nothing is replaced."""
    _expect_free(target)
    check_backup(backup)
    write_library(backup.path, target)


def restore_library(backup: Backup, library: Path) -> Path | None:
    """Replace a library by a checked copy of a backup; return the new path of the old file, None for none.

    The old file keeps its log, so that both can still be recovered. Raises UserError, also while a program has the
    library open; then nothing is changed.
    """
    place = library.resolve()
    if not place.parent.exists():
        check_link(library)
    check_backup(backup)
    holder = LibraryLock(place)
    with refusals(place.parent):
        place.parent.mkdir(parents=True, exist_ok=True)
        free = holder.take()
    if not free:
        raise UserError(tr("刊库由 {who} 打开着，请在那边关闭后再还原。", who=holder.who()))
    try:
        return _replaced(backup, place)
    finally:
        holder.release()


def copy_library(library: Path, target: Path) -> None:
    """Write a checked copy of a library to a new file. Raises UserError, also while another program has it open."""
    _expect_free(target)
    library = library.resolve()
    holder = LibraryLock(library)
    with refusals(library.parent):
        free = holder.take()
    if not free:
        raise UserError(tr("刊库由 {who} 打开着，请在那边关闭后再移。", who=holder.who()))
    try:
        write_library(library, target)
    finally:
        holder.release()


def _replaced(backup: Backup, place: Path) -> Path | None:
    aside = _free_name(place) if os.path.lexists(place) else None

    def name(part: Path, target: Path) -> None:
        if aside:
            _put_aside(target, aside)
        settle(part, target)

    write_library(backup.path, place, name=name)
    return aside


def _put_aside(place: Path, aside: Path) -> None:
    """Give a library a second name and move SQLite's files beside it; the first name stays until it is replaced."""
    try:
        os.link(place, aside)
    except OSError:
        # no hard links on this disk
        place.replace(aside)
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            place.with_name(f"{place.name}{ending}").replace(aside.with_name(f"{aside.name}{ending}"))
    sync_folder(place.parent)


def _free_name(place: Path) -> Path:
    now = dt.datetime.now(tz=dt.UTC).astimezone()
    stem = f"{place.stem} {tr('还原前')} {now:%Y-%m-%d %H.%M.%S}"
    names = (stem, *(f"{stem} {count}" for count in range(2, 100)))
    return next(made for name in names if not os.path.lexists(made := place.with_name(f"{name}{place.suffix}")))


def _expect_free(target: Path) -> None:
    if target.exists():
        raise UserError(tr("“{target}”已经有了，没有改动它。请换一个文件名。", target=target))
