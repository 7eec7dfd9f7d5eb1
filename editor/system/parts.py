"""Files that have no name of their own yet: `.bulletin-PID@HOST-RANDOM.part` beside what they will be.

A killed process leaves them; the next write into the folder takes them away.
"""

import contextlib
import os
import re
import socket
import time
from pathlib import Path

from editor.system.processes import is_gone

_OURS = re.compile(r"\..*-(?P<pid>\d+)(?:@(?P<host>.*)-[0-9a-f]{8})?\.part(-journal|-wal|-shm)?")
# of versions that wrote no process into the name
_NAMELESS = re.compile(r"\.bulletin-\w{8}\.part")
_DAY_S = 24 * 60 * 60


def new_part(folder: Path) -> Path:
    """Return where to write what is named later; nothing is there."""
    return folder / f".bulletin-{os.getpid()}@{_host()}-{os.urandom(4).hex()}.part"


def sweep_parts(folder: Path) -> None:
    """Take away parts whose process is gone, of another machine those of more than a day ago."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _is_left(entry):
                # another one may sweep as well
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def drop_part(part: Path) -> None:
    """Take a part away with what SQLite put beside it; a disk that is gone keeps its rest, which nobody reads."""
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
    return re.sub(r"[^\w.-]", "", socket.gethostname())[:20]
