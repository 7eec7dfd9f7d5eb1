"""审读: what changed since the last reading, notes on words, answers, and what is open before approval."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from editor.desk.reading.marks import reading_of
from editor.model.body import Paragraph, plain, text_of
from editor.model.edits import put_article
from editor.model.issue_state import IssueState
from editor.model.note_edits import add_note, notes_of
from editor.model.notes import Anchor, Note
from tests.ui.composing import check_entry
from tests.ui.conftest import PATIENCE

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
AT = dt.datetime(2025, 1, 6, 8, tzinfo=dt.UTC)
MORE = "甲乙丙丁"


def begin(window, qtbot):
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_R, CTRL | ALT)
    view = window.reading.view
    assert view is not None
    qtbot.waitUntil(lambda: view.pages.facts is not None, timeout=PATIENCE)
    return view


@pytest.fixture
def reading(window, qtbot):
    begin(window, qtbot)
    return window


def first_paragraph(window):
    article = next(window.context.opened.issue.articles())
    return article, next(block for block in article.blocks if isinstance(block, Paragraph))


def edit(window, text):
    article, block = first_paragraph(window)
    made = replace(block, runs=text_of(text))
    blocks = tuple(made if one is block else one for one in article.blocks)
    window.context.opened.apply("改", lambda space: put_article(space, replace(article, blocks=blocks)))


def note(window, words, *, author="总编甲"):
    article, block = first_paragraph(window)
    start = plain(block.runs).index(words)
    anchor = Anchor(block=block.uid, start=start, end=start + len(words), words=words)
    made = Note(author=author, at=AT, text="再核。", anchor=anchor)
    window.context.opened.annotate("加批注", lambda space: add_note(space, article.uid, made))
    return made.uid


def notes(window):
    return [one.note for one in notes_of(window.context.opened.issue)]


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def write(words):
    field = QApplication.focusWidget()
    field.insertPlainText(words)
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)


def message(widget):
    # new lines show themselves from the event loop
    QApplication.processEvents()
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def click_first_line(window, *, until=None):
    """Click the first line of the first article's first paragraph, or drag along it; return its page."""
    pages = window.reading.view.pages
    article, block = first_paragraph(window)
    spot, _ = pages.facts.of(article.uid).extent(block.uid)
    pages.navigator.go_to(spot)
    page = pages.position.rect_of(spot.sheet)
    y = page.top() + pages.position.layout.pixels(spot.y) + 5
    start = QPoint(round(page.left() + page.width() * 0.4), round(y))
    QTest.mousePress(pages.viewport(), Qt.MouseButton.LeftButton, pos=start)
    end = QPoint(round(page.left() + page.width() * until), round(y)) if until else start
    QTest.mouseRelease(pages.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_it_takes_the_place_of_the_columns_and_goes_back_by_escape(reading):
    assert reading.rooms.currentWidget() is reading.reading.view
    press(reading, Qt.Key.Key_N, CTRL)
    press(reading, Qt.Key.Key_Escape)
    assert reading.reading.view is None
    assert reading.outline.isVisible()
    assert reading.actions_by_name["article.new"].isEnabled()


def test_a_click_on_words_makes_a_note_on_them(reading, qtbot):
    click_first_line(reading)
    view = reading.reading.view
    qtbot.waitUntil(lambda: view.notes._quoted.text() != "", timeout=PATIENCE)
    write("这里再核一遍。")
    (made,) = notes(reading)
    _, block = first_paragraph(reading)
    assert made.text == "这里再核一遍。"
    assert made.author == "编辑甲"
    assert made.anchor.words
    assert plain(block.runs)[made.anchor.start : made.anchor.end] == made.anchor.words
    qtbot.waitUntil(lambda: "这里再核一遍。" in message(view.notes), timeout=PATIENCE)
    press(reading, Qt.Key.Key_Z, CTRL)
    assert notes(reading) == []


def test_a_drag_takes_all_words_that_it_goes_over(reading, qtbot):
    click_first_line(reading, until=0.6)
    view = reading.reading.view
    qtbot.waitUntil(lambda: len(view.notes._quoted.text()) > 6, timeout=PATIENCE)
    write("太长。")
    _, block = first_paragraph(reading)
    anchor = notes(reading)[0].anchor
    assert plain(block.runs)[anchor.start : anchor.end] == anchor.words


def test_n_begins_a_note_and_escape_gives_it_up_before_it_leaves(reading):
    view = reading.reading.view
    press(reading, Qt.Key.Key_N)
    assert view.notes.writing
    press(reading, Qt.Key.Key_Escape)
    assert not view.notes.writing
    assert reading.reading.view is view
    assert notes(reading) == []


def test_a_note_on_the_cover_names_it(reading, qtbot):
    view = reading.reading.view
    view.pages.navigator.go_to_sheet(1)
    page = view.pages.position.rect_of(1)
    QTest.mouseClick(view.pages.viewport(), Qt.MouseButton.LeftButton, pos=page.center().toPoint())
    write("换一张图。")
    (one,) = notes(reading)
    assert one.anchor.field.value == "cover"
    qtbot.waitUntil(lambda: "封面" in message(view.notes), timeout=PATIENCE)


def test_a_note_is_answered_resolved_opened_again_and_deleted(window, qtbot):
    uid = note(window, first_words(window), author="编辑甲")
    view = begin(window, qtbot)
    view.choose_note(uid)
    reply = view.notes.cards[uid].reply
    reply.setFocus()
    QTest.keyClicks(reply, "done")
    QTest.keyClick(reply, Qt.Key.Key_Return)
    assert notes(window)[0].replies[0].text == "done"
    assert "1 条批注还没有解决" in message(view.before)
    push(view, uid, "解决")
    assert notes(window)[0].resolved_by == "编辑甲"
    assert "批注还没有解决" not in message(view.before)
    push(view, uid, "重新打开")
    assert notes(window)[0].open
    push(view, uid, "删除")
    assert notes(window) == []
    press(window, Qt.Key.Key_Z, CTRL)
    assert len(notes(window)) == 1


def first_words(window):
    return plain(first_paragraph(window)[1].runs)[2:8]


def push(view, uid, words):
    card = view.notes.cards[uid]
    button = next(one for one in card.findChildren(QPushButton) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_only_ones_own_notes_can_be_rewritten(window, qtbot):
    uid = note(window, first_words(window), author="别人")
    view = begin(window, qtbot)
    view.choose_note(uid)
    assert "修改" not in [one.text() for one in view.notes.cards[uid].findChildren(QPushButton)]


def test_the_filter_shows_what_is_open(window, qtbot):
    uid = note(window, first_words(window))
    view = begin(window, qtbot)
    view.choose_note(uid)
    push(view, uid, "解决")
    QTest.mouseClick(view.notes.filter.segments["open"], Qt.MouseButton.LeftButton)
    assert view.notes.cards == {}
    assert "没有这样的批注" in message(view.notes)


def test_what_changed_since_the_last_reading_is_named_and_stepped_through(window, qtbot):
    window.session.library.readings.add(reading_of(window.context.opened.issue, reader="总编甲", at=AT))
    _, block = first_paragraph(window)
    text = plain(block.runs)
    edit(window, text[:4] + MORE + text[4:])
    view = begin(window, qtbot)
    qtbot.waitUntil(lambda: bool(view.changed), timeout=PATIENCE)
    assert "改了 1 页" in view.bar.changed.text()
    press(window, Qt.Key.Key_F8)
    assert "改动 1 / 1" in message(view.foot)
    assert view.step(1).after == MORE
    assert "1 页改动" in message(view.before)


def test_read_to_the_end_leaves_nothing_changed(reading, qtbot):
    QTest.mouseClick(reading.reading.view.bar.finish, Qt.MouseButton.LeftButton)
    assert reading.reading.view is None
    mark = reading.session.library.readings.last(reading.context.opened.issue.uid)
    assert mark.reader == "编辑甲"
    view = begin(reading, qtbot)
    qtbot.waitUntil(lambda: "没有改动" in view.bar.changed.text(), timeout=PATIENCE)


def test_notes_follow_edits_in_the_text_and_are_marked_there(window):
    words = first_words(window)
    note(window, words)
    _, block = first_paragraph(window)
    edit(window, MORE + plain(block.runs))
    anchor = notes(window)[0].anchor
    assert anchor.start == 2 + len(MORE)
    edit(window, "全文重写。")
    assert notes(window)[0].anchor.gone
    window.context.opened.undo()
    assert not notes(window)[0].anchor.gone


def test_the_list_beside_the_text_leads_to_the_words(window):
    uid = note(window, first_words(window))
    window.actions_by_name["review.notes"].trigger()
    assert window.notes.list.isVisible()
    QTest.mouseClick(window.notes.list.cards[uid], Qt.MouseButton.LeftButton, pos=QPoint(60, 8))
    assert window.article.body.textCursor().selectedText() == first_words(window)


def test_a_submitted_issue_takes_notes_and_no_edits(window):
    space = window.context.opened.value
    archive = replace(space.issue.archive, state=IssueState.SUBMITTED)
    window.context.opened.history.become(replace(space, issue=replace(space.issue, archive=archive)))
    assert not window.context.opened.writable
    note(window, first_words(window))
    edit(window, "不能改。")
    assert len(notes(window)) == 1
    assert plain(first_paragraph(window)[1].runs) != "不能改。"
    window.context.opened.undo()
    assert notes(window) == []
    # what the library holds
    window.context.opened.history.become(space)


def test_the_list_can_be_copied_as_text(window, qtbot):
    note(window, first_words(window))
    view = begin(window, qtbot)
    QTest.mouseClick(view.notes.copy, Qt.MouseButton.LeftButton)
    text = QApplication.clipboard().text()
    assert text.startswith("1. ")
    assert first_words(window) in text
    assert "再核。" in text


@pytest.mark.usefixtures("input_method")
def test_notes_and_answers_are_composed_by_an_input_method(reading, qtbot):
    note(reading, "云州")
    QTest.keyClick(reading.reading.view, Qt.Key.Key_N)
    field = QApplication.focusWidget()
    check_entry(field, "请核对", qtbot)
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "请核对" in [one.text for one in notes(reading)])
