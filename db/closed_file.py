"""Library files that can only be read: backups, and libraries in folders without write permission.

They are read without creating files beside them; where that is not possible (older revision, a log not yet moved into
the file), a copy in a scratch folder is read.
"""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from db.connections import Connections
from db.header import head_version, read_header
from db.leftovers import foreign_leftovers, has_log, mixed_refusal
from db.library_lock import LibraryLock
from db.migrating import upgrade_file
from editor.system.scratch import scratch_folder


@contextmanager
def closed_connections(place: Path) -> Iterator[Connections]:
    """Yield connections that read such a file. Raises UserError, OSError and SQLite's errors."""
    header = read_header(place)
    version = header.version if header else 0
    taken = LibraryLock(place).taken()
    foreign = foreign_leftovers(place, in_use=taken)
    if taken and foreign:
        raise mixed_refusal(place)
    with ExitStack() as stack:
        if version == head_version() and (taken or foreign or not has_log(place)):
            # a library that another program writes has its -wal and -shm beside it
            connections = Connections(place, read_only=True, still=not taken)
        else:
            copy = _copied(place, stack.enter_context(scratch_folder("library")), log=not foreign)
            connections = _upgraded(copy, version)
        stack.callback(connections.dispose)
        yield connections


def _copied(place: Path, folder: Path, *, log: bool) -> Path:
    for ending in ("", "-wal") if log else ("",):
        given = place.with_name(f"{place.name}{ending}")
        if given.exists():
            shutil.copyfile(given, folder / f"library.db{ending}")
    return folder / "library.db"


def _upgraded(copy: Path, version: int) -> Connections:
    connections = Connections(copy, read_only=False)
    if version != head_version():
        upgrade_file(connections)
    return connections
