"""Backups as their user sees them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from db import shelf
from editor.desk.printable_issue import add_sample
from editor.ui.app.settings import Settings
from editor.ui.backups.dialog import BackupsDialog
from editor.ui.backups.restorer import restorer_for
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme
from tests.ui.conftest import PATIENCE


@pytest.fixture
def place(qapp, tmp_path):
    install_fonts()
    apply_theme(qapp, load_theme("light"))
    path = tmp_path / "数据观察.db"
    with shelf.open_library(path) as library:
        add_sample(library)
    return path


@pytest.fixture
def restorer(tmp_path):
    return restorer_for(shelf, Settings(tmp_path / "window.ini"))


@pytest.fixture
def open_dialog(qtbot, place, restorer):
    def make():
        dialog = BackupsDialog(restorer, place)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: all("检查" not in line[2] for line in dialog.list.lines), timeout=PATIENCE)
        return dialog

    return make


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def issues(path):
    with shelf.open_library(path) as library:
        return len(library.issues())


def test_without_backups_one_is_made_at_a_click(open_dialog, qtbot):
    dialog = open_dialog()
    assert dialog.message.text == "还没有备份。"
    assert not dialog.restore.isEnabled()
    click(qtbot, dialog.make)
    qtbot.waitUntil(lambda: "已备份" in dialog.message.text, timeout=PATIENCE)
    qtbot.waitUntil(lambda: dialog.list.lines[0][2] == "完好", timeout=PATIENCE)
    # midnight may have passed since
    assert dialog.list.lines[0][0].startswith(("今天 ", "昨天 "))
    assert dialog.restore.isEnabled()
    click(qtbot, dialog.make)
    qtbot.waitUntil(lambda: "没有改动" in dialog.message.text, timeout=PATIENCE)
    assert len(dialog.list.lines) == 1


def test_a_backup_comes_back_as_a_copy_to_open(open_dialog, qtbot, place, monkeypatch):
    shelf.back_up(place)
    target = place.with_name("副本.db")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog = open_dialog()
    click(qtbot, dialog.restore)
    qtbot.waitUntil(lambda: "已还原为“副本.db”" in dialog.message.text, timeout=PATIENCE)
    assert (issues(target), issues(place)) == (1, 1)
    with qtbot.waitSignal(dialog.open_wanted, timeout=PATIENCE) as wanted:
        click(qtbot, dialog.open_copy)
    assert wanted.args == [target]


def test_the_library_itself_is_never_replaced(open_dialog, qtbot, place, monkeypatch):
    shelf.back_up(place)
    before = place.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    dialog = open_dialog()
    click(qtbot, dialog.restore)
    qtbot.waitUntil(lambda: "已经有了" in dialog.message.text, timeout=PATIENCE)
    assert place.read_bytes() == before


def test_a_damaged_backup_is_marked_and_not_offered(open_dialog, qtbot, place):
    backups = []
    for count in range(3):
        with shelf.open_library(place) as library:
            library.files.add_original(f"{count}.txt", f"{count}".encode())
        backups.append(shelf.back_up(place))
    data = bytearray(backups[1].path.read_bytes())
    data[len(data) // 2] ^= 1
    backups[1].path.write_bytes(data)
    dialog = open_dialog()
    assert [line[2] for line in dialog.list.lines] == ["完好", "已损坏", "完好"]
    assert dialog.restore.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "已损坏" in dialog.message.text
    assert not dialog.restore.isEnabled()


def test_closing_while_backups_are_checked_leaves_no_trouble(qtbot, place, restorer):
    shelf.back_up(place)
    dialog = BackupsDialog(restorer, place)
    dialog.show()
    dialog.close()
    dialog.deleteLater()
    qtbot.wait(50)
