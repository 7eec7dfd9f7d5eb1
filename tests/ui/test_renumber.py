"""Another number or day for an issue in hand."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from editor.model.number import Number
from editor.model.uid import new_uid
from editor.ui.new_issue.renumber_dialog import RenumberDialog


def renumber(window, answer):
    """Open the dialog by the date in the top bar, answer it there."""

    def seen():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, RenumberDialog):
            return False
        answer(dialog)
        return True

    answered = []
    timer = QTimer(window, interval=20)
    timer.timeout.connect(lambda: answered or (seen() and answered.append(True)))
    timer.start()
    button = next(one for one in window.top.findChildren(QPushButton) if one.accessibleName() == "期号和日期")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    timer.stop()
    assert answered
    return button


def stored(window):
    return window.session.library.issue(window.context.opened.issue.uid)


def test_day_and_number_are_changed_and_taken_back(window):
    before = window.context.opened.issue

    def answer(dialog):
        dialog.date.setDate(QDate(2026, 3, 11))
        dialog.numbers.first.setValue(19)
        assert "按规律在" in dialog.message.text
        QTest.keyClick(dialog.confirm, Qt.Key.Key_Return)

    button = renumber(window, answer)
    assert button.text() == "2026年第19期　2026年3月11日"
    assert window.context.opened.issue.date == dt.date(2026, 3, 11)
    assert window.context.opened.issue.number == Number(year=2026, number=19, total=61)
    assert window.context.opened.save()
    assert stored(window).date == dt.date(2026, 3, 11)
    assert window.session.library.find("2026-19").uid == before.uid
    window.actions_by_name["undo"].trigger()
    assert (window.context.opened.issue.date, window.context.opened.issue.number) == (
        before.date,
        before.number,
    )


def test_a_number_of_another_issue_is_refused(window):
    other = window.context.opened.issue
    window.session.library.add_issue(
        replace(
            other,
            uid=new_uid(),
            sections=(),
            date=dt.date(2026, 3, 2),
            number=replace(other.number, number=8, total=60),
        )
    )

    def answer(dialog):
        dialog.numbers.first.setValue(8)
        assert "已经有了" in dialog.message.text
        assert not dialog.confirm.isEnabled()
        QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)

    renumber(window, answer)
    assert window.context.opened.issue.number == other.number
