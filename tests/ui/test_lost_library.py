"""A library that does not open, and the way back from its backups, as their user meets them."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from db import shelf
from editor.desk.printable_issue import add_sample
from editor.ui.app.desktop import Desktop
from editor.ui.app.settings import Settings
from editor.ui.backups.dialog import BackupsDialog
from editor.ui.backups.restorer import restorer_for
from editor.ui.kit.failures import FailureReports
from editor.ui.kit.message_dialog import MessageDialog

PATIENCE = 30_000


@pytest.fixture
def settings(tmp_path):
    made = Settings(tmp_path / "window.ini")
    made.author, made.library_folder = "杨婷", tmp_path / "刊"
    return made


@pytest.fixture
def desktop(qapp, settings):
    with Desktop(qapp, settings, shelf, FailureReports(qapp)) as made:
        yield made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def library(tmp_path, settings):
    """A library with a backup, opened last time."""
    path = tmp_path / "刊" / "数据观察.db"
    with shelf.open_library(path) as opened:
        add_sample(opened)
    shelf.back_up(path)
    settings.add_recent(path)
    return path


def when_shown(kind, act):
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


def put_back(dialog):
    """Restore the newest backup, then open the library."""
    waiting = QTimer(dialog)
    waiting.setInterval(20)

    def go_on():
        if dialog.open_copy.isVisible() and dialog.open_copy.isEnabled():
            waiting.stop()
            dialog.open_copy.click()
        elif dialog.put_back.isEnabled() and not dialog.message.text.startswith("已还原"):
            dialog.put_back.click()

    waiting.timeout.connect(go_on)
    waiting.start()


def message():
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MessageDialog) and one.isVisible())


@pytest.mark.parametrize("left", [b"", b"\x07" * 5000], ids=["empty", "damaged"])
def test_the_message_of_a_damaged_library_leads_to_its_backups_and_back(desktop, qtbot, library, left):
    library.write_bytes(left)
    desktop.begin()
    box = message()
    assert "没有打开上次的刊库" in box.what
    (way,) = [one for one in box.buttons if one.text() == "从备份还原…"]
    when_shown(BackupsDialog, put_back)
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=PATIENCE)
    assert desktop.window.context.opened.issue.profile.masthead == "数据要素观察"
    assert next(library.parent.glob("数据观察 还原前 *.db")).read_bytes() == left


def test_the_start_page_offers_the_backups_of_a_library_that_is_gone(desktop, qtbot, library):
    library.unlink()
    desktop.begin()
    row = desktop.reception.window.view.rows[0]
    qtbot.waitUntil(row.restore.isVisible, timeout=PATIENCE)
    assert "不在这里了" in row.words
    when_shown(BackupsDialog, put_back)
    qtbot.mouseClick(row.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=PATIENCE)
    assert desktop.window.context.opened.issue


def test_a_library_that_does_not_open_and_has_no_backup_can_be_taken_from_the_list(desktop, qtbot, settings, tmp_path):
    broken = tmp_path / "坏.db"
    broken.write_bytes(b"\x07" * 5000)
    settings.add_recent(broken)
    settings.reopen_last = False
    desktop.begin()
    row = desktop.reception.window.view.rows[0]
    qtbot.waitUntil(lambda: "不是刊库" in row.words, timeout=PATIENCE)
    assert not row.restore.isVisible()
    qtbot.mouseClick(row.remedy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.reception.window.view.rows == (), timeout=PATIENCE)


def test_a_backup_opened_in_the_window_says_that_it_is_one_and_stays_as_it_is(desktop, library):
    (backup,) = shelf.backups_of(library)
    before = backup.path.read_bytes()
    desktop.open(backup.path)
    words = [one.text() for one in desktop.window.status.findChildren(QLabel)]
    assert any(one.startswith("只读：这是一份备份") for one in words)
    assert not desktop.window.context.opened.writable
    desktop.show_welcome()
    assert backup.path.read_bytes() == before
    assert [one.name for one in backup.path.parent.iterdir()] == [backup.path.name]


def test_a_backup_of_a_damaged_library_is_marked_and_still_comes_back_as_a_copy(qtbot, library, settings):
    (sound,) = shelf.backups_of(library)
    crc = sound.path.stem[-8:]
    sound.path.rename(sound.path.with_name(f"数据观察 2025-01-06 12.00.00 有损 {crc}.db"))
    dialog = BackupsDialog(restorer_for(shelf, settings), library)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.list.lines[0][2] == "有损", timeout=PATIENCE)
    assert "刊库里已经有内容损坏" in dialog.message.text
    assert dialog.restore.isEnabled()
    assert not dialog.put_back.isVisible()
