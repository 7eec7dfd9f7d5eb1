"""Watches the clipboard: pages that are copied in other programs."""

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from editor.desk.intake.copied import worth_collecting
from editor.ui.body.clipboard import BLOCKS_FORMAT, clipboard_data, copied_page

_AGAIN_MS, _SAME_MS = 300, 2000


class ClipboardWatch(QObject):
    """copied: a page, as `Copied`; one that is announced twice within two seconds is told once."""

    copied = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = ""
        self._on = False
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self._same = QTimer(self, singleShot=True, interval=_SAME_MS)
        self._same.timeout.connect(self._forget)

    def watch(self, *, on: bool) -> None:
        """Watch from now on, or no longer; what lies on the clipboard already was not copied for this."""
        if on == self._on:
            return
        self._on, self._last = on, ""
        clipboard = QGuiApplication.clipboard()
        if on:
            clipboard.dataChanged.connect(self._on_changed)
        else:
            clipboard.dataChanged.disconnect(self._on_changed)

    def _on_changed(self) -> None:
        if owned_by_us():
            return
        data = clipboard_data()
        if not data.formats() and self._on:
            # under Windows the other program may still hold the clipboard open
            self._again.start()
            return
        self._look(data)

    def _look_again(self) -> None:
        if self._on and not owned_by_us():
            self._look(clipboard_data())

    def _forget(self) -> None:
        """Take the same page for another copy from now on: the user may have thrown the first one away."""
        self._last = ""

    def _look(self, data: QMimeData) -> None:
        if data.hasFormat(BLOCKS_FORMAT) or not data.hasHtml():
            return
        page = copied_page(data)
        if page.sha256 != self._last and worth_collecting(page):
            self._last = page.sha256
            self._same.start()
            self.copied.emit(page)


def owned_by_us() -> bool:
    """Return whether this program copied what the clipboard holds."""
    return bool(QGuiApplication.clipboard().ownsClipboard())
