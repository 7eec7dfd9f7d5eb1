"""What is loaded when the window stands: nothing that only later work needs."""

import os
import subprocess
import sys

import pytest

from db.library import open_library

SCRIPT = """
import sys
from pathlib import Path
from db import shelf
from PySide6.QtWidgets import QApplication
from editor.ui.app.desktop import Desktop
from editor.ui.kit.failures import FailureReports
from editor.ui.app.settings import Settings
app = QApplication(["test"])
place = Path(sys.argv[1])
with Desktop(app, Settings(place / "window.ini"), shelf, FailureReports(app)) as desktop:
    desktop.open(place / "library.db")
    desktop.window.close()
print(",".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


@pytest.fixture
def loaded(tmp_path):
    """Return what is loaded when the window stands on a library of this folder."""

    def start():
        surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
        command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, env=surroundings, check=False)
        assert done.returncode == 0, done.stderr
        return set(done.stdout.strip().splitlines()[-1].split(","))

    return start


def test_the_window_opens_without_the_writers_of_files(loaded):
    modules = loaded()
    assert "PySide6" in modules
    assert modules & {"docx", "lxml", "zxingcpp", "typst", "pypdfium2", "pypinyin"} == set()


def test_a_library_of_this_version_opens_without_the_migrations(loaded, tmp_path):
    with open_library(tmp_path / "library.db"):
        pass
    assert loaded() & {"alembic", "mako"} == set()
