import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from editor.checks.finding import Finding, FindingField, FindingLocation, Fix, Level
from editor.checks.waivers import WaiverScope, waive
from editor.desk.checking import add_waiver, apply_fixes, finding_headings
from editor.ui.checks.light import CheckLight
from editor.ui.checks.view import ChecksView
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.tokens import THEMES, load_theme
from tests.checks.issues import CLEAN, article, check, issue

AT = dt.datetime(2025, 1, 19, 8, tzinfo=dt.UTC)
ISSUE = issue(
    article(CLEAN + "数据的的登记。", "登记完成。。"),
    article("1月3日，完成数据登记,开始流通。", title="云州公布登记成果", link=""),
)


@pytest.fixture
def view(qapp, qtbot):
    apply_theme(qapp, load_theme("light"))
    made = ChecksView()
    qtbot.addWidget(made)
    made.resize(384, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(view, one=ISSUE):
    checked = check(one)
    view.show_findings(checked.findings, checked.waived, finding_headings(one, None), pending=len(checked.pending))
    return checked


def lines(view):
    model = view._list.model()
    return [model.data(model.index(place, 0)) for place in range(model.rowCount())]


def button(view, text):
    found = [one for one in view.findChildren(QAbstractButton) if one.text() == text and one.isVisible()]
    assert len(found) == 1, f"{len(found)} buttons say {text}"
    return found[0]


def message(view):
    return " ".join(one.text() for one in view.findChildren(QLabel) if one.isVisible())


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def click_line(qtbot, view, place):
    at = view._list.visualRect(view._list.model().index(place, 0)).center()
    qtbot.mouseClick(view._list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def type_chinese(field, text, *, preedit):
    """Type as an input method does: latin letters under the caret first, then the characters."""
    QApplication.sendEvent(field, QInputMethodEvent(preedit, []))
    assert field.text() == ""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def test_findings_stand_under_their_article_in_printed_order(view):
    show(view)
    assert lines(view) == [
        "云州市印发《云州市数据登记办法》",
        "标点重复",
        "“的”重复",
        "云州公布登记成果",
        "没有原文链接",
        "中文里用了半角标点，共 1 处",
        "1月3日未写年份",
    ]
    assert "3 项等排版后再查" in message(view)


def test_a_level_is_chosen_and_counted(view, qtbot):
    show(view)
    names = [one.accessibleName() for one in view._filter.findChildren(QAbstractButton)]
    assert names == ["全部", "错误 1 条", "警告 3 条", "提示 1 条"]
    click(qtbot, button(view, "提示"))
    assert lines(view) == ["云州公布登记成果", "1月3日未写年份"]
    qtbot.keyClick(button(view, "提示"), Qt.Key.Key_Right)
    assert button(view, "全部").isChecked()


def test_a_click_opens_one_card_and_says_so(view, qtbot):
    checked = show(view)
    with qtbot.waitSignal(view.finding_chosen) as chosen:
        click_line(qtbot, view, 2)
    assert chosen.args == [checked.findings[1]]
    assert "正文 第1段" in message(view)
    click_line(qtbot, view, 4)
    assert "文末没有二维码和原文链接。" in message(view)
    assert "正文 第1段" not in message(view)
    assert not any(one.text() == "修正" for one in view.findChildren(QPushButton) if one.isVisible())


def test_steps_walk_from_finding_to_finding_and_stop_at_the_end(view):
    checked = show(view)
    chosen = []
    view.finding_chosen.connect(chosen.append)
    for _ in range(7):
        view.step(1)
    assert chosen == list(checked.findings)
    view.step(-1)
    assert chosen[-1] == checked.findings[-2]


def test_the_keyboard_walks_opens_and_closes(view, qtbot):
    checked = show(view)
    view._list.setFocus()
    for _ in range(2):
        qtbot.keyClick(view._list, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.finding_chosen) as chosen:
        qtbot.keyClick(view._list, Qt.Key.Key_Return)
    assert chosen.args == [checked.findings[2]]
    qtbot.keyClick(view._list, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "放行…"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert view._list.hasFocus()
    assert view._list.model().opened is None


def test_one_finding_is_put_right_and_the_next_one_follows(view, qtbot):
    checked = show(view)
    current = [ISSUE]

    def mend(findings):
        current[0] = apply_fixes(current[0], findings)
        show(view, current[0])

    view.fix_wanted.connect(mend)
    view.step(1)
    click(qtbot, button(view, "修正"))
    assert "标点重复" not in lines(view)
    with qtbot.waitSignal(view.finding_chosen) as chosen:
        view.step(1)
    assert chosen.args[0].message == checked.findings[1].message


def test_the_foot_puts_right_what_is_listed(view, qtbot):
    show(view)
    with qtbot.waitSignal(view.fix_wanted) as wanted:
        click(qtbot, button(view, "修正 4 处"))
    rules = ["text.doubled", "text.de", "text.half-width", "dates.no-year"]
    assert [finding.rule for finding in wanted.args[0]] == rules
    click(qtbot, button(view, "警告"))
    button(view, "修正 2 处")
    show(view, issue(next(ISSUE.articles())))
    click(qtbot, button(view, "提示"))
    assert not any(one.isVisible() and one.text().startswith("修正") for one in view.findChildren(QPushButton))


def test_a_reason_is_asked_in_the_card_and_outlives_a_new_run(view, qtbot):
    checked = show(view)
    view.step(1)
    click(qtbot, button(view, "放行…"))
    field = view.findChild(QLineEdit)
    assert not button(view, "放行").isEnabled()
    type_chinese(field, "原文如此", preedit="yuan'wen'ru'ci")
    shorter = issue(next(ISSUE.articles()))
    show(view, shorter)
    assert field.isVisible()
    assert field.text() == "原文如此"
    view.findChildren(QRadioButton)[1].setChecked(True)
    with qtbot.waitSignal(view.waive_wanted) as wanted:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert wanted.args == [checked.findings[0], "原文如此", WaiverScope.ISSUE]


def test_giving_up_a_reason_brings_the_buttons_back(view, qtbot):
    show(view)
    view.step(1)
    click(qtbot, button(view, "放行…"))
    qtbot.keyClick(view.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert button(view, "放行…").isVisible()
    assert view._list.model().opened is not None


def test_waived_findings_are_folded_at_the_end_and_can_be_taken_back(view, qtbot):
    finding = check(ISSUE).findings[0]
    made = waive(finding, reason="原文如此", name="陆岚", scope=WaiverScope.ONCE, at=AT)
    show(view, add_waiver(ISSUE, made))
    assert lines(view)[-1] == "已放行 1 条，已折叠"
    click_line(qtbot, view, len(lines(view)) - 1)
    assert lines(view)[-2:] == ["已放行 1 条，已展开", "标点重复"]
    click_line(qtbot, view, len(lines(view)) - 1)
    assert "陆岚已放行：原文如此" in message(view)
    with qtbot.waitSignal(view.waiver_dropped) as dropped:
        click(qtbot, button(view, "撤销放行"))
    assert [waived.waiver for waived in dropped.args] == [made]


def test_nothing_found_is_said(view, qtbot):
    show(view, issue(article()))
    assert "没有问题" in message(view)
    show(view)
    click(qtbot, button(view, "错误"))
    show(view, issue(article(CLEAN + "数据的的登记。")))
    assert "没有错误" in message(view)


def test_every_button_and_row_has_a_name_for_the_screen_reader(view):
    show(view)
    view.step(1)
    buttons = [one for one in view.findChildren(QAbstractButton) if one.isVisible()]
    assert all(one.accessibleName() or one.text() for one in buttons)
    model = view._list.model()
    assert model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole) == "错误，标点重复，正文 第2段，可修正"


@pytest.mark.parametrize("name", THEMES)
def test_the_open_card_follows_the_theme(view, qapp, name):
    show(view)
    view.step(2)
    apply_theme(qapp, load_theme(name))
    QApplication.processEvents()
    ground = load_theme(name).colour("surface")
    card = view._list._card
    assert card.grab().toImage().pixelColor(card.width() // 2, 8) == ground


def test_five_hundred_rows_are_shown_without_a_widget_for_each(view):
    fix = Fix(edits=(), shown="改")
    findings = tuple(
        Finding(
            rule="text.de",
            level=Level.WARNING,
            why="",
            place=FindingLocation(where="cover", field=FindingField.HEADLINE, span=(number, number)),
            message=f"第{number}处",
            fix=fix,
        )
        for number in range(500)
    )
    view.show_findings(findings[:5], (), finding_headings(ISSUE, None))
    few = len(view.findChildren(QWidget))
    view.show_findings(findings, (), finding_headings(ISSUE, None))
    assert len(lines(view)) == 501
    assert len(view.findChildren(QWidget)) == few


def test_the_light_counts_by_level_and_turns_green(qapp, qtbot):
    apply_theme(qapp, load_theme("light"))
    light = CheckLight()
    qtbot.addWidget(light)
    assert light.accessibleName() == "检查：没有问题"
    light.show_findings(check(ISSUE).findings)
    assert light.accessibleName() == "检查：错误 1 条，警告 3 条，提示 1 条"
    light.resize(light.sizeHint())
    light.show()
    with qtbot.waitSignal(light.clicked):
        click(qtbot, light)
