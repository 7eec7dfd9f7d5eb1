"""刊物设置 › 检查: the rule set and each rule's level, by pointer and by keys, counted at once in the open issue."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.checks.registry import RULES
from editor.model.rule_levels import RuleLevel, RuleSet
from editor.ui.profile.rule_list import RuleRow

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def made(window):
    """The form, in the window with 刊物设置 open."""
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_S, CTRL | ALT)
    window.profiles.view.choose("checking")
    QApplication.processEvents()
    return window.profiles.view.stack.forms["checking"]


def value(window):
    return window.profiles._setting.draft.value


def sought(made, words):
    """Seek a rule and go to it."""
    made.seek.setFocus()
    made.seek.setText(words)
    QTest.keyClick(made.seek, Qt.Key.Key_Return)
    QTest.keyClick(made.rules, Qt.Key.Key_Home)
    if made.rules.current is None:
        QTest.keyClick(made.rules, Qt.Key.Key_Down)
    return made.rules.current


def titles(made):
    model = made.rules.model()
    rows = (model.index(place, 0).data(Qt.ItemDataRole.UserRole) for place in range(model.rowCount()))
    return [row.rule.title for row in rows if isinstance(row, RuleRow)]


def test_all_rules_are_there_and_typing_finds_them_by_name_and_reason(made):
    assert len(titles(made)) == len(RULES)
    made.seek.setText("半角")
    assert "半角标点" in titles(made)
    assert len(titles(made)) < 10
    made.seek.setText("15834 顿号")
    assert titles(made)
    made.seek.clear()
    assert len(titles(made)) == len(RULES)


def test_a_level_is_set_by_a_key_seen_and_undone(window, made):
    row = sought(made, "半角标点")
    assert (row.rule.id, row.level, row.own) == ("text.half-width", RuleLevel.WARNING, False)
    QTest.keyClick(made.rules, Qt.Key.Key_0)
    assert value(window).rule_levels == (("text.half-width", RuleLevel.OFF),)
    assert (made.rules.current.level, made.rules.current.own) == (RuleLevel.OFF, True)
    QTest.keyClick(made.rules, Qt.Key.Key_1)
    assert value(window).rule_levels == (("text.half-width", RuleLevel.ERROR),)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert made.rules.current.level is RuleLevel.OFF
    QTest.keyClick(made.rules, Qt.Key.Key_Backspace)
    assert value(window).rule_levels == ()


def test_the_level_of_the_set_is_no_change(window, made):
    sought(made, "半角标点")
    QTest.keyClick(made.rules, Qt.Key.Key_2)
    assert value(window).rule_levels == ()


def test_the_menu_offers_the_levels_and_the_way_back(window, made):
    row = sought(made, "半角标点")
    menu = made.rules.level_menu(row)
    words = [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert words == ["错误", "警告", "提示", "不查", "照规则集"]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["警告\t2"]
    menu.actions()[3].trigger()
    assert value(window).rule_levels == (("text.half-width", RuleLevel.OFF),)


def test_a_group_and_all_go_back_to_the_set(window, made):
    for words in ("半角标点", "直引号", "没有来源"):
        sought(made, words)
        QTest.keyClick(made.rules, Qt.Key.Key_0)
    assert len(value(window).rule_levels) == 3
    sought(made, "直引号")
    QTest.mouseClick(made.group_back, Qt.MouseButton.LeftButton)
    assert [rule for rule, _ in value(window).rule_levels] == ["sources.missing"]
    QTest.mouseClick(made.all_back, Qt.MouseButton.LeftButton)
    assert value(window).rule_levels == ()
    assert not made.all_back.isEnabled()


def test_another_set_shows_its_levels_and_its_reason(window, made):
    made.rule_set.setCurrentIndex(2)
    made.rule_set.activated.emit(2)
    assert value(window).rule_set is RuleSet.OFFICIAL
    row = sought(made, "没有原文链接")
    assert (row.level, row.own) == (RuleLevel.OFF, False)
    assert "公文不印原文链接" in made.reason.text()


def test_what_is_set_counts_in_the_open_issue(window, made, qtbot):
    checks = window.checks
    checks.run()
    before = {finding.rule for finding in checks.findings}
    assert "sources.no-link" in before
    sought(made, "没有原文链接")
    QTest.keyClick(made.rules, Qt.Key.Key_0)
    QTest.mouseClick(window.profiles.view.bar.done, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "sources.no-link" not in {finding.rule for finding in checks.findings}, timeout=20_000)
    assert window.session.library.publication(window.context.opened.issue.publication).rule_levels
