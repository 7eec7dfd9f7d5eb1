"""The application: settings, theme, and how a run of the program begins."""

import os
import sys
from pathlib import Path
from typing import ClassVar

import platformdirs
from PySide6.QtCore import QLibraryInfo, QLocale, QProcess, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from editor.desk.ports import LibraryShelf
from editor.model.language import tr
from editor.system.memory import give_back_large_pieces
from editor.ui.app.desktop import Desktop
from editor.ui.app.language import Language, settings_file
from editor.ui.app.scaling import scale_factor, scaled, system_font_px
from editor.ui.app.screen import check_screen
from editor.ui.app.settings import Settings
from editor.ui.kit.failures import FailureReports
from editor.ui.kit.input_method import keep_candidates_at_caret
from editor.ui.kit.typed_text import keep_typing_printable
from resources import resource

_TURN_S = 0.0003
_QT = {
    Language.CHINESE: (QLocale(QLocale.Language.Chinese, QLocale.Country.China), "qtbase_zh_CN"),
    Language.ENGLISH: (QLocale(QLocale.Language.English, QLocale.Country.UnitedStates), "qtbase_en"),
}


def run_window(
    place: Path | None,
    *,
    shelf: LibraryShelf,
    sample: bool = False,
    files: tuple[Path, ...] = (),
    log: Path | None = None,
) -> int:
    """Open a library in a window and return the exit code when it is closed.

    place: None for the library of last time, or the welcome view. sample: put the sample into a library that is still
    empty; files: imported as if dropped into what is shown; log: named where the program fails. Raises UserError when
    the library that was named cannot be opened.
    """
    settings = Settings(settings_file(), data=platformdirs.user_data_path("bulletin-desk", appauthor=False))
    with scaled(scale_factor(settings.zoom, settings.system_font_px)):
        app = make_application(settings.language)
    # known only now: another size counts from the next start
    settings.system_font_px = system_font_px()
    reports = FailureReports(app, log=log)
    reports.install()
    with Desktop(app, settings, shelf, reports) as desktop:
        if place:
            desktop.open(place, sample=sample)
        else:
            desktop.begin()
        if files:
            desktop.take_files(files)
        code = app.exec()
    if desktop.again:
        QProcess.startDetached(sys.executable, again_with(settings.recent[0].path))
    return code


def again_with(library: Path) -> list[str]:
    """Return the arguments that begin this program again on a library; files are not taken a second time."""
    before = [] if getattr(sys, "frozen", False) else ["-m", "editor"]
    return [*before, "open", "--library", str(library)]


def make_application(language: Language = Language.CHINESE) -> QApplication:
    """Return the application with its names, its icon and Qt's own words in a language.

    Raises UserError where no window can be shown.
    """
    check_screen()
    share_python()
    give_back_large_pieces()
    os.environ.setdefault("LANG", "C.UTF-8")
    app = QApplication([sys.argv[0]])
    app.setApplicationName("bulletin-desk")
    app.setApplicationDisplayName(tr("简报编辑台"))
    # the desktop file's name: under Wayland the taskbar finds icon and title by it
    app.setDesktopFileName("bulletin-desk")
    app.setWindowIcon(QIcon(str(resource("app/bulletin-desk.svg"))))
    _speak(app, language)
    keep_candidates_at_caret()
    keep_typing_printable(app)
    return app


def share_python() -> None:
    """Give the window's thread its turn soon.

    At Python's 5 ms a painting waits that long at every step while the pages' thread makes its data: over 200 keys the
    longest silence was 95 ms, with this 27 ms (bench_typing).
    """
    sys.setswitchinterval(_TURN_S)


def _speak(app: QApplication, language: Language) -> None:
    """Load Qt's own words for its dialogs."""
    locale, words = _QT[language]
    QLocale.setDefault(locale)
    translator = QTranslator(app)
    if translator.load(words, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    if language is Language.CHINESE:
        app.installTranslator(_Lacking(app))


class _Lacking(QTranslator):
    """Words of file dialogs that Qt's Chinese lacks."""

    _WORDS: ClassVar = {
        "Look in:": "查找范围：",
        "&Look in:": "查找范围(&L)：",
        "Files of type:": "文件类型：",
        "Files of &type:": "文件类型(&T)：",
        "Folder": "文件夹",
        "Size": "大小",
    }

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 - Qt's own
        n: int = -1,  # noqa: ARG002
    ) -> str | None:
        # None is Qt's null: an empty text would stand for the word
        return self._WORDS.get(source) if context.startswith(("QFile", "QAbstractFile")) else None
