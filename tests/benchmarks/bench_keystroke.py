"""From a key in the text to the pixels of its page, the pause included: python -m tests.benchmarks.bench_keystroke

Milliseconds on the clock, in a window of its own process for each length of issue: from the key's event until the page
with its letter is painted, keys typed one by one at a writer's pace.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from db.library import open_library
from editor.model.publication import Publication
from editor.ui.app.application import make_application
from editor.ui.app.settings import Settings
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme
from editor.ui.window.main_window import MainWindow
from tests.benchmarks.bench_typing import spin
from tests.benchmarks.random_issues import random_issue

KEYS, WARM, REST_MS = 25, 4, 350


def main() -> None:
    """Print medians in ms and their ratio."""
    few, many = (in_own_process(articles) for articles in (15, 100))
    print(f"key to pixels, 15 articles {few:.0f} ms (at most 120)")
    print(f"key to pixels, 100 articles {many:.0f} ms = {many / few:.1f} times 15 articles (at most 6)")
    print("load", *(f"{load:.1f}" for load in os.getloadavg()))


def in_own_process(articles: int) -> float:
    """Return the median of one length of issue; Typst's memory outlives a compiler."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_keystroke", str(articles)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout.splitlines()[-1])


def measured(articles: int) -> float:
    """Return the median ms from a key to its page."""
    app = make_application()
    install_fonts()
    theme = load_theme("light")
    apply_theme(app, theme)
    place, issue = Path(tempfile.mkdtemp()), random_issue(1, articles=articles)
    with open_library(place / "library.db") as library:
        library.save_publication(Publication(profile=issue.profile, uid=issue.publication))
        library.add_issue(issue)
        window = MainWindow(library, place / "library.db", settings=Settings(place / "w.ini"), theme=theme)
        window.show()
        window.reset_layout()
        window.show_article([*issue.articles()][articles // 2].uid)
        spin(4000)
        window.article.body.setFocus()
        window.article.body.moveCursor(QTextCursor.MoveOperation.End)
        times = [from_key_to_page(window, number) for number in range(KEYS)]
        window.close()
    return statistics.median(times[WARM:])


def from_key_to_page(window: MainWindow, number: int) -> float:
    """Type a letter and return the ms until it is seen on its page."""
    loop = QEventLoop()
    window.pages.edition_shown.connect(loop.quit)
    start = time.perf_counter()
    QTest.keyClick(window.article.body, Qt.Key(Qt.Key.Key_A.value + number % 26))
    loop.exec()
    window.pages.viewport().repaint()
    taken = (time.perf_counter() - start) * 1000
    window.pages.edition_shown.disconnect(loop.quit)
    spin(REST_MS)
    return taken


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(measured(int(sys.argv[1])))
    else:
        main()
