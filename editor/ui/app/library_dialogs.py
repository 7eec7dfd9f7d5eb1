"""Dialogs over the window of a library that concern it as a whole: the next issue, backups, mending."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from editor.desk.ports import LibraryShelf
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.app.backup_words import backup_words
from editor.ui.app.settings import Settings
from editor.ui.kit.failures import show_failure
from editor.ui.kit.scrim import scrim
from editor.ui.window.main_window import MainWindow


class LibraryDialogs(QObject):
    """Live as long as the window. open_later: opens another library once the dialog that asked has closed."""

    def __init__(
        self,
        window: MainWindow,
        place: Path,
        *,
        shelf: LibraryShelf,
        settings: Settings,
        open_later: Callable[[Path], None],
    ) -> None:
        super().__init__(window)
        self._window, self._place, self._library = window, place, window.session.library
        self._shelf, self._settings, self._open_later = shelf, settings, open_later

    def begin_issue(self) -> None:
        """Ask what the next issue is to be, make it and open it."""
        from editor.desk.renewal import propose_issue
        from editor.ui.new_issue.dialog import NewIssueDialog

        try:
            proposal = propose_issue(self._library, self._newest())
        except UserError as error:
            show_failure(self._window, tr("还不能新建一期"), str(error))
            return
        session = self._window.session
        dialog = NewIssueDialog(self._library, proposal, self._window, author=session.author)
        self._run(dialog)
        if dialog.made:
            session.open(dialog.made.uid)

    def show_backups(self) -> None:
        """Show the backups of the library."""
        from editor.ui.backups.dialog import BackupsDialog
        from editor.ui.backups.restorer import restorer_for

        dialog = BackupsDialog(restorer_for(self._shelf, self._settings), self._place, self._window)
        dialog.open_wanted.connect(self._open_later)
        self._run(dialog)
        self._window.status.show_backup(backup_words(self._shelf, self._place))

    def show_mending(self) -> None:
        """Show what is damaged in the library, and mend it."""
        from editor.ui.mending.dialog import MendingDialog

        dialog = MendingDialog(self._library, self._window.session.author, self._window)
        dialog.mended.connect(self._window.shown.take_mended)
        dialog.backups_wanted.connect(self.show_backups, Qt.ConnectionType.QueuedConnection)
        self._run(dialog)

    def restore(self, place: Path) -> None:
        """Offer the backups of another library, which did not open."""
        from editor.ui.backups.dialog import BackupsDialog
        from editor.ui.backups.restorer import restorer_for

        dialog = BackupsDialog(restorer_for(self._shelf, self._settings), place, self._window, lost=True)
        dialog.open_wanted.connect(self._open_later)
        self._run(dialog)

    def _newest(self) -> str:
        """Return the newest issue of the publication that is open."""
        opened = self._window.session.opened_issue
        entries = self._library.issues() if opened else ()
        return next((one.uid for one in entries if opened and one.publication == opened.issue.publication), "latest")

    def _run(self, dialog: QDialog) -> None:
        with scrim(self._window):
            dialog.exec()
