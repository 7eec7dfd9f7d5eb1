"""Rescues a session's log or library under another name, after another file has taken the library's name."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import BinaryIO

from db.leftovers import aside_name
from editor.desk.files import reason_of
from editor.model.language import tr


def keep_log(descriptor: int, place: Path) -> str:
    """Copy an open log beside its library; return a message about it."""
    aside = aside_name(place)
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        with os.fdopen(os.dup(descriptor), "rb") as log, private_file(aside) as copy:
            shutil.copyfileobj(log, copy)
            copy.flush()
            os.fsync(copy.fileno())
    except OSError as error:
        return tr("换掉之前还没有并入的改动也没能另存：{reason}。", reason=reason_of(error))
    return tr("换掉之前还没有并入的改动，已另存为日志“{name}”。", name=aside.name)


def keep_whole(connection: sqlite3.Connection, place: Path) -> str:
    """Copy a library whose name was taken, as its connection still sees it, beside it; return a message about it."""
    aside = aside_name(place, place.suffix, what="换掉之前的内容")
    try:
        private_file(aside).close()
        with closing(sqlite3.connect(aside, isolation_level=None)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        return tr("原来的文件已不在，也没能另存：{error}。", error=error)
    return tr("原来的文件已不在，它的内容已另存为“{name}”。", name=aside.name)


def drop(path: Path, known: os.stat_result | None) -> None:
    """Delete a file if it is still the known one; on Windows a file that others have open stays."""
    with suppress(OSError):
        if known and os.path.samestat(path.stat(), known):
            path.unlink()


def private_file(path: Path) -> BinaryIO:
    """Make a new file that only this user can read. Raises OSError where the name exists, also as a dead link."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")
