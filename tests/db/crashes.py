"""Libraries as a program leaves them that does not end: copied while it works, or of a child gone at once."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from db.library import open_library
from editor.model.publication import Profile, Publication

CHILD = """
import os, sys
from pathlib import Path
from db.library import open_library
from editor.model.publication import Profile, Publication
opened = open_library(Path(sys.argv[1]))
library = opened.__enter__()
for name in sys.argv[2:]:
    library.save_publication(Publication(profile=Profile(masthead=name)))
os._exit(1)
"""
BESIDE = ("", "-wal", "-shm", "-journal")


def publication(name):
    return Publication(profile=Profile(masthead=name))


def write(path, *names):
    """Write publications and end well."""
    with open_library(path) as library:
        for name in names:
            library.save_publication(publication(name))


def crash(path, *names):
    """Write publications in a program that is gone at once, as by a power cut."""
    subprocess.run([sys.executable, "-c", CHILD, str(path), *names], check=False)
    assert Path(f"{path}-wal").stat().st_size


def mastheads(path):
    with open_library(path) as library:
        return sorted(one.profile.masthead for one in library.publications())


def snapshot(path, target):
    """Copy a library with all that lies beside it, as it is at this moment."""
    for suffix in BESIDE[:2] + BESIDE[3:]:
        source, copy = Path(f"{path}{suffix}"), Path(f"{target}{suffix}")
        copy.unlink(missing_ok=True)
        if source.exists():
            shutil.copy(source, copy)
    return target


def aside(path):
    """Return the logs that were put aside beside a library."""
    return sorted(path.parent.glob(f"{path.stem} 没有并入的日志 *.wal"))


def whole(path):
    """Whether SQLite finds nothing wrong with a file that nobody has open."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
