"""Trustworthy copies of a library: copied page by page, read again, and only then given their final name."""

import os
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from db.connecting import STILL, connect
from db.generation import copied_value, current_mark, move_on
from db.header import APPLICATION_ID, read_header
from db.leftovers import has_log, mixed_refusal, would_mix
from db.presence import closed_words
from db.refusals import REFUSALS, is_damage, reason_of_sqlite
from db.schema import refuse_odd_schema
from editor.desk.files import reason_of
from editor.desk.ports import Shares
from editor.model.errors import LostLibraryError, UserError
from editor.model.language import tr
from editor.system.lasting import make_folders, settle, settle_new
from editor.system.parts import drop_part, new_part, sweep_parts

_PAGES = 1024
_CHUNK = 1 << 20


def write_copy(source: Path, folder: Path, name_of: Callable[[Path], str], *, progress: Shares | None = None) -> Path:
    """Copy a library into a folder under the name that name_of gives the checked copy; return where it is.

    An unchanged library gives the same bytes. Raises UserError, and what name_of raises; no incomplete copy is left,
    and leftovers of killed programs in the folder are removed.
    """

    def named(part: Path) -> Path:
        target = folder / name_of(part)
        settle(part, target)
        return target

    return _copied(source, folder, copied_value, named, progress=progress)


def write_library(source: Path, target: Path, *, name: Callable[[Path, Path], None] = settle_new) -> None:
    """Copy a library for work at another place. name: gives the checked copy its name there. Raises UserError."""

    def named(part: Path) -> Path:
        try:
            name(part, target)
        except FileExistsError as error:
            raise UserError(tr("“{target}”已经有了，没有改动它。请换一个文件名。", target=target)) from error
        return target

    _copied(source, target.parent, lambda _value: None, named)


def _copied(
    source: Path,
    folder: Path,
    generation: Callable[[bytes], bytes | None],
    named: Callable[[Path], Path],
    *,
    progress: Shares | None = None,
) -> Path:
    """Make a checked copy and let it be named. generation: the copy's, None for a random one.

    It differs from the library's, so that no log of the library is ever applied to the copy.
    """
    part = new_part(folder)
    try:
        with refusals(folder, source):
            make_folders(folder)
            sweep_parts(folder)
            if would_mix(source):
                raise mixed_refusal(source)
            _make_alike(part, source)
            _take_pages(source, part, progress)
            _give_generation(part, generation)
            check_pages(part, tr("刊库“{name}”", name=source.name), advice=tr("以前的备份都留着，请从备份还原。"))
            return named(part)
    finally:
        drop_part(part)


def checksum(path: Path) -> int:
    """Return the CRC-32 of a file. Raises OSError."""
    total = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            total = zlib.crc32(chunk, total)
    return total


def check_pages(path: Path, what: str, *, advice: str) -> None:
    """Let SQLite check every page of a file that nobody writes. Raises UserError for a damaged one.

    what: the file; advice: what to do then, both for the user.
    """
    header = read_header(path)
    if header is None or header.application_id != APPLICATION_ID:
        raise UserError(tr("{what}不是简报编辑台的刊库，或已损坏。{advice}", what=what, advice=advice))
    try:
        with closing(connect(path, STILL)) as connection:
            refuse_odd_schema(connection, what)
            verdict = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    except REFUSALS as error:
        raise UserError(tr("{what}已损坏（{error}）。{advice}", what=what, error=error, advice=advice)) from error
    if verdict != "ok":
        raise UserError(
            tr("{what}已损坏（{error}）。{advice}", what=what, error=verdict.splitlines()[0], advice=advice)
        )


@contextmanager
def refusals(folder: Path, source: Path | None = None) -> Iterator[None]:
    """Turn errors of the disk into UserError. source: the library that is read."""
    try:
        yield
    except OSError as error:
        raise UserError(
            tr("没有写进“{folder}”：{reason}。刊库没有改动。", folder=folder, reason=reason_of(error))
        ) from error
    except REFUSALS as error:
        if source and is_damage(error):
            raise LostLibraryError(
                tr(
                    "刊库“{name}”已损坏（{error}），没有复制；以前的备份都留着。请从备份还原。",
                    name=source.name,
                    error=error,
                )
            ) from error
        raise UserError(
            tr("没有写进“{folder}”：{reason}。刊库没有改动。", folder=folder, reason=reason_of_sqlite(error))
        ) from error


def _make_alike(part: Path, source: Path) -> None:
    """Make an empty file with the same permissions; SQLite's own error would not give the system's reason."""
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    part.chmod(stat.S_IMODE(source.stat().st_mode) | 0o600)


def _take_pages(source: Path, part: Path, progress: Shares | None) -> None:
    def step(_status: int, remaining: int, total: int) -> None:
        if progress:
            progress(total - remaining, total)

    how = _how_to_read(source)
    with closing(connect(source, how, busy_ms=5000)) as given, closing(connect(part, "mode=rw")) as copy:
        # no syncing: the copy is read again before it gets its name, so a crash leaves only a part file
        copy.execute("PRAGMA synchronous = OFF")
        given.backup(copy, pages=_PAGES, progress=step)
        # a single file without -wal, which can be opened anywhere
        copy.execute("PRAGMA journal_mode = DELETE")


def _give_generation(part: Path, generation: Callable[[bytes], bytes | None]) -> None:
    with closing(connect(part, "mode=rw")) as copy:
        mark = current_mark(copy)
        if mark:
            copy.execute("BEGIN")
            move_on(copy, generation(mark.value))
            copy.execute("COMMIT")


def _how_to_read(source: Path) -> str:
    """Return how to open the source: a read-only connection would leave -wal and -shm beside it."""
    return STILL if closed_words(source) and not has_log(source) else "mode=rw"
