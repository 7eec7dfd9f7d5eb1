"""The publication while it is being set: its own history, and its way into the library at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from editor.model.publication import Defaults, Publication
from editor.ui.work.autosave import Autosave
from editor.ui.work.history import History
from editor.ui.work.session import Session

_QUIET_MS = 600


class Draft(History[Publication]):
    """A publication under edit, saved after a moment of quiet.

    begun: as new issues would have begun with it; base: as the issues have it; saving: its way into the library.
    """

    def __init__(self, begun: Publication, session: Session, *, waits: bool, parent: QObject | None = None) -> None:
        """Begin. waits: there are issues, which do not have a change at once."""
        super().__init__(begun, parent)
        self.begun, self._waits = begun, waits
        self._rules = begun.approvers, begun.second_pair
        self.saving = Autosave(self, partial(_writing, session), session.library_thread.later, self, quiet_ms=_QUIET_MS)

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
        self.saving.save()


def _writing(session: Session, _stored: Publication, value: Publication) -> Callable[[], None]:
    return partial(session.library.save_publication, value)
