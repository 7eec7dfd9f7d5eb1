"""How a run of the program begins and ends."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from db import shelf
from editor.desk.printable_issue import add_sample
from editor.ui.app.desktop import Desktop
from editor.ui.app.settings import Settings
from editor.ui.backups.dialog import BackupsDialog
from editor.ui.importing.past_dialog import PastIssueDialog
from editor.ui.kit.failures import FailureReports
from editor.ui.kit.message_dialog import MessageDialog
from editor.ui.new_issue.dialog import NewIssueDialog
from editor.ui.new_issue.library_dialog import NewLibraryDialog
from editor.ui.welcome.name_dialog import NameDialog
from resources import resource
from tests.ui.conftest import PATIENCE


@pytest.fixture
def settings(tmp_path):
    made = Settings(tmp_path / "window.ini")
    made.author, made.library_folder = "杨婷", tmp_path / "刊"
    return made


@pytest.fixture
def desktop(qapp, settings):
    with Desktop(qapp, settings, shelf, FailureReports(qapp)) as made:
        yield made
    # windows left behind would be dressed again by every later test
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "刊" / "数据观察.db"
    with shelf.open_library(path) as opened:
        add_sample(opened)
    return path


def answer(kind, act):
    """Do something to the next dialog of a kind, once it is shown."""

    def look():
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        if found:
            timer.stop()
            act(found[0])

    timer = QTimer(QApplication.instance())
    timer.setInterval(20)
    timer.timeout.connect(look)
    timer.start()


def status_words(desktop):
    return [one.text() for one in desktop.window.status.findChildren(QLabel)]


def message():
    boxes = [one for one in QApplication.topLevelWidgets() if isinstance(one, MessageDialog) and one.isVisible()]
    words = [f"{box.what} {box.reason}" for box in boxes]
    for box in boxes:
        box.close()
    return " ".join(words)


def test_a_first_start_shows_the_welcome_view_and_asks_the_name_once(desktop, qtbot, settings):
    settings.author = ""
    answer(NameDialog, lambda dialog: (dialog.field.setText("李雷"), dialog.confirm.click()))
    desktop.begin()
    qtbot.waitUntil(lambda: settings.author == "李雷", timeout=PATIENCE)
    assert desktop.reception.window.isVisible()
    assert desktop.reception.window.view.author.text() == "署名：李雷"
    assert desktop.window is None


def test_the_sample_is_one_key_away(desktop, qtbot, tmp_path):
    desktop.begin()
    desktop.reception.window.activateWindow()
    qtbot.waitUntil(desktop.reception.window.isActiveWindow, timeout=PATIENCE)
    qtbot.keyClick(desktop.reception.window.view.sample, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=PATIENCE)
    assert desktop.window.context.opened.issue.profile.masthead
    assert desktop.reception is None
    assert (tmp_path / "刊" / "示例刊库.db").exists()


def test_the_library_of_last_time_opens_at_the_next_start(desktop, settings, library):
    settings.add_recent(library)
    desktop.begin()
    assert desktop.window.isVisible()
    assert desktop.reception is None


def test_the_welcome_view_comes_first_where_the_user_wants_it(desktop, settings, library):
    settings.add_recent(library)
    settings.reopen_last = False
    desktop.begin()
    assert desktop.window is None
    assert [row.path for row in desktop.reception.window.view.rows] == [library]


def test_a_last_library_that_cannot_be_opened_is_said(desktop, settings, tmp_path):
    broken = tmp_path / "broken.db"
    broken.write_text("不是刊库" * 100, encoding="utf-8")
    settings.add_recent(broken)
    desktop.begin()
    assert desktop.reception.window.isVisible()
    assert "没有打开上次的刊库" in message()


def shown_reading(window):
    """Return the dialog that shows what was understood of a past issue, once it does."""
    dialogs = [one for one in window.findChildren(PastIssueDialog) if one.isVisible() and one.bar.take.isEnabled()]
    return dialogs[0] if dialogs else None


def test_last_weeks_issue_becomes_a_library_of_its_masthead(desktop, qtbot, tmp_path, settings):
    past = tmp_path / "past.txt"
    past.write_bytes(resource("sample/past-issue.txt").read_bytes())
    desktop.show_welcome()
    desktop.reception.window.view.import_wanted.emit((past,))
    qtbot.waitUntil(lambda: desktop.window is not None and shown_reading(desktop.window) is not None, timeout=PATIENCE)
    shown_reading(desktop.window).bar.take.click()
    qtbot.waitUntil(lambda: desktop.window.session.opened_issue is not None, timeout=PATIENCE)
    masthead = desktop.window.context.opened.issue.profile.masthead
    assert any(one.startswith("已导入“past.txt”：") for one in status_words(desktop))
    assert settings.recent[0].path == tmp_path / "刊" / f"{masthead}.db"
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog):
            one.close()


def test_a_file_that_is_no_issue_leaves_the_welcome_view(desktop, tmp_path):
    note = tmp_path / "note.json"
    note.write_text("[]", encoding="utf-8")
    desktop.show_welcome()
    desktop.reception.window.view.import_wanted.emit((note,))
    assert "没有导入“note.json”" in message()
    assert desktop.reception.window.isVisible()


def test_a_new_library_leads_to_its_first_issue(desktop, qtbot, tmp_path):
    desktop.show_welcome()
    answer(NewLibraryDialog, lambda dialog: (dialog.masthead.setText("云州观察"), dialog.confirm.click()))
    answer(NewIssueDialog, lambda dialog: (dialog.numbers.total.setValue(214), dialog.confirm.click()))
    desktop.reception.window.view.new_wanted.emit()
    qtbot.waitUntil(
        lambda: desktop.window is not None and desktop.window.session.opened_issue is not None, timeout=PATIENCE
    )
    assert desktop.window.context.opened.issue.number.total == 214
    assert [one.name for one in desktop.window.context.opened.issue.sections] == ["要闻", "政策", "地方", "动态"]
    assert (tmp_path / "刊" / "云州观察.db").exists()


def test_the_menu_makes_the_next_issue(desktop, library):
    desktop.open(library)
    before = desktop.window.context.opened.issue.number.total
    answer(NewIssueDialog, lambda dialog: dialog.confirm.click())
    (action,) = [one for one in desktop.window.menus.main.actions() if one.text() == "新建一期…"]
    action.trigger()
    assert desktop.window.context.opened.issue.number.total == before + 1


def test_a_synced_library_moves_and_the_old_file_stays(desktop, qtbot, settings, tmp_path):
    synced = tmp_path / "Dropbox" / "参考.db"
    with shelf.open_library(synced) as opened:
        add_sample(opened)
    settings.add_recent(synced)
    desktop.show_welcome()
    desktop.reception.window.view.move_wanted.emit(synced)
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=PATIENCE)
    assert "已移到本机" in message()
    assert [one.path for one in settings.recent] == [tmp_path / "刊" / "参考.db"]
    assert synced.exists()


def test_a_library_in_use_elsewhere_is_not_moved(desktop, tmp_path):
    synced = tmp_path / "Dropbox" / "参考.db"
    desktop.show_welcome()
    with shelf.open_library(synced):
        desktop.reception.window.view.move_wanted.emit(synced)
    assert "打开着" in message()
    assert not (tmp_path / "刊" / "参考.db").exists()


def test_closing_backs_up_what_has_changed(qapp, settings, library):
    for _ in range(2):
        with Desktop(qapp, settings, shelf, FailureReports(qapp)) as desktop:
            desktop.open(library)
            desktop.window.close()
        assert len(shelf.backups_of(library)) == 1


def test_a_failed_backup_on_closing_is_said_and_the_library_is_whole(qapp, settings, library):
    (library.parent / "备份").write_text("a file in the way", encoding="utf-8")
    words = []
    answer(MessageDialog, lambda box: (words.append(box.reason), box.close()))
    with Desktop(qapp, settings, shelf, FailureReports(qapp)) as desktop:
        desktop.open(library)
        desktop.window.close()
    assert "刊库没有改动" in words[0]
    with shelf.open_library(library) as opened:
        assert len(opened.issues()) == 1


def test_opening_another_library_backs_up_the_first(desktop, library, tmp_path):
    desktop.open(library)
    first = desktop.window
    desktop.open(tmp_path / "other.db")
    assert desktop.window is not first
    assert len(shelf.backups_of(library)) == 1


def test_opening_the_open_library_again_changes_nothing(desktop, library):
    desktop.open(library)
    window = desktop.window
    desktop.open(Path(str(library)))
    assert desktop.window is window


def test_back_to_the_welcome_view_and_in_again(desktop, qtbot, library):
    desktop.open(library)
    desktop.show_welcome()
    assert desktop.window is None
    with shelf.open_library(library) as opened:
        assert not opened.read_only
    row = desktop.reception.window.view.rows[0]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=PATIENCE)


def test_the_menu_shows_the_backups(desktop, library):
    made = shelf.back_up(library)
    desktop.open(library)
    seen = []
    answer(BackupsDialog, lambda dialog: (seen.append(dialog.list.lines), dialog.close()))
    desktop.window.actions_by_name["backups"].trigger()
    assert seen[0][0][0].endswith(f"{made.at:%H:%M}")


def test_a_backup_made_now_is_said_in_the_status_line(desktop, library, qtbot):
    desktop.open(library)
    assert "还没有备份" in status_words(desktop)

    def back_up(dialog):
        dialog.make.click()
        qtbot.waitUntil(lambda: "已备份" in dialog.message.text, timeout=PATIENCE)
        dialog.accept()

    answer(BackupsDialog, back_up)
    desktop.window.actions_by_name["backups"].trigger()
    assert any(one.startswith("备份 ") for one in status_words(desktop))
