"""On which page a hit was printed: known once its issue was set, which is asked for where one lingers on it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from editor.desk.archive.values import Hit
from editor.desk.ports import Library
from editor.ui.commands.context import WindowContext
from editor.ui.kit.job import Job


class Folios(QObject):
    """Of one window. found: the folios of an issue are known now, none where it cannot be set."""

    found = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._known: dict[str, Mapping[str, int]] = {}
        self._asked: set[str] = set()

    def known(self, issue: str) -> Mapping[str, int] | None:
        """Return the first folios of an issue's articles, None while they are not known."""
        return self._known.get(issue)

    def wanted(self, hit: Hit) -> bool:
        """Return whether a hit has a folio that is not known yet."""
        return bool(hit.issue) and hit.folio is None and hit.issue not in self._known

    def placed(self, hit: Hit) -> Hit:
        """Return a hit with its folio, where that is known."""
        known = self._known.get(hit.issue)
        return replace(hit, folio=known.get(hit.article)) if known and hit.folio is None else hit

    def ask(self, issue: str) -> None:
        """Have an issue set in the thread that may set pages, once."""
        if issue in self._known or issue in self._asked:
            return
        self._asked.add(issue)
        library = self._context.session.library
        job = Job(lambda _told: _printed(library, issue), run=self._context.bridge.run)
        job.done.connect(lambda folios: self.take(issue, folios))
        # what cannot be set is quoted without its page
        job.failed.connect(lambda _reason: self.take(issue, {}))
        job.start()

    def take(self, issue: str, folios: Mapping[str, int]) -> None:
        """Keep the folios of an issue."""
        self._known[issue] = folios
        self._asked.discard(issue)
        self.found.emit(issue)

    def forget(self, issue: str) -> None:
        """Let an issue be set again when it is asked for: it was changed."""
        self._known.pop(issue, None)


def _printed(library: Library, issue: str) -> Mapping[str, int]:
    from editor.desk.intake.replies import printed_folios

    return printed_folios(library, issue)
