"""Contacts, notice, headings and publishers as forms."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from editor.checks.rules.contacts import fault
from editor.model.publication import ContactKind
from editor.ui.credits.form import BackForm
from tests.fakes import picture
from tests.ui.credits_desk import FRONT, drop, open_desk

pytestmark = pytest.mark.usefixtures("theme")
CTRL = Qt.KeyboardModifier.ControlModifier
PICTURE = picture()[0]


def row(desk, at):
    return desk.form.contacts.list.rows[at]


def write(field, words):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def press(code, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), code, modifier)


def pick(words):
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.text().split("\t")[0] == words).trigger()
    menu.close()


def with_contact(at, **fields):
    contacts = list(FRONT.contacts)
    contacts[at] = replace(contacts[at], **fields)
    return replace(FRONT, contacts=tuple(contacts))


@pytest.mark.parametrize(
    ("at", "value", "message"),
    [
        (0, "call us", "不像电话号码"),
        (0, "0851-86798090（传真）", ""),
        (1, "desk.example.org", "不是邮箱地址"),
        (1, "", "是空的"),
    ],
)
def test_a_contact_is_checked_as_it_is_written_by_the_rule_of_the_checks(qtbot, at, value, message):
    desk = open_desk(qtbot, front=with_contact(at, value=value))
    assert row(desk, at).message.text() == message == fault(desk.front.contacts[at])
    assert row(desk, at).sign.isVisible()


def test_a_blank_within_words_does_not_move_the_caret_and_one_at_the_end_goes(qtbot):
    desk = open_desk(qtbot)
    write(row(desk, 0).value, " call us ")
    assert row(desk, 0).value.text() == " call us "
    row(desk, 1).value.setFocus()
    assert desk.front.contacts[0].value == row(desk, 0).value.text() == "call us"
    write(row(desk, 0).name, "the phone")
    assert desk.front.contacts[0].label == "the phone"


def test_typing_is_one_step_and_the_check_follows(qtbot):
    desk = open_desk(qtbot)
    write(row(desk, 1).value, "nobody")
    assert row(desk, 1).message.text() == "不是邮箱地址"
    QTest.keyClicks(row(desk, 1).value, "@example.org")
    assert row(desk, 1).message.text() == ""
    assert desk.front.contacts[1].value == "nobody@example.org"
    assert desk.steps == ["改联系方式"]


def test_a_code_wants_its_picture_and_takes_it_from_file_clipboard_and_drop(qtbot):
    desk = open_desk(qtbot, front=with_contact(1, kind=ContactKind.CODE, value="", caption="扫码订阅"))
    assert row(desk, 1).message.text() == "没有二维码图片"
    desk.picture = PICTURE
    QTest.mouseClick(row(desk, 1).slot, Qt.MouseButton.LeftButton)
    assert desk.front.contacts[1].picture == PICTURE
    assert row(desk, 1).message.text() == ""
    row(desk, 1).slot.setFocus()
    press(Qt.Key.Key_Delete)
    assert desk.front.contacts[1].picture is None
    QGuiApplication.clipboard().setText("no matter what")
    press(Qt.Key.Key_V, CTRL)
    assert desk.front.contacts[1].picture == PICTURE
    press(Qt.Key.Key_Delete)
    data = QMimeData()
    data.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    drop(row(desk, 1).slot, QPoint(3, 3), data)
    assert desk.front.contacts[1].picture == PICTURE
    assert desk.steps[-1] == "换二维码图片"


def test_contacts_are_added_by_kind_moved_and_deleted(qtbot):
    desk = open_desk(qtbot)
    QTest.mouseClick(desk.form.contacts.add, Qt.MouseButton.LeftButton)
    pick("网址")
    QTest.keyClicks(QApplication.focusWidget(), "www.example.org")
    made = desk.front.contacts[-1]
    assert (made.label, made.value, made.kind) == ("网址", "www.example.org", ContactKind.WEB)
    row(desk, 2).handle.setFocus()
    press(Qt.Key.Key_Up, CTRL)
    press(Qt.Key.Key_Up, CTRL)
    assert [one.label for one in desk.front.contacts] == ["网址", "电话", "邮箱"]
    press(Qt.Key.Key_Delete)
    assert desk.front.contacts == FRONT.contacts


def test_the_kind_of_a_contact_is_changed_from_its_menu(qtbot):
    desk = open_desk(qtbot)
    QTest.mouseClick(row(desk, 0).handle, Qt.MouseButton.LeftButton)
    pick("邮箱")
    assert desk.front.contacts[0].kind is ContactKind.MAIL
    assert row(desk, 0).message.text() == "不是邮箱地址"


def test_a_contact_dragged_goes_there(qtbot):
    desk = open_desk(qtbot)
    target = desk.form.contacts.list
    drop(target, QPoint(20, target.height() - 2), row(desk, 0).handle.data())
    assert [one.label for one in desk.front.contacts] == ["邮箱", "电话"]


def test_a_changed_contact_goes_back_to_that_of_the_issue_before(qtbot):
    desk = open_desk(qtbot, before=FRONT, front=with_contact(0, value="000-0"))
    assert "000-5550-0161" in row(desk, 0).restore.toolTip()
    QTest.mouseClick(row(desk, 0).restore, Qt.MouseButton.LeftButton)
    assert desk.front == FRONT


def test_the_notice_is_written_in_place_and_grows(qtbot):
    desk = open_desk(qtbot, before=FRONT)
    text = desk.form.notice.text
    height = text.height()
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, "word " * 60)
    assert desk.front.profile.notice == ("word " * 60).strip()
    assert desk.steps == ["改声明"]
    qtbot.waitUntil(lambda: text.height() > height)
    QTest.mouseClick(desk.form.notice.restore, Qt.MouseButton.LeftButton)
    assert desk.front == FRONT
    assert text.toPlainText() == "仅供参考。"


def test_enter_in_the_notice_leads_on_and_pasted_lines_are_joined(qtbot):
    desk = open_desk(qtbot)
    text = desk.form.notice.text
    text.setFocus()
    press(Qt.Key.Key_Return)
    assert not text.hasFocus()
    text.setFocus()
    text.selectAll()
    QGuiApplication.clipboard().setText("第一行，\n第二行。")
    press(Qt.Key.Key_V, CTRL)
    assert desk.front.profile.notice == "第一行，第二行。"


def test_headings_are_written_in_place(qtbot):
    desk = open_desk(qtbot)
    write(desk.form.headings.fields["contents_heading"], "Contents")
    assert desk.front.profile.contents_heading == "Contents"
    write(desk.form.headings.fields["notice_label"], "Note")
    assert desk.form.notice.head.text() == "Note"


@pytest.mark.parametrize("name", ["value", "name", "notice", "heading"])
def test_an_input_method_writes_at_its_commit_only(qtbot, name):
    desk = open_desk(qtbot)
    fields = {"notice": desk.form.notice.text, "heading": desk.form.headings.fields["notice_label"]}
    field = fields.get(name) or getattr(row(desk, 0), name)
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("shuju", []))
    assert desk.front == FRONT
    done = QInputMethodEvent("", [])
    done.setCommitString("数据")
    QApplication.sendEvent(field, done)
    assert desk.front != FRONT
    assert len(desk.steps) == 1


# the back matter


def test_a_publisher_is_written_in_place_a_line_a_paragraph(qtbot):
    desk = open_desk(qtbot, form=BackForm)
    (one,) = desk.form.publishers.list.rows
    one.text.setFocus()
    one.text.moveCursor(one.text.textCursor().MoveOperation.End)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(one.text, "More.")
    write(one.english, "Institute")
    made = desk.front.profile.publishers[0]
    assert made.paragraphs == ("第一段。", "More.")
    assert made.english_name == "Institute"


def test_a_publisher_not_printed_can_be_printed_again(qtbot):
    desk = open_desk(qtbot, form=BackForm)
    desk.form.publishers.list.rows[0].handle.setFocus()
    press(Qt.Key.Key_Delete)
    assert desk.front.profile.publishers == ()
    QTest.mouseClick(desk.form.publishers.add, Qt.MouseButton.LeftButton)
    pick("云州研究院")
    assert desk.front == FRONT


def test_a_new_publisher_begins_with_its_name_and_takes_a_logo(qtbot):
    desk = open_desk(qtbot, form=BackForm)
    desk.picture = PICTURE
    QTest.mouseClick(desk.form.publishers.add, Qt.MouseButton.LeftButton)
    pick("新的单位")
    QTest.keyClicks(QApplication.focusWidget(), "House")
    QTest.mouseClick(desk.form.publishers.list.rows[1].slot, Qt.MouseButton.LeftButton)
    made = desk.front.profile.publishers[1]
    assert (made.name, made.logo) == ("House", PICTURE)
    QTest.mouseClick(desk.form.publishers.list.rows[1].dark_slot, Qt.MouseButton.LeftButton)
    assert desk.front.profile.publishers[1].dark_logo == PICTURE
