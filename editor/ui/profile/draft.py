"""The publication while it is being set: its own history, and its way into the library at once."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.model.errors import UserError
from editor.model.publication import Defaults, Publication
from editor.ui.work.history import History
from editor.ui.work.session import Session

_QUIET_MS = 600


class Draft(History[Publication]):
    """A publication under edit, saved after a moment of quiet.

    begun: as new issues would have begun with it; base: as the issues have it. saved: it is in the library; failed:
    why it is not.
    """

    saved = Signal()
    failed = Signal(str)
    _answered = Signal(object)

    def __init__(self, begun: Publication, session: Session, *, waits: bool, parent: QObject | None = None) -> None:
        """Begin. waits: there are issues, which do not have a change at once."""
        super().__init__(begun, parent)
        self.begun, self._waits = begun, waits
        self._session, self._stored = session, begun
        self._rules = begun.approvers, begun.second_pair
        self._running: tuple[Future[None], Publication] | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.begin_save)
        # queued: what is written at once must not be answered in the midst of being begun
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self.changed.connect(lambda _before, _after: self._quiet.start())

    @property
    def base(self) -> Defaults:
        """What the issues have: as it was before the first change that none of them has."""
        return self.begun.waiting or self.begun.defaults

    def apply(self, label: str, change: Callable[[Publication], Publication], *, step: str = "") -> bool:
        """Change the publication as one named step; until an issue has it, the change waits."""

        def wait(now: Publication) -> Publication:
            after = change(now)
            return replace(after, waiting=self.base) if self._waits and after != now else after

        return super().apply(label, wait, step=step)

    def take_rules(self, ruled: Publication) -> None:
        """Take the rules of approval as the library has them now: no step of this history brings others back."""
        self._rules = ruled.approvers, ruled.second_pair
        self.become(self.value)

    def become(self, value: Publication) -> None:
        """Take a value, with the rules of approval that count."""
        if (value.approvers, value.second_pair) != self._rules:
            value = replace(value, approvers=self._rules[0], second_pair=self._rules[1])
        super().become(value)

    def settle(self) -> None:
        """Let nothing wait any longer: the newest issue has it."""
        self.become(replace(self.value, waiting=None))
        self.save()

    @property
    def pending(self) -> bool:
        """Whether something is not in the library yet."""
        return self.value is not self._stored

    def begin_save(self) -> None:
        """Begin to write what is not in the library yet."""
        self._quiet.stop()
        if self.pending and self._running is None:
            done = self._session.later(self._session.library.save_publication, self.value)
            self._running = (done, self.value)
            # called in that thread: the signal brings it back into this one
            done.add_done_callback(self._answered.emit)

    def save(self) -> bool:
        """Write what is not in the library yet and wait for it. Returns whether it is there."""
        while self.pending:
            self.begin_save()
            if not self._take_answer():
                return False
        return True

    def _on_answered(self, done: Future[None]) -> None:
        if self._running is None or done is not self._running[0]:
            return
        if not self._take_answer():
            self._quiet.start()
        elif self.pending:
            self.begin_save()
        else:
            self.saved.emit()

    def _take_answer(self) -> bool:
        """Wait for the writing that is under way. Returns whether it went well."""
        assert self._running is not None, "something is being written"  # noqa: S101
        (done, value), self._running = self._running, None
        try:
            done.result()
        except UserError as error:
            self.failed.emit(str(error))
            return False
        self._stored = value
        return True
