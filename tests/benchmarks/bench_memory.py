"""Memory of the program over 2,000 edits with its pages refreshing: python -m tests.benchmarks.bench_memory [EDITS]

Megabytes of the process (RSS, in a process of its own) with the sample's pages shown, and after so many edits; an edit
is a key in the body, every tenth one in another article, every hundredth taken back.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from db.library import open_library
from editor.desk.printable_issue import add_sample
from editor.ui.app.application import make_application
from editor.ui.app.settings import Settings
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme
from editor.ui.window.main_window import MainWindow
from tests.benchmarks.bench_typing import spin

MARKS = (250, 500, 1000, 1500)
PACE_MS, SETTLE_MS = 60, 2500


def resident() -> float:
    """Return the megabytes of this process that lie in memory (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def said(words: str, window: MainWindow) -> None:
    """Print a row once the pages stand still."""
    spin(SETTLE_MS)
    print(
        f"{words:18} {resident():6.0f} MB   steps to undo {window.context.opened.history.stack.count()}",
        flush=True,
    )


def edit(window: MainWindow, number: int) -> None:
    """Do one edit as a user does."""
    body = window.article.body
    if number % 10 == 0:
        window.outline.step(1 if number % 20 else -1)
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    if number % 100 == 0:
        window.context.opened.undo()
    QTest.keyClick(body, Qt.Key(Qt.Key.Key_A.value + number % 26))
    # every edit a step of its own: the history grows as fast as it can; and pages at once, not in the next pause
    window.context.opened.close_step()
    window.bridge.set_issue(window.context.opened.printable)
    spin(PACE_MS)


def main(edits: int = 2000) -> None:
    """Measure and print."""
    app = make_application()
    install_fonts()
    theme = load_theme("light")
    apply_theme(app, theme)
    place = Path(tempfile.mkdtemp())
    with open_library(place / "library.db") as library:
        add_sample(library)
        window = MainWindow(library, place / "library.db", settings=Settings(place / "w.ini"), theme=theme)
        window.show()
        editions = []
        window.bridge.pages_set.connect(lambda report: editions.append(report.edition))
        said("the sample shown", window)
        said("the same, later", window)
        for number in range(1, edits + 1):
            edit(window, number)
            if number in (*MARKS, edits):
                said(f"after {number:,} edits", window)
        print(f"new pages meanwhile: {len(editions):,}; load", *(f"{load:.1f}" for load in os.getloadavg()))
        window.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
