"""Typing in a 3,000-character article of a 15-article issue with the pages in view.

python -m tests.benchmarks.bench_typing [KEYS]: milliseconds of the GUI thread a key takes (from the event to its
return), and the longest time in which the event loop answered nothing, typing one key every 30 ms. The peer is a bare
QTextEdit of the same text in the same run.
"""

import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from db.library import open_library
from editor.model.body import Paragraph, text_of
from editor.model.edits import put_article
from editor.model.publication import Publication
from editor.ui.settings import Settings
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme
from editor.ui.window.main_window import MainWindow
from tests.benchmarks.random_issues import random_issue

PACE_MS, BEAT_MS = 30, 4
SENTENCE = "数据登记的要义在于让同一份数据说得清来历、算得清次数、分得清责任。"


def spin(milliseconds):
    """Let events through for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def typed(widget, keys):
    """Type one key after the other; return how long each took and the longest silence of the event loop, in ms."""
    beats, costs = [time.perf_counter()], []
    beat = QTimer()
    beat.timeout.connect(lambda: beats.append(time.perf_counter()))
    beat.start(BEAT_MS)
    for number in range(keys):
        start = time.perf_counter()
        QTest.keyClick(widget, Qt.Key(Qt.Key.Key_A.value + number % 26))
        costs.append(1000 * (time.perf_counter() - start))
        spin(PACE_MS)
    beat.stop()
    gaps = [1000 * (after - before) for before, after in pairwise(beats)]
    return costs, max(gaps)


def said(name, costs, gap):
    """Print a row."""
    p95 = statistics.quantiles(costs, n=20)[-1]
    print(f"{name:12} median {statistics.median(costs):6.2f} ms  p95 {p95:6.2f} ms  longest silence {gap:6.1f} ms")


def long_window(library, place, theme):
    """Return a window on a 15-article issue whose first article has 3,000 characters, pages in view."""
    issue = random_issue(1, articles=15)
    library.save_publication(Publication(profile=issue.profile, uid=issue.publication))
    library.add_issue(issue)
    window = MainWindow(library, place / "library.db", settings=Settings(place / "w.ini"), theme=theme)
    window.show()
    window.reset_layout()
    article = next(issue.articles())
    blocks = tuple(Paragraph(runs=text_of(SENTENCE * 5)) for _ in range(3000 // (5 * len(SENTENCE)) + 1))
    window.session.apply("长文", lambda space: put_article(space, replace(article, blocks=blocks)))
    window.show_article(article.uid)
    spin(3000)
    return window


def main(keys=1000):
    """Measure and print."""
    app = QApplication([])
    install_fonts()
    theme = load_theme("light")
    apply_theme(app, theme)
    place = Path(tempfile.mkdtemp())
    with open_library(place / "library.db") as library:
        window = long_window(library, place, theme)
        body = window.article.body
        bare = QTextEdit(body.toPlainText())
        bare.setFont(body.document().defaultFont())
        bare.show()
        bare.moveCursor(QTextCursor.MoveOperation.End)
        said("QTextEdit", *typed(bare, min(keys, 200)))
        bare.close()
        body.setFocus()
        body.moveCursor(QTextCursor.MoveOperation.End)
        said("the window", *typed(body, keys))
        window.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
