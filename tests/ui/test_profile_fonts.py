"""Fonts in 刊物设置: what a look is set in, files added by dialog or drop, taken out again, on the page at once."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QToolButton

from editor.ui.kit.message_dialog import MessageDialog
from tests.font_files import font_bytes, usage
from tests.ui.conftest import PATIENCE


@pytest.fixture
def look(window, qtbot):
    """The form of the look in 刊物设置, set to 公文."""
    window.actions_by_name["profile.edit"].trigger()
    window.profiles.view.choose("look")
    QApplication.processEvents()
    made = window.profiles.view.stack.forms["look"]
    with qtbot.waitSignal(window.profiles.room.guest.pages_set, timeout=PATIENCE):
        made.look.chosen.emit("gongwen")
    return made


def said(look):
    return [one.text() for one in look.font_files.faces.findChildren(QLabel) if one.text() and one.isVisible()]


def files(look):
    return [one.text() for one in look.font_files.files.findChildren(QLabel) if one.isVisible()]


@pytest.fixture
def add(look, window, qtbot, monkeypatch, tmp_path):
    """Choose a file with a font of a name, and wait for the page."""

    def choose(name, family):
        (tmp_path / name).write_bytes(font_bytes(family))
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(tmp_path / name)], ""))
        button = next(one for one in look.findChildren(QPushButton) if one.text() == "添加字体…")
        with qtbot.waitSignal(window.profiles.room.guest.pages_set, timeout=PATIENCE):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return choose


def message(window):
    (box,) = [one for one in window.findChildren(MessageDialog) if one.isVisible()]
    return box


def test_each_face_says_what_it_is_set_in_and_what_is_missing(look):
    words = said(look)
    assert words[:2] == ["正文", "仿宋：刊库里没有，用宋体代替"]
    assert words[2:4] == ["标题", "小标宋：刊库里没有，用宋体代替"]
    assert "黑体（自带）" in words
    assert files(look) == []


def test_a_font_added_sets_the_page_at_once_and_the_issue_after(look, window, add, library):
    add("fang.ttf", "云州仿宋")
    assert said(look)[:2] == ["正文", "云州仿宋（本单位的字体）"]
    assert files(look)[0] == "云州仿宋"
    assert [font.name for font in library.files.fonts()] == ["fang.ttf"]
    window.profiles.leave()
    assert [file.font.name for file in window.context.opened.printable.fonts] == ["fang.ttf"]


def test_files_dropped_are_added_and_one_that_may_not_be_embedded_is_refused(look, window, tmp_path, library):
    for name, data in (
        ("biao.ttf", font_bytes("云州小标宋")),
        ("secret.ttf", font_bytes("云州秘体", OS2=usage(2))),
        ("web.woff2", b"wOF2" + bytes(100)),
    ):
        (tmp_path / name).write_bytes(data)
    mime, view = QMimeData(), window.profiles.view
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("biao.ttf", "secret.ttf", "web.woff2")])
    place, move, left = QPointF(300, 300), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QDragEnterEvent(place.toPoint(), move, mime, left, none))
    QApplication.sendEvent(view, QDropEvent(place, move, mime, left, none))
    assert [font.name for font in library.files.fonts()] == ["biao.ttf"]
    assert said(look)[2:4] == ["标题", "云州小标宋（本单位的字体）"]
    box = message(window)
    assert box.what == "没有添加字体"
    assert "不允许嵌入" in box.reason
    assert "网页字体" in box.reason
    box.close()


def test_a_font_is_taken_out_after_a_question(look, window, qtbot, add, library):
    add("fang.ttf", "云州仿宋")
    out = next(one for one in look.findChildren(QToolButton) if one.accessibleName() == "移除字体云州仿宋")
    QTest.mouseClick(out, Qt.MouseButton.LeftButton)
    box = message(window)
    assert len(library.files.fonts()) == 1
    with qtbot.waitSignal(window.profiles.room.guest.pages_set, timeout=PATIENCE):
        QTest.mouseClick(box.buttons[1], Qt.MouseButton.LeftButton)
    assert library.files.fonts() == ()
    assert said(look)[:2] == ["正文", "仿宋：刊库里没有，用宋体代替"]
    assert files(look) == []


def test_the_official_look_says_why_a_page_is_blank(look, window):
    assert look.blank_page.isVisible()
    window.profiles.view.form.look.chosen.emit("house")
    assert not look.blank_page.isVisible()
