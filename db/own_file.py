"""Watches the file of a session: a file that replaces it under the same name is neither read nor written.

SQLite uses both names and open descriptors: the log of the old file would be applied to the new one, at the latest when
the session ends. So where the file was replaced, the session's log is removed first. Descriptors are opened before the
first connection and closed after the last, since closing one drops SQLite's locks on that file (POSIX).
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.beside import SHM, WAL, beside
from db.connections import Connections
from db.generation import mark_in_table, move_on
from db.held_file import BINARY, HeldFile
from db.keeping_aside import drop, keep_log, keep_whole
from db.refusals import identity
from editor.model.errors import UserError
from editor.model.language import tr

# bytes from which a log is moved into the file: 1,000 pages, SQLite's own default
_LONG_LOG = 1000 * 4096
_PATIENCE = 1.0


class OwnFile:
    """A library's file in one session. Made before its connections are, closed with them."""

    def __init__(self, place: Path, known: frozenset[bytes] = frozenset()) -> None:
        """Open the file that has the name now. known: generations of the log beside it. Raises UserError."""
        self._place = place
        self._file = HeldFile(place)
        self._log: int | None = None
        self._turn = threading.Lock()
        self._known: set[bytes | None] = set(known)
        self._last: bytes | None = None
        self._begun = self._away = self._readable = self._closed = False
        self._kept = ""

    def watch(self, connections: Connections) -> None:
        """Remember the present generation. Raises sqlite3.Error."""
        with connections.idle() as raw:
            self._file.watch(raw)
            mark = mark_in_table(raw)
        self._last = mark.value if mark else None
        self._known |= {self._last, self._file.generation()}

    def connecting(self) -> None:
        """Raise UserError where the name leads to another file: SQLite would go by it."""
        if self._away or self._file.moved():
            raise _refusal(self._place, self._kept)

    def connected(self) -> None:
        """Open a descriptor of the log that SQLite has just opened or made."""
        self._close_log()
        # without shared memory on the disk there is no log: SQLite uses a journal instead
        with suppress(FileNotFoundError):
            self._log = os.open(f"{self._place}{WAL}", os.O_RDWR | BINARY)

    @contextmanager
    def turn(self, connections: Connections) -> Iterator[None]:
        """Hold the exclusive right to write in this process; afterwards a long log is moved into the file.

        SQLite's own checkpoints are off and writes come one at a time: a checkpoint beside a commit can lose a
        transaction (SQLite before 3.51.3, "WAL-reset bug"). Raises UserError where the file was replaced, or where
        another write does not end in time.
        """
        with _taken(self._turn):
            self._check(connections)
            self._begin(connections)
            yield
            if self._log is not None and os.fstat(self._log).st_size > _LONG_LOG:
                self._check(connections)
                self._move_log(connections)

    @contextmanager
    def change(self, raw: sqlite3.Connection) -> Iterator[None]:
        """Give a transaction that changes something its own generation."""
        before = raw.total_changes
        yield
        if raw.total_changes != before:
            self._note(move_on(raw))

    def check(self, connections: Connections) -> None:
        """Raise UserError where nothing can be read: another file has the name, or the bytes are another library's.

        Nothing of this session is written into that file. A file that was only moved is still read by the open
        connections.
        """
        if self._closed:
            raise UserError(tr("刊库“{place}”已经关闭，没有读出来，也没有改动。请重新打开它。", place=self._place))
        if self._away or self._foreign():
            with _taken(self._turn):
                try:
                    self._check(connections)
                except UserError:
                    if not self._readable:
                        raise

    def close(self, connections: Connections) -> None:
        """End the session; what it wrote is then in its file, or rescued beside it where another file has the name."""
        with suppress(UserError):
            self.check(connections)
        self._close_log()
        connections.dispose()
        self._closed = True
        self._file.close()

    def _check(self, connections: Connections) -> None:
        if self._away and not self._foreign() and self._file.generation() == self._last:
            # the connections there are know the log by a name that was taken away
            connections.dispose()
            self._away, self._readable, self._kept = False, False, ""
        if self._away or self._foreign():
            if not self._away:
                self._leave(connections)
            raise _refusal(self._place, self._kept)

    def _foreign(self) -> bool:
        """Whether the name has another file, or the file another library's bytes, or there is none."""
        return self._file.moved() or self._file.generation() not in self._known

    def _leave(self, connections: Connections) -> None:
        """Rescue what only this session still has, and remove its log from beside the other file."""
        self._away = True
        left = [(path, _stat(path)) for path in (beside(self._place, suffix) for suffix in (WAL, SHM))]
        own = os.fstat(self._log) if self._log is not None else None
        if self._file.moved() and connections.any_kept and connections.checkpoint():
            self._kept, self._readable = _keep_moved(self._file, connections, self._place), True
        elif self._log is not None:
            if os.fstat(self._log).st_size:
                self._kept = keep_log(self._log, self._place)
            # SQLite's last checkpoint then finds an empty log and writes nothing into the other file
            os.ftruncate(self._log, 0)
        self._close_log()
        if not self._readable:
            connections.dispose()
        if own and left[0][1] and os.path.samestat(own, left[0][1]):
            for path, known in left:
                drop(path, known)

    def _begin(self, connections: Connections) -> None:
        """Give the file a generation that no copy of it has, before the first change of this session."""
        if not self._begun:
            with connections.idle() as raw:
                raw.execute("BEGIN IMMEDIATE")
                self._note(move_on(raw))
                raw.execute("COMMIT")
            self._move_log(connections)
            self._begun = True

    def _move_log(self, connections: Connections) -> None:
        """Move the log into the file, which then has the last generation and no other."""
        if connections.checkpoint():
            self._known = {self._last}

    def _note(self, value: bytes) -> None:
        self._last = value
        self._known.add(value)

    def _close_log(self) -> None:
        if self._log is not None:
            os.close(self._log)
            self._log = None


def _stat(path: Path) -> os.stat_result | None:
    with suppress(OSError):
        return path.stat()
    return None


@contextmanager
def _taken(turn: threading.Lock) -> Iterator[None]:
    if not turn.acquire(timeout=_PATIENCE):
        raise UserError(tr("没有写进刊库：上一次写入还没有做完，请稍后再试。已存的内容没有变化。"))
    try:
        yield
    finally:
        turn.release()


def _keep_moved(file: HeldFile, connections: Connections, place: Path) -> str:
    """Keep what a moved file has; return where it is, in a sentence."""
    if file.has_name():
        return tr("换掉之前的改动都在原来的文件里。")
    with connections.idle() as raw:
        return keep_whole(raw, place)


def _refusal(place: Path, kept: str) -> UserError:
    try:
        identity(place)
    except UserError as error:
        return UserError(f"{error}{kept}")
    return UserError(
        tr(
            "“{place}”换成了另一个文件，没有写进去，也没有改动它。{kept}请把原来的放回，或重新打开刊库。",
            place=place,
            kept=kept,
        )
    )
