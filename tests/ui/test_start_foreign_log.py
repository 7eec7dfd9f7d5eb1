"""What the window says of a log that another file left, and of a file that is replaced under it."""

import shutil

from db.library import open_library
from tests.db.crashes import aside, crash
from tests.ui.conftest import PATIENCE
from tests.ui.test_editing import text, type_in_body
from tests.ui.test_rescue import press
from tests.ui.test_start_desktop import desktop, library, message, settings

__all__ = ["desktop", "library", "settings"]


def test_a_log_of_another_file_is_put_aside_and_said(desktop, library, tmp_path):
    other = tmp_path / "other.db"
    shutil.copy(library, other)
    crash(library, "没了")
    shutil.copy(other, library)
    desktop.open(library)
    (log,) = aside(library)
    words = message()
    assert "刊库旁边有别的文件的日志" in words
    assert log.name in words
    assert desktop.window.context.opened.issue.articles()


def test_an_own_log_is_applied_without_a_word(desktop, library):
    crash(library, "还在")
    desktop.open(library)
    assert not message()
    assert not aside(library)


def test_what_is_typed_over_a_replaced_file_stays_in_the_window(open_window, library, qtbot, tmp_path):
    other = tmp_path / "other.db"
    shutil.copy(library, other)
    before = other.read_bytes()
    with open_library(library) as opened:
        window = open_window(opened)
        qtbot.waitUntil(lambda: window.pages.facts is not None, timeout=PATIENCE)
        type_in_body(window, "saved")
        with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
            window.context.opened.save()
        other.replace(library)
        with qtbot.waitSignal(window.session.save_failed, timeout=PATIENCE):
            type_in_body(window, " kept")
        assert "换成了另一个文件" in window.status.saving
        assert "没有改动它" in window.status.saving
        assert text(window).endswith("saved kept")
        press("关闭")
        window.close()
    assert library.read_bytes() == before
