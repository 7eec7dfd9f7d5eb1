"""Temporary files `.bulletin-PID@HOST-RANDOM.part`, written beside their target and then renamed.

A killed process leaves them; the next write into the folder removes them.
"""

import contextlib
import os
import re
import sys
import time
from pathlib import Path

from editor.system.processes import is_gone

_OURS = re.compile(r"\..*-(?P<pid>\d+)(?:@(?P<host>.*)-[0-9a-f]{8})?\.part(-journal|-wal|-shm)?")
# names by older versions, without a process number
_NAMELESS = re.compile(r"\.bulletin-\w{8}\.part")
_DAY_S = 24 * 60 * 60


def new_part(folder: Path) -> Path:
    """Return a free path for a file that is renamed later; creates nothing."""
    return folder / f".bulletin-{os.getpid()}@{_host()}-{os.urandom(4).hex()}.part"


def sweep_parts(folder: Path) -> None:
    """Remove parts whose process has ended; those of other machines after a day."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _is_left(entry):
                # another process may remove the same file
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def drop_part(part: Path) -> None:
    """Remove a part and SQLite's files beside it; errors are ignored, since nothing reads a part that is left."""
    for name in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            part.with_name(f"{part.name}{name}").unlink(missing_ok=True)


def _is_left(entry: "os.DirEntry[str]") -> bool:
    match = _OURS.fullmatch(entry.name)
    if match is None:
        return bool(_NAMELESS.fullmatch(entry.name)) and _is_old(entry)
    here = match["host"] in (None, _host())
    return (here and is_gone(int(match["pid"]))) or _is_old(entry)


def _is_old(entry: "os.DirEntry[str]") -> bool:
    with contextlib.suppress(OSError):
        return time.time() - entry.stat(follow_symlinks=False).st_mtime > _DAY_S
    return False


def _host() -> str:
    if sys.platform == "win32":
        import socket

        name = socket.gethostname()
    else:
        # the same name, without a fiftieth of an export for sockets
        name = os.uname().nodename
    return re.sub(r"[^\w.-]", "", name)[:20]
