"""The file that a session writes into, watched: one that takes its name is neither read nor written.

SQLite goes by names and by open descriptors at once: the log of the old file would reach the new one, at the latest
when the session ends. So where the file is another one, the session's log goes first. Descriptors are opened before the
first connection and closed after the last: closing one drops SQLite's locks on that file (POSIX).
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Engine

from db.engine import checkpoint, idle_driver
from db.generation import mark_in_table, move_on
from db.held_file import BINARY, HeldFile
from db.keeping_aside import drop, keep_log, keep_whole
from db.leftovers import SHM, WAL, beside
from db.refusals import identity
from editor.model.errors import UserError
from editor.model.language import tr

# a log of so many bytes is written into the file: at as many pages as SQLite itself would
_LONG_LOG = 1000 * 4096
_PATIENCE = 1.0


class OwnFile:
    """A library's file in one session. Made before its engine is, closed with it."""

    def __init__(self, place: Path, known: frozenset[bytes] = frozenset()) -> None:
        """Take the file that has the name now. known: generations of the log beside it. Raises UserError."""
        self._place = place
        self._file = HeldFile(place)
        self._log: int | None = None
        self._turn = threading.Lock()
        self._known: set[bytes | None] = set(known)
        self._last: bytes | None = None
        self._begun = self._away = self._readable = self._closed = False
        self._kept = ""

    def watch(self, engine: Engine) -> None:
        """Take note of the generation now. Raises sqlite3.Error, DBAPIError."""
        with idle_driver(engine) as raw:
            self._file.watch(raw)
            mark = mark_in_table(raw)
        self._last = mark.value if mark else None
        self._known |= {self._last, self._file.generation()}

    def connecting(self) -> None:
        """Raise UserError where the name leads to another file: SQLite would go by it."""
        if self._away or self._file.moved():
            raise _refusal(self._place, self._kept)

    def connected(self) -> None:
        """Hold on to the log that SQLite has just opened or made."""
        self._close_log()
        # a disk without shared memory has no log: SQLite then keeps to its journal
        with suppress(FileNotFoundError):
            self._log = os.open(f"{self._place}{WAL}", os.O_RDWR | BINARY)

    @contextmanager
    def turn(self, engine: Engine) -> Iterator[None]:
        """Have the turn to write; a long log is then moved into the file.

        One at a time, SQLite's own checkpoints being off: two at one moment can lose a transaction (SQLite before
        3.51.3, "WAL-reset bug"). Raises UserError where the file is another one or the turn does not come.
        """
        with _taken(self._turn):
            self._check(engine)
            self._begin(engine)
            yield
            if self._log is not None and os.fstat(self._log).st_size > _LONG_LOG:
                self._check(engine)
                self._move_log(engine)

    @contextmanager
    def change(self, raw: sqlite3.Connection) -> Iterator[None]:
        """Give what a transaction changes a generation of its own; one that changes nothing gets none."""
        before = raw.total_changes
        yield
        if raw.total_changes != before:
            self._note(move_on(raw))

    def check(self, engine: Engine) -> None:
        """Raise UserError where nothing can be read: another file has the name, or the bytes are another library's.

        Nothing of this session reaches it then. A file that was only moved is read on by the connections there are.
        """
        if self._closed:
            raise UserError(tr("刊库“{place}”已经关闭，没有读出来，也没有改动。请重新打开它。", place=self._place))
        if self._away or self._foreign():
            with _taken(self._turn):
                try:
                    self._check(engine)
                except UserError:
                    if not self._readable:
                        raise

    def close(self, engine: Engine) -> None:
        """End the session: what it wrote is in its file, or kept aside where another file has the name now."""
        with suppress(UserError):
            self.check(engine)
        self._close_log()
        engine.dispose()
        self._closed = True
        self._file.close()

    def _check(self, engine: Engine) -> None:
        if self._away and not self._foreign() and self._file.generation() == self._last:
            # the connections there are know the log by a name that was taken away
            engine.dispose()
            self._away, self._readable, self._kept = False, False, ""
        if self._away or self._foreign():
            if not self._away:
                self._leave(engine)
            raise _refusal(self._place, self._kept)

    def _foreign(self) -> bool:
        """Whether the name has another file, or the file another library's bytes, or there is none."""
        return self._file.moved() or self._file.generation() not in self._known

    def _leave(self, engine: Engine) -> None:
        """Keep what only this session still has, and leave nothing of it beside the name."""
        self._away = True
        left = [(path, _stat(path)) for path in (beside(self._place, suffix) for suffix in (WAL, SHM))]
        own = os.fstat(self._log) if self._log is not None else None
        if self._file.moved() and engine.pool.checkedin() and checkpoint(engine):  # type: ignore[attr-defined]
            self._kept, self._readable = _keep_moved(self._file, engine, self._place), True
        elif self._log is not None:
            if os.fstat(self._log).st_size:
                self._kept = keep_log(self._log, self._place)
            # what is read back short at the last close is not written into the file
            os.ftruncate(self._log, 0)
        self._close_log()
        if not self._readable:
            engine.dispose()
        if own and left[0][1] and os.path.samestat(own, left[0][1]):
            for path, known in left:
                drop(path, known)

    def _begin(self, engine: Engine) -> None:
        """Give the file itself a generation that no copy of it has, before the first change of this session."""
        if not self._begun:
            with idle_driver(engine) as raw:
                raw.execute("BEGIN IMMEDIATE")
                self._note(move_on(raw))
                raw.execute("COMMIT")
            self._move_log(engine)
            self._begun = True

    def _move_log(self, engine: Engine) -> None:
        """Move the log into the file, which from then on has no other generation than the last."""
        if checkpoint(engine):
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


def _keep_moved(file: HeldFile, engine: Engine, place: Path) -> str:
    """Keep what a moved file has; return where it is, in a sentence."""
    if file.has_name():
        return tr("换掉之前的改动都在原来的文件里。")
    with idle_driver(engine) as raw:
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
