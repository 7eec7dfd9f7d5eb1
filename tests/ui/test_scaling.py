"""The size of everything, and windows on screens that it leaves little of."""

import json
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.cli.parser import build_parser
from editor.ui.app.application import again_with
from editor.ui.app.scaling import scale_factor, scaled
from editor.ui.app.settings import Settings

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QDialog
from db import shelf
from editor.ui.app.desktop import Desktop
from editor.ui.kit.failures import FailureReports
from editor.cli.parser import build_parser
from editor.ui.app.application import again_with
from editor.ui.app.scaling import scaled
from editor.ui.app.settings import Settings
place = Path(sys.argv[1])
with scaled(2):
    app = QApplication(["test"])
settings = Settings(place / "window.ini", data=place)
settings.author = "x"
screen = app.primaryScreen().availableSize()
def fits(window):
    app.processEvents()
    return window.width() <= screen.width() and window.height() <= screen.height()
with Desktop(app, settings, shelf, FailureReports(app)) as desktop:
    desktop.show_welcome()
    print("welcome", fits(desktop.reception.window))
    desktop.open(place / "library.db", sample=True)
    window = desktop.window
    columns = lambda: [not window.splitter.widget(place).isHidden() for place in range(3)]
    print("main", fits(window), columns())
    window.actions_by_name["view.pages"].trigger()
    print("pages", fits(window), columns())
    window.actions_by_name["go.outline"].trigger()
    print("outline", fits(window), columns())
    for show in (window.actions_by_name[name].trigger for name in ("settings", "keys")):
        show()
        (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
        print("dialog", fits(dialog))
        dialog.accept()
        app.processEvents()
    window.close()
"""


@pytest.mark.parametrize(
    ("zoom", "pixels", "factor"),
    [(100, 12, 1), (100, 9, 1), (125, 12, 1.25), (100, 18, 1.5), (200, 18, 3), (110, 13, 1.2)],
)
def test_the_systems_letters_and_the_users_choice_make_the_factor(zoom, pixels, factor):
    assert scale_factor(zoom, pixels) == pytest.approx(factor)


@given(st.integers(100, 200), st.integers(1, 48))
def test_nothing_is_ever_smaller_than_designed(zoom, pixels):
    assert scale_factor(zoom, pixels) >= 1


def test_programs_started_from_here_keep_their_size(monkeypatch):
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    with scaled(1.5):
        assert os.environ["QT_SCALE_FACTOR"] == "1.5"
    assert "QT_SCALE_FACTOR" not in os.environ


def test_a_factor_of_the_users_own_counts_more(monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.75")
    with scaled(1.5):
        assert os.environ["QT_SCALE_FACTOR"] == "1.75"
    assert os.environ["QT_SCALE_FACTOR"] == "1.75"


def test_begun_again_it_opens_the_same_library(tmp_path):
    *before, command, option, place = again_with(tmp_path / "刊.db")
    assert before == ["-m", "editor"]
    parsed = build_parser().parse_args([command, option, place])
    assert parsed.library == tmp_path / "刊.db"


@pytest.mark.parametrize(("written", "zoom"), [("150", 150), ("90", 100), ("400", 100), ("big", 100), ("", 100)])
def test_a_size_that_is_none_is_the_plain_one(tmp_path, written, zoom):
    place = tmp_path / "window.ini"
    place.write_text(f"[General]\nzoom={written}\n")
    assert Settings(place).zoom == zoom


@pytest.mark.parametrize(
    ("width", "height", "columns"),
    [
        (1920, 1080, ([True, True, True], [True, True, False], [True, True, False])),
        # room for two only: each makes way for the other
        (1760, 990, ([True, True, False], [False, True, True], [True, True, False])),
    ],
)
def test_at_200_per_cent_everything_fits_a_common_screen(tmp_path, width, height, columns):
    screen = {"name": "S", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    config = tmp_path / "screen.json"
    config.write_text(json.dumps({"screens": [screen | {"logicalBaseDpi": 96}]}))
    surroundings = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", "LANG": "C.UTF-8"}
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, env=surroundings, check=False)
    assert done.returncode == 0, done.stderr
    *message, first, second = done.stdout.splitlines()
    assert (first, second) == ("dialog True", "dialog True") or height < 1080
    assert message == [
        "welcome True",
        f"main True {columns[0]}",
        f"pages True {columns[1]}",
        f"outline True {columns[2]}",
    ]
