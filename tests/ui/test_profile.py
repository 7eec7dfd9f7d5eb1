"""刊物设置: set what every issue begins with, see the page, and reach the issue in hand as one step."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.desk.renewal import new_issue
from editor.interchange.sample import sample_issue
from editor.model.issue import IssueArchive
from editor.model.issue_state import IssueState
from editor.model.publication import PageStart
from editor.ui.kit.message_dialog import MessageDialog
from editor.ui.profile.calendar_places import place_of_day
from editor.ui.profile.categories import CATEGORIES
from editor.ui.profile.look_words import OWN_ROLE
from tests.fakes import picture
from tests.font_files import font_bytes
from tests.ui.composing import check_entry, commit, entries
from tests.ui.conftest import PATIENCE

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def setting(window, qtbot):
    """The window with 刊物设置 open, its pages set."""
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_S, CTRL | ALT)
    assert window.profiles.view is not None
    qtbot.waitUntil(lambda: window.profiles.view.pages.view.facts is not None, timeout=PATIENCE)
    return window


def form(window, key):
    """Choose a category; return its form once it lies in its place."""
    window.profiles.view.choose(key)
    QApplication.processEvents()
    return window.profiles.view.stack.forms[key]


def publication(window):
    return window.profiles._setting.draft.value


def write(field, words):
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, words)


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def done(window):
    QTest.mouseClick(window.profiles.view.bar.done, Qt.MouseButton.LeftButton)
    assert window.profiles.view is None


def sections(issue):
    return [section.name for section in issue.sections]


# in and out


def test_it_takes_the_place_of_the_columns_and_goes_back_by_escape(setting, qtbot):
    assert setting.rooms.currentWidget() is setting.profiles.view
    assert not setting.outline.isVisible()
    press(setting, Qt.Key.Key_N, CTRL)
    before = len(list(setting.context.opened.issue.articles()))
    press(setting, Qt.Key.Key_Escape)
    assert setting.outline.isVisible()
    assert len(list(setting.context.opened.issue.articles())) == before
    qtbot.waitUntil(lambda: setting.pages.facts is not None, timeout=PATIENCE)
    press(setting, Qt.Key.Key_N, CTRL)
    assert len(list(setting.context.opened.issue.articles())) == before + 1


def test_looking_changes_nothing(setting):
    before = setting.session.library.publication(publication(setting).uid)
    for key in CATEGORIES:
        form(setting, key)
    done(setting)
    assert setting.session.library.publication(before.uid) == before
    assert not setting.context.opened.history.stack.canUndo()


def test_tab_goes_from_the_list_through_the_form_line_by_line(setting, qtbot):
    made = form(setting, "sections")
    qtbot.waitUntil(lambda: made.line(made.rows.keys[-1]).isVisible())
    setting.profiles.view.list.setFocus()
    passed = []
    for _ in range(9):
        press(setting, Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget().accessibleName())
    assert passed[:5] == ["颜色 随主色", "栏目名", "文章起页", "删除栏目", "颜色 随主色"]
    QTest.mouseClick(made.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.focusWidget().isVisible())
    press(setting, Qt.Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget().accessibleName() == "颜色 随主色"
    last = made.line(made.rows.keys[-1])
    assert last.isAncestorOf(QApplication.focusWidget())


# words


def test_a_name_is_written_seen_saved_and_becomes_one_step_of_the_issue(setting, qtbot):
    masthead = form(setting, "masthead")
    with qtbot.waitSignal(setting.profiles.room.guest.pages_set, timeout=PATIENCE):
        write(masthead.masthead, "Yunzhou")
        write(masthead.slogan, "Weekly")
    draft = setting.profiles._setting.draft
    assert draft.stack.undoText() == "改口号"
    qtbot.waitUntil(lambda: setting.profiles.view.foot.saved == "✓ 已保存", timeout=PATIENCE)
    stored = setting.session.library.publication(draft.value.uid)
    assert (stored.profile.masthead, stored.waiting is None) == ("Yunzhou", False)
    done(setting)
    issue, stack = setting.context.opened.issue, setting.context.opened.history.stack
    assert (issue.profile.masthead, issue.profile.slogan) == ("Yunzhou", "Weekly")
    assert (stack.count(), stack.undoText()) == (1, "刊物设置")
    assert setting.session.library.publication(issue.publication).waiting is None
    assert setting.windowTitle().startswith("Yunzhou")
    press(setting, Qt.Key.Key_Z, CTRL)
    assert setting.context.opened.issue.profile.masthead == "数据要素观察"
    assert setting.windowTitle().startswith("数据要素观察")


def test_undo_and_redo_are_its_own_and_have_names(setting):
    masthead = form(setting, "masthead")
    before = publication(setting)
    write(masthead.slogan, "One")
    write(masthead.strapline, "Two")
    bar = setting.profiles.view.bar
    assert bar.undo.accessibleName() == "撤销 改刊头语"
    press(setting, Qt.Key.Key_Z, CTRL)
    assert masthead.strapline.text() == before.profile.strapline
    QTest.mouseClick(bar.undo, Qt.MouseButton.LeftButton)
    assert publication(setting) == before
    assert masthead.slogan.text() == before.profile.slogan
    form(setting, "numbering")
    press(setting, Qt.Key.Key_Y, CTRL)
    assert publication(setting).profile.slogan == "One"
    assert setting.profiles.view.form is masthead
    assert not setting.context.opened.history.stack.canUndo()


def test_an_empty_name_is_refused_and_the_last_one_comes_back(setting):
    masthead = form(setting, "masthead")
    before = publication(setting).profile.masthead
    masthead.masthead.setFocus()
    masthead.masthead.selectAll()
    QTest.keyClick(masthead.masthead, Qt.Key.Key_Delete)
    assert masthead.message.text == "请先写刊名。"
    assert masthead.masthead.property("state") == "error"
    masthead.slogan.setFocus()
    assert masthead.masthead.text() == publication(setting).profile.masthead == before
    assert masthead.message.text == ""


def test_without_the_tick_only_new_issues_get_it(setting, library):
    write(form(setting, "masthead").slogan, "New")
    setting.profiles.view.foot.also.click()
    done(setting)
    assert setting.context.opened.issue.profile.slogan != "New"
    assert not setting.context.opened.history.stack.canUndo()
    assert new_issue(library).profile.slogan == "New"


def test_a_picture_takes_the_place_of_the_name_and_what_is_none_is_refused(setting, tmp_path, qtbot):
    _, data = picture()
    (tmp_path / "a.png").write_bytes(next(iter(data.values())))
    (tmp_path / "b.png").write_bytes(b"no picture")
    masthead = form(setting, "masthead")
    setting.profiles.files.take_picture(tmp_path / "b.png")
    box = setting.findChild(MessageDialog)
    assert "不是能用的图片" in box.reason
    box.close()
    assert publication(setting).profile.masthead_picture is None
    with qtbot.waitSignal(setting.profiles.room.guest.pages_set, timeout=PATIENCE):
        setting.profiles.files.take_picture(tmp_path / "a.png")
    assert publication(setting).profile.masthead_picture is not None
    assert masthead.remove.isVisible()
    done(setting)
    kept = setting.context.opened.issue.profile.masthead_picture
    assert kept.sha256 in setting.context.opened.printable.pictures


# sections


def test_sections_are_added_renamed_and_put_in_order(setting):
    made = form(setting, "sections")
    first, *_, last = made.rows.keys
    QTest.mouseClick(made.add, Qt.MouseButton.LeftButton)
    field = QApplication.focusWidget()
    assert field.text() == "新栏目"
    QTest.keyClicks(field, "Data")
    assert publication(setting).sections[-1].name == "Data"
    QTest.keyClick(field, Qt.Key.Key_Up, CTRL)
    assert publication(setting).sections[-2].name == "Data"
    assert QApplication.focusWidget() is field
    line = made.line(first)
    line.start.showPopup()
    line.start.activated.emit(0)
    line.start.hidePopup()
    assert publication(setting).sections[0].page_start is PageStart.PAGE
    assert publication(setting).sections[-1].uid == last
    done(setting)
    assert sections(setting.context.opened.issue)[-2:] == ["Data", "数谷动态"]


def test_a_section_is_dragged_to_another_place(setting, qtbot):
    made = form(setting, "sections")
    first, *_, last = made.rows.keys
    qtbot.waitUntil(lambda: made.rows.grip(last).mapTo(made.rows, QPoint()).y() > 100)
    grip = made.rows.grip(first)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(4, 8))
    QTest.mouseMove(grip, QPoint(4, 60))
    QTest.mouseMove(grip, QPoint(4, 96))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(4, 96))
    assert [rule.uid for rule in publication(setting).sections].index(first) == 2
    assert made.rows.keys.index(first) == 2


def test_a_name_that_is_there_already_or_empty_is_refused(setting):
    made = form(setting, "sections")
    second = made.line(made.rows.keys[1]).name
    second.setFocus()
    second.selectAll()
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert "没有名字" in made.message.text
    second.setText("")
    QApplication.clipboard().setText("政策要论")
    QTest.keyClick(second, Qt.Key.Key_V, CTRL)
    assert "“政策要论”写了两次" in made.message.text
    assert publication(setting).sections[1].name == "地方实践"
    made.add.setFocus()
    assert second.text() == "地方实践"


def test_a_deleted_sections_articles_wait_in_the_drawer_and_one_step_brings_all_back(setting):
    before = setting.context.opened.value
    made = form(setting, "sections")
    row = made.rows.content(made.rows.keys[1]).parentWidget()
    QTest.mouseClick(row.out, Qt.MouseButton.LeftButton)
    many = len(before.issue.sections[1].articles)
    assert made.message.text == f"“地方实践”里的 {many} 篇会移到待编；Ctrl+Z 撤销。"
    done(setting)
    space = setting.context.opened.value
    assert "地方实践" not in sections(space.issue)
    assert [one.uid for one in space.drawer.pending] == [one.uid for one in before.issue.sections[1].articles]
    press(setting, Qt.Key.Key_Z, CTRL)
    assert setting.context.opened.value == before


def test_the_last_section_stays(setting):
    made = form(setting, "sections")
    for key in made.rows.keys:
        QTest.mouseClick(made.rows.content(key).parentWidget().out, Qt.MouseButton.LeftButton)
    assert len(publication(setting).sections) == 1
    assert "至少留一个栏目" in made.message.text


# look


def test_margins_are_set_and_drawn_and_too_wide_ones_are_refused(setting, qtbot):
    made = form(setting, "look")
    top = made.margins["top"]
    with qtbot.waitSignal(setting.profiles.room.guest.pages_set, timeout=PATIENCE):
        top.setFocus()
        top.selectAll()
        QTest.keyClicks(top, "40")
        QTest.keyClick(top, Qt.Key.Key_Return)
    assert dict(publication(setting).look.settings)["page.top"] == 40_000
    left = made.margins["left"]
    left.setFocus()
    left.selectAll()
    QTest.keyClicks(left, "140")
    QTest.keyClick(left, Qt.Key.Key_Return)
    assert "页边距太大" in made.message.text
    assert left.value() == 27.9
    done(setting)
    assert dict(setting.context.opened.issue.look.settings)["page.top"] == 40_000
    qtbot.waitUntil(lambda: setting.pages.facts is not None and setting.pages.facts.lines != 35, timeout=PATIENCE)


def test_a_colour_says_how_it_reads_and_what_is_none_is_refused(setting):
    made = form(setting, "look")
    write(made.accent.code, "#ffcc00")
    assert publication(setting).profile.accent == "#FFCC00"
    assert "印时加深" in made.accent.reads.text
    write(made.accent.code, "#12")
    assert "不是颜色" in made.message.text
    made.reset.setFocus()
    assert made.accent.code.text().upper() == "#FFCC00"
    QTest.mouseClick(made.reset, Qt.MouseButton.LeftButton)
    assert publication(setting).profile.accent == ""


def test_another_look_and_sizes(setting):
    made = form(setting, "look")
    QTest.mouseClick(made.look.segments["gongwen"], Qt.MouseButton.LeftButton)
    assert publication(setting).look.name == "gongwen"
    size = made.sizes["body"]
    size.setFocus()
    size.selectAll()
    QTest.keyClicks(size, "14")
    QTest.keyClick(size, Qt.Key.Key_Return)
    assert dict(publication(setting).look.settings)["grid.body"] == 14_000
    QTest.mouseClick(made.reset, Qt.MouseButton.LeftButton)
    assert publication(setting).look.settings == ()


def test_the_offices_own_font_is_offered_and_set(window, qtbot, tmp_path, library):
    from editor.desk.fonts import add_font_file

    (tmp_path / "fang.ttf").write_bytes(font_bytes("云州仿宋"))
    add_font_file(tmp_path / "fang.ttf", library)
    window.actions_by_name["profile.edit"].trigger()
    made = form(window, "look")
    field = made.fonts["body"]
    place = next(at for at in range(field.count()) if "云州仿宋" in field.itemText(at))
    with qtbot.waitSignal(window.profiles.room.guest.pages_set, timeout=PATIENCE):
        field.activated.emit(place)
    settings = dict(publication(window).look.settings)
    assert (settings["font.body"], settings["font.fang"]) == (OWN_ROLE["body"], "云州仿宋")
    done(window)
    assert [file.font.name for file in window.context.opened.printable.fonts] == ["fang.ttf"]
    window.context.opened.undo()
    assert window.context.opened.printable.fonts == ()


# numbers, names, steps


def test_a_click_on_a_day_toggles_it(setting):
    made = form(setting, "numbering")
    calendar = made.calendar
    day = dt.date(2026, 3, 16)
    assert "第10期" in calendar.words(day)
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=place_of_day(day).center())
    assert publication(setting).numbering.skipped == (day,)
    assert "停刊" in calendar.words(day)
    QTest.keyClick(calendar, Qt.Key.Key_Down)
    assert "第10期" in calendar.words(dt.date(2026, 3, 23))
    QTest.keyClick(calendar, Qt.Key.Key_H)
    assert "第10—11期" in calendar.words(dt.date(2026, 3, 23))
    QTest.keyClick(calendar, Qt.Key.Key_Right)
    QTest.keyClick(calendar, Qt.Key.Key_Space)
    assert publication(setting).numbering.extra == (dt.date(2026, 3, 24),)
    there = setting.context.opened.issue.date
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=place_of_day(there).center())
    assert there not in publication(setting).numbering.skipped
    assert "全年 52 期" in made.count.text()


def test_a_file_name_is_made_of_places(setting):
    made = form(setting, "files")
    made.pattern.setFocus()
    made.pattern.selectAll()
    QTest.keyClick(made.pattern, Qt.Key.Key_Backspace)
    assert "会相同" in made.message.text
    QTest.mouseClick(made.places["日期"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(made.places["刊名"], Qt.MouseButton.LeftButton)
    assert publication(setting).file_name == "〔日期〕〔刊名〕"
    assert made.names["pdf"].whole == "2026-03-09数据要素观察.pdf"
    done(setting)
    assert setting.exports.export_dialog().form.name.text() == "2026-03-09数据要素观察"


def test_steps_are_written_added_ordered_and_taken_out(setting):
    made = form(setting, "review")
    write(made.steps.review.field(1), "First")
    assert publication(setting).review_steps == ("草稿", "First", "二审", "终审")
    QTest.keyClick(made.steps.review.field(1), Qt.Key.Key_Up, CTRL)
    assert publication(setting).review_steps[:2] == ("First", "草稿")
    QTest.mouseClick(made.steps.proof.rows.content("2").parentWidget().out, Qt.MouseButton.LeftButton)
    assert publication(setting).proof_steps == ("一校", "二校")
    QTest.mouseClick(made.steps.proof.add, Qt.MouseButton.LeftButton)
    assert publication(setting).proof_steps == ("一校", "二校", "新步骤")


# files and publications


def test_settings_go_to_a_file_and_come_back_as_one_step(setting, tmp_path):
    path = tmp_path / "a.bulletin-profile"
    write(form(setting, "masthead").slogan, "Kept")
    setting.profiles.files.save(path)
    write(form(setting, "masthead").slogan, "Other")
    write(form(setting, "masthead").strapline, "Other")
    setting.profiles.files.load(path)
    assert publication(setting).profile.slogan == "Kept"
    assert setting.profiles._setting.draft.stack.undoText() == "读入“a.bulletin-profile”"
    press(setting, Qt.Key.Key_Z, CTRL)
    assert publication(setting).profile.slogan == "Other"


@pytest.mark.parametrize(
    ("change", "message"),
    [({"version": 9}, "请先升级程序"), ({"publication": 1}, "内容有误"), ({"format": "x"}, "不是刊物设置文件")],
)
def test_a_file_that_cannot_be_read_changes_nothing(setting, tmp_path, change, message):
    path = tmp_path / "a.bulletin-profile"
    setting.profiles.files.save(path)
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    before = publication(setting)
    setting.profiles.files.load(path)
    box = setting.findChild(MessageDialog)
    assert message in box.reason
    box.close()
    assert publication(setting) is before


def test_the_foot_names_issues_in_hand_only_while_they_are_ticked(setting):
    foot = setting.profiles.view.foot
    assert foot.scope == "只用于新的一期和编辑中的期"
    foot.also.setFocus()
    QTest.keyClick(foot.also, Qt.Key.Key_Space)
    assert foot.scope == "只用于新的一期"
    QTest.keyClick(foot.also, Qt.Key.Key_Space)
    assert foot.scope == "只用于新的一期和编辑中的期"


def test_another_publication_begins_and_gets_its_first_issue(setting, library):
    old = publication(setting)
    setting.profiles.new()
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "Second")
    assert setting.profiles.view.foot.first.isVisible()
    assert setting.profiles.view.foot.scope == "只用于新的一期"
    uid = publication(setting).uid
    publications = setting.profiles.view.bar.publications
    publications.activated.emit(publications.findText(old.profile.masthead))
    assert publication(setting).uid == old.uid
    assert {one.profile.masthead for one in library.publications()} == {"数据要素观察", "Second"}
    publications.activated.emit(publications.findText("Second"))
    QTimer.singleShot(0, confirm_dialog)
    QTest.mouseClick(setting.profiles.view.foot.first, Qt.MouseButton.LeftButton)
    assert setting.context.opened.issue.publication == uid
    assert setting.context.opened.issue.profile.masthead == "Second"
    assert setting.context.opened.issue.number.number == 1


def confirm_dialog():
    """Take what the dialog for a new issue proposes."""
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        QTimer.singleShot(10, confirm_dialog)
    else:
        QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)


def test_approved_issues_are_counted_and_never_touched(open_window, library):
    sample, its, _ = sample_issue()
    approved = replace(sample, archive=IssueArchive(state=IssueState.APPROVED))
    library.save_publication(its)
    library.add_issue(approved)
    window = open_window(library)
    window.actions_by_name["profile.edit"].trigger()
    view = window.profiles.view
    assert view.foot.scope == "只用于新的一期；已签发的 1 期不受影响"
    assert not view.foot.also.isVisible()
    write(form(window, "masthead").slogan, "New")
    done(window)
    assert library.issue(approved.uid) == approved
    assert library.publication(approved.publication).profile.slogan == "New"


def test_the_issue_in_hand_that_is_not_open_gets_a_checkpoint(window, library):
    newest = new_issue(library)
    window.actions_by_name["profile.edit"].trigger()
    write(form(window, "masthead").slogan, "New")
    assert "往期 1 期不受影响" in window.profiles.view.foot.scope
    done(window)
    assert library.issue(newest.uid).profile.slogan == "New"
    assert window.context.opened.issue.profile.slogan != "New"
    (checkpoint,) = library.checkpoints.listed()
    assert (checkpoint.name, checkpoint.issues) == ("刊物设置", 1)
    library.checkpoints.undo(checkpoint.uid, author="编辑甲")
    assert library.issue(newest.uid) == newest


def test_closing_the_window_keeps_what_was_set(setting, library):
    uid = publication(setting).uid
    write(form(setting, "masthead").slogan, "Kept")
    setting.close()
    assert library.publication(uid).profile.slogan == "Kept"
    assert library.issue(library.find("latest").uid).profile.slogan == "Kept"


# fields and forms


def test_roles_and_contacts_are_the_publications_and_come_into_the_issue(setting):
    made = form(setting, "credits")
    notice = next(one for name, one in entries(made).items() if name == "声明")
    notice.setFocus()
    notice.selectAll()
    commit(notice, "新的声明")
    assert publication(setting).profile.notice == "新的声明"
    done(setting)
    assert setting.context.opened.issue.profile.notice == "新的声明"


@pytest.mark.usefixtures("input_method")
@pytest.mark.parametrize("key", ["masthead", "sections", "look", "links", "files", "checking", "review"])
def test_every_field_takes_what_an_input_method_commits(setting, qtbot, key):
    made = form(setting, key)
    numbers = {"上边距", "下边距", "左边距", "右边距", "正文字号", "标题字号"}
    for name in [name for name in entries(made) if name not in numbers]:
        field = entries(made)[name]
        field.setFocus()
        field.clear()
        field.repaint()
        check_entry(field, "云州数据", qtbot)
        setting.profiles.view.list.setFocus()


def test_a_picture_dropped_on_it_is_the_mastheads(setting, tmp_path):
    _, data = picture()
    (tmp_path / "a.png").write_bytes(next(iter(data.values())))
    view, mime = setting.profiles.view, QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    place, move, left = QPointF(300, 300), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(view, QDragEnterEvent(place.toPoint(), move, mime, left, Qt.KeyboardModifier.NoModifier))
    QApplication.sendEvent(view, QDropEvent(place, move, mime, left, Qt.KeyboardModifier.NoModifier))
    assert publication(setting).profile.masthead_picture is not None
