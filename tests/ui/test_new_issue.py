"""A new issue in ten seconds, and a new library."""

import datetime as dt

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from db import shelf
from editor.desk.printable_issue import add_sample
from editor.desk.renewal import propose_issue
from editor.desk.starting.new_publication import found_publication
from editor.model.number import IssueKind, Number
from editor.ui.new_issue.dialog import NewIssueDialog
from editor.ui.new_issue.library_dialog import NewLibraryDialog
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def theme(qapp):
    install_fonts()
    apply_theme(qapp, load_theme("light"))


@pytest.fixture
def library(tmp_path):
    with shelf.open_library(tmp_path / "library.db") as opened:
        add_sample(opened)
        yield opened


@pytest.fixture
def dialog(qtbot, library):
    made = NewIssueDialog(library, propose_issue(library))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def founding(qtbot, tmp_path):
    made = NewLibraryDialog(tmp_path / "刊")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_enter_makes_the_issue_as_shown(dialog, qtbot, library):
    proposal = dialog.proposal
    assert dialog.weekday.text() == "周一"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert (dialog.made.number, dialog.made.date) == (proposal.number, proposal.date)
    assert library.find("latest").uid == dialog.made.uid


def test_a_typed_number_is_taken_by_enter(dialog, qtbot, library):
    dialog.numbers.first.setFocus()
    dialog.numbers.first.selectAll()
    qtbot.keyClicks(dialog.numbers.first, "12")
    qtbot.keyClick(dialog.numbers.first, Qt.Key.Key_Return)
    assert dialog.made.number.number == 12
    assert library.issue(dialog.made.uid) == dialog.made


def test_a_taken_number_is_said_while_it_is_typed(dialog, qtbot):
    total = dialog.proposal.taken[0].total
    dialog.numbers.total.selectAll()
    qtbot.keyClicks(dialog.numbers.total, str(total))
    assert f"总第{total}期已经有了" in dialog.message.text
    assert not dialog.confirm.isEnabled()
    qtbot.keyClick(dialog.numbers.total, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.numbers.total, Qt.Key.Key_Up)
    assert dialog.message.text == ""
    assert dialog.confirm.isEnabled()


def test_a_day_off_the_rule_is_doubted_and_possible(dialog, qtbot):
    dialog.date.setDate(dialog.date.date().addDays(2))
    assert dialog.weekday.text() == "周三"
    assert "按规律在周一出刊" in dialog.message.text
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert dialog.made.date.isoweekday() == 3


def test_a_week_later_is_one_click(dialog, qtbot):
    before = dialog.proposal.date
    qtbot.mouseClick(dialog.later, Qt.MouseButton.LeftButton)
    assert dialog.proposal.date == before + dt.timedelta(days=7)
    assert dialog.isVisible()


def test_another_year_fills_the_first_number_in(dialog):
    year = dialog.proposal.date.year + 1
    dialog.date.setDate(QDate(year, 1, 4))
    assert (dialog.numbers.first.value(), dialog.proposal.number.year) == (1, year)
    assert f"{year}年第1期" in dialog._heading.text()


@pytest.mark.parametrize(
    ("kind", "shown", "hidden"),
    [
        (IssueKind.COMBINED, ("first", "last", "total_last"), ("subject",)),
        (IssueKind.SUPPLEMENT, ("total",), ("first", "last", "subject")),
        (IssueKind.SPECIAL, ("first", "subject"), ("last",)),
    ],
)
def test_a_kind_shows_the_fields_it_has(dialog, qtbot, kind, shown, hidden):
    qtbot.mouseClick(dialog.numbers.kinds[kind], Qt.MouseButton.LeftButton)
    assert all(getattr(dialog.numbers, name).isVisible() for name in shown)
    assert not any(getattr(dialog.numbers, name).isVisible() for name in hidden)
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert dialog.made.number.kind is kind


def test_a_special_issue_takes_its_subject(dialog, qtbot):
    dialog.numbers.kinds[IssueKind.SPECIAL].click()
    dialog.numbers.subject.setFocus()
    qtbot.keyClicks(dialog.numbers.subject, "AI")
    qtbot.keyClick(dialog.numbers.subject, Qt.Key.Key_Return)
    assert dialog.made.number.subject == "AI"


def test_numbers_that_do_not_fit_are_said(dialog):
    dialog.numbers.kinds[IssueKind.COMBINED].click()
    dialog.numbers.last.setValue(1)
    assert dialog.message.text == "合刊的止期号须大于起期号。"
    assert not dialog.confirm.isEnabled()


def test_a_number_taken_meanwhile_is_said_inline(dialog, qtbot, library):
    other = NewIssueDialog(library, dialog.proposal)
    qtbot.addWidget(other)
    other.confirm.click()
    dialog.confirm.click()
    assert "已经有了" in dialog.message.text
    assert dialog.made is None


def test_a_new_library_needs_a_name_and_enter(founding, qtbot, tmp_path):
    assert not founding.confirm.isEnabled()
    assert founding.message.text == ""
    qtbot.keyClicks(founding.masthead, "Yunzhou")
    assert founding.file.whole == f"文件：{tmp_path / '刊' / 'Yunzhou.db'}"
    qtbot.keyClick(founding.masthead, Qt.Key.Key_Return)
    assert founding.result()
    assert founding.founding.names() == ("要闻", "政策", "地方", "动态")


def test_sections_are_written_moved_added_and_taken_out(founding, qtbot):
    fields = founding.sections.fields
    fields[1].setFocus()
    qtbot.keyClick(fields[1], Qt.Key.Key_Up, ALT)
    assert founding.sections.names == ("政策", "要闻", "地方", "动态")
    qtbot.mouseClick(founding.sections.rows[0].down, Qt.MouseButton.LeftButton)
    assert founding.sections.names == ("要闻", "政策", "地方", "动态")
    qtbot.mouseClick(founding.sections.rows[2].out, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(founding.sections.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "X")
    assert founding.sections.names == ("要闻", "政策", "动态", "X")


def test_the_last_section_is_emptied_not_taken_out(founding):
    founding.masthead.setText("云州观察")
    for _ in range(5):
        founding.sections.rows[0].out.click()
    assert founding.sections.names == ("",)
    assert founding.message.text == "请至少写一个栏目。"


def test_a_library_that_is_there_is_not_written_over(founding, tmp_path):
    (tmp_path / "刊").mkdir()
    (tmp_path / "刊" / "云州观察.db").touch()
    founding.masthead.setText("云州观察")
    assert "已经有了" in founding.message.text
    assert not founding.confirm.isEnabled()


def test_the_first_issue_of_a_new_publication_can_be_any_number(qtbot, founding):
    founding.masthead.setText("云州观察")
    founding.weekday.setCurrentIndex(3)
    with shelf.open_library(founding.path) as library:
        library.save_publication(found_publication(founding.founding))
        dialog = NewIssueDialog(library, propose_issue(library))
        qtbot.addWidget(dialog)
        dialog.numbers.first.setValue(3)
        dialog.numbers.total.setValue(213)
        dialog.confirm.click()
        made = library.issue(dialog.made.uid)
    assert made.number == Number(year=made.date.year, number=3, total=213)
    assert made.date.isoweekday() == 4
