"""A library that refuses under the running window, a crash, and what becomes of work that was not saved."""

import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlalchemy import event

from db.library import open_library
from editor.desk.importing import import_file
from editor.model.body import plain
from editor.model.errors import UserError
from editor.ui.kit.message_dialog import MessageDialog
from editor.ui.work.autosave import LATEST_MS
from tests.ui.conftest import PATIENCE
from tests.ui.test_editing import stored, text, type_in_body
from tests.ui.test_start_desktop import answer


@pytest.fixture
def place(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def locked(place):
    """Hold the library's lock as another program does; a call gives it back."""
    with closing(sqlite3.connect(place, isolation_level=None)) as other:

        def take():
            other.execute("BEGIN EXCLUSIVE")
            return lambda: other.execute("ROLLBACK")

        yield take


def press(words):
    """Click a button of the next question."""

    def act(box):
        next(button for button in box.buttons if button.text() == words).click()

    answer(MessageDialog, act)


def boxes():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MessageDialog) and one.isVisible()]


def rescued(tmp_path):
    return list((tmp_path / "未存上的修改").glob("*.bulletin"))


def refused_and_then_saved(window, qtbot, message, remedy):
    """Type while the library refuses, then put it right."""
    with qtbot.waitSignal(window.session.save_failed, timeout=PATIENCE):
        type_in_body(window, "kept")
    assert message in window.status.saving
    type_in_body(window, " on")
    assert message in window.status.saving, "what is wrong stays in sight while typing"
    assert text(window).endswith("kept on")
    remedy()
    # what was being written may be older than the last letter: then once more
    qtbot.waitUntil(lambda: not window.context.opened.saving.pending)
    assert window.status.saving.startswith("✓ 已保存")
    assert stored(window) == window.context.opened.value


def test_a_library_moved_away_is_said_and_saved_into_once_it_is_back(window, qtbot, place):
    away = place.with_name("away.db")
    place.rename(away)
    refused_and_then_saved(window, qtbot, "不见了", lambda: away.rename(place))
    assert not rescued(place.parent)


def test_another_file_in_its_place_is_left_alone(window, qtbot, place):
    away = place.with_name("away.db")
    place.rename(away)
    place.write_bytes(b"something else")

    def put_back():
        place.unlink()
        away.rename(place)

    refused_and_then_saved(window, qtbot, "换成了另一个文件", put_back)


def test_a_lock_longer_than_sqlite_waits_does_not_stop_the_window(window, qtbot, locked, monkeypatch):
    release, library = locked(), window.session.library
    writing, beats = threading.Event(), []
    save = library.save_workspace

    def write(*given, **named):
        writing.set()
        try:
            return save(*given, **named)
        finally:
            writing.clear()

    monkeypatch.setattr(library, "save_workspace", write)
    beat = QTimer(window)
    beat.timeout.connect(lambda: beats.append(writing.is_set()))
    beat.start(10)
    refused_and_then_saved(window, qtbot, "正被别的程序占用", release)
    beat.stop()
    # SQLite waits for the lock, the window goes on meanwhile
    assert any(beats)


@pytest.fixture
def pragma(library):
    """Have every use of the library begin with a pragma, in place of the one before."""
    listeners = []

    def listen(words):
        def set_pragma(connection, _record, _proxy):
            connection.execute(f"PRAGMA {words}")

        for one in listeners:
            event.remove(library._sessions._engine, "checkout", one)
        listeners[:] = [set_pragma]
        event.listen(library._sessions._engine, "checkout", set_pragma)

    return listen


def test_a_full_disk_is_said_until_there_is_room(window, qtbot, pragma):
    pragma("max_page_count = 1")
    enormous = "数据" * 60_000
    window.article.body.edits.insert_text(enormous)
    refused_and_then_saved(window, qtbot, "磁盘已满", lambda: pragma("max_page_count = 1000000"))
    assert enormous in text(window)


def test_a_library_made_read_only_is_said(window, qtbot, pragma):
    pragma("query_only = ON")
    refused_and_then_saved(window, qtbot, "只读", lambda: pragma("query_only = OFF"))


def test_a_library_that_is_gone_cannot_be_read_and_says_so(window, place):
    window.session.library._sessions._connections.dispose()
    place.unlink()
    with pytest.raises(UserError, match="原处"):
        window.session.open(window.context.opened.issue.uid)
    assert window.session.opened_issue is not None
    assert not place.exists(), "no empty library is put in its place"


def test_unsaved_work_is_kept_beside_while_the_library_refuses(window, qtbot, locked, tmp_path):
    release = locked()
    with qtbot.waitSignal(window.session.save_failed, timeout=PATIENCE):
        type_in_body(window, "kept")
    qtbot.waitUntil(lambda: bool(rescued(tmp_path)), timeout=PATIENCE)
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        release()
    qtbot.waitUntil(lambda: not rescued(tmp_path), timeout=PATIENCE)


def test_closing_with_unsaved_work_asks_and_staying_keeps_the_window(window, locked):
    release = locked()
    type_in_body(window, "kept")
    press("不关闭")
    assert not window.close()
    assert window.isVisible()
    assert text(window).endswith("kept")
    release()
    assert window.close()


def test_what_could_not_be_saved_is_offered_and_put_back_at_the_next_start(
    window, open_window, locked, library, tmp_path
):
    release = locked()
    type_in_body(window, "kept over the end")
    press("关闭")
    assert window.close()
    assert len(rescued(tmp_path)) == 1
    release()
    again = open_window(library)
    assert not text(again).endswith("kept over the end")
    again.rescuer.offer()
    (box,) = boxes()
    assert "编辑甲" in box.reason
    next(button for button in box.buttons if button.text() == "放回刊库").click()
    assert text(again).endswith("kept over the end")
    assert stored(again) == again.context.opened.value
    assert not rescued(tmp_path)


def test_later_leaves_the_offer_for_the_next_start_and_refusing_it_ends_it(
    window, open_window, locked, library, tmp_path
):
    release = locked()
    type_in_body(window, "kept")
    press("关闭")
    window.close()
    release()
    again = open_window(library)
    for words, left in (("以后再说", 1), ("不要了", 0)):
        again.rescuer.offer()
        (box,) = boxes()
        next(button for button in box.buttons if button.text() == words).click()
        assert len(rescued(tmp_path)) == left


def test_what_was_changed_meanwhile_stays_and_the_rescued_article_lies_beside(window, open_window, locked, library):
    release = locked()
    type_in_body(window, "rescued words")
    press("关闭")
    window.close()
    release()
    again = open_window(library)
    type_in_body(again, "newer words")
    assert again.context.opened.save()
    again.rescuer.offer()
    (box,) = boxes()
    next(button for button in box.buttons if button.text() == "放回刊库").click()
    assert text(again).endswith("newer words")
    beside = again.context.opened.value.drawer.pending[-1]
    assert plain(beside.blocks[-1].runs).endswith("rescued words")


def test_unsaved_work_goes_into_a_package_that_another_library_takes(window, locked, tmp_path, monkeypatch):
    release = locked()
    type_in_body(window, "carried away")
    target = tmp_path / "elsewhere" / "kept.bulletin"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_names: (str(target), ""))
    press("另存为期刊包…")
    assert window.close()
    release()
    with open_library(tmp_path / "other.db") as other:
        issue = import_file(target, other).issue
    first = next(issue.articles())
    assert plain(first.blocks[-1].runs).endswith("carried away")


def test_where_nothing_can_be_written_the_user_decides(window, locked, tmp_path):
    (tmp_path / "未存上的修改").write_text("a file in the way", encoding="utf-8")
    locked()
    type_in_body(window, "kept")
    words = []

    def look(box):
        words.extend(button.text() for button in box.buttons)
        next(button for button in box.buttons if button.text() == "不关闭").click()

    answer(MessageDialog, look)
    assert not window.close()
    assert "丢掉修改，关闭" in words
    press("丢掉修改，关闭")
    assert window.close()


def test_an_issue_that_is_not_saved_is_not_left_for_another(window, locked):
    release = locked()
    type_in_body(window, "kept")
    with pytest.raises(UserError, match="没有存上"):
        window.session.open(window.context.opened.issue.uid)
    assert text(window).endswith("kept")
    release()
    window.session.open(window.context.opened.issue.uid)
    assert text(window).endswith("kept")


TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from db.library import open_library
from editor.desk.printable_issue import add_sample
from editor.model.body import plain
from editor.ui.app.settings import Settings
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme
from editor.ui.window.main_window import MainWindow
from editor.ui.kit.message_dialog import MessageDialog

place, pause = Path(sys.argv[1]), int(sys.argv[2])
app = QApplication([])
install_fonts()
theme = load_theme("light")
apply_theme(app, theme)
with open_library(place) as library:
    add_sample(library)
    window = MainWindow(library, place, settings=Settings(place.parent / "w.ini"), theme=theme)
    window.show()
    body = window.article.body
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    struck, save = 0, library.save_workspace

    def strike():
        global struck
        QTest.keyClicks(body, "k")
        struck += 1

    def write(before, space, **named):
        save(before, space, **named)
        held = plain(next(space.issue.articles()).blocks[-1].runs)
        print(len(held) - len(held.rstrip("k")), struck, flush=True)

    library.save_workspace = write
    timer = QTimer()
    timer.timeout.connect(strike)
    timer.start(pause)
    # ends by itself where nothing is ever written
    QTimer.singleShot(60_000, app.quit)
    app.exec()
"""
PAUSE_MS = 25


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no way to kill a program at once")
def test_a_crash_takes_the_last_three_seconds_at_most(place):
    command = [sys.executable, "-c", TYPIST, str(place), str(PAUSE_MS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        writings = [tuple(map(int, typist.stdout.readline().split())) for _ in range(3)]
        typist.kill()
    with open_library(place) as library:
        first = next(library.issue(library.find("latest").uid).articles())
    words = plain(first.blocks[-1].runs)
    kept = len(words) - len(words.rstrip("k"))
    assert kept >= writings[-1][0]
    # counted in letters, one every 25 ms at most: a busy machine makes fewer. Qt's timers are a twentieth late at most
    begun = [0, *(struck for _held, struck in writings)]
    for struck, (held, _) in zip(begun, writings, strict=False):
        assert held - struck <= 1.1 * LATEST_MS / PAUSE_MS
