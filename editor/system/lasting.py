"""Writes that survive a power cut: a file's bytes reach the disk before its name does, and both before the return.

A rename alone is not enough: the system may write the folder with the name half a minute later.
"""

import errno
import os
import sys
from pathlib import Path

# errors of file systems without fsync of folders (some shares, FUSE), and of folders without read permission
_CANNOT = frozenset((errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF, errno.EACCES, errno.EPERM))
_NO_LINKS = frozenset((errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EINVAL))


def settle(part: Path, target: Path) -> None:
    """Give a written file its final name, replacing a file of that name. Raises OSError; then nothing is replaced."""
    sync_file(part)
    part.replace(target)
    sync_folder(target.parent)


def settle_new(part: Path, target: Path) -> None:
    """Give a written file a new name. Raises FileExistsError where the name is taken, and OSError as settle does."""
    sync_file(part)
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # sticks and shares without hard links
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        part.replace(target)
    else:
        part.unlink()
    sync_folder(target.parent)


def make_folders(folder: Path, *, mode: int = 0o777) -> None:
    """Make a folder and its parents where they do not exist. mode: of the folder itself. Raises OSError."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    for one in missing:
        sync_folder(one.parent)


def sync_file(path: Path) -> None:
    """Flush a file's bytes to the disk. Raises OSError."""
    # Windows syncs only files opened for writing
    with path.open("rb+" if sys.platform == "win32" else "rb") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Flush a folder's names to the disk; Windows does so by itself. Raises OSError where the disk fails."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        if error.errno in _CANNOT:
            return
        raise
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
    finally:
        os.close(handle)
