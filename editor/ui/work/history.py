"""One history over one value: every change is a named step that can be taken back."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from editor.interchange.cleaning import cleaned_change

Value = TypeVar("Value")

_PAUSE_MS = 1000
_STEPS = 1000


class History(QObject, Generic[Value]):
    """A frozen value under edit.

    changed: the value is another one (before, after). stepped: it became so by undo or redo, so that the window can
    lead there.
    """

    changed = Signal(object, object)
    stepped = Signal(object, object)

    def __init__(self, value: Value, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._round = 0
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(_STEPS)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.close_step)

    @property
    def value(self) -> Value:
        """The value as it stands."""
        return self._value

    def apply(self, label: str, change: Callable[[Value], Value], *, step: str = "") -> bool:
        """Change the value as one named step. Returns False where nothing is different afterwards.

        What is new in it is cleaned as imports are: whatever way a text comes, it passes here.
        step: changes of one name that follow each other without a pause are one step; empty: a step of its own.
        """
        after = cleaned_change(self._value, change(self._value))
        if after is self._value or after == self._value:
            return False
        key = f"{self._round}:{step}" if step else ""
        self.stack.push(_HistoryStep(label, self.become, (self._value, after), key))
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

    def pair(self, by: int) -> tuple[Value, Value] | None:
        """Return the values between which undo (-1) or redo (1) would go, as (now, then); None where it would not."""
        step = self.stack.command(self.stack.index() - (1 if by < 0 else 0))
        return step.values(by) if isinstance(step, _HistoryStep) else None

    def rebase(self, change: Callable[[Value], Value]) -> None:
        """Carry what came from elsewhere into the value and every step, as if it had been so from the beginning.

        The steps stay as they are else, and nothing is said: whoever calls shows the value.
        """
        carried: dict[int, Value] = {}

        def once(value: Value) -> Value:
            # one value stays one: what is saved is known by its identity
            if id(value) not in carried:
                carried[id(value)] = change(value)
            return carried[id(value)]

        steps = (self.stack.command(place) for place in range(self.stack.count()))
        before = [(step, *step.values(1)) for step in steps if isinstance(step, _HistoryStep)]
        self.close_step()
        for step, one, other in before:
            step.take(once(one), once(other))
        self._value = once(self._value)

    def steps(self) -> list[tuple[Value, Value]]:
        """Return the values before and after every step, oldest first."""
        steps = (self.stack.command(place) for place in range(self.stack.count()))
        return [step.values(1) for step in steps if isinstance(step, _HistoryStep)]

    def become(self, value: Value) -> None:
        """Take a value; for the history's steps only."""
        before, self._value = self._value, value
        if before is not value:
            self.changed.emit(before, value)

    def _step(self, move: Callable[[], None]) -> None:
        before = self._value
        self.close_step()
        move()
        if self._value is not before:
            self.stepped.emit(before, self._value)


class _HistoryStep(QUndoCommand, Generic[Value]):
    def __init__(self, label: str, become: Callable[[Value], None], values: tuple[Value, Value], key: str) -> None:
        super().__init__(label)
        self._become, self._key = become, key
        self._before, self._after = values

    def values(self, by: int) -> tuple[Value, Value]:
        """Return the values in the order of undo (-1) or redo (1)."""
        return (self._after, self._before) if by < 0 else (self._before, self._after)

    def take(self, before: Value, after: Value) -> None:
        """Go between other values from now on."""
        self._before, self._after = before, after

    def redo(self) -> None:
        self._become(self._after)

    def undo(self) -> None:
        self._become(self._before)

    def id(self) -> int:
        return 1 if self._key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _HistoryStep) or other._key != self._key:  # noqa: SLF001 - its own kind
            return False
        self._after = other._after  # noqa: SLF001 - its own kind
        return True
