import gc
import threading
from functools import partial
from importlib import import_module

import pytest

try:
    import_module("PySide6.QtWidgets")
except ImportError:
    # Qt lacks system libraries: dev.py names the line that installs them
    collect_ignore_glob = ["test_*.py"]

PATIENCE = 60_000
"""Milliseconds that anything may take; a busy machine is ten times slower than a quiet one."""


@pytest.fixture
def qtbot(qapp, request):  # noqa: ARG001 - there must be one
    """pytest-qt's, which waits longer than five seconds where nothing else is said."""
    from pytestqt.qtbot import QtBot

    bot = QtBot(request)
    for name in ("waitUntil", "waitSignal", "waitSignals"):
        setattr(bot, name, partial(getattr(bot, name), timeout=PATIENCE))
    return bot


@pytest.fixture(autouse=True)
def nothing_left():
    """Every test ends without windows, work under way and words in the clipboard: the next one begins as the first."""
    yield
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if app is None:
        return
    for thread in at_work():
        thread.join(PATIENCE / 1000)
    app.processEvents()
    # pytest-qt closes windows; left to themselves they are deleted by no event loop, and dressed again by every test
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    seen = [one for one in app.topLevelWidgets() if one.isVisible()]
    for one in seen:
        one.close()
    app.clipboard().clear()
    assert seen == []
    assert at_work() == []


@pytest.fixture(scope="module", autouse=True)
def closed_windows_go():
    """Give back the windows of a module: each keeps from the rubbish what was loaded by then, earlier windows too."""
    before = gc.get_freeze_count()
    yield
    if gc.get_freeze_count() > before:
        gc.unfreeze()
        gc.collect()
        gc.freeze()


def at_work():
    """Return the program's own threads."""
    return [one for one in threading.enumerate() if one.name.startswith(("pages", "task", "export", "library"))]


def open_facts(window):
    """Return the fields of the open article, opened as by a click."""
    fold = window.article.fold
    if not fold.is_open:
        fold.line.click()
    return window.article.facts


def y_of(pages, uid):
    """Return how far below the pages' upper edge a block or a title is shown."""
    from editor.ui.pages.scroll_anchor import places_of

    return places_of(pages.position.layout, pages.editions.shown_facts)[uid] - pages.position.top


@pytest.fixture(autouse=True)
def theme(qapp):
    """The light theme, whatever the test before has left."""
    from editor.ui.theme.apply import apply_theme
    from editor.ui.theme.current import theme_in_force
    from editor.ui.theme.fonts import install_fonts
    from editor.ui.theme.tokens import load_theme

    install_fonts()
    made = load_theme("light")
    if theme_in_force(qapp) != made:
        apply_theme(qapp, made)
    return made


@pytest.fixture
def input_method(qapp):
    """Candidates follow the caret, as in the program."""
    from editor.ui.kit.input_method import keep_candidates_at_caret, place_candidates

    keep_candidates_at_caret()
    yield
    qapp.inputMethod().cursorRectangleChanged.disconnect(place_candidates)


@pytest.fixture
def library(tmp_path):
    from db.library import open_library

    with open_library(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def open_window(qtbot, theme, tmp_path):
    from editor.ui.app.settings import Settings
    from editor.ui.window.main_window import MainWindow

    def make(library):
        window = MainWindow(
            library, tmp_path / "library.db", settings=Settings(tmp_path / "window.ini"), theme=theme, author="编辑甲"
        )
        qtbot.addWidget(window)
        window.show()
        return window

    return make


@pytest.fixture
def window(open_window, library, qtbot):
    from editor.desk.printable_issue import add_sample

    add_sample(library)
    made = open_window(library)
    qtbot.waitUntil(lambda: made.pages.facts is not None, timeout=PATIENCE)
    return made
