"""What is being edited, with one history over all of it. Views show it; only `apply` changes it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from editor.model.workspace import Workspace

_PAUSE_MS = 1000
_STEPS = 1000


class OpenWork(QObject):
    """A workspace under edit.

    changed: the value is another one (before, after). stepped: it became so by undo or redo, so that the window can
    lead there.
    """

    changed = Signal(object, object)
    stepped = Signal(object, object)

    def __init__(self, space: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._space = space
        self._round = 0
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(_STEPS)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.close_step)

    @property
    def space(self) -> Workspace:
        """The value as it stands."""
        return self._space

    def apply(self, label: str, change: Callable[[Workspace], Workspace], *, step: str = "") -> bool:
        """Change the value as one named step. Returns False where nothing is different afterwards.

        step: changes of one name that follow each other without a pause are one step; empty: a step of its own.
        """
        after = change(self._space)
        if after is self._space or after == self._space:
            return False
        key = f"{self._round}:{step}" if step else ""
        self.stack.push(_Step(self, label, self._space, after, key))
        if step:
            self._pause.start()
        else:
            self.close_step()
        return True

    def close_step(self) -> None:
        """Let the next change begin a step of its own."""
        self._pause.stop()
        self._round += 1

    def undo(self) -> None:
        """Take the last step back."""
        self._step(self.stack.undo)

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self._step(self.stack.redo)

    def become(self, space: Workspace) -> None:
        """Take a value; for the history's steps only."""
        before, self._space = self._space, space
        if before is not space:
            self.changed.emit(before, space)

    def _step(self, move: Callable[[], None]) -> None:
        before = self._space
        self.close_step()
        move()
        if self._space is not before:
            self.stepped.emit(before, self._space)


class _Step(QUndoCommand):
    def __init__(self, work: OpenWork, label: str, before: Workspace, after: Workspace, key: str) -> None:
        super().__init__(label)
        self._work, self._before, self._after, self._key = work, before, after, key

    def redo(self) -> None:
        self._work.become(self._after)

    def undo(self) -> None:
        self._work.become(self._before)

    def id(self) -> int:
        return 1 if self._key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other._key != self._key:  # noqa: SLF001 - its own kind
            return False
        self._after = other._after  # noqa: SLF001 - its own kind
        return True
