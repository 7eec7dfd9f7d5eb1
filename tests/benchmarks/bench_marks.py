"""What 500 marks cost a key in an article of 3,000 characters: python -m tests.benchmarks.bench_marks"""

import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from editor.model.body import Paragraph, text_of
from editor.ui.body.editor import BodyEditor
from editor.ui.kit.tints import Layer, MarkKind, TextMark
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme
from tests.fakes import prose

PARAGRAPHS, LENGTH, EVERY = 10, 300, 6
ROUNDS, KEYS = 16, 10


def main() -> None:
    """Print medians in ms of processor time of the GUI thread, with and without marks in turn."""
    app = QApplication([])
    install_fonts()
    theme = load_theme("light")
    apply_theme(app, theme)
    area, body = QScrollArea(), BodyEditor(theme)
    area.resize(640, 800)
    area.setWidgetResizable(True)
    area.setWidget(body)
    blocks = tuple(Paragraph(runs=text_of(prose(LENGTH))) for _ in range(PARAGRAPHS))
    body.show_body(blocks, {}, theme, 576, other=True)
    area.show()
    marks = [TextMark(one.uid, at, at + 2, MarkKind.HIT) for one in blocks for at in range(0, LENGTH, EVERY)]
    times: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(ROUNDS):
        for on in times:
            body.marks.show(Layer.HITS, marks if on else [])
            app.processEvents()
            times[on] += keys(app, body)
    plain, marked = (statistics.median(times[on]) for on in (False, True))
    print(f"a key {plain:.2f} ms, with {len(marks)} marks {marked:.2f} ms: {marked - plain:.2f} ms more (at most 1)")
    start = time.thread_time()
    body.marks.show(Layer.HITS, marks)
    app.processEvents()
    print(f"marks shown anew, {1000 * (time.thread_time() - start):.0f} ms (at most 50)")


def keys(app: QApplication, body: BodyEditor) -> list[float]:
    """Return the ms that each key takes in the first paragraph, before all its marks; the text stays what it was."""
    body.moveCursor(QTextCursor.MoveOperation.Start)
    spent = []
    for _ in range(KEYS):
        start = time.thread_time()
        QTest.keyClick(body, Qt.Key.Key_A)
        app.processEvents()
        spent.append(1000 * (time.thread_time() - start))
        QTest.keyClick(body, Qt.Key.Key_Backspace)
        app.processEvents()
    return spent


if __name__ == "__main__":
    main()
