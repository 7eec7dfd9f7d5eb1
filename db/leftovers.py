"""Logs and journals left beside a library by a crash: its own are applied, those of other files put aside.

Done under the library's lock before SQLite opens the file, since SQLite applies any log with the right name.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from db.beside import JOURNAL, SHM, WAL, beside
from db.connecting import connect
from db.generation import FIRST_VERSION, current_mark
from db.header import APPLICATION_ID
from db.journal import is_hot, journal_belongs
from db.library_lock import LibraryLock
from db.main_file import MainFile, read_main, whole_digest
from db.wal import Wal, read_wal
from editor.desk.files import reason_of
from editor.model.errors import UserError
from editor.model.language import tr

_SECTOR = 512
# bytes of page 1: the schema cookie, which grows with every change of the schema, and the schema's revision
_SCHEMA, _VERSION = slice(40, 44), slice(60, 64)
# a checkpoint or a new log between two reads can make a file's own log look foreign, so it is read again
_TRIES = 5


def foreign_leftovers(place: Path, *, in_use: bool = False) -> tuple[Path, ...]:
    """Return logs and journals beside a file that belong to another one. in_use: by another process. Raises OSError."""
    return tuple(_foreign(place, in_use=in_use))


def has_log(place: Path) -> bool:
    """Return whether there is a log with content beside a file. Raises OSError."""
    with suppress(FileNotFoundError):
        return beside(place, WAL).stat().st_size > 0
    return False


def would_mix(place: Path) -> bool:
    """Return whether SQLite would apply another file's log to this one. Raises OSError, sqlite3.Error.

    A file that a program (perhaps this one) has open is read through SQLite, which does not drop its locks.
    """
    if not LibraryLock(place).taken():
        return bool(foreign_leftovers(place))
    for _ in range(_TRIES):
        wal = read_wal(beside(place, WAL), checked=False)
        if wal is None or not wal.marks or _value_alone(place) in wal.values:
            return False
    return True


def put_aside(place: Path, leftovers: tuple[Path, ...]) -> tuple[str, ...]:
    """Rename leftovers, so that SQLite ignores them; return messages. Raises UserError where that fails."""
    message = []
    for path in leftovers:
        aside = aside_name(place)
        try:
            path.rename(aside)
            if path == beside(place, WAL):
                beside(place, SHM).unlink(missing_ok=True)
        except OSError as error:
            raise UserError(
                tr(
                    "“{place}”旁边的“{name}”是另一个文件留下的，混进来会毁掉刊库，要先移开，却没有移成：{reason}。"
                    "刊库没有打开，也没有改动。请把它移到别处，再打开刊库。",
                    place=place,
                    name=path.name,
                    reason=reason_of(error),
                )
            ) from error
        message.append(
            tr(
                "“{name}”旁边留着另一个文件的写入日志：程序上次没有正常结束，之后文件被换过。日志没有并进来，"
                "已改名为“{aside}”，放在原处；刊库的内容是现在这个文件的。若有改动找不到，请先留着这份日志和各个备份。",
                name=place.name,
                aside=aside.name,
            )
        )
    return tuple(message)


def mixed_refusal(place: Path) -> UserError:
    """Return the error for a library in use by another program, with another file's log beside it."""
    return UserError(
        tr(
            "“{place}”旁边的写入日志是另一个文件的，混着读会读错，所以没有打开，也没有改动。"
            "请关闭打开着它的程序，再打开刊库。",
            place=place,
        )
    )


def aside_name(place: Path, suffix: str = ".wal", *, what: str = "没有并入的日志") -> Path:
    """Return a free name beside a library for what must not be mixed with it."""
    at = dt.datetime.now(tz=dt.UTC).astimezone().strftime("%Y-%m-%d %H.%M.%S")
    names = (f"{place.stem} {what} {at}{more}{suffix}" for more in ("", *(f" ({n})" for n in range(2, 1000))))
    return next(path for path in map(place.with_name, names) if not path.exists())


def belongs(place: Path, main: MainFile, wal: Wal) -> bool:
    """Return whether a log belongs to a file. Raises OSError."""
    if not main.pages or main.page_size != wal.page_size:
        return False
    if main.mark:
        return main.mark.value in wal.values
    if wal.marks:
        return _begun_here(place, main, wal)
    return main.version < FIRST_VERSION and _fits(main, wal)


def _foreign(place: Path, *, in_use: bool) -> Iterator[Path]:
    log, journal = beside(place, WAL), beside(place, JOURNAL)
    if is_hot(journal) and not journal_belongs(place, journal):
        yield journal
    with suppress(FileNotFoundError):
        if log.stat().st_size and not _own_log(place, log, in_use=in_use):
            yield log


def _own_log(place: Path, log: Path, *, in_use: bool) -> bool:
    for _ in range(_TRIES if in_use else 1):
        wal = read_wal(log, checked=not in_use)
        if wal is None or belongs(place, read_main(place, wal.mark_page), wal):
            return True
    return False


def _begun_here(place: Path, main: MainFile, wal: Wal) -> bool:
    """Return whether a log with the upgrade to generations was begun on this file, which has none yet.

    Before a checkpoint the file has the digest in the log's first mark; a checkpoint writes page 1 first.
    """
    if any(main.first[:_SECTOR] == one[:_SECTOR] for one in wal.firsts):
        return True
    return main.version < FIRST_VERSION and whole_digest(place) == wal.marks[0].before


def _value_alone(place: Path) -> bytes | None:
    """Return the generation in the file itself, without its log."""
    with closing(connect(place, "mode=ro&immutable=1")) as connection:
        mark = current_mark(connection)
        return mark.value if mark else None


def _fits(main: MainFile, wal: Wal) -> bool:
    """Return whether a log of before generations may belong to a file of before generations.

    The file does not shrink, and pages beyond its end must be in the log. An unfinished library is recognised by its
    log, which then holds all of it.
    """
    if main.application_id != APPLICATION_ID and not (wal.complete and founds(wal)):
        return False
    if wal.firsts and any(wal.firsts[-1][part] < main.first[part] for part in (_SCHEMA, _VERSION)):
        return False
    missing = set(range(main.pages + 1, wal.size + 1)) - wal.pages
    return main.pages <= wal.size and not missing


def founds(wal: Wal) -> bool:
    """Return whether a log holds the creation of a library."""
    return any(int.from_bytes(one[68:72], "big") == APPLICATION_ID for one in wal.firsts)
