"""Opens the window's states at small widths and prints what is cut: python -m tests.ui.clipping_walk LANGUAGE.

A program of its own, since tables of words are made when modules are loaded.
"""

# ruff: noqa: E402, T201 - the language is chosen before anything is loaded; what is found is printed

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from editor.ui.app.language import Language, speak_language

LANGUAGE = Language(sys.argv[1])
speak_language(LANGUAGE)

from PySide6.QtCore import QEventLoop, QSize, QTimer

from db.library import open_library
from editor.desk.printable_issue import add_sample
from editor.model.article import Title
from editor.model.edits import put_article
from editor.ui.app.application import make_application
from editor.ui.app.settings import Settings
from editor.ui.commands.left_lists import CHECKS, NOTES, OUTLINE, TRACKING
from editor.ui.kit.screen_room import screen_room
from editor.ui.review.strip_words import StripFace
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme
from editor.ui.window.main_window import MainWindow
from tests.ui.clipping import clipped

PATIENCE_MS, PAUSE_MS, TRIES = 2500, 60, 30
SIZES = ((1048, 600), (1280, 720), (1440, 900))
LONG = "Seventeen districts and four counties publish what they hold, and who may ask for it, on one page"


def spin(ms):
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def staying(window):
    """Return what is cut, and still is once everything is laid out."""
    faults = [""]
    for _ in range(TRIES):
        spin(PAUSE_MS)
        faults = clipped(window)
        if not faults:
            break
    return faults


def filled(space, uid):
    """Return the work with an article whose every fact is long."""
    one = space.article(uid)
    archive = replace(one.archive, editor="Zhong Xinmin the elder", proofreader="", tags=("open data", "governance"))
    facts = {"source": LONG, "link": "", "link_caption": LONG, "contents_title": LONG, "subtitle": LONG}
    return put_article(space, replace(one, title=Title(text=one.title.text * 3), archive=archive, **facts))


def states(window):
    """Yield the names of the window's states, each once it is shown."""
    uids = [one.uid for one in window.context.opened.issue.articles()]
    window.context.opened.apply("改", lambda space: filled(space, uids[3]))
    window.show_article(uids[3])
    yield "an article"
    window.article.fold.line.click()
    yield "its facts"
    window.ways.take_on((uids[3],))
    window.ways.take_back((uids[3],), window.context.opened.issue.archive.steps.names[0], LONG * 3)
    window.article.body.setFocus()
    yield "set back"
    for uid in uids:
        window.show_article(uid)
        for found in tuple(window.article.body.objects.values):
            window.article.body.caret.choose_object(found)
            yield "a figure or table"
    for place, name in ((CHECKS, "checks"), (NOTES, "notes"), (TRACKING, "changes"), (OUTLINE, "outline")):
        window.lists.show(place)
        yield name
    window.actions_by_name["find.replace"].trigger()
    yield "find and replace"
    window.find_bar.hide()
    window.banner.show_reason(LONG * 3)
    window.status.show_message(LONG * 3)
    yield "a banner and a message"
    window.status.show_unsaved(LONG * 3)
    yield "what was not saved"
    commands = ("review.compare", "review.return", "review.verify")
    window.review_strip.show_face(
        StripFace(tone="warn", icon="lock", words=LONG * 3, detail=LONG * 3, commands=commands)
    )
    window.outline_foot.choose(window.context.opened.issue.archive.steps.names[0])
    yield "the strip of the review, and one step alone"
    window.outline_foot.choose("")
    window.review_strip.show_face(None)
    window.banner.show_reason("")
    window.status.show_message("")
    window.status.show_saved(None)
    window.archive.open("数据")
    spin(PATIENCE_MS)
    yield "the archive"
    window.archive.view.bar.field.setText("没有这样的词")
    spin(PATIENCE_MS // 5)
    yield "the archive without hits"
    window.archive.leave()


def main():
    """Walk at every size; return 1 where something is cut."""
    app = make_application(LANGUAGE)
    install_fonts()
    theme = load_theme("light")
    apply_theme(app, theme)
    found = {}
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "library.db") as library:
        add_sample(library)
        settings = Settings(Path(folder) / "window.ini", data=Path(folder))
        window = MainWindow(library, Path(folder) / "library.db", settings=settings, theme=theme, author="Ann Lee")
        window.show()
        spin(PATIENCE_MS)
        room = screen_room(window)
        for width, height in {QSize(*size).boundedTo(room).toTuple() for size in SIZES}:
            window.resize(width, height)
            window.reset_layout()
            spin(PATIENCE_MS // 5)
            for name in states(window):
                for fault in staying(window):
                    found.setdefault(fault, f"{name}, {width} × {height}")
        window.close()
    for fault, place in found.items():
        print(f"{place}: {fault}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
