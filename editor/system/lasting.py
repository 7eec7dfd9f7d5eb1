"""Names that outlast a power cut: a file's bytes are on the disk before its name is, the name before it is reported.

A rename alone is not enough: the folder that holds the name is written when the system likes, half a minute later.
"""

import errno
import os
import sys
from pathlib import Path

# file systems that cannot do it (some shares, FUSE), and folders that may be entered but not read
_CANNOT = frozenset((errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF, errno.EACCES, errno.EPERM))
_NO_LINKS = frozenset((errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EINVAL))


def settle(part: Path, target: Path) -> None:
    """Give a written file its name in place of what has it. Raises OSError; then what was there is there still."""
    sync_file(part)
    part.replace(target)
    sync_folder(target.parent)


def settle_new(part: Path, target: Path) -> None:
    """Give a written file a name that nothing has yet. Raises FileExistsError, and OSError as settle does."""
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
    """Make a folder, and those above it, where they are not there yet. mode: the folder's own. Raises OSError."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    for one in missing:
        sync_folder(one.parent)


def sync_file(path: Path) -> None:
    """Have the disk hold a file's bytes. Raises OSError."""
    # Windows syncs what is open for writing only
    with path.open("rb+" if sys.platform == "win32" else "rb") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the disk hold a folder's names; Windows does so by itself. Raises OSError where the disk fails at it."""
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
