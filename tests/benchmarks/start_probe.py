"""A program as its user starts it, watched from inside: start_probe.py desk|novelwriter PLACE...

Prints JSON, seconds of CPU time: "outline", when the outline has rows and the window is painted; "key", when a typed
letter shows in the text, null where nothing can be typed into. Runs without our package.
"""

import gc
import importlib
import json
import os
import resource
import sys

OURS = sys.argv[1] == "desk"
BINDING = "PySide6" if OURS else "PyQt6"
POLL_MS = 2


def main():
    if OURS:
        # in the program's own way: it imports Qt after the library, and collects no garbage while it loads
        gc.set_threshold(200_000)
        importlib.import_module("db.shelf")
    qt = [importlib.import_module(f"{BINDING}.{name}") for name in ("QtCore", "QtGui", "QtWidgets")]
    watch(*qt)
    if OURS:
        sys.argv = ["bulletin-desk", "open", "--sample", "--library", sys.argv[2]]
        importlib.import_module("editor.__main__").main()
    else:
        settings, project = sys.argv[2:]
        # it says at every start that no dictionary is installed here
        qt[2].QMessageBox.exec = lambda *_box: 0
        importlib.import_module("novelwriter").main([f"--config={settings}", f"--data={settings}", project])


def watch(core, gui, widgets):
    """Look for the outline as soon as the program waits for its user."""
    run = widgets.QApplication.exec

    def look():
        trees = [one for one in widgets.QApplication.allWidgets() if isinstance(one, widgets.QTreeView)]
        filled = [
            tree
            for tree in trees
            if tree.isVisible() and tree.model() and tree.model().rowCount(core.QModelIndex()) > 0
        ]
        if filled:
            filled[0].window().repaint()
            report(spent(), typed(core, gui, widgets))

    def watched(*_app):
        timer = core.QTimer()
        timer.timeout.connect(look)
        timer.start(POLL_MS)
        return run()

    widgets.QApplication.exec = watched


def typed(core, gui, widgets):
    """Type a letter into the first text that takes one. Returns the seconds until it is painted, None without one."""
    texts = [
        one
        for one in widgets.QApplication.allWidgets()
        if isinstance(one, widgets.QTextEdit | widgets.QPlainTextEdit) and one.isVisible() and not one.isReadOnly()
    ]
    for text in texts:
        before = text.toPlainText()
        text.setFocus()
        kind, none = core.QEvent.Type.KeyPress, core.Qt.KeyboardModifier.NoModifier
        widgets.QApplication.sendEvent(text, gui.QKeyEvent(kind, core.Qt.Key.Key_A, none, "a"))
        if text.toPlainText() != before:
            text.viewport().repaint()
            return spent()
    return None


def spent():
    """Return the CPU seconds of this process and of those that it has waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def report(outline, key):
    print(json.dumps({"outline": outline, "key": key}), flush=True)
    # nothing of closing is measured, and nothing is saved
    os._exit(0)


main()
