"""What is on the screen: the welcome view, or one library with its window."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from editor.desk.ports import Library, LibraryShelf
from editor.desk.printable_issue import add_sample
from editor.desk.starting.author import suggested_author
from editor.model.errors import LostLibraryError, UserError
from editor.model.language import tr
from editor.ui.app.backup_words import backup_words
from editor.ui.app.desktop_menu import DesktopActs, add_menu
from editor.ui.app.desktop_settings import SettingsActs
from editor.ui.app.library_dialogs import LibraryDialogs
from editor.ui.app.look import ApplicationLook
from editor.ui.app.settings import Settings
from editor.ui.kit.failures import FailureReports, open_message, show_failure
from editor.ui.kit.message_dialog import Message, MessageDialog, MessageKind
from editor.ui.kit.waiting import wait_for
from editor.ui.mending.finding import say_damage_later
from editor.ui.welcome.opening import Opening
from editor.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from editor.ui.welcome.reception import Reception


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """The library that is open, dialogs over its window, and what closes it."""

    library: Library
    place: Path
    dialogs: LibraryDialogs
    stack: ExitStack


class Desktop(QObject):
    """Holds one library open at a time, with its window; none while the welcome view is shown."""

    def __init__(self, app: QApplication, settings: Settings, shelf: LibraryShelf, reports: FailureReports) -> None:
        super().__init__()
        self.settings, self._shelf, self._reports = settings, shelf, reports
        self._held: _Held | None = None
        self.window: MainWindow | None = None
        self.again = False
        self.reception: Reception | None = None
        self.look = ApplicationLook(app, settings, self)
        self._acts = DesktopActs(
            show_welcome=self.show_welcome,
            open_later=self.open_later,
            settings=SettingsActs(
                settings=settings, in_force=settings.start, choose_scheme=self.look.choose, reopen=self.reopen
            ),
        )

    def __enter__(self) -> Self:
        """Return the desktop itself."""
        return self

    def __exit__(self, *_raised: object) -> None:
        """Let go of the library, backed up, and of the windows."""
        failure = self._put_away()
        if self.reception:
            self.reception.close()
        if failure:
            # the windows are gone: the program waits until this is read
            MessageDialog(Message(MessageKind.WARNING, tr("没有做成备份"), failure)).exec()

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
        from editor.ui.welcome.reception import Reception

        if self.window and not self.window.rescuer.leave():
            return
        if self.reception is None:
            self.reception = Reception(self._shelf, self.settings, self)
            # queued: the view that asked goes away
            self.reception.found.connect(self._on_found, Qt.ConnectionType.QueuedConnection)
        self.reception.window.show()
        self._reports.window = self.reception.window
        failure = self._put_away()
        if failure:
            show_failure(self._front(), tr("没有做成备份"), failure)
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
            show_failure(self._front(), tr("没有打开刊库"), str(error))
            return
        if self.window and self.window is not window:
            self.window.show_place_of_work(*where)

    def _open(self, place: Path, *, sample: bool = False) -> None:
        if self.window and not self.window.rescuer.leave():
            return
        with ExitStack() as stack:
            library = stack.enter_context(self._shelf.open_library(place))
            if sample and not library.issues() and not library.read_only:
                add_sample(library)
            author = self.settings.author or suggested_author()
            window = MainWindow(library, place, settings=self.settings, theme=self.look.theme, author=author)
            dialogs = LibraryDialogs(
                window, place, shelf=self._shelf, settings=self.settings, open_later=self.open_later
            )
            held = _Held(library=library, place=place, dialogs=dialogs, stack=stack.pop_all())
        self.settings.add_recent(place)
        window.status.show_backup(backup_words(self._shelf, place))
        add_menu(self._acts, dialogs, window)
        self.look.chosen.connect(window.preferences.show_scheme)
        # queued: the window that asked goes away
        window.writing_wanted.connect(self.open_for_writing, Qt.ConnectionType.QueuedConnection)
        window.show()
        failure = self._put_away()
        self._held, self.window, self._reports.window = held, window, window
        if self.reception:
            self.reception.close()
            self.reception = None
        if failure:
            show_failure(window, tr("没有做成备份"), failure)
        if library.notices:
            show_failure(window, tr("刊库旁边有别的文件的日志"), "\n".join(library.notices))
        window.rescuer.offer()
        say_damage_later(window.context)

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Take files into the library that is open; from the welcome view as its own import does."""
        if self.window:
            self.window.import_files(files)
        elif self.reception:
            self.reception.window.view.import_wanted.emit(files)

    def open_later(self, place: Path) -> None:
        """Open a library after the menu or dialog that asked has closed: its window goes away."""
        QTimer.singleShot(0, self, lambda: self._on_found(Opening(place=place)))

    def reopen(self) -> None:
        """End the program and begin it again, unless the window may not go."""
        self.again = True
        if not (self.window and self.window.close()):
            self.again = False

    def _on_found(self, opening: Opening) -> None:
        try:
            self.open(opening.place, sample=opening.sample)
        except UserError as error:
            self._say_not_opened(tr("没有打开刊库"), error, opening.place)
            return
        if self._held is None or not _same(self._held.place, opening.place):
            return
        if self.window and opening.files:
            # the library was made for what they are
            self.window.issues.import_files(opening.files)
        if opening.message:
            moved = Message(MessageKind.NOTICE, tr("已移到本机"), opening.message)
            open_message(MessageDialog(moved, self.window))
        if opening.begin_issue:
            self._held.dialogs.begin_issue()

    def _put_away(self) -> str:
        """Take the window away, close and back up its library. Returns why there is no backup, empty for one."""
        window, self.window = self.window, None
        if window:
            window.close()
            window.deleteLater()
        held, self._held = self._held, None
        if held is None:
            return ""
        held.stack.close()
        if held.library.read_only:
            return ""
        words = tr("正在备份“{stem}”…", stem=held.place.stem)
        return wait_for(words, lambda report: self._shelf.back_up(held.place, progress=report), self._front())

    def _front(self) -> QWidget | None:
        return self.window or (self.reception.window if self.reception else None)

    def _say_not_opened(self, what: str, error: UserError, library: Path) -> None:
        """Say why a library did not open; where its backups may help, lead to them."""
        helper = self.reception or (self._held.dialogs if self._held else None)
        lost = isinstance(error, LostLibraryError) and bool(self._shelf.backups_of(library))
        way = (tr("从备份还原…"), lambda: helper.restore(library)) if lost and helper else None
        show_failure(self._front(), what, str(error), way=way)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other
