"""The first minutes with the program, as its user has them."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QIcon, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from db import shelf
from editor.desk.printable_issue import add_sample
from editor.ui.app.settings import Recent, Settings
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme
from editor.ui.welcome.name_dialog import NameDialog
from editor.ui.welcome.view import WelcomeView
from resources import resource
from tests.ui.conftest import PATIENCE

NOW = dt.datetime.fromisoformat("2025-01-06T13:00")


@pytest.fixture(autouse=True)
def theme(qapp):
    install_fonts()
    apply_theme(qapp, load_theme("light"))


@pytest.fixture
def view(qtbot, tmp_path):
    made = WelcomeView(shelf, tmp_path / "简报编辑台")
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitUntil(lambda: made.folder.place is not None, timeout=PATIENCE)
    return made


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "数据观察.db"
    with shelf.open_library(path) as opened:
        add_sample(opened)
    return path


def shown(view, qtbot, *paths, until):
    view.show_recent(tuple(Recent(path=path, at=NOW) for path in paths), now=NOW)
    qtbot.waitUntil(lambda: until in view.rows[0].words, timeout=PATIENCE)
    return view.rows[0]


def drop(view, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = QPointF(view.rect().center())
    event = QDropEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    view.dropEvent(event)


@pytest.mark.parametrize(("key", "signal"), [(Qt.Key.Key_1, "sample_wanted"), (Qt.Key.Key_3, "new_wanted")])
def test_the_ways_in_have_keys(view, qtbot, key, signal):
    view.activateWindow()
    view.folder.field.setFocus()
    with qtbot.waitSignal(getattr(view, signal), timeout=PATIENCE):
        qtbot.keyClick(view.folder.field, key, Qt.KeyboardModifier.ControlModifier)


def test_a_tile_is_clicked_anywhere_on_its_words(view, qtbot):
    with qtbot.waitSignal(view.sample_wanted, timeout=PATIENCE):
        qtbot.mouseClick(view.sample, Qt.MouseButton.LeftButton, pos=view.sample.rect().center())


def test_a_recent_library_says_name_place_count_and_time(view, qtbot, library):
    row = shown(view, qtbot, library, until="期")
    assert row.words == f"数据要素观察 {library} · 1 期 今天 13:00"
    with qtbot.waitSignal(view.open_wanted, timeout=PATIENCE) as wanted:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert wanted.args == [library]


def test_a_synced_folder_is_warned_of_with_its_remedy(view, qtbot, tmp_path):
    path = tmp_path / "OneDrive" / "参考.db"
    with shelf.open_library(path) as opened:
        add_sample(opened)
    row = shown(view, qtbot, path, until="期")
    assert "在 OneDrive 里：同步会弄坏刊库" in row.words
    assert row.remedy.isVisible()
    with qtbot.waitSignals([view.move_wanted], timeout=PATIENCE), qtbot.assertNotEmitted(view.open_wanted):
        qtbot.mouseClick(row.remedy, Qt.MouseButton.LeftButton)


def test_a_file_that_is_gone_is_grey_and_can_only_be_taken_out(view, qtbot, tmp_path):
    row = shown(view, qtbot, tmp_path / "没有.db", until="不在这里了")
    assert row.gone
    with qtbot.assertNotEmitted(view.open_wanted):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.forget_wanted, timeout=PATIENCE):
        qtbot.mouseClick(row.remedy, Qt.MouseButton.LeftButton)


def test_a_file_that_is_no_library_says_so(view, qtbot, tmp_path):
    (tmp_path / "note.db").write_text("不是刊库" * 100, encoding="utf-8")
    row = shown(view, qtbot, tmp_path / "note.db", until="不是")
    assert row.remedy.text() == "移除"


def test_rows_replaced_while_their_disk_is_asked_leave_no_trouble(view, qtbot, library):
    for _ in range(5):
        view.show_recent((Recent(path=library),), now=NOW)
    shown(view, qtbot, library, until="期")


def test_the_folder_for_new_libraries_is_judged_as_it_is_typed(view, qtbot, tmp_path):
    assert view.folder.verdict.text.startswith("本机磁盘，余 ")
    view.folder.field.selectAll()
    with qtbot.waitSignal(view.folder.folder_changed, timeout=PATIENCE):
        qtbot.keyClicks(view.folder.field, str(tmp_path / "Dropbox"))
    assert "在 Dropbox 里：同步会弄坏刊库" in view.folder.verdict.text


def test_a_dropped_library_opens_and_a_dropped_issue_is_imported(view, qtbot, library, tmp_path):
    with qtbot.waitSignal(view.open_wanted, timeout=PATIENCE) as opened:
        drop(view, library)
    assert opened.args == [library]
    with qtbot.waitSignal(view.import_wanted, timeout=PATIENCE) as imported:
        drop(view, tmp_path / "a.txt", tmp_path / "b.bulletin")
    assert imported.args == [(tmp_path / "a.txt", tmp_path / "b.bulletin")]


def test_everything_is_reached_by_tab(view, qtbot, library):
    shown(view, qtbot, library, until="期")
    view.activateWindow()
    view.sample.setFocus()
    seen = []
    for _ in range(12):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert {view.sample, view.past, view.new, view.other, view.author, view.rows[0], view.folder.field} <= set(seen)


def test_the_name_is_asked_kindly_and_kept_clean(qtbot):
    dialog = NameDialog("")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert "请写下你的名字" in dialog.message.text
    assert dialog.isVisible()
    event = QInputMethodEvent("yangting", [])
    QApplication.sendEvent(dialog.field, event)
    assert dialog.field.text() == ""
    event = QInputMethodEvent("", [])
    event.setCommitString("杨婷 ")
    QApplication.sendEvent(dialog.field, event)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert (dialog.name, dialog.isVisible()) == ("杨婷", False)


def test_settings_remember_libraries_in_order_even_those_gone(tmp_path):
    place = tmp_path / "window.ini"
    settings = Settings(place)
    for name in ("甲,一.db", "乙.db", "甲,一.db"):
        settings.add_recent(tmp_path / name, at=NOW)
    settings.author, settings.library_folder, settings.reopen_last = "杨婷", tmp_path / "刊", False
    settings.save()
    again = Settings(place)
    assert again.recent == tuple(Recent(path=tmp_path / name, at=NOW) for name in ("甲,一.db", "乙.db"))
    assert (again.author, again.library_folder, again.reopen_last) == ("杨婷", tmp_path / "刊", False)
    again.forget_recent(tmp_path / "乙.db")
    assert [one.path.name for one in again.recent] == ["甲,一.db"]


def test_a_list_without_times_from_an_older_version_is_read(tmp_path):
    settings = Settings(tmp_path / "window.ini")
    settings.kept.setValue("recent", [str(tmp_path / "old.db")])
    assert settings.recent == (Recent(path=tmp_path / "old.db"),)
    assert Settings(tmp_path / "none.ini").author == ""
    assert isinstance(Settings(tmp_path / "none.ini").library_folder, Path)


def test_no_icon_stands_alone_before_anyone_is_named(view):
    assert view.author.text() == "写下你的名字…"
    view.show_author("杨婷")
    assert view.author.text() == "署名：杨婷"


def test_the_programs_own_icon_stands_beside_its_name(view):
    emblem = next(one for one in view.findChildren(QWidget) if (one.width(), one.height()) == (48, 48))
    own = QIcon(str(resource("app/bulletin-desk.svg"))).pixmap(48, 48).toImage()
    shown = emblem.grab().toImage()
    inside = [(x, y) for x in range(12, 36) for y in range(8, 40)]
    assert all(shown.pixelColor(*at) == own.pixelColor(*at) for at in inside)
