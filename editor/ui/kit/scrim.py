"""A veil over the window while a dialog is open."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from editor.ui.theme.apply import current_theme


@contextmanager
def scrim(window: QWidget) -> Iterator[None]:
    """Veil a window as long as the context lasts."""
    veil = _Scrim(window)
    veil.show()
    veil.raise_()
    try:
        yield
    finally:
        veil.hide()
        veil.deleteLater()


def veil_while_open(window: QWidget, dialog: QDialog) -> None:
    """Open a dialog over a veiled window and go on: nothing waits for it."""
    veil = ExitStack()
    veil.enter_context(scrim(window))
    dialog.finished.connect(veil.close)
    dialog.open()


class _Scrim(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        app = QApplication.instance()
        painter = QPainter(self)
        if isinstance(app, QApplication):
            painter.fillRect(self.rect(), current_theme(app).colour("scrim"))
        painter.end()
