"""What is on the screen: the welcome view, or one library with its window."""

import datetime as dt
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from editor.desk.ports import Library, LibraryShelf
from editor.desk.printable_issue import add_sample
from editor.desk.renewal import propose_issue
from editor.desk.starting.author import suggested_author
from editor.desk.starting.keeping import age_words
from editor.model.errors import LostLibraryError, UserError
from editor.model.language import tr
from editor.ui.app.desktop_menu import DesktopActs, add_menu
from editor.ui.app.desktop_settings import SettingsActs, open_settings
from editor.ui.app.settings import Settings
from editor.ui.backups.dialog import BackupsDialog
from editor.ui.backups.restorer import restorer_for
from editor.ui.kit.failures import FailureReports, show_failure
from editor.ui.kit.scrim import scrim
from editor.ui.kit.waiting import wait_for
from editor.ui.mending.dialog import MendingDialog
from editor.ui.mending.finding import say_damage
from editor.ui.new_issue.dialog import NewIssueDialog
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.focus import install_focus_ring
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.scheme import SchemeChoice, theme_name
from editor.ui.theme.tokens import HOUSE_ACCENT, Theme, load_theme
from editor.ui.welcome.reception import Opening, Reception
from editor.ui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """The library that is open, and what closes it."""

    library: Library
    place: Path
    stack: ExitStack


class Desktop(QObject):
    """Holds one library open at a time, with its window; none while the welcome view is shown."""

    def __init__(self, app: QApplication, settings: Settings, shelf: LibraryShelf, reports: FailureReports) -> None:
        super().__init__()
        self._app, self.settings, self._shelf, self._reports = app, settings, shelf, reports
        self._held: _Held | None = None
        self.window: MainWindow | None = None
        self._in_force, self.again = settings.start, False
        self.reception: Reception | None = None
        install_fonts()
        self._theme = self._dress()
        install_focus_ring(app)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._dress)
        hints.accessibility().contrastPreferenceChanged.connect(self._dress)

    def __enter__(self) -> Self:
        """Return the desktop itself."""
        return self

    def __exit__(self, *_raised: object) -> None:
        """Let go of the library, backed up, and of the windows."""
        self._close_window()
        failure = self._put_away()
        if self.reception:
            self.reception.close()
        if failure:
            # the windows are gone: the program waits until this is read
            box = QMessageBox(QMessageBox.Icon.Warning, tr("简报编辑台"), tr("没有做成备份"))
            box.setInformativeText(failure)
            box.exec()

    def begin(self) -> None:
        """Open the library of last time; where there is none, or it cannot be opened, show the welcome view."""
        last = next(iter(self.settings.recent), None)
        if not self.settings.reopen_last or last is None or not last.path.exists():
            self.show_welcome()
            return
        try:
            self.open(last.path)
        except UserError as error:
            self.show_welcome()
            self._say_not_opened(tr("没有打开上次的刊库"), error, last.path)

    def show_welcome(self) -> None:
        """Show the welcome view in place of the library that is open; ask for the user's name once."""
        if not self._may_leave():
            return
        if self.reception is None:
            self.reception = Reception(self._shelf, self.settings, self)
            # queued: the view that asked goes away
            self.reception.found.connect(self._on_found, Qt.ConnectionType.QueuedConnection)
        self.reception.window.show()
        self._close_window()
        self._reports.window = self.reception.window
        failure = self._put_away()
        if failure:
            self._say_failure(tr("没有做成备份"), failure)
        if not self.settings.author:
            QTimer.singleShot(0, self.reception, self.reception.ask_author)

    def open(self, place: Path, *, sample: bool = False) -> None:
        """Open a library in place of the one open now. Raises UserError when it cannot be opened; all stays then."""
        if self._held and self.window and _same(self._held.place, place):
            self.window.activateWindow()
            return
        self._open(place, sample=sample)

    def open_for_writing(self) -> None:
        """Open the library again that another program has closed, at the article where the user is."""
        held, window = self._held, self.window
        if held is None or window is None:
            return
        where = window.place_of_work
        try:
            self._open(held.place)
        except UserError as error:
            self._say_failure(tr("没有打开刊库"), str(error))
            return
        if self.window and self.window is not window:
            self.window.show_place_of_work(*where)

    def _open(self, place: Path, *, sample: bool = False) -> None:
        if not self._may_leave():
            return
        with ExitStack() as stack:
            library = stack.enter_context(self._shelf.open_library(place))
            if sample and not library.issues() and not library.read_only:
                add_sample(library)
            window = MainWindow(
                library,
                place,
                settings=self.settings,
                theme=self._theme,
                author=self.settings.author or suggested_author(),
            )
            held = _Held(library=library, place=place, stack=stack.pop_all())
        self.settings.add_recent(place)
        window.status.show_backup(self._backup_words(place))
        add_menu(self._acts(), window)
        # queued: the window that asked goes away
        window.writing_wanted.connect(self.open_for_writing, Qt.ConnectionType.QueuedConnection)
        window.show()
        self._close_window()
        failure = self._put_away()
        self._held, self.window, self._reports.window = held, window, window
        if self.reception:
            self.reception.close()
            self.reception = None
        if failure:
            self._say_failure(tr("没有做成备份"), failure)
        if library.notices:
            self._say_failure(tr("刊库旁边有别的文件的日志"), "\n".join(library.notices))
        window.rescuer.offer()
        say_damage(window.context)

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Import files into the library that is open; from the welcome view as its own import does."""
        if self.window:
            self.window.import_files(files)
        elif self.reception:
            self.reception.window.view.import_wanted.emit(files)

    def open_later(self, place: Path) -> None:
        """Open a library after the menu or dialog that asked has closed: its window goes away."""
        QTimer.singleShot(0, self, lambda: self._on_found(Opening(place=place)))

    # what the menu asks for

    def choose_scheme(self, choice: SchemeChoice) -> None:
        """Show the window in a scheme from now on."""
        self.settings.scheme = choice
        self._dress()
        if self.window:
            self.window.preferences.show_scheme(choice)

    def show_settings(self, command: str = "") -> None:
        """Show the settings; command: at its keys."""
        acts = SettingsActs(
            settings=self.settings,
            in_force=self._in_force,
            choose_scheme=self.choose_scheme,
            reopen=self.reopen,
        )
        if self.window:
            open_settings(acts, self.window, command)

    def reopen(self) -> None:
        """End the program and begin it again, unless the window may not go."""
        self.again = True
        if not (self.window and self.window.close()):
            self.again = False

    def begin_issue(self) -> None:
        """Ask what the next issue is to be, make it and open it."""
        if self._held is None or self.window is None:
            return
        try:
            proposal = propose_issue(self._held.library, self._newest())
        except UserError as error:
            self._say_failure(tr("还不能新建一期"), str(error))
            return
        dialog = NewIssueDialog(self._held.library, proposal, self.window, author=self.window.session.author)
        self._run(dialog)
        if dialog.made:
            self.window.session.open(dialog.made.uid)

    def show_backups(self) -> None:
        """Show the backups of the library that is open."""
        if self._held:
            dialog = BackupsDialog(restorer_for(self._shelf, self.settings), self._held.place, self.window)
            dialog.open_wanted.connect(self.open_later)
            self._run(dialog)
            if self.window:
                self.window.status.show_backup(self._backup_words(self._held.place))

    def show_mending(self) -> None:
        """Show what is damaged in the library that is open, and mend it."""
        if self._held is None or self.window is None:
            return
        dialog = MendingDialog(self._held.library, self.window.session.author, self.window)
        dialog.mended.connect(self.window.shown.take_mended)
        dialog.backups_wanted.connect(self.show_backups, Qt.ConnectionType.QueuedConnection)
        self._run(dialog)

    # parts

    def _on_found(self, opening: Opening) -> None:
        try:
            self.open(opening.place, sample=opening.sample)
        except UserError as error:
            self._say_not_opened(tr("没有打开刊库"), error, opening.place)
            return
        if self._held is None or not _same(self._held.place, opening.place):
            return
        if self.window and opening.files:
            self.window.import_files(opening.files)
        if opening.message:
            box = QMessageBox(QMessageBox.Icon.Information, tr("简报编辑台"), tr("已移到本机"), parent=self.window)
            box.setInformativeText(opening.message)
            box.open()
        if opening.begin_issue:
            self.begin_issue()

    def _newest(self) -> str:
        """Return the newest issue of the publication that is open."""
        opened = self.window.session.opened_issue if self.window else None
        entries = self._held.library.issues() if self._held and opened else ()
        return next((one.uid for one in entries if opened and one.publication == opened.issue.publication), "latest")

    def _may_leave(self) -> bool:
        """Return whether the open window may go; asks where work in it cannot be saved."""
        return self.window is None or self.window.rescuer.leave()

    def _acts(self) -> DesktopActs:
        return DesktopActs(
            settings=self.settings,
            begin_issue=self.begin_issue,
            show_backups=self.show_backups,
            show_mending=self.show_mending,
            show_welcome=self.show_welcome,
            open_later=self.open_later,
            choose_scheme=self.choose_scheme,
            show_settings=self.show_settings,
        )

    def _backup_words(self, place: Path) -> str:
        last = next(iter(self._shelf.backups_of(place)), None)
        return tr("备份 {age}", age=age_words(last.at, dt.datetime.now().astimezone())) if last else tr("还没有备份")

    def _close_window(self) -> None:
        if self.window:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def _put_away(self) -> str:
        """Close the library and back it up. Returns why there is no backup, empty when all is well."""
        held, self._held = self._held, None
        if held is None:
            return ""
        held.stack.close()
        if held.library.read_only:
            return ""
        words = tr("正在备份“{stem}”…", stem=held.place.stem)
        return wait_for(words, lambda report: self._shelf.back_up(held.place, progress=report), self._front())

    def _run(self, dialog: QDialog) -> None:
        if self.window:
            with scrim(self.window):
                dialog.exec()

    def _front(self) -> QWidget | None:
        return self.window or (self.reception.window if self.reception else None)

    def _say_failure(self, what: str, reason: str) -> None:
        show_failure(self._front(), what, reason)

    def _say_not_opened(self, what: str, error: UserError, library: Path) -> None:
        """Say why a library did not open; where its backups may help, lead to them."""
        lost = isinstance(error, LostLibraryError) and bool(self._shelf.backups_of(library))
        way = (tr("从备份还原…"), lambda: self._restore_lost(library)) if lost else None
        show_failure(self._front(), what, str(error), way=way)

    def _restore_lost(self, library: Path) -> None:
        if self.reception:
            self.reception.restore(library)
            return
        dialog = BackupsDialog(restorer_for(self._shelf, self.settings), library, self.window, lost=True)
        dialog.open_wanted.connect(self.open_later)
        self._run(dialog)

    def _dress(self) -> Theme:
        hints = QGuiApplication.styleHints()
        wanted = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        name = theme_name(self.settings.scheme, hints.colorScheme(), contrast=wanted)
        self._theme = load_theme(name, accent=HOUSE_ACCENT)
        apply_theme(self._app, self._theme)
        return self._theme


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other
