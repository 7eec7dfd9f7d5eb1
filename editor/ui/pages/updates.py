"""The pages column keeps up with the issue: when pages are set again, and where the answers go."""

from PySide6.QtCore import QObject, QTimer

from editor.model.workspace import Workspace
from editor.ui.commands.context import WindowContext
from editor.ui.pages.strip import PageStrip

# pages follow a pause, and quick typing without one no later than this
_PAUSE_MS, _LATEST_MS = 150, 600


class PageUpdates(QObject):
    """Sets the pages of one window's issue."""

    def __init__(self, context: WindowContext, strip: PageStrip) -> None:
        """Serve one window. strip: its small pages."""
        super().__init__(context.window)
        self._session, self._bridge, self._pages = context.session, context.bridge, context.pages
        self._pause, self._latest = single_shot(self, _PAUSE_MS), single_shot(self, _LATEST_MS)
        for timer in (self._pause, self._latest):
            timer.timeout.connect(self.now)
        context.session.issue_opened.connect(self._on_opened)
        context.session.changed.connect(self._on_changed)
        bridge = context.bridge
        context.pages.wanted.connect(bridge.draw)
        bridge.picture_made.connect(context.pages.switch.show_picture)
        strip.wanted.connect(bridge.draw_small)
        bridge.small_picture_made.connect(strip.show_picture)

    def soon(self) -> None:
        """Set the pages in the next pause."""
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def now(self) -> None:
        """Set the pages of the issue as it stands."""
        self._pause.stop()
        self._latest.stop()
        opened = self._session.opened_issue
        if opened:
            self._bridge.set_issue(opened.printable)

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
