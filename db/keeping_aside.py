"""What a session must take away from a name that another file has taken, kept under a name that nobody reads."""

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
    """Copy an open log beside its library; return what to say of it."""
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
    """Copy a library that has lost its name beside it, as a connection still sees it; return what to say of it."""
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
    """Take a file away if it is the one that is known; Windows keeps what others have open."""
    with suppress(OSError):
        if known and os.path.samestat(path.stat(), known):
            path.unlink()


def private_file(path: Path) -> BinaryIO:
    """Make a new file that nobody else reads. Raises OSError where there is one, also a link that leads nowhere."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")
