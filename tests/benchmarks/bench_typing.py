"""Typing in a 3,000-character article of a 15-article issue with the pages in view.

python -m tests.benchmarks.bench_typing [KEYS]: milliseconds of the GUI thread a key takes (from the event to its
return), on the clock and of its processor time, the processor time of everything the GUI thread did a key, and the
times in which the event loop answered nothing for long. Typed fast, one key every 30 ms, and as people do, one every
180 ms, where new pages come after nearly every key. The peer is a bare QTextEdit of the same text in the same run.
"""

import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, replace
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
from editor.ui.app.application import share_python
from editor.ui.app.settings import Settings
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme
from editor.ui.window.main_window import MainWindow
from tests.benchmarks.random_issues import random_issue

FAST_MS, SLOW_MS, BEAT_MS, SILENCE_MS = 30, 180, 4, 50
SENTENCE = "数据登记的要义在于让同一份数据说得清来历、算得清次数、分得清责任。"


def spin(milliseconds):
    """Let events through for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@dataclass(frozen=True, slots=True)
class Typed:
    """What typing cost, in ms. wall, own: a key, by clock and by processor; whole: a key with all that followed it."""

    wall: list[float]
    own: list[float]
    whole: float
    gaps: list[float]


def typed(widget, keys, pace=FAST_MS):
    """Type one key after the other and return what it cost."""
    beats, wall, own = [time.perf_counter()], [], []
    beat = QTimer()
    beat.timeout.connect(lambda: beats.append(time.perf_counter()))
    beat.start(BEAT_MS)
    begun = time.thread_time()
    for number in range(keys):
        start, spent = time.perf_counter(), time.thread_time()
        QTest.keyClick(widget, Qt.Key(Qt.Key.Key_A.value + number % 26))
        own.append(1000 * (time.thread_time() - spent))
        wall.append(1000 * (time.perf_counter() - start))
        spin(pace)
    beat.stop()
    whole = 1000 * (time.thread_time() - begun) / keys
    return Typed(wall, own, whole, [1000 * (after - before) for before, after in pairwise(beats)])


def said(name, cost):
    """Print a row."""
    clock, processor = (f"median {statistics.median(one):5.2f} p95 {p95(one):5.2f}" for one in (cost.wall, cost.own))
    long = sum(gap > SILENCE_MS for gap in cost.gaps)
    print(
        f"{name:12} a key {clock} ms; of the processor {processor}, with all that follows {cost.whole:5.2f}; "
        f"longest silence {max(cost.gaps):5.1f} ms, {long} over {SILENCE_MS}"
    )


def p95(costs):
    """Return what 95 of 100 stay below."""
    return statistics.quantiles(costs, n=20)[-1]


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
    window.context.opened.apply("长文", lambda space: put_article(space, replace(article, blocks=blocks)))
    window.show_article(article.uid)
    spin(3000)
    return window


def main(keys=1000):
    """Measure and print."""
    app = QApplication([])
    share_python()
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
        said("QTextEdit", typed(bare, min(keys, 200)))
        bare.close()
        body.setFocus()
        body.moveCursor(QTextCursor.MoveOperation.End)
        said("the window", typed(body, keys))
        editions = []
        window.bridge.pages_set.connect(editions.append)
        said("typed slowly", typed(body, keys // 5, SLOW_MS))
        print(f"new pages meanwhile: {len(editions)}")
        window.close()
    print("load", *(f"{load:.1f}" for load in os.getloadavg()))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
