"""Private temporary folders, each with a lock held by its process; later processes remove those without a lock held.

The system drops the lock when the process ends, also when it is killed, and a reused process number cannot keep an old
folder alive.
"""

import contextlib
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from editor.model.errors import UserError
from editor.model.language import tr
from editor.system.processes import is_gone
from editor.system.reasons import reason_of

_PREFIX, _LOCK = "bulletin-", ".lock"
_PID = re.compile(r"-(\d+)-[^-]+$")
# a folder this young may not have been locked yet
_MOMENT_S = 60
# after this, folders without a lock (of older versions) are removed
_WEEK_S = 7 * 24 * 60 * 60


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def scratch_folder(what: str) -> Iterator[Path]:
    """Yield an empty private folder, removed at the end. what: a word of its name. Raises UserError."""
    folder, handle = _taken(what)
    try:
        yield folder
    finally:
        # Windows cannot remove an open file
        os.close(handle)
        shutil.rmtree(folder, ignore_errors=True)


def lasting_folder(what: str) -> Path:
    """Return a scratch folder for files that another program opens; it is kept until this process ends.

    The lock is not released here: the system does that.
    """
    folder, _handle = _taken(what)
    return folder


def write_scratch(path: Path, data: bytes) -> None:
    """Write into a scratch folder. Raises UserError where the disk refuses."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise _refused(error) from error


def copy_into(folder: Path, template: Path) -> None:
    """Copy a folder's contents into a scratch folder, made where it is not there. Raises UserError."""
    try:
        # contents alone: permissions and times would take half of it
        shutil.copytree(template, folder, copy_function=shutil.copyfile, dirs_exist_ok=True)
        # copytree took over the template's permissions, but drafts must stay private
        folder.chmod(0o700)
    except OSError as error:
        raise _refused(error) from error


def sweep_scratch() -> None:
    """Remove what ended processes left in the temporary folder; what cannot be removed stays."""
    with contextlib.suppress(OSError):
        _sweep(Path(tempfile.gettempdir()))


def _taken(what: str) -> tuple[Path, int]:
    try:
        root = Path(tempfile.gettempdir())
        _sweep(root)
        folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{what}-{os.getpid()}-", dir=root))
        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        _lock(handle)
    except OSError as error:
        raise _refused(error) from error
    return folder, handle


def _refused(error: OSError) -> UserError:
    return UserError(
        tr(
            "临时文件夹“{folder}”写不进去：{reason}。刊库没有改动。",
            folder=tempfile.tempdir or "TMPDIR",
            reason=reason_of(error),
        )
    )


def _sweep(root: Path) -> None:
    """Remove folders of ended processes; those of other users stay."""
    with contextlib.suppress(OSError), os.scandir(root) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and _is_own_folder(entry) and _is_left(Path(entry.path)):
                shutil.rmtree(entry.path, ignore_errors=True)


def _is_own_folder(entry: "os.DirEntry[str]") -> bool:
    with contextlib.suppress(OSError):
        own = sys.platform == "win32" or entry.stat(follow_symlinks=False).st_uid == os.getuid()
        return own and entry.is_dir(follow_symlinks=False)
    return False


def _is_left(folder: Path) -> bool:
    match = _PID.search(folder.name)
    age = _age(folder)
    if match is None:
        return age > _WEEK_S
    if not (is_gone(int(match[1])) or age > _MOMENT_S):
        return False
    return _is_free(folder / _LOCK)


def _is_free(lock: Path) -> bool:
    """Return whether no process holds a lock; True also for a folder whose lock was never made."""
    try:
        handle = os.open(lock, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        return True
    except OSError:
        return False
    try:
        _lock(handle)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


def _age(folder: Path) -> float:
    """Return the seconds since anything was made in a folder."""
    with contextlib.suppress(OSError):
        return time.time() - folder.lstat().st_mtime
    return 0
