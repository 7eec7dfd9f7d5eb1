"""Checks of a library's file before it is opened: missing, empty, or not writable."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.backup_names import backups_of, is_backup
from editor.model.errors import LostLibraryError
from editor.model.language import tr

# the index of a log takes 32 KiB, its first transaction a few pages
_LEAST_ROOM = 256 * 1024


def check_absence(place: Path) -> None:
    """Raise LostLibraryError where an earlier library is gone or empty, so that no new one is created in its place."""
    check_link(place)
    many = len(backups_of(place))
    if not many:
        return
    if place.exists():
        raise LostLibraryError(
            tr(
                "刊库“{place}”是空的（{size} 字节）：断电、磁盘已满或同步都会这样。它有 {n} 份备份，请从备份还原。",
                place=place,
                size=place.stat().st_size,
                n=many,
            )
        )
    raise LostLibraryError(
        tr(
            "刊库“{place}”不见了，可能被移走、改名或删除。它有 {n} 份备份，请把它放回原处，或从备份还原；"
            "要另起一个新的，请换一个文件名。",
            place=place,
            n=many,
        )
    )


def check_link(place: Path) -> None:
    """Raise LostLibraryError for a link into a missing folder: its disk may not be connected."""
    if _leads_nowhere(place):
        raise LostLibraryError(
            tr(
                "“{place}”是一个链接，它指向的“{target}”不在：磁盘可能没有接上，或文件已移走。请接上磁盘，或把它放回原处。",
                place=place,
                target=place.readlink(),
            )
        )


def _leads_nowhere(place: Path) -> bool:
    try:
        return place.is_symlink() and not place.resolve().parent.exists()
    except OSError:
        # a name that the disk does not accept is refused when the file is read
        return False


@contextmanager
def naming_backups(place: Path) -> Iterator[None]:
    """Turn the error for a file that is no library into LostLibraryError where a library's backups exist."""
    try:
        yield
    except LostLibraryError as error:
        many = len(backups_of(place)) if place.exists() and place.stat().st_size else 0
        if not many:
            raise
        raise LostLibraryError(
            tr("刊库“{place}”已损坏，读不出来了，未作任何改动。它有 {n} 份备份，请从备份还原。", place=place, n=many)
        ) from error


def closed_words(place: Path) -> str:
    """Return why a file can only be read; empty where it can be written or does not exist."""
    if not place.exists():
        return ""
    if is_backup(place):
        return tr(
            "这是一份备份，只能看，不会改动它。要接着做，请先还原为副本：窗口里用“备份”，"
            "命令行用 bulletin-desk restore。"
        )
    if not os.access(place, os.W_OK):
        return tr("刊库文件不能写入（只读，或没有权限），这里只能看。要改，请取消只读，或复制到能写入的文件夹再打开。")
    if not os.access(place.parent, os.W_OK):
        return tr("刊库所在的文件夹不能写入，这里只能看。要改，请取消只读，或把刊库复制到能写入的文件夹再打开。")
    if _is_full(place.parent):
        return tr("磁盘已满，什么也写不进去，这里只能看。请腾出空间，再重新打开刊库。")
    return ""


def _is_full(folder: Path) -> bool:
    """Return whether the disk has no room for the files that SQLite creates beside a library even for reading."""
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False
