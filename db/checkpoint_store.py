"""Issues changed together in an open library, and changes taken back."""

from collections.abc import Iterable

from db import checkpoints, clock
from db.engine import Opened
from editor.desk.ports import Checkpoint, Shares
from editor.model.issue import Issue


class CheckpointStore:
    """The part of an open library that is taken back by checkpoints."""

    def __init__(self, *, reading: Opened, writing: Opened) -> None:
        """Take how sessions of the library are opened."""
        self._reading, self._writing = reading, writing

    def save_issues(
        self, name: str, changes: Iterable[tuple[Issue, Issue]], *, author: str, progress: Shares | None = None
    ) -> Checkpoint:
        """Write issues changed together in one transaction, to be taken back under a name (see the port)."""
        with self._writing() as session:
            writer = checkpoints.Writer(session, author=author, at=clock.utc_now(), progress=progress)
            return writer.save(name, tuple(changes))

    def listed(self) -> tuple[Checkpoint, ...]:
        """Return what can be taken back, the newest first."""
        with self._reading() as session:
            return checkpoints.listed(session)

    def undo(self, uid: str, *, author: str, progress: Shares | None = None) -> None:
        """Take a checkpoint back, all or nothing. Raises UserError where what it changed was changed since."""
        with self._writing() as session:
            checkpoints.Writer(session, author=author, at=clock.utc_now(), progress=progress).undo(uid)
