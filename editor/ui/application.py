"""The application: settings, theme, the library that is open, its window."""

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Self

import platformdirs
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from editor.desk.open_issue import add_sample
from editor.desk.ports import Library
from editor.model.errors import UserError
from editor.ui.failures import FailureReports, say_failure
from editor.ui.screen import check_screen
from editor.ui.settings import Settings
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.focus import install_focus_ring
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.scheme import SchemeChoice, theme_name
from editor.ui.theme.tokens import HOUSE_ACCENT, Theme, load_theme
from editor.ui.window.main_window import MainWindow
from resources import resource

OpenLibrary = Callable[[Path], AbstractContextManager[Library]]


def run_window(place: Path, *, open_library: OpenLibrary, sample: bool = False, files: tuple[Path, ...] = ()) -> int:
    """Open a library in a window and return the exit code when it is closed.

    sample: put the sample into a library that is still empty; files: imported into it, as dropped ones are.
    Raises UserError when the library cannot be opened.
    """
    app = make_application()
    reports = FailureReports(app)
    reports.install()
    settings = Settings(platformdirs.user_config_path("bulletin-desk", appauthor=False) / "window.ini")
    with Desktop(app, settings, open_library, reports) as desktop:
        desktop.open(place, sample=sample)
        if files and desktop.window:
            desktop.window.import_files(files)
        return app.exec()


def make_application() -> QApplication:
    """Return the application with its names, its icon and Qt's own words in Chinese.

    Raises UserError where no window can be shown.
    """
    check_screen()
    os.environ.setdefault("LANG", "C.UTF-8")
    app = QApplication([sys.argv[0]])
    app.setApplicationName("bulletin-desk")
    app.setApplicationDisplayName("简报编辑台")
    # the desktop file's name: under Wayland the taskbar finds icon and title by it
    app.setDesktopFileName("bulletin-desk")
    app.setWindowIcon(QIcon(str(resource("app/bulletin-desk.svg"))))
    _speak_chinese(app)
    return app


class Desktop(QObject):
    """Holds one library open at a time, with its window."""

    def __init__(
        self, app: QApplication, settings: Settings, open_library: OpenLibrary, reports: FailureReports
    ) -> None:
        super().__init__()
        self._app, self._settings, self._open_library, self._reports = app, settings, open_library, reports
        self._held = ExitStack()
        self.window: MainWindow | None = None
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
        """Let go of the library."""
        self._held.close()

    def open(self, place: Path, *, sample: bool = False) -> None:
        """Open a library in place of the one open now. Raises UserError when it cannot be opened; all stays then."""
        held = ExitStack()
        library = held.enter_context(self._open_library(place))
        if sample and not library.issues() and not library.read_only:
            add_sample(library)
        self._settings.add_recent(place)
        window = MainWindow(library, place, settings=self._settings, theme=self._theme)
        self._add_menu(window)
        window.library_wanted.connect(self._on_library_wanted)
        if self.window:
            self.window.close()
            self.window.deleteLater()
        self._held.close()
        self._held, self.window, self._reports.window = held, window, window
        window.show()

    def choose_scheme(self, choice: SchemeChoice) -> None:
        """Show the window in a scheme from now on."""
        self._settings.scheme = choice
        self._dress()

    def _dress(self) -> Theme:
        hints = QGuiApplication.styleHints()
        wanted = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        name = theme_name(self._settings.scheme, hints.colorScheme(), contrast=wanted)
        self._theme = load_theme(name, accent=HOUSE_ACCENT)
        apply_theme(self._app, self._theme)
        return self._theme

    def _add_menu(self, window: MainWindow) -> None:
        recent = window.menu.addMenu("最近的资料库")
        for path in self._settings.recent_files:
            recent.addAction(str(path)).triggered.connect(lambda _on=False, path=path: self._on_library_wanted(path))
        recent.setEnabled(bool(self._settings.recent_files))
        schemes = window.menu.addMenu("外观")
        group = QActionGroup(schemes)
        for choice in SchemeChoice:
            action = QAction(choice.value, schemes, checkable=True)
            action.setChecked(choice is self._settings.scheme)
            action.triggered.connect(lambda _on=False, choice=choice: self.choose_scheme(choice))
            group.addAction(action)
            schemes.addAction(action)

    def _on_library_wanted(self, place: Path) -> None:
        # after the menu that asked has closed: its window goes away
        QTimer.singleShot(0, self, lambda: self._try_open(place))

    def _try_open(self, place: Path) -> None:
        try:
            self.open(place)
        except UserError as error:
            say_failure(self.window, "没有打开资料库", str(error))


def _speak_chinese(app: QApplication) -> None:
    """Load Qt's own Chinese for its dialogs."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
