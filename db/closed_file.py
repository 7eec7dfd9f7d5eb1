"""Library files that can only be read where they lie: backups, and what lies in a folder that takes no writes.

They are read as they are, with nothing put beside them; where that is not enough (an older revision, a log that still
waits) a copy in a scratch folder is read.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from db.engine import library_engine
from db.header import head_version
from db.holder import Holder
from db.still import log_waits
from db.upgrade import upgrade
from editor.system.scratch import scratch_folder


@contextmanager
def closed_engine(place: Path, version: int) -> Iterator[Engine]:
    """Yield an engine that reads such a file. version: its revision. Raises UserError, OSError and SQLite's errors."""
    if version == head_version() and (Holder(place).is_taken() or not log_waits(place)):
        # one that others write has its log and its index of it beside it
        engine = library_engine(place, read_only=True, still=not Holder(place).is_taken())
        yield engine
        engine.dispose()
        return
    with scratch_folder("library") as folder:
        copy = folder / "library.db"
        for ending in ("", "-wal"):
            if place.with_name(f"{place.name}{ending}").exists():
                shutil.copyfile(place.with_name(f"{place.name}{ending}"), folder / f"library.db{ending}")
        engine = library_engine(copy, read_only=False)
        if version != head_version():
            upgrade(engine)
        yield engine
        engine.dispose()
