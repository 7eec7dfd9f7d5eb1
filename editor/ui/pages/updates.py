"""The pages column keeps up with the issue: when pages are set again, and where the answers go."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from editor.model.workspace import Workspace
from editor.pages.reports import PagesSet
from editor.ui.commands.context import WindowContext
from editor.ui.pages.strip import PageStrip

# pages follow a pause, and quick typing without one no later than this
_LONGEST_MS, _LATEST_MS = 150, 600
# the key's own work comes first
_SHORTEST_MS = 15
# keys that come sooner are quick typing, of which no key may begin a setting
_QUICK_MS, _QUICK_PAUSE_MS = 100, 40


def pause_after(seconds: float, *, quick: bool) -> int:
    """Return the pause in ms before pages are set again, by what setting takes.

    quick: somebody is typing quickly. Then it is as long as setting, so that this takes half of a processor at most;
    else half as long, since more than that would be what is waited for.
    """
    whole = round(seconds * 1000)
    return min(max(whole, _QUICK_PAUSE_MS) if quick else max(whole // 2, _SHORTEST_MS), _LONGEST_MS)


class PageUpdates(QObject):
    """Sets the pages of one window's issue."""

    def __init__(self, context: WindowContext, strip: PageStrip) -> None:
        """Serve one window. strip: its small pages."""
        super().__init__(context.window)
        # that setting has taken lately, and since the last change
        self._seconds, self._since = _LONGEST_MS / 1000, QElapsedTimer()
        self._since.start()
        self._session, self._bridge, self._pages = context.session, context.bridge, context.pages
        self._pause, self._latest = single_shot(self, _LONGEST_MS), single_shot(self, _LATEST_MS)
        for timer in (self._pause, self._latest):
            timer.timeout.connect(self.now)
        context.session.issue_opened.connect(self._on_opened)
        context.session.changed.connect(self._on_changed)
        bridge = context.bridge
        bridge.pages_set.connect(self._on_pages_set)
        context.pages.wanted.connect(bridge.draw)
        bridge.picture_made.connect(context.pages.switch.show_picture)
        strip.wanted.connect(bridge.draw_small)
        bridge.small_picture_made.connect(strip.show_picture)

    def soon(self) -> None:
        """Set the pages in the next pause."""
        quick = self._since.restart() < _QUICK_MS
        self._pause.start(pause_after(self._seconds, quick=quick))
        if not self._latest.isActive():
            self._latest.start()

    def now(self) -> None:
        """Set the pages of the issue as it stands."""
        self._pause.stop()
        self._latest.stop()
        opened = self._session.opened_issue
        if opened:
            self._bridge.set_issue(opened.printable)

    def _on_pages_set(self, report: PagesSet) -> None:
        # a single slow one, such as the first, counts a half
        self._seconds = min(report.seconds, (self._seconds + report.seconds) / 2)

    def _on_opened(self) -> None:
        self._pages.switch.forget()
        self.now()

    def _on_changed(self, before: Workspace, after: Workspace) -> None:
        if before.issue is not after.issue:
            self.soon()


def single_shot(parent: QObject, interval: int) -> QTimer:
    """Return a timer that runs once. interval: milliseconds."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    return timer
