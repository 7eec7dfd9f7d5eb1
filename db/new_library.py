"""A new library: created completely under another name and then renamed, so that a crash leaves no partial library."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from db.beside import JOURNAL, SHM, WAL, beside
from db.connecting import connect
from db.connections import Connections
from db.keeping_aside import private_file
from db.main_file import MainFile
from db.migrating import upgrade_file
from db.schema import objects, odd_object
from editor.model.errors import LostLibraryError
from editor.model.language import tr
from editor.system.lasting import settle

_EMPTY_LEAF = b"\x0d\x00\x00\x00\x00"


def unfinished(place: Path, main: MainFile) -> bool:
    """Return whether a file was left by a killed first start: it is empty, or has only our own tables without rows."""
    if main.application_id or not main.pages:
        return False
    return main.first[100:105] == _EMPTY_LEAF or _only_our_empty_tables(place)


def refuse_lost(place: Path) -> None:
    """Raise LostLibraryError for an empty file with a log beside it: a library was lost. Backups: `check_absence`."""
    if place.exists() and not _size(place) and any(_size(beside(place, suffix)) for suffix in (WAL, JOURNAL)):
        raise LostLibraryError(
            tr(
                "刊库“{place}”是空的（0 字节），但这里有过刊库：旁边还有它的写入日志。没有当成新的刊库，也没有改动它。"
                "请从备份还原；真要从头开始，请先把这个空文件移走。",
                place=place,
            )
        )


def found(place: Path) -> None:
    """Make a new library. Raises OSError, sqlite3.Error; an existing file is not changed then."""
    part = place.with_name(f".{place.name}.new")
    _sweep(part)
    try:
        private_file(part).close()
        upgrade_file(Connections(part, read_only=False))
        with suppress(FileNotFoundError):
            part.chmod(place.stat().st_mode & 0o777)
        settle(part, place)
    finally:
        _sweep(part)


def _only_our_empty_tables(place: Path) -> bool:
    try:
        with closing(connect(place, "mode=ro&immutable=1")) as connection:
            if odd_object(connection) is not None:
                return False
            names = [name for kind, name, _sql in objects(connection) if kind == "table"]
            # the names are safe in SQL: schemas with foreign names were refused before
            return not any(connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() for name in names)  # noqa: S608
    except sqlite3.Error:
        return False


def _sweep(part: Path) -> None:
    for path in (part, *(beside(part, suffix) for suffix in (WAL, SHM, JOURNAL))):
        path.unlink(missing_ok=True)


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size
    return 0
