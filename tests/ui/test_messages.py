"""Messages and questions look like the program, and are answered by pointer and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

import editor.ui
from editor.ui.kit.failures import show_failure
from editor.ui.kit.message_dialog import Message, MessageAnswer, MessageDialog, MessageKind

QUESTION = Message(MessageKind.QUESTION, "放回修改？", "上次有修改没有存进刊库。")


@pytest.fixture
def ask(qtbot):
    """Return a dialog that is shown, and what was done by it."""

    def shown(message=QUESTION, **how):
        done = []
        answers = [MessageAnswer(words, lambda words=words: done.append(words)) for words in ("不要了", "以后", "放回")]
        box = MessageDialog(message, answers=answers, **how)
        qtbot.addWidget(box)
        with qtbot.waitActive(box):
            box.show()
            box.activateWindow()
        return box, done

    return shown


def test_the_last_answer_is_what_enter_does(ask):
    box, done = ask()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (done, box.isVisible(), box.result()) == (["放回"], False, 3)


def test_another_one_may_be(ask):
    box, done = ask(default=0)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert done == ["不要了"]


def test_escape_does_nothing(ask):
    box, done = ask()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (done, box.isVisible(), box.result()) == ([], False, 0)


def test_what_a_button_does_is_done_once_the_message_has_gone(ask):
    box, done = ask()
    QTest.mouseClick(box.buttons[1], Qt.MouseButton.LeftButton)
    assert (done, box.isVisible()) == (["以后"], False)


def test_a_long_reason_is_seen_whole(ask):
    box, _ = ask(Message(MessageKind.WARNING, "没有导入", "这一句很长，要折成好几行才放得下。" * 12))
    reason = box._reason
    assert reason.height() >= reason.heightForWidth(reason.width())
    assert box.rect().contains(reason.mapTo(box, reason.rect().bottomRight()))


def test_the_details_of_a_fault_are_copied(ask):
    box, _ = ask(Message(MessageKind.FAULT, "程序出了错", "请交给维护的人。", "Traceback: 1"))
    copy = next(one for one in box.findChildren(QPushButton) if one.text() == "复制详细信息")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Traceback: 1"


def test_a_failure_leaves_the_window_alone_and_leads_on(window):
    went = []
    show_failure(window, "没有打开刊库", "文件坏了。", way=("从备份还原…", lambda: went.append(1)))
    (box,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, MessageDialog) and one.isVisible()]
    assert [button.text() for button in box.buttons] == ["知道了", "从备份还原…"]
    QTest.mouseClick(box.buttons[1], Qt.MouseButton.LeftButton)
    assert went == [1]


def test_no_module_shows_a_box_of_qt():
    files = Path(editor.ui.__file__).parent.rglob("*.py")
    boxes = ("QMessageBox", "QInputDialog", "QErrorMessage")
    assert [file.name for file in files if any(box in file.read_text("utf-8") for box in boxes)] == []
