"""Opens an English window on an issue without a Chinese letter and prints what is still said in Chinese.

A program of its own, since tables of words are made when modules are loaded: python -m tests.ui.english_walk
"""

# ruff: noqa: E402, T201 - the language is chosen before anything is loaded; what is found is printed

import datetime as dt
import os
import re
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from editor.ui.app.language import Language, speak_language

speak_language(Language.ENGLISH)

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QWidget,
)

from db.library import open_library
from editor.model.article import Article, Title
from editor.model.body import Paragraph, text_of
from editor.model.credits import Credit, Name
from editor.model.issue import Issue, IssueArchive, Section
from editor.model.number import Number
from editor.model.publication import Contact, ContactKind, Profile, Publication, SectionRule
from editor.ui.app.application import make_application
from editor.ui.app.settings import Settings
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme
from editor.ui.window.main_window import MainWindow

HAN = re.compile("[\u3400-\u9fff]")
# what prints, what the system or the user named, and what names a language by itself
CONTENT = re.compile('"[^"]*"|《[^》]*》|〔[^〕]*〕|e\\.g\\. .*|中文|/\\S*')
WAIT_MS, PATIENCE_MS = 30, 4000
# the end of the window, the system's own dialogs, and a sample in Chinese
LEFT_ALONE = ("welcome", "library.open", "issue.import", "print", "library.sample")


def publication():
    """Return a publication whose every word is Latin."""
    profile = Profile(
        masthead="Harbour Notes",
        contents_heading="Contents",
        back_heading="Publishers",
        notice_label="Notice",
        link_label="Link: ",
        source_label="Source: ",
        link_captions=("Scan to read",),
    )
    return Publication(
        profile=profile,
        sections=(SectionRule(name="Policy"),),
        credits=(Credit(role="Editor", names=(Name(text="Ann Lee"),)),),
        contacts=(Contact(label="Phone", value="000-5550-0161", kind=ContactKind.PHONE),),
        review_steps=("draft", "first", "final"),
        proof_steps=("proof",),
        file_name="Harbour",
    )


def issue(of):
    """Return an issue of it."""
    article = Article(title=Title(text="Ferries run again"), blocks=(Paragraph(runs=text_of("They run, they run.")),))
    return Issue(
        publication=of.uid,
        number=Number(year=2026, number=9, total=61),
        date=dt.date(2026, 3, 9),
        profile=of.profile,
        credits=of.credits,
        contacts=of.contacts,
        sections=(Section(name="Policy", articles=(article,)),),
        archive=IssueArchive(steps=of.steps),
    )


class Walk:
    """found: texts in Chinese, with where they were seen."""

    def __init__(self):
        self.found = {}
        self.place = ""

    def look(self, top):
        """Note what a window and all in it say."""
        for widget in (top, *top.findChildren(QWidget)):
            for text in _texts(widget):
                if HAN.search(CONTENT.sub("", text)):
                    self.found.setdefault(text, self.place)

    def answer(self):
        """Look at what was opened, then close it."""
        for top in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if top is not None:
                self.look(top)
                top.close()


def _texts(widget):
    yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle(), widget.statusTip())
    yield from (one.text() for one in widget.actions())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, QTabWidget):
        yield from (widget.tabText(place) for place in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield widget.title()
    elif isinstance(widget, QAbstractItemView) and widget.model():
        yield from _rows(widget.model())


def _rows(model, parent=None):
    top = () if parent is None else (parent,)
    for row in range(min(model.rowCount(*top), 200)):
        index = model.index(row, 0, *top)
        yield str(index.data() or "")
        yield from _rows(model, index)


def spin(ms):
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def main():
    """Walk over every command; return 1 where something is said in Chinese."""
    app = make_application(Language.ENGLISH)
    install_fonts()
    theme = load_theme("light")
    apply_theme(app, theme)
    walk = Walk()
    closing = QTimer()
    closing.timeout.connect(walk.answer)
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "library.db") as library:
        made = publication()
        library.save_publication(made)
        library.add_issue(issue(made))
        settings = Settings(Path(folder) / "window.ini", data=Path(folder))
        window = MainWindow(library, Path(folder) / "library.db", settings=settings, theme=theme, author="Ann Lee")
        window.resize(1440, 900)
        window.show()
        spin(PATIENCE_MS)
        closing.start(WAIT_MS)
        for name, action in window.actions_by_name.items():
            walk.place = name
            if name not in LEFT_ALONE and action.isEnabled():
                action.trigger()
                spin(4 * WAIT_MS)
            walk.look(window)
        closing.stop()
        window.close()
    for text, place in walk.found.items():
        print(f"{place}: {text!r}")
    return 1 if walk.found else 0


if __name__ == "__main__":
    sys.exit(main())
