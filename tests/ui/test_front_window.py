"""The credits page in the window: beside its page, in the one history, against the issue before."""

from dataclasses import replace

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.desk.renewal import new_issue
from editor.model.credit_filling import article_editors
from editor.model.credits import Filling
from editor.model.edits import ArticlePosition, add_articles, put_article, put_issue
from editor.model.page_facts import Spot
from editor.model.uid import new_uid
from tests.fakes import picture
from tests.ui.conftest import PATIENCE
from tests.ui.credits_desk import drop
from tests.ui.hands import Hands, name_of

CTRL = Qt.KeyboardModifier.ControlModifier


def click(window, key):
    rect = window.outline.visualRect(window.outline.model().find(key))
    QTest.mouseClick(window.outline.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def roles(window):
    return window.front.view.credits.roles.list.rows


def role(window, name):
    return next(row for row in roles(window) if row.role.text() == name)


def names(window, name):
    return [chip.accessibleName() for chip in role(window, name).names.chips]


def add(window, name, letters):
    row = role(window, name)
    QTest.mouseClick(row.add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(row.names.writing.field, letters)
    QTest.keyClick(row.names.writing.field, Qt.Key.Key_Return)
    QTest.keyClick(row.names.writing.field, Qt.Key.Key_Escape)


def test_the_credits_page_opens_beside_its_page_and_an_article_takes_its_place_again(window):
    click(window, "credits")
    assert window.front.view.isVisible()
    assert not window.format_bar.isVisible()
    assert window.pages.sheet == 2
    click(window, next(window.context.opened.issue.articles()).uid)
    assert window.article.isVisible()
    assert window.format_bar.isVisible()


def test_a_name_added_is_in_the_library_and_on_the_page_a_moment_later(window, qtbot):
    click(window, "credits")
    with qtbot.waitSignals([window.session.saved, window.bridge.pages_set], timeout=PATIENCE):
        add(window, "执行编辑", "gqh")
    assert names(window, "执行编辑") == ["陆岚", "顾清和"]
    assert window.session.library.issue(window.context.opened.issue.uid).credits == window.context.opened.issue.credits
    assert window.pages.sheet == 2
    assert window.front.view.isVisible()


def test_the_known_are_offered_without_a_register_of_ones_own(window):
    click(window, "credits")
    row = role(window, "执行编辑")
    QTest.mouseClick(row.add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(row.names.writing.field, "ouyang")
    assert row.names.writing.field.offered == ["欧阳云舒"]


def test_ctrl_enter_registers_a_person_in_the_library(window):
    click(window, "credits")
    row = role(window, "执行编辑")
    QTest.mouseClick(row.add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(row.names.writing.field, "Newman")
    QTest.keyClick(row.names.writing.field, Qt.Key.Key_Return, CTRL)
    person = next(one for one in window.session.library.registers.stored().people if one.name == "Newman")
    added = window.context.opened.issue.credits[5].names[-1]
    assert (added.text, added.person) == ("Newman", person.uid)


def test_undo_takes_back_by_name_and_leads_to_the_credits_page(window):
    before = window.context.opened.value
    click(window, "credits")
    add(window, "执行编辑", "gqh")
    assert window.actions_by_name["undo"].text() == "撤销 添加名字"
    click(window, next(window.context.opened.issue.articles()).uid)
    window.article.body.setFocus()
    QTest.keyClick(window.article.body, Qt.Key.Key_Z, CTRL)
    assert window.context.opened.value == before
    assert window.front.view.isVisible()
    assert window.outline.current_key() == "credits"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CTRL)
    assert names(window, "执行编辑") == ["陆岚", "顾清和"]


def test_ctrl_e_leads_into_the_form(window):
    click(window, "credits")
    window.actions_by_name["go.article"].trigger()
    assert window.front.view.isAncestorOf(QApplication.focusWidget())


def test_the_next_issue_says_what_it_takes_over_and_what_is_different(window):
    window.session.open(new_issue(window.session.library).uid)
    click(window, "credits")
    assert window.front.view.state.text() == "沿用总第61期，未改"
    add(window, "执行编辑", "gqh")
    assert window.front.view.state.text() == "与总第61期不同 1 处"
    assert "陆岚" in role(window, "执行编辑").restore.toolTip()
    QTest.mouseClick(role(window, "执行编辑").restore, Qt.MouseButton.LeftButton)
    assert window.front.view.state.text() == "沿用总第61期，未改"
    assert window.actions_by_name["undo"].text() == "撤销 恢复上期“执行编辑”"


def test_a_first_issue_has_nothing_to_be_compared_with(window):
    click(window, "credits")
    assert not window.front.view.state.isVisible()


def test_editors_of_articles_fill_their_role_at_once(window):
    click(window, "credits")
    role(window, "责任编辑").edits.fill(Filling.ARTICLES)
    assert names(window, "责任编辑") == ["顾清和", "闻笛", "祁思源"]
    article = next(window.context.opened.issue.articles())
    edited = replace(article, archive=replace(article.archive, editor="穆青、韩知微"))
    window.context.opened.apply("改责任编辑", lambda space: put_article(space, edited))
    assert names(window, "责任编辑") == ["穆青", "韩知微"]
    assert [name.text for name in article_editors(window.context.opened.issue)] == ["穆青", "韩知微"]


def test_the_back_matter_opens_with_its_publishers(window):
    click(window, "back")
    rows = window.front.view.back.publishers.list.rows
    assert [row.name.text() for row in rows] == ["云州市数据治理研究院", "澄江数字经济学会"]
    assert window.pages.sheet == window.pages.facts.sheets


def test_back_matter_without_publishers_can_still_be_begun(window, qtbot):
    profile = replace(window.context.opened.issue.profile, publishers=(), back_heading="关于我们")
    window.context.opened.apply("", lambda space: put_issue(space, replace(space.issue, profile=profile)))
    model, words = window.outline.model(), Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: model.find("back").data(words) == "关于我们 空")
    click(window, "back")
    assert window.front.view.back.publishers.add.isVisible()


def test_a_finding_on_the_credits_page_leads_there(window):
    click(window, "credits")
    row = window.front.view.credits.contacts.list.rows[1]
    row.value.setFocus()
    row.value.selectAll()
    QTest.keyClicks(row.value, "nobody")
    window.checks.run()
    click(window, next(window.context.opened.issue.articles()).uid)
    finding = next(one for one in window.checks.findings if one.rule == "contacts.invalid")
    window.checks.view.finding_chosen.emit(finding)
    assert row.value.isVisible()
    assert row.value.hasFocus()


def test_a_click_on_a_front_page_opens_its_form(window):
    for sheet, part in ((2, "credits"), (1, "cover"), (window.pages.facts.sheets, "back")):
        window.pages.spot_clicked.emit(Spot(sheet=sheet, y=90_000), 0)
        assert window.front.part == window.outline.current_key() == part
    first = window.pages.facts.articles[0]
    window.pages.spot_clicked.emit(first.start, 0)
    assert window.front.part == ""
    assert window.article.isVisible()


def test_articles_that_come_and_go_leave_the_open_form_alone(window):
    space = window.context.opened.value
    window.session.open(new_issue(window.session.library).uid)
    click(window, "credits")
    sections = window.context.opened.issue.sections
    article = replace(next(space.issue.articles()), uid=new_uid())
    place = ArticlePosition(section=sections[0].uid, position=0)
    window.context.opened.apply("新建文章", lambda now: add_articles(now, place, (article,)))
    add(window, "执行编辑", "gqh")
    assert names(window, "执行编辑") == ["陆岚", "顾清和"]
    assert window.front.view.isVisible()


def test_a_past_issue_shows_without_fields(window):
    old = window.context.opened.issue.uid
    new_issue(window.session.library)
    window.session.open(old)
    click(window, "credits")
    assert not role(window, "执行编辑").add.isVisible()
    assert names(window, "执行编辑") == ["陆岚"]


def test_the_cover_has_its_headline_with_breaks_and_its_picture(window, qtbot, tmp_path):
    click(window, "cover")
    cover = window.front.view.cover
    headline = window.context.opened.issue.headline
    assert cover.headline.title == headline
    cover.headline.setFocus()
    cover.headline.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(cover.headline, "2026")
    assert window.context.opened.issue.headline.text == f"{headline.text}2026"
    assert window.context.opened.issue.headline.breaks == headline.breaks
    assert window.actions_by_name["undo"].text() == "撤销 改头条标题"
    file = tmp_path / "cover.png"
    file.write_bytes(next(iter(picture()[1].values())))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop(cover.slot, QPoint(3, 3), data)
    assert window.context.opened.issue.cover_picture.width == 400
    cover.slot.setFocus()
    QTest.keyClick(cover.slot, Qt.Key.Key_Delete)
    assert window.context.opened.issue.cover_picture is None
    with qtbot.waitSignal(window.bridge.pages_set, timeout=PATIENCE):
        window.context.opened.undo()
    assert window.front.view.isVisible()


def test_enter_breaks_the_headline_and_opens_a_line_behind_its_end(window):
    click(window, "cover")
    field = window.front.view.cover.headline
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "abcd")
    field.moveCursor(QTextCursor.MoveOperation.Left)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.context.opened.issue.headline.lines == ("abc", "d")
    for key, held in ((Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Enter, CTRL)):
        before = window.context.opened.issue.headline
        field.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClick(field, key, held)
        assert field.toPlainText().endswith("\n"), "no line to type in"
        assert window.context.opened.issue.headline == before
        QTest.keyClicks(field, "ef")
        assert window.context.opened.issue.headline.lines == (*before.lines, "ef")
    assert field.hasFocus()


def test_ctrl_enter_takes_the_empty_line_out_again_and_does_nothing_at_the_beginning(window):
    click(window, "cover")
    field, before = window.front.view.cover.headline, window.context.opened.issue.headline
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert field.textCursor().atStart()
    field.moveCursor(QTextCursor.MoveOperation.End)
    for lines in (len(before.lines) + 1, len(before.lines)):
        QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
        assert len(field.toPlainText().split("\n")) == lines
    assert window.context.opened.issue.headline == before


def test_a_line_left_empty_in_the_headline_goes_with_the_focus(window):
    click(window, "cover")
    field, before = window.front.view.cover.headline, window.context.opened.issue.headline
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()
    assert field.toPlainText().split("\n") == list(before.lines)
    assert window.context.opened.issue.headline == before


def test_a_caret_at_a_break_goes_on_to_the_next_line(window):
    click(window, "cover")
    field = window.front.view.cover.headline
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "ab")
    field.moveCursor(QTextCursor.MoveOperation.Left)
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.moveCursor(QTextCursor.MoveOperation.Start)
    field.moveCursor(QTextCursor.MoveOperation.EndOfLine)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.context.opened.issue.headline.lines == ("a", "b")
    QTest.keyClicks(field, "c")
    assert window.context.opened.issue.headline.lines == ("a", "cb")


def test_an_empty_headline_says_what_is_printed_and_takes_the_first_title(window):
    click(window, "cover")
    cover = window.front.view.cover
    cover.headline.setFocus()
    cover.headline.selectAll()
    QTest.keyClick(cover.headline, Qt.Key.Key_Delete)
    first = next(window.context.opened.issue.articles()).title
    assert first.text in cover._note.text()
    QTest.mouseClick(cover.lead, Qt.MouseButton.LeftButton)
    assert window.context.opened.issue.headline == first


def test_undo_of_a_headline_leads_to_the_cover(window):
    click(window, "cover")
    QTest.keyClicks(window.front.view.cover.headline, "X")
    click(window, "credits")
    window.context.opened.undo()
    assert window.outline.current_key() == "cover"
    assert window.front.view.cover.isVisible()


def test_a_week_of_credits_by_keyboard_alone(window, qtbot):
    hands = Hands()

    def steps():
        hands.press("Ctrl+T", "Home", "Down", "Ctrl+E")
        hands.until(lambda: name_of(QApplication.focusWidget()) == "云州市数据工作协调办公室", "the first name")
        hands.press("Down", times=5)
        hands.tab_to("添加名字到“执行编辑”")
        hands.press("Return")
        hands.write("gqh")
        hands.press("Return")
        hands.write("闻笛")
        hands.press("Return", "Escape", "Ctrl+Left", "Ctrl+Down")
        hands.press("F2")
        hands.write("穆青青")
        hands.press("Return")
        hands.tab_to("邮箱 内容")
        hands.write("new@example.org")
        hands.press("Ctrl+T")

    hands.walk(qtbot, steps)
    # 闻笛 went one place to the left, then down into the next role, and became another there
    assert names(window, "执行编辑") == ["陆岚", "顾清和"]
    assert names(window, "责任编辑") == ["顾清和", "闻笛", "祁思源", "穆青青"]
    assert window.context.opened.issue.contacts[1].value == "new@example.org"


def test_the_back_matter_has_one_name_beside_its_printed_heading(window):
    heading = window.context.opened.issue.profile.back_heading
    row = window.outline.model().find("back")
    assert row.data() == heading
    assert row.data(Qt.ItemDataRole.ToolTipRole) == f"封底，标题印作“{heading}”"
    click(window, "back")
    assert window.front.view._name.text() == f"封底 · {heading}"
