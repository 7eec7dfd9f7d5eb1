"""The welcome window, and what is asked there until a library is found to open."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from editor.desk.ports import LibraryShelf
from editor.desk.starting.author import suggested_author
from editor.desk.starting.library_setup import found_library, library_for, moved_here, sample_library
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.app.settings import Settings
from editor.ui.backups.dialog import BackupsDialog
from editor.ui.backups.restorer import restorer_for
from editor.ui.kit.failures import show_failure
from editor.ui.kit.scrim import scrim
from editor.ui.kit.waiting import wait_for
from editor.ui.new_issue.library_dialog import NewLibraryDialog
from editor.ui.welcome.name_dialog import NameDialog
from editor.ui.welcome.opening import Opening
from editor.ui.welcome.window import WelcomeWindow


class Reception(QObject):
    """Lives as long as the welcome window is shown."""

    found = Signal(Opening)

    def __init__(self, shelf: LibraryShelf, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._settings = shelf, settings
        self.window = WelcomeWindow(shelf, settings)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the libraries opened lately as the settings have them."""
        now = dt.datetime.now(tz=dt.UTC).astimezone().replace(tzinfo=None)
        self.window.view.show_recent(self._settings.recent, now=now)
        self.window.view.show_author(self._settings.author)

    def ask_author(self) -> None:
        """Ask for the user's name and keep it."""
        dialog = NameDialog(self._settings.author or suggested_author(), self.window)
        with scrim(self.window):
            dialog.exec()
        if dialog.name:
            self._settings.author = dialog.name
            self._settings.save()
        self.window.view.show_author(self._settings.author)

    def restore(self, library: Path) -> None:
        """Offer the backups of a library that does not open."""
        dialog = BackupsDialog(restorer_for(self._shelf, self._settings), library, self.window, lost=True)
        # queued: the view that asked goes away
        dialog.open_wanted.connect(self._on_open_wanted, Qt.ConnectionType.QueuedConnection)
        with scrim(self.window):
            dialog.exec()
        self.refresh()

    def close(self) -> None:
        """Take the window away."""
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    def _connect(self) -> None:
        view = self.window.view
        view.sample_wanted.connect(self._on_sample_wanted)
        view.import_wanted.connect(self._on_import_wanted)
        view.new_wanted.connect(self._on_new_wanted)
        view.open_wanted.connect(self._on_open_wanted)
        view.move_wanted.connect(self._on_move_wanted)
        # queued: the row that asked goes away
        view.forget_wanted.connect(self._on_forget_wanted, Qt.ConnectionType.QueuedConnection)
        view.restore_wanted.connect(self.restore)
        view.author_wanted.connect(self.ask_author)
        view.folder.folder_changed.connect(self._on_folder_changed)

    def _on_sample_wanted(self) -> None:
        self.found.emit(Opening(place=sample_library(self._settings.library_folder), sample=True))

    def _on_open_wanted(self, place: Path) -> None:
        self.found.emit(Opening(place=place))

    def _on_import_wanted(self, files: tuple[Path, ...]) -> None:
        folder = self._settings.library_folder
        place = self._tried(
            tr("没有导入“{name}”", name=files[0].name), lambda: library_for(files[0], folder, self._shelf)
        )
        if place:
            self.found.emit(Opening(place=place, files=files))

    def _on_new_wanted(self) -> None:
        dialog = NewLibraryDialog(self._settings.library_folder, self.window)
        with scrim(self.window):
            dialog.exec()
        if not dialog.result():
            return
        place = self._tried(tr("没有新建刊库"), lambda: found_library(dialog.founding, dialog.path, self._shelf))
        if place:
            self.found.emit(Opening(place=place, begin_issue=True))

    def _on_move_wanted(self, library: Path) -> None:
        folder = self._settings.library_folder
        failure = wait_for(
            tr("正在把“{stem}”移到本机…", stem=library.stem),
            lambda _report: moved_here(library, folder, self._shelf),
            self.window,
        )
        if failure:
            show_failure(self.window, tr("没有移到本机"), failure)
            return
        self._settings.forget_recent(library)
        moved = folder / library.name
        words = tr(
            "现在用的是“{moved}”。\n原来的“{library}”没有动，确认无误后可以自己删掉。", moved=moved, library=library
        )
        self.found.emit(Opening(place=moved, message=words))

    def _on_forget_wanted(self, library: Path) -> None:
        self._settings.forget_recent(library)
        self.refresh()

    def _on_folder_changed(self, folder: Path) -> None:
        self._settings.library_folder = folder

    def _tried(self, what: str, act: Callable[[], Path]) -> Path | None:
        try:
            return act()
        except UserError as error:
            show_failure(self.window, what, str(error))
            return None
