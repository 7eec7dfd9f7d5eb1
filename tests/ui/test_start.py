"""What is loaded when the window is drawn first: nothing that only later work needs."""

import os
import subprocess
import sys

import pytest

from db.library import open_library
from editor.desk.printable_issue import add_sample

SCRIPT = """
import os
import sys
from pathlib import Path
from db import shelf
from PySide6.QtWidgets import QApplication
from editor.ui.app.desktop import Desktop
from editor.ui.kit.failures import FailureReports
from editor.ui.app.settings import Settings
from editor.pages.worker import PagesWorker
# the pages' thread loads beside the window what it needs, and is not looked at here
PagesWorker._take = lambda *_: False
app = QApplication(["test"])
place = Path(sys.argv[1])
desktop = Desktop(app, Settings(place / "window.ini"), shelf, FailureReports(app))
desktop.open(place / "library.db")
assert not desktop.window.grab().isNull()
print(desktop.window.article.title.toPlainText())
print(" ".join(sys.modules), flush=True)
os._exit(0)
"""
WRITERS_OF_FILES = {"docx", "lxml", "zxingcpp", "pypinyin", "PIL"}
DIALOGS = (
    "editor.ui.backups.dialog",
    "editor.ui.credits.form",
    "editor.ui.export.dialog",
    "editor.ui.find.library_dialog",
    "editor.ui.palette.view",
    "editor.ui.papers.dialog",
    "editor.ui.profile.view",
    "editor.ui.reading.view",
    "editor.ui.registers.people_dialog",
    "editor.ui.review.approve_dialog",
    "editor.ui.settings_dialog.dialog",
    "editor.ui.versions.dialog",
)


@pytest.fixture
def drawn(tmp_path):
    """Draw the window once on the library of this folder; return the open article's title and what is loaded."""

    def start():
        surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
        command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, env=surroundings, check=False)
        assert done.returncode == 0, done.stderr
        *title, modules = done.stdout.strip().splitlines()
        return "".join(title), set(modules.split())

    return start


def test_a_new_library_is_shown_without_the_writers_of_files(drawn):
    _, modules = drawn()
    assert "PySide6" in modules
    assert modules & {*WRITERS_OF_FILES, "typst", "pypdfium2"} == set()


def test_an_issue_is_shown_without_mapping_migrations_and_rules(drawn, tmp_path):
    with open_library(tmp_path / "library.db") as library:
        add_sample(library)
    title, modules = drawn()
    assert title
    assert modules & {*WRITERS_OF_FILES, "sqlalchemy", "alembic", "mako", "cryptography"} == set()
    assert "editor.checks.registry" not in modules


def test_an_issue_is_shown_before_any_dialog_is_loaded(drawn, tmp_path):
    with open_library(tmp_path / "library.db") as library:
        add_sample(library)
    _, modules = drawn()
    assert "editor.ui.window.main_window" in modules
    assert [name for name in DIALOGS if name in modules] == []
