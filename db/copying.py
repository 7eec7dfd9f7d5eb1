"""A copy of a library that can be trusted: taken page by page, read again, and only then given its name."""

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from db.connecting import connect
from db.generation import copied_value, current_mark, move_on
from db.header import APPLICATION_ID, read_header
from db.keeping_aside import private_file
from db.leftovers import mixed_refusal, would_mix
from db.schema import refuse_odd_schema
from editor.desk.files import reason_of
from editor.desk.ports import Shares
from editor.model.errors import UserError
from editor.model.language import tr

_PAGES = 1024
_CHUNK = 1 << 20
_SQLITE_FULL, _SQLITE_BUSY = "database or disk is full", "database is locked"


def write_copy(
    source: Path, folder: Path, name_of: Callable[[int], str], *, progress: Shares | None = None, afresh: bool = False
) -> Path:
    """Copy a library into a folder under the name that name_of makes of its checksum; return the copy.

    The copy has a generation of its own, so that no log of the library is ever applied to it; afresh: one that no other
    copy has either, else an unchanged library gives the same bytes. Raises UserError, and what name_of raises; no half
    copy stays behind.
    """
    part = folder / f".{source.stem}-{os.getpid()}.part"
    try:
        with refusals(folder):
            folder.mkdir(parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            if would_mix(source):
                raise mixed_refusal(source)
            _make_alike(part, source)
            _take_pages(source, part, progress)
            _give_generation(part, afresh=afresh)
            check_pages(part, tr("刊库“{name}”", name=source.name))
            target = folder / name_of(checksum(part))
            part.replace(target)
            return target
    finally:
        _forget(part)


def checksum(path: Path) -> int:
    """Return the CRC-32 of a file. Raises OSError."""
    total = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            total = zlib.crc32(chunk, total)
    return total


def check_pages(path: Path, what: str) -> None:
    """Have SQLite read every page of a file nobody writes. Raises UserError when something is wrong with it."""
    header = read_header(path)
    if header is None or header.application_id != APPLICATION_ID:
        raise UserError(tr("{what}不是简报编辑台的刊库，或已损坏。请改用别的备份。", what=what))
    try:
        # immutable: neither a lock nor a -shm beside a file on a read-only disk
        with closing(connect(path, "mode=ro&immutable=1")) as connection:
            refuse_odd_schema(connection, what)
            verdict = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise UserError(tr("{what}已损坏（{error}）。请改用别的备份。", what=what, error=error)) from error
    if verdict != "ok":
        raise UserError(
            tr("{what}已损坏（{splitlines}）。请改用别的备份。", what=what, splitlines=verdict.splitlines()[0])
        )


@contextmanager
def refusals(folder: Path) -> Iterator[None]:
    """Turn what disks refuse into UserError."""
    try:
        yield
    except OSError as error:
        raise UserError(
            tr("没有写进“{folder}”：{reason}。刊库没有改动。", folder=folder, reason=reason_of(error))
        ) from error
    except sqlite3.Error as error:
        reason = _sqlite_reason(str(error))
        raise UserError(tr("没有写进“{folder}”：{reason}。刊库没有改动。", folder=folder, reason=reason)) from error


def _make_alike(part: Path, source: Path) -> None:
    """Make an empty file that the same people can read."""
    private_file(part).close()
    if os.name != "nt":
        part.chmod(source.stat().st_mode & 0o666)


def _take_pages(source: Path, part: Path, progress: Shares | None) -> None:
    def step(_status: int, remaining: int, total: int) -> None:
        if progress:
            progress(total - remaining, total)

    # rw: a reader alone would leave -wal and -shm beside the library
    with closing(connect(source, "mode=rw", busy_ms=5000)) as given, closing(connect(part, "mode=rw")) as taken:
        # the copy is written once and read again: a crash leaves only a part without a name
        taken.execute("PRAGMA synchronous = OFF")
        given.backup(taken, pages=_PAGES, progress=step)
        # one file that opens anywhere, without the -wal of the library
        taken.execute("PRAGMA journal_mode = DELETE")
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _give_generation(part: Path, *, afresh: bool) -> None:
    with closing(connect(part, "mode=rw")) as taken:
        mark = current_mark(taken)
        if mark:
            taken.execute("BEGIN")
            move_on(taken, None if afresh else copied_value(mark.value))
            taken.execute("COMMIT")


def _sqlite_reason(said: str) -> str:
    if _SQLITE_FULL in said:
        return tr("磁盘已满，请腾出空间")
    return tr("刊库正忙，请稍后再试") if _SQLITE_BUSY in said else tr("{said}，请检查磁盘", said=said)


def _forget(part: Path) -> None:
    for path in (part, part.with_name(f"{part.name}-journal")):
        try:
            path.unlink(missing_ok=True)
        except OSError:
            # a disk that is gone keeps its rest; it has no name that anybody reads
            continue
