"""Who has a library open for writing: a locked file beside it that says so."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        # Windows locks bytes, so one far after the text is locked: others can read who has the lock
        file.seek(1 << 20)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class LibraryLock:
    """The lock of one library. The system releases it when the program ends, also by a crash."""

    def __init__(self, library: Path) -> None:
        """Name the lock's file; nothing is locked yet."""
        # beside the file itself, so that a link to it has the same lock
        real = library.resolve()
        self._path = real.with_name(f"{real.name}.lock")
        self._file: BinaryIO | None = None

    def take(self) -> bool:
        """Take the lock and write who we are. Returns False when another program has it. Raises OSError."""
        # never through a link, whose target would be emptied
        descriptor = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _NO_LINK, 0o600)
        file = os.fdopen(descriptor, "a+b")
        try:
            _lock(file)
        except OSError:
            file.close()
            return False
        file.truncate(0)
        file.write(_who().encode())
        file.flush()
        self._file = file
        return True

    def holder(self) -> str:
        """Return who has the lock, as they wrote it; empty for nobody or where that is unknown. Writes nothing."""
        # opened for writing: network disks lock no file that is only read
        return self.who() if self._is_locked(os.O_RDWR) else ""

    def taken(self) -> bool:
        """Return whether a program, perhaps this one, has the lock; False where that is unreadable. Creates no file."""
        return self._is_locked(os.O_RDONLY)

    def _is_locked(self, how: int) -> bool:
        try:
            file = os.fdopen(os.open(self._path, how | _NO_LINK), "rb")
        except OSError:
            return False
        with file:
            try:
                _lock(file)
            except OSError:
                return True
        return False

    def who(self) -> str:
        """Return who has the lock, as they wrote it."""
        try:
            return self._path.read_text(encoding="utf-8") or "另一个程序"
        except OSError:
            return "另一个程序"

    def release(self) -> None:
        """Release the lock."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _who() -> str:
    # imported only to write: the name takes them, and a list of issues the twentieth part longer
    import datetime as dt
    import socket

    since = dt.datetime.now(tz=dt.UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    return f"{_user()}@{socket.gethostname()}（进程 {os.getpid()}，{since} 打开）"


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "未知用户"
