"""Messages for errors of SQLite and the disk."""

import sqlite3
from pathlib import Path

from editor.model.errors import LostLibraryError, UserError
from editor.model.language import tr
from editor.system.reasons import reason_of

_REASONS = {
    sqlite3.SQLITE_FULL: tr("磁盘已满，请腾出空间"),
    sqlite3.SQLITE_BUSY: tr("刊库正被别的程序占用（备份、同步、杀毒软件都会这样），请等它做完或关掉它"),
    sqlite3.SQLITE_LOCKED: tr("刊库正被别的程序占用，请等它做完或关掉它"),
    sqlite3.SQLITE_READONLY: tr("刊库文件或它的文件夹是只读的，请改回可以写入"),
    sqlite3.SQLITE_PERM: tr("没有写入权限，请改回可以写入"),
    sqlite3.SQLITE_CANTOPEN: tr("打不开刊库文件，请检查它是否还在原处、能否写入"),
    sqlite3.SQLITE_IOERR: tr("磁盘读写出错，请检查磁盘是否还连着"),
}
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
Identity = tuple[int, int]


def refused(what: str, place: Path, cause: BaseException | None) -> UserError:
    """Return the error for the user. what: what did not happen; cause: the exception of SQLite."""
    if is_damage(cause):
        return LostLibraryError(
            tr("刊库“{place}”已损坏（{orig}），未作任何改动。请从备份还原。", place=place, orig=cause)
        )
    return UserError(
        tr(
            "{what}：{reasons}。已存的内容没有变化。",
            what=what,
            reasons=reason_of_sqlite(cause),
        )
    )


def reason_of_sqlite(cause: BaseException | None) -> str:
    """Return the reason of SQLite's error and what to do, without a full stop."""
    return _REASONS.get(_code(cause), tr("{orig}，请检查磁盘", orig=cause))


def is_damage(cause: BaseException | None) -> bool:
    """Return whether an error of SQLite means a damaged file; UnicodeDecodeError: damaged names in its message."""
    return _code(cause) in _DAMAGED or isinstance(cause, UnicodeDecodeError)


REFUSALS = (sqlite3.Error, UnicodeDecodeError)
"""Exceptions that a damaged file may cause in the sqlite3 module."""


def _code(cause: BaseException | None) -> int:
    # the primary code: details in the upper bytes make no difference to the user
    return int(getattr(cause, "sqlite_errorcode", 0)) & 0xFF


def identity(place: Path) -> Identity:
    """Return numbers that tell a file from another one of the same name; zeros where the disk has none.

    Raises UserError where the file is gone: SQLite would go on writing into a file that has no name any more.
    """
    try:
        found = place.stat()
    except FileNotFoundError as error:
        raise UserError(tr("刊库文件“{place}”不见了，可能被移走、改名或删除。请把它放回原处。", place=place)) from error
    except OSError as error:
        raise UserError(
            tr("刊库文件“{place}”读不到：{reason}。", place=place, reason=reason_of(error, reading=True))
        ) from error
    return found.st_dev, found.st_ino
