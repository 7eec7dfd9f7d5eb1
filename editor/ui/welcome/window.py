"""The window of the welcome view."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from editor.desk.ports import LibraryShelf
from editor.model.language import tr
from editor.ui.app.settings import Settings
from editor.ui.kit.screen_room import screen_room
from editor.ui.welcome.view import WelcomeView


class WelcomeWindow(QMainWindow):
    """Stands where the main window will: it has the same geometry."""

    def __init__(self, shelf: LibraryShelf, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.view = WelcomeView(shelf, settings.library_folder)
        self.setWindowTitle(tr("简报编辑台"))
        self.setMinimumSize(QSize(1048, 600).boundedTo(screen_room(self)))
        self.setCentralWidget(self.view)
        geometry = settings.bytes_of("geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(QSize(1440, 900).boundedTo(screen_room(self)))
        self.view.sample.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.keep_bytes("geometry", self.saveGeometry())
        self._settings.save()
        super().closeEvent(event)
