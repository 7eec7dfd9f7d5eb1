"""Watches the clipboard: pages that are copied in other programs."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from editor.desk.intake.copied import worth_collecting
from editor.ui.body.clipboard import BLOCKS_FORMAT, clipboard_data, copied_page


class ClipboardWatch(QObject):
    """copied: a page, as `Copied`; one that is announced twice is told once."""

    copied = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = ""
        self._on = False

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
        if data.hasFormat(BLOCKS_FORMAT) or not data.hasHtml():
            return
        page = copied_page(data)
        if page.sha256 != self._last and worth_collecting(page):
            self._last = page.sha256
            self.copied.emit(page)


def owned_by_us() -> bool:
    """Return whether this program copied what the clipboard holds."""
    return bool(QGuiApplication.clipboard().ownsClipboard())
