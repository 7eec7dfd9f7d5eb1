"""What is loaded when the window stands: nothing that only later work needs."""

import os
import subprocess
import sys

SCRIPT = """
import sys, tempfile
from pathlib import Path
from db import shelf
from PySide6.QtWidgets import QApplication
from editor.ui.desktop import Desktop
from editor.ui.failures import FailureReports
from editor.ui.settings import Settings
app = QApplication(["test"])
place = Path(tempfile.mkdtemp())
with Desktop(app, Settings(place / "window.ini"), shelf, FailureReports(app)) as desktop:
    desktop.open(place / "library.db")
    desktop.window.close()
print(",".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def test_the_window_opens_without_the_writers_of_files():
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, env=surroundings, check=False)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.strip().splitlines()[-1].split(","))
    assert "PySide6" in loaded
    assert loaded & {"docx", "lxml", "segno", "typst", "pypdfium2"} == set()
