"""What a key costs in the palette over 300 commands, against Qt's own filter: python -m tests.benchmarks.bench_palette

The peer, QSortFilterProxyModel, only looks for the letters as they are written, in names and pinyin laid beside them
for it; both are timed until their list is painted.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSortFilterProxyModel, QStringListModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget

from db import shelf
from editor.desk.printable_issue import add_sample
from editor.text.pinyin import reading
from editor.ui.app.settings import Settings
from editor.ui.palette.entries import Answers, Group, PaletteEntry
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme
from editor.ui.window.command_table import COMMANDS
from editor.ui.window.main_window import MainWindow

WINDOWS: list[QWidget] = []
MANY, ROUNDS, MOST_MS, QUIET_MS = 300, 12, 16, 3000
QUERIES = ("daochu", "dc", "jiacu", "bt", "shangyi", "xzwz", "export", "zzzz")


def main() -> None:
    """Print medians in ms of processor time of the GUI thread, and the ratio of rounds in turn."""
    app = QApplication([])
    install_fonts()
    theme = load_theme("light")
    apply_theme(app, theme)
    with tempfile.TemporaryDirectory() as place, shelf.open_library(Path(place) / "library.db") as library:
        add_sample(library)
        settings = Settings(Path(place) / "window.ini")
        window = MainWindow(library, Path(place) / "library.db", settings=settings, theme=theme)
        window.resize(1440, 900)
        window.show()
        wait()
        measure(app, window)
        window.close()


def measure(app: QApplication, window: MainWindow) -> None:
    """Type in both in turn and print what it cost."""
    entries = commands()
    start = time.thread_time()
    Answers(entries).make_ready()
    print(f"read once while the palette opens: {1000 * (time.thread_time() - start):.0f} ms")
    ours, theirs = palette(window, entries), peer(entries)
    spent: dict[str, list[float]] = {"palette": [], "filter": []}
    ratios = []
    for _ in range(ROUNDS):
        mine, other = keys(app, *ours), keys(app, *theirs)
        spent["palette"] += mine
        spent["filter"] += other
        ratios.append(statistics.median(mine) / statistics.median(other))
    median, most = statistics.median(spent["palette"]), sorted(spent["palette"])[int(0.99 * len(spent["palette"]))]
    print(f"a key over {MANY} commands: {median:.1f} ms, 99 of 100 within {most:.1f} ms (at most {MOST_MS})")
    ratio = f"{statistics.median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f})"
    print(f"QSortFilterProxyModel {statistics.median(spent['filter']):.1f} ms: {ratio} times")


def commands() -> list[PaletteEntry]:
    """Return the program's commands and made-up ones of their words."""
    found = [
        PaletteEntry(
            key=one.name,
            group=Group.COMMANDS,
            text=one.text,
            english=one.english,
            icon=one.icon,
            keys=one.keys,
        )
        for one in COMMANDS
    ]
    chance = random.Random(1)
    for number in range(MANY - len(found)):
        words = "".join(chance.choice(found[: len(list(COMMANDS))]).text.removesuffix("…") for _ in range(2))
        found.append(PaletteEntry(key=str(number), group=Group.COMMANDS, text=words, english=f"Command {number}"))
    return found


def palette(window: MainWindow, entries: list[PaletteEntry]) -> tuple[QLineEdit, Callable[[], None]]:
    """Return the field of a window's palette and what empties it."""
    shown = window.palettes.palette

    def empty() -> None:
        shown.open(Answers(entries), keys="Ctrl+K", settings="Ctrl+,")

    empty()
    return shown.field, empty


def peer(entries: list[PaletteEntry]) -> tuple[QLineEdit, Callable[[], None]]:
    """Return a field over a list that Qt filters."""
    window = shown_window()
    field, shown, filtered = QLineEdit(window), QListView(window), QSortFilterProxyModel(window)
    names = [f"{one.text} {reading(one.text).replace(chr(32), '')} {one.english}" for one in entries]
    filtered.setSourceModel(QStringListModel(names, window))
    filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    shown.setModel(filtered)
    shown.setGeometry(400, 100, 640, 396)
    field.textEdited.connect(filtered.setFilterFixedString)

    def empty() -> None:
        field.clear()
        filtered.setFilterFixedString("")

    field.show()
    shown.show()
    return field, empty


def shown_window() -> QWidget:
    """Return an empty window that lives as long as the program."""
    window = QWidget()
    window.resize(1440, 900)
    window.show()
    WINDOWS.append(window)
    return window


def keys(app: QApplication, field: QLineEdit, empty: Callable[[], None]) -> list[float]:
    """Type every query from nothing; return the ms of each key until all is painted."""
    spent = []
    for query in QUERIES:
        empty()
        app.processEvents()
        for letter in query:
            start = time.thread_time()
            QTest.keyClick(field, letter)
            app.processEvents()
            spent.append(1000 * (time.thread_time() - start))
    return spent


def wait() -> None:
    """Let the window come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(QUIET_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
