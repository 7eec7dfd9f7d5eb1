"""What a change of theme costs the whole window, against plain widgets: python -m tests.benchmarks.bench_theme

The peer is Qt alone: as many plain widgets of the same kinds under Fusion, which take a palette and a style sheet of
one line, painted as well.
"""

import os
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from db import shelf
from editor.desk.printable_issue import add_sample
from editor.ui.app.settings import Settings
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.palette import palette
from editor.ui.theme.tokens import THEMES, Theme, load_theme
from editor.ui.window.main_window import MainWindow

ROUNDS, MOST_MS, QUIET_MS = 15, 200, 3000
KINDS = (QLabel, QPushButton, QToolButton, QLineEdit, QWidget)


def main() -> None:
    """Print medians in ms of a change, ours and plain Qt's in turn, and their ratio."""
    app = QApplication([])
    install_fonts()
    themes = [load_theme(name) for name in THEMES]
    apply_theme(app, themes[0])
    with tempfile.TemporaryDirectory() as place, shelf.open_library(Path(place) / "library.db") as library:
        add_sample(library)
        settings = Settings(Path(place) / "window.ini")
        window = MainWindow(library, Path(place) / "library.db", settings=settings, theme=themes[0])
        window.resize(1440, 900)
        window.show()
        wait()
        inside = [window, *window.findChildren(QWidget)]
        ours, theirs = [], []
        for turn in range(1, ROUNDS + 1):
            theme = themes[turn % len(themes)]
            ours.append(timed(app, lambda theme=theme: apply_theme(app, theme)))
            theirs.append(plain_change(app, inside, theme))
        window.close()
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    print(f"a change of theme, {len(inside)} widgets: {statistics.median(ours):.0f} ms (at most {MOST_MS})")
    print(f"as many plain ones: {statistics.median(theirs):.0f} ms; {statistics.median(ratios):.1f} times")


def plain_change(app: QApplication, inside: list[QWidget], theme: Theme) -> float:
    """Return the ms of a change in plain widgets, which are gone before ours change again."""
    plain = plain_window(inside)
    app.processEvents()

    def change() -> None:
        plain.setPalette(palette(theme))
        plain.setStyleSheet(f"QPushButton {{ background: {theme.colours['surface']}; }}")

    spent = timed(app, change)
    plain.deleteLater()
    app.sendPostedEvents(plain, QEvent.Type.DeferredDelete)
    return spent


def plain_window(inside: list[QWidget]) -> QWidget:
    """Return a window of as many widgets of the kinds there are."""
    many = Counter(next(kind for kind in KINDS if isinstance(one, kind)) for one in inside)
    whole = QWidget()
    whole.resize(1440, 900)
    place = 0
    for kind, count in many.items():
        for _ in range(count):
            made = kind(whole)
            made.setGeometry(place % 20 * 72, place // 20 * 30, 70, 28)
            if isinstance(made, QLabel | QPushButton):
                made.setText("数据要素")
            place += 1
    whole.show()
    return whole


def timed(app: QApplication, act: Callable[[], None]) -> float:
    """Return the ms of the GUI thread's processor time until an act is done and painted."""
    start = time.thread_time()
    act()
    app.processEvents()
    return 1000 * (time.thread_time() - start)


def wait() -> None:
    """Let the window come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(QUIET_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
