"""人员与单位: found by pinyin, registered, edited in place, merged, retired; every step taken back by name."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from db.library import open_library
from editor.desk.printable_issue import add_sample
from editor.model import register_edits as edits
from editor.model.credits import NameKind
from editor.model.registers import Person, Registers
from editor.text.pinyin import prepare
from editor.ui.registers.book import RegisterBook
from editor.ui.registers.people_dialog import PeopleDialog

NAMES = {"陈贝": NameKind.PERSON, "单志刚": NameKind.PERSON, "云州市数据局": NameKind.ORGANISATION}


def filled():
    made = Registers()
    for name, kind in NAMES.items():
        made = edits.put_person(made, Person(name=name, kind=kind))
    return made


@pytest.fixture
def book(library):
    prepare()
    library.registers.save(library.registers.stored(), filled(), author="编辑甲")
    return RegisterBook(library, "编辑甲")


@pytest.fixture
def dialog(qtbot, theme, book):
    made = PeopleDialog(book, theme)
    qtbot.addWidget(made)
    made.open()
    return made


def names(dialog):
    return [line[0] for line in dialog.table.lines]


def people(library):
    return [(one.name, one.remark) for one in library.registers.stored().people]


def seek(dialog, words):
    field = dialog.seek.field
    field.setText(words[:-1])
    # what an input method hands over comes as no key
    field.insert(words[-1])
    dialog.seek.field.textEdited.emit(words)


def press(dialog, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(dialog.seek.field, key, modifiers)


def choose(dialog, *wanted):
    dialog.table.clearSelection()
    for row, line in enumerate(dialog.table.lines):
        if line[0] in wanted:
            item = dialog.table.topLevelItem(row)
            dialog.table.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.Select)
            item.setSelected(True)


def write_in(dialog, qtbot, name, column, text):
    row = names(dialog).index(name)
    dialog.table.setCurrentItem(dialog.table.topLevelItem(row), 0, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    dialog.table.editItem(dialog.table.topLevelItem(row), column)
    field = dialog.table.findChild(QLineEdit)
    field.setText(text)
    with qtbot.waitSignal(dialog.table.written):
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.table.findChild(QLineEdit) is None)


def test_people_stand_in_the_order_of_their_pinyin_before_organisations(dialog):
    assert names(dialog) == ["陈贝", "单志刚", "云州市数据局"]


@pytest.mark.parametrize(("typed", "found"), [("szg", ["单志刚"]), ("sjj", ["云州市数据局"]), ("cb", ["陈贝"])])
def test_names_are_found_by_pinyin(dialog, typed, found):
    QTest.keyClicks(dialog.seek.field, typed)
    assert names(dialog) == found
    press(dialog, Qt.Key.Key_Escape)
    assert len(names(dialog)) == 3


def test_a_kind_is_shown_alone(dialog):
    QTest.mouseClick(dialog.filter.buttons[2], Qt.MouseButton.LeftButton)
    assert names(dialog) == ["云州市数据局"]


@pytest.mark.parametrize("name", ["丹", "阿卜杜热西提·买买提", "𠮷昇"])
def test_who_is_not_there_is_registered_by_enter(dialog, library, name):
    seek(dialog, name)
    assert dialog.empty.isVisible()
    assert f"没有“{name}”" in dialog.empty.text()
    press(dialog, Qt.Key.Key_Return)
    assert people(library)[-1] == (name, "")
    assert dialog.table.chosen == (library.registers.stored().people[-1].uid,)
    assert dialog.bar.message.text == f"已登记“{name}”"


def test_ctrl_enter_registers_an_organisation(dialog, library):
    seek(dialog, "云州数据集团")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert library.registers.stored().people[-1].kind is NameKind.ORGANISATION


def test_enter_goes_to_what_was_found_and_registers_nothing(dialog, library):
    QTest.keyClicks(dialog.seek.field, "cb")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.table.hasFocus()
    assert len(people(library)) == 3


def test_one_of_the_same_name_needs_a_remark(dialog, library, qtbot):
    seek(dialog, "陈贝")
    dialog.seek.adds[0].click()
    assert "备注" in dialog.bar.message.text
    dialog.seek.clear()
    write_in(dialog, qtbot, "陈贝", 1, "美编")
    seek(dialog, "陈贝")
    dialog.seek.adds[0].click()
    assert people(library).count(("陈贝", "")) == people(library).count(("陈贝", "美编")) == 1


def test_the_order_of_duties_is_a_number(dialog, library, qtbot):
    write_in(dialog, qtbot, "陈贝", 3, "2")
    assert {one.name: one.rank for one in library.registers.stored().people}["陈贝"] == 2
    write_in(dialog, qtbot, "陈贝", 3, "第三")
    assert "写一个数字" in dialog.bar.message.text
    write_in(dialog, qtbot, "陈贝", 3, "")
    assert {one.rank for one in library.registers.stored().people} == {0}


def test_a_name_is_changed_in_place_and_taken_back_by_name(dialog, library, qtbot):
    write_in(dialog, qtbot, "陈贝", 0, "陈蓓")
    assert ("陈蓓", "") in people(library)
    assert dialog.bar.undo.toolTip() == "撤销：“陈贝”改名“陈蓓”（Ctrl+Z）"
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ("陈贝", "") in people(library)
    QTest.keyClick(dialog, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert ("陈蓓", "") in people(library)


def test_a_name_that_cannot_be_is_said_and_the_old_one_shown_again(dialog, library, qtbot):
    write_in(dialog, qtbot, "陈贝", 0, "  ")
    assert "空着" in dialog.bar.message.text
    assert "陈贝" in names(dialog)
    assert ("陈贝", "") in people(library)


def test_aliases_are_written_with_marks_between(dialog, library, qtbot):
    write_in(dialog, qtbot, "云州市数据局", 2, "市数据局， 数据局")
    assert library.registers.stored().people[-1].aliases == ("市数据局", "数据局")
    assert dialog.table.lines[-1][2] == "市数据局、数据局"


def test_two_are_merged_the_way_one_chooses(dialog, library, qtbot):
    choose(dialog, "陈贝", "单志刚")
    dialog.merge.click()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions()] == ["“陈贝”并入“单志刚”", "“单志刚”并入“陈贝”"]
    menu.actions()[1].trigger()
    menu.close()
    assert names(dialog) == ["陈贝", "云州市数据局"]
    assert library.registers.stored().people[0].aliases == ("单志刚",)


def test_a_person_and_an_organisation_are_not_offered_to_merge(dialog):
    choose(dialog, "陈贝", "云州市数据局")
    assert not dialog.merge.isEnabled()


def test_the_retired_are_put_aside_and_brought_back(dialog, library):
    choose(dialog, "陈贝")
    dialog.retire.click()
    assert names(dialog) == ["单志刚", "云州市数据局"]
    QTest.mouseClick(dialog.filter.buttons[3], Qt.MouseButton.LeftButton)
    assert names(dialog) == ["陈贝"]
    choose(dialog, "陈贝")
    assert dialog.retire.text() == "恢复"
    dialog.retire.click()
    assert not library.registers.stored().people[0].retired


def test_delete_takes_out_and_undo_brings_back(dialog, library):
    choose(dialog, "单志刚")
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert [name for name, _ in people(library)] == ["陈贝", "云州市数据局"]
    dialog.bar.undo.click()
    assert [name for name, _ in people(library)] == list(NAMES)


def test_names_of_issues_are_registered_at_one_click(qtbot, theme, library):
    issue = add_sample(library)
    dialog = PeopleDialog(RegisterBook(library, "编辑甲"), theme)
    qtbot.addWidget(dialog)
    dialog.open()
    assert "还没有登记" in dialog.notice.text
    dialog.notice.action.click()
    assert not dialog.notice.isVisible()
    credited = {name.text for credit in issue.credits for name in credit.names}
    assert {one.name for one in library.registers.stored().people} >= credited
    assert all(line[4] == "1 期" for line in dialog.table.lines)
    assert dialog.uses.lines[0].startswith("总第")
    assert library.issue(issue.uid) == issue


@pytest.mark.usefixtures("book")
def test_a_library_open_elsewhere_is_only_shown(qtbot, theme, tmp_path):
    with open_library(tmp_path / "library.db") as second:
        dialog = PeopleDialog(RegisterBook(second, "编辑乙"), theme)
        qtbot.addWidget(dialog)
        dialog.open()
        assert "只能看" in dialog.bar.message.text
        assert len(names(dialog)) == 3
        choose(dialog, "陈贝")
        assert not any(button.isEnabled() for button in (*dialog.seek.adds, dialog.merge, dialog.retire, dialog.remove))
        QTest.keyClick(dialog.table, Qt.Key.Key_F2)
        assert dialog.table.findChild(QLineEdit) is None


def test_the_window_opens_the_registers(window):
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        seen.append(dialog.windowTitle())
        dialog.accept()

    QTimer.singleShot(0, look)
    window.actions_by_name["registers.people"].trigger()
    assert seen == ["人员与单位"]
