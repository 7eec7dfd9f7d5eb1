"""A past issue is looked at before it is taken in: as a user does it."""

import threading
from collections import namedtuple

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from editor.desk import past_reading
from editor.intake.past_issue import LineRole
from editor.ui.importing import past_taking
from editor.ui.importing.past_dialog import PastIssueDialog
from editor.ui.kit.message_dialog import MessageDialog
from tests.intake.past_shapes.contents import DIGITS, MISSING
from tests.intake.past_shapes.heads import MONTHLY, SUPPLEMENT

Desk = namedtuple("Desk", "window library folder")  # noqa: PYI024 - a test's


@pytest.fixture
def desk(window, library, tmp_path):
    folder = tmp_path / "往期"
    folder.mkdir()
    return Desk(window, library, folder)


def put(desk, name, text):
    path = desk.folder / name
    path.write_text(text, encoding="utf-8")
    return path


def opened(desk, qtbot, *texts):
    """Import texts and return the dialog that shows them."""
    files = tuple(put(desk, f"第{at}期.txt", text) for at, text in enumerate(texts, 1))
    desk.window.issues.import_files(files)
    return shown(desk, qtbot, len(files))


def shown(desk, qtbot, many):
    dialog = next(one for one in desk.window.findChildren(PastIssueDialog) if one.isVisible())
    qtbot.waitUntil(lambda: len(dialog.readings.files) == many and not dialog._reading, timeout=20_000)
    return dialog


def line_of(text, words):
    return next(at for at, line in enumerate(text.split("\n"), 1) if line.startswith(words))


def click_line(dialog, line):
    block = dialog.source.document().findBlockByNumber(line - 1)
    dialog.source.choose(1)
    place = dialog.source.blockBoundingGeometry(block).translated(dialog.source.contentOffset()).center()
    QTest.mouseClick(dialog.source.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, round(place.y())))


def titles(issue):
    return [(section.name, [article.title.text for article in section.articles]) for section in issue.sections]


def test_nothing_is_in_the_library_before_it_is_taken_and_cancel_changes_nothing(desk, qtbot):
    before = len(desk.library.issues())
    dialog = opened(desk, qtbot, MISSING.text)
    assert len(desk.library.issues()) == before
    dialog.bar.leave.click()
    assert len(desk.library.issues()) == before
    assert desk.window.context.opened.issue.profile.masthead != MISSING.masthead


def test_what_was_understood_stands_beside_the_text_with_its_doubts(desk, qtbot):
    dialog = opened(desk, qtbot, MISSING.text)
    assert dialog.bar.count_words == "3 处要看"
    assert any("农商银行核定额度出新招" in row and "正文里没有找到" in row for row in dialog.doubts.texts)
    rows = dialog.understood.words()
    assert "云州数据参考" in rows
    assert "期号　第9期　总第61期　2026年3月9日" in rows
    assert "水务局布设水位感知点　云州市水务局　2 段　链接" in rows
    dialog.reject()


def test_f8_walks_the_doubts_and_shows_where_each_stands(desk, qtbot):
    dialog = opened(desk, qtbot, MISSING.text)
    seen = []
    for _ in range(3):
        QTest.keyClick(dialog, Qt.Key.Key_F8)
        seen.append(dialog.source.line)
    assert seen == [line_of(MISSING.text, "- 02"), line_of(MISSING.text, "- 04"), line_of(MISSING.text, "温度曲线换来")]
    QTest.keyClick(dialog, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.source.line == seen[1]
    dialog.reject()


def test_a_click_on_either_side_shows_the_other(desk, qtbot):
    dialog = opened(desk, qtbot, DIGITS.text)
    line = line_of(DIGITS.text, "12345热线")
    click_line(dialog, line)
    assert dialog.source.line == line
    assert dialog.understood.currentItem().text(0) == "12345热线并入码头台账"
    assert dialog.roles.sections.currentText() == "政策"
    title = next(one.uid for one in dialog.readings.reading.parsed.issue.articles() if one.title.text.startswith("3所"))
    item = dialog.understood.item_of(title)
    place = dialog.understood.visualItemRect(item).center()
    QTest.mouseClick(dialog.understood.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.source.line == line_of(DIGITS.text, "3所院校")
    dialog.reject()


def test_a_line_is_put_right_by_a_click_and_taken_in_so(desk, qtbot):
    dialog = opened(desk, qtbot, MISSING.text)
    click_line(dialog, line_of(MISSING.text, "温度曲线换来"))
    assert dialog.roles.buttons[LineRole.TITLE].isChecked()
    dialog.roles.buttons[LineRole.TEXT].click()
    assert dialog.bar.count_words == "2 处要看"
    assert not any("温度曲线" in one for _, names in titles(dialog.readings.reading.parsed.issue) for one in names)
    dialog.bar.take.click()
    qtbot.waitUntil(lambda: not dialog.isVisible() if dialog in desk.window.children() else True)
    issue = desk.window.context.opened.issue
    assert titles(issue) == [("要闻", ["水务局布设水位感知点", "理工学院开设微专业"])]


def test_a_key_says_what_a_line_is_and_ctrl_z_takes_it_back(desk, qtbot):
    dialog = opened(desk, qtbot, DIGITS.text)
    before = titles(dialog.readings.reading.parsed.issue)
    click_line(dialog, line_of(DIGITS.text, "5G水位"))
    QTest.keyClick(dialog, Qt.Key.Key_7)
    assert titles(dialog.readings.reading.parsed.issue) != before
    assert dialog.roles.restore.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert titles(dialog.readings.reading.parsed.issue) == before
    QTest.keyClick(dialog, Qt.Key.Key_2)
    dialog.roles.restore.click()
    assert titles(dialog.readings.reading.parsed.issue) == before
    dialog.reject()


def test_the_true_title_of_a_listed_article_settles_its_line_in_the_contents(desk, qtbot):
    dialog = opened(desk, qtbot, MISSING.text)
    click_line(dialog, line_of(MISSING.text, "温度曲线换来"))
    QTest.keyClick(dialog, Qt.Key.Key_1)
    assert dialog.bar.count_words == "1 处要看"
    (article,) = [one for one in dialog.readings.reading.parsed.issue.articles() if one.title.text.startswith("温度")]
    assert article.contents_title == "农商银行核定额度出新招"
    dialog.reject()


def test_a_title_is_dragged_to_another_section(desk, qtbot):
    dialog = opened(desk, qtbot, DIGITS.text)
    tree = dialog.understood
    uid = next(one.uid for one in dialog.readings.reading.parsed.issue.articles() if one.title.text.startswith("5G"))
    tree.setCurrentItem(tree.item_of(uid))
    target = tree.visualItemRect(tree.item_of_section("金融")).center()
    event = QDropEvent(
        QPointF(target),
        Qt.DropAction.MoveAction,
        tree.mimeData([tree.currentItem()]),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tree.dropEvent(event)
    assert [(name, len(names)) for name, names in titles(dialog.readings.reading.parsed.issue)] == [
        ("政策", 2),
        ("金融", 3),
    ]
    dialog.reject()


def test_a_section_is_chosen_from_the_list(desk, qtbot):
    dialog = opened(desk, qtbot, DIGITS.text)
    click_line(dialog, line_of(DIGITS.text, "3所院校"))
    box = dialog.roles.sections
    box.setCurrentIndex(box.findText("政策"))
    box.activated.emit(box.currentIndex())
    assert [(name, len(names)) for name, names in titles(dialog.readings.reading.parsed.issue)] == [
        ("政策", 4),
        ("金融", 1),
    ]
    dialog.reject()


def test_a_folder_is_read_in_one_go_and_each_file_says_what_became_of_it(desk, qtbot, monkeypatch):
    put(desk, "甲.txt", SUPPLEMENT.text)
    put(desk, "乙.txt", MONTHLY.text)
    put(desk, "说明.txt", "只有一段话。")
    put(desk, "别的.doc", "不是文本")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(desk.folder))
    desk.window.context.actions["issue.import_folder"].trigger()
    dialog = shown(desk, qtbot, 4)
    states = {row.split("\n")[0]: row.split("\n")[1] for row in dialog.files.texts}
    assert states["甲.txt"] == "3 篇，都有把握"
    assert states["乙.txt"] == "2 篇，1 处要看"
    assert "没有期号和日期" in states["说明.txt"]
    assert "没有期号和日期" in states["别的.doc"]
    before = len(desk.library.issues())
    dialog.bar.take_all.click()
    qtbot.waitUntil(lambda: dialog._taking is None, timeout=20_000)
    assert len(desk.library.issues()) == before + 2
    assert "收下 2 期，2 个文件没有收下" in dialog.message.text
    assert dialog.isVisible()
    dialog.bar.leave.click()
    assert desk.window.context.opened.issue.profile.masthead in (SUPPLEMENT.masthead, MONTHLY.masthead)


def test_what_is_not_begun_stays_outside_when_taking_all_in_is_stopped(desk, qtbot, monkeypatch):
    for name, shape in (("甲.txt", SUPPLEMENT), ("乙.txt", MONTHLY), ("丙.txt", DIGITS)):
        put(desk, name, shape.text)
    desk.window.import_files((desk.folder,))
    dialog = shown(desk, qtbot, 3)
    begun, go_on, real = [], threading.Event(), past_taking.take_past

    def gated(reading, library):
        begun.append(reading.name)
        if len(begun) == 2:
            go_on.wait(20)
        return real(reading, library)

    monkeypatch.setattr(past_taking, "take_past", gated)
    before = len(desk.library.issues())
    dialog.bar.take_all.click()
    qtbot.waitUntil(lambda: len(begun) == 2, timeout=20_000)
    assert not dialog.roles.isEnabled()
    dialog.bar.leave.click()
    go_on.set()
    qtbot.waitUntil(lambda: dialog._taking is None, timeout=20_000)
    assert len(begun) == 2
    assert len(desk.library.issues()) == before + 2
    assert dialog.roles.isEnabled()
    assert [file.is_open for file in dialog.readings.files].count(True) == 1
    dialog.reject()


def test_a_single_file_is_read_once(desk, qtbot, monkeypatch):
    path = put(desk, "甲.txt", SUPPLEMENT.text)
    real, read = past_reading.read_past, []
    monkeypatch.setattr(past_reading, "read_past", lambda one: read.append(one) or real(one))
    desk.window.issues.import_files((path,))
    dialog = shown(desk, qtbot, 1)
    assert read == [path]
    dialog.reject()


def test_a_dropped_folder_stands_for_the_texts_in_it(desk, qtbot):
    put(desk, "甲.txt", SUPPLEMENT.text)
    desk.window.import_files((desk.folder,))
    dialog = shown(desk, qtbot, 1)
    assert dialog.bar._name.whole == "甲.txt"
    dialog.reject()


def test_an_issue_that_is_there_already_says_so_in_its_row_and_changes_nothing(desk, qtbot):
    first = opened(desk, qtbot, DIGITS.text)
    first.bar.take.click()
    before = len(desk.library.issues())
    again = opened(desk, qtbot, DIGITS.text)
    again.bar.take.click()
    assert "已经有了" in again.message.text
    assert len(desk.library.issues()) == before
    again.reject()


def test_a_folder_without_texts_is_said(desk, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(desk.folder))
    desk.window.context.actions["issue.import_folder"].trigger()
    box = next(one for one in desk.window.findChildren(MessageDialog) if one.isVisible())
    assert "没有往期的文件" in box.reason
    box.close()
