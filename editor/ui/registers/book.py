"""The registers under edit: every change is in the library at once, and can be taken back by name while one works."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from editor.desk.ports import Library
from editor.interchange.cleaning import cleaned_change
from editor.model.errors import UserError
from editor.model.registers import Registers

Change = Callable[[Registers], Registers]


@dataclass(frozen=True, slots=True, kw_only=True)
class _RegisterStep:
    """names: new names of tags by old; checkpoint: under which the articles' tags are taken back."""

    label: str
    before: Registers
    after: Registers
    names: Mapping[str, str] = field(default_factory=dict)
    checkpoint: str = ""


class RegisterBook(QObject):
    """Shows what the library holds. changed: registers or usage are others; refused: why a change was not made.

    retagged: whether articles were ever changed with their tags.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, library: Library, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._author = library, author
        self._past: list[_RegisterStep] = []
        self._future: list[_RegisterStep] = []
        self.registers, self.usage = library.registers.stored(), library.registers.usage()
        self.retagged = False

    @property
    def writable(self) -> bool:
        """Whether this program has the library."""
        return not self._library.read_only

    @property
    def why_read_only(self) -> str:
        """Why nothing can be changed, empty where it can."""
        return self._library.why_read_only

    @property
    def undo_label(self) -> str:
        """The name of the change that undo takes back, empty for none."""
        return self._past[-1].label if self._past else ""

    @property
    def redo_label(self) -> str:
        """The name of the change that redo makes again, empty for none."""
        return self._future[-1].label if self._future else ""

    def apply(self, label: str, change: Change, *, names: Mapping[str, str] | None = None) -> bool:
        """Change the registers as one named step; names: of tags that articles follow, new by old, empty to go.

        Returns False where nothing is different, or it was refused.
        """
        try:
            after = cleaned_change(self.registers, change(self.registers))
            if after == self.registers:
                return False
            done = self._done(
                _RegisterStep(label=label, before=self.registers, after=after, names=_cleaned(names or {}))
            )
        except UserError as error:
            self.refused.emit(str(error))
            # what the user sees in a field must be what holds
            self.changed.emit()
            return False
        self._past.append(done)
        self._future.clear()
        self._become(done.after, done)
        return True

    def undo(self) -> None:
        """Take the last change back."""
        if self._past and self._tried(lambda: self._taken_back(self._past[-1])):
            step = self._past.pop()
            self._future.append(step)
            self._become(step.before, step)

    def redo(self) -> None:
        """Make the change again that was taken back."""
        made: list[_RegisterStep] = []
        if self._future and self._tried(lambda: made.append(self._done(self._future[-1]))):
            self._future.pop()
            self._past += made
            self._become(made[0].after, made[0])

    def _done(self, step: _RegisterStep) -> _RegisterStep:
        if not step.names:
            self._library.registers.save(step.before, step.after, author=self._author)
            return step
        self.retagged = True
        pair = step.before, step.after
        made = self._library.registers.retag(step.label, step.names, registers=pair, author=self._author)
        return replace(step, checkpoint=made.uid)

    def _taken_back(self, step: _RegisterStep) -> None:
        if step.checkpoint:
            self._library.checkpoints.undo(step.checkpoint, author=self._author)
        else:
            self._library.registers.save(step.after, step.before, author=self._author)

    def _tried(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except UserError as error:
            self.refused.emit(str(error))
            return False
        return True

    def _become(self, registers: Registers, step: _RegisterStep) -> None:
        self.registers = registers
        if step.names:
            # counting takes a second where there are 700 issues; only tags change what articles use
            self.usage = self._library.registers.usage()
        self.changed.emit()


def _cleaned(names: Mapping[str, str]) -> dict[str, str]:
    """Have articles follow to the very names that the registers take."""
    return {old: cleaned_change("", new) for old, new in names.items()}
