"""修订 at the window: switched on, shown in list and text, accepted, rejected, undone."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from editor.desk.review.steps import By, event_of
from editor.model.block_texts import block_texts
from editor.model.body import Figure, Paragraph, plain
from editor.model.edits import put_article
from editor.model.review import Step
from editor.model.tracking import base_of, wording
from editor.text.tracked import changes_of_article
from editor.ui.commands.left_lists import TRACKING
from editor.ui.kit.tints import Layer, MarkKind
from editor.ui.review.obstacle_list import ObstacleList
from tests.ui.conftest import PATIENCE, open_facts

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
F6, F9 = Qt.Key.Key_F6, Qt.Key.Key_F9


def article(window):
    return window.context.opened.value.article(window.article.article.uid)


def text(window):
    return "\n".join(part for block in article(window).blocks for part in block_texts(block))


def key(window, code, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, code, modifier)


def at_end(window):
    window.article.body.setFocus()
    window.article.body.moveCursor(QTextCursor.MoveOperation.End)


def select(window, words):
    found = window.article.body.document().find(words)
    assert not found.isNull()
    window.article.body.setFocus()
    window.article.body.setTextCursor(found)


def write(window, words):
    QTest.keyClicks(window.article.body, words)


def rows(window):
    """The changes that the list shows."""
    window.tracking.shown.show_changes()
    return [row for row in window.tracking.shown.view.list.rows if hasattr(row, "made")]


def shown(window):
    return [(one.made.change.removed, one.made.change.added) for one in rows(window)]


def marks(window, widget=None):
    target = widget or window.article.body
    return [one.mark for one in target.marks._layers[Layer.TRACKED]]


@pytest.fixture
def tracking(window):
    window.activateWindow()
    window.article.body.setFocus()
    key(window, F6)
    assert window.actions_by_name["track.toggle"].isChecked()
    return window


def test_nothing_is_tracked_before_it_is_switched_on(window):
    at_end(window)
    write(window, "abc")
    assert rows(window) == []
    assert not window.actions_by_name["track.toggle"].isChecked()
    assert article(window).archive.tracking is None


def test_what_is_typed_is_listed_with_who_and_when_after_a_pause(tracking, qtbot):
    at_end(tracking)
    write(tracking, "New words")
    qtbot.waitUntil(lambda: tracking.outline_bar._group.button(TRACKING).text() == "修订 1", timeout=PATIENCE)
    (row,) = rows(tracking)
    assert row.made.change.added == "New words"
    assert row.made.names == ("编辑甲",)
    assert dt.datetime.now(tz=dt.UTC) - row.made.at < dt.timedelta(minutes=5)
    assert "编辑甲" in row.spoken
    (mark,) = marks(tracking)
    assert mark.kind is MarkKind.ADDED
    assert mark.end - mark.start == len("New words")


def test_the_switch_belongs_to_the_article(tracking):
    first = article(tracking).uid
    key(tracking, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert article(tracking).uid != first
    assert not tracking.actions_by_name["track.toggle"].isChecked()
    key(tracking, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert tracking.actions_by_name["track.toggle"].isChecked()


def test_enter_accepts_and_delete_rejects_and_both_go_on(tracking):
    before = text(tracking)
    first, last = before[:4], before[-5:-1]
    select(tracking, first)
    write(tracking, "AAAA")
    select(tracking, last)
    write(tracking, "BBBB")
    key(tracking, F9)
    assert QApplication.focusWidget() is tracking.tracking.shown.view.list
    assert tracking.article.body.textCursor().selectedText() == "AAAA"
    key(tracking, Qt.Key.Key_Return)
    assert shown(tracking) == [(last, "BBBB")]
    assert tracking.article.body.textCursor().selectedText() == "BBBB"
    key(tracking, Qt.Key.Key_Delete)
    assert shown(tracking) == []
    assert text(tracking) == "AAAA" + before[4:]
    assert base_of(article(tracking)) == wording(article(tracking))


def test_deciding_is_undone_step_by_step_and_redone(tracking):
    before = text(tracking)
    select(tracking, before[:4])
    write(tracking, "AAAA")
    # a pause
    tracking.context.opened.close_step()
    at_end(tracking)
    write(tracking, "end")
    key(tracking, F9)
    key(tracking, Qt.Key.Key_Delete)
    key(tracking, Qt.Key.Key_Return)
    assert text(tracking) == before + "end"
    assert tracking.actions_by_name["undo"].text() == "撤销 接受修订"
    key(tracking, Qt.Key.Key_Z, CTRL)
    assert shown(tracking) == [("", "end")]
    key(tracking, Qt.Key.Key_Z, CTRL)
    assert shown(tracking) == [(before[:4], "AAAA"), ("", "end")]
    assert text(tracking) == "AAAA" + before[4:] + "end"
    key(tracking, Qt.Key.Key_Z, CTRL)
    assert shown(tracking) == [(before[:4], "AAAA")]
    for _ in range(3):
        key(tracking, Qt.Key.Key_Y, CTRL)
    assert shown(tracking) == []
    assert text(tracking) == before + "end"


def test_words_taken_out_leave_a_flag_that_tells_them(tracking, monkeypatch):
    gone = text(tracking)[6:10]
    select(tracking, gone)
    key(tracking, Qt.Key.Key_Delete)
    assert shown(tracking) == [(gone, "")]
    (mark,) = marks(tracking)
    assert mark.kind is MarkKind.GONE_BEHIND
    message = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _widget: message.append(words))
    body = tracking.article.body
    place = body.cursorRect(body.textCursor()).center()
    QApplication.sendEvent(body.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, body.mapToGlobal(place)))
    assert gone in message[-1]
    assert "编辑甲" in message[-1]
    QApplication.sendEvent(body.viewport(), QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 400), body.mapToGlobal(place)))
    assert message[-1] == ""


def test_a_split_and_a_join_are_rejected_as_such(tracking):
    body, before = tracking.article.body, article(tracking).blocks
    body.setFocus()
    select(tracking, text(tracking)[20:24])
    cursor = body.textCursor()
    cursor.setPosition(cursor.selectionStart())
    body.setTextCursor(cursor)
    key(tracking, Qt.Key.Key_Return)
    assert shown(tracking) == [("", "\n")]
    key(tracking, F9)
    key(tracking, Qt.Key.Key_Delete)
    assert [block_texts(one) for one in article(tracking).blocks] == [block_texts(one) for one in before]
    second = next(one for one in before[1:] if isinstance(one, Paragraph))
    if isinstance(before[0], Paragraph) and before[1] is second:
        body.setFocus()
        body.caret.go_to_block(second.uid)
        key(tracking, Qt.Key.Key_Backspace)
        assert shown(tracking) == [("\n", "")]
        key(tracking, F9)
        key(tracking, Qt.Key.Key_Backspace)
        assert [plain(one.runs) for one in article(tracking).blocks[:2]] == [plain(one.runs) for one in before[:2]]


def test_pasted_paragraphs_are_rejected(tracking):
    before = text(tracking)
    at_end(tracking)
    QGuiApplication.clipboard().setText("Pasted one.\nPasted two.")
    key(tracking, Qt.Key.Key_V, CTRL)
    assert "Pasted two." in text(tracking)
    tracking.actions_by_name["track.reject.article"].trigger()
    assert text(tracking) == before
    assert rows(tracking) == []
    key(tracking, Qt.Key.Key_Z, CTRL)
    assert "Pasted two." in text(tracking)


def test_title_and_facts_are_listed_and_led_to(tracking):
    title, source = article(tracking).title.text, article(tracking).source
    tracking.article.title.setFocus()
    tracking.article.title.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(tracking.article.title, "Z")
    open_facts(tracking).source.setFocus()
    QTest.keyClicks(tracking.article.facts.source, "Q")
    assert [one.made.change.field for one in rows(tracking)] == ["title", "source"]
    (mark,) = marks(tracking, tracking.article.title)
    assert (mark.start, mark.end) == (len(title), len(title) + 1)
    key(tracking, F9)
    key(tracking, Qt.Key.Key_Delete)
    key(tracking, Qt.Key.Key_Delete)
    assert article(tracking).title.text == title
    assert article(tracking).source == source
    assert tracking.article.title.title.text == title
    assert tracking.article.facts.source.text() == source


def test_a_click_leads_there_and_buttons_decide(tracking):
    at_end(tracking)
    write(tracking, "End")
    tracking.outline_bar._group.button(TRACKING).click()
    rows(tracking)
    changes = tracking.tracking.shown.view.list
    assert changes.isVisible()
    place = changes.visualRect(changes.model().index(1, 0)).center()
    QTest.mouseClick(changes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tracking.article.body.textCursor().selectedText() == "End"
    accept, reject = tracking.tracking.shown.view.buttons.values()
    assert accept.isEnabled()
    QTest.mouseClick(reject, Qt.MouseButton.LeftButton)
    assert not text(tracking).endswith("End")
    assert not accept.isVisible()


def test_deciding_from_the_text_by_keys(tracking):
    at_end(tracking)
    write(tracking, "End")
    key(tracking, F9, CTRL)
    # nothing is in hand yet
    assert shown(tracking) == [("", "End")]
    key(tracking, F9)
    key(tracking, F9, CTRL)
    assert shown(tracking) == []
    assert text(tracking).endswith("End")


def test_it_stays_on_while_something_is_open_and_says_what_to_do(tracking):
    at_end(tracking)
    write(tracking, "End")
    key(tracking, F6)
    assert tracking.actions_by_name["track.toggle"].isChecked()
    assert tracking.tracking.shown.view.isVisible()
    tracking.actions_by_name["track.accept.article"].trigger()
    key(tracking, F6)
    assert not tracking.actions_by_name["track.toggle"].isChecked()
    assert base_of(article(tracking)) is None
    key(tracking, Qt.Key.Key_Z, CTRL)
    assert tracking.actions_by_name["track.toggle"].isChecked()


def test_several_articles_are_decided_at_once(tracking):
    at_end(tracking)
    write(tracking, "One")
    key(tracking, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    tracking.actions_by_name["track.toggle"].trigger()
    at_end(tracking)
    write(tracking, "Two")
    assert len(rows(tracking)) == 2
    assert tracking.tracking.shown.view.list.model().rowCount() == 4
    printed = [wording(one) for one in tracking.context.opened.issue.articles()]
    tracking.actions_by_name["track.accept.issue"].trigger()
    assert rows(tracking) == []
    assert [wording(one) for one in tracking.context.opened.issue.articles()] == printed
    key(tracking, Qt.Key.Key_Z, CTRL)
    assert len(rows(tracking)) == 2


def test_who_changed_it_next_is_told_apart(tracking):
    at_end(tracking)
    write(tracking, "First.")
    tracking.session.author = "编辑乙"
    select(tracking, text(tracking)[:3])
    write(tracking, "XYZ")
    second, first = rows(tracking)
    assert (first.made.names, second.made.names) == (("编辑甲",), ("编辑乙",))
    assert first.hand != second.hand
    assert {one.hand for one in marks(tracking)} == {0, 1}


def test_a_returned_issue_tracks_by_itself(window):
    _take(window, Step.SUBMIT, Step.RETURN)
    before = wording(article(window))
    at_end(window)
    write(window, "More")
    assert shown(window) == [("", "More")]
    assert base_of(article(window)) == before
    assert window.actions_by_name["track.toggle"].isChecked()


def _take(window, *steps):
    """Take the open issue through steps of review, and show it as it is then."""
    window.context.opened.save()
    uid = window.context.opened.issue.uid
    for step in steps:
        by = By(name="总编甲", at=dt.datetime.now(tz=dt.UTC))
        window.session.library.review.take_step(step, event_of(step, uid, by))
    window.session.open(uid)


def test_a_submitted_issue_is_only_read(tracking):
    at_end(tracking)
    write(tracking, "End")
    _take(tracking, Step.SUBMIT)
    key(tracking, F9)
    assert len(rows(tracking)) == 1
    accept, reject = tracking.tracking.shown.view.buttons.values()
    assert not accept.isEnabled()
    assert not reject.isEnabled()
    key(tracking, Qt.Key.Key_Return)
    key(tracking, Qt.Key.Key_Delete)
    assert len(changes_of_article(article(tracking))) == 1


def test_a_figure_comes_back(tracking):
    uid = next(
        one.uid
        for one in tracking.context.opened.issue.articles()
        if any(isinstance(block, Figure) for block in one.blocks)
    )
    tracking.show_article(uid)
    if not tracking.actions_by_name["track.toggle"].isChecked():
        tracking.actions_by_name["track.toggle"].trigger()
    before = article(tracking)
    figure = next(one for one in before.blocks if isinstance(one, Figure))
    tracking.article.body.setFocus()
    tracking.article.body.caret.choose_object(figure.uid)
    key(tracking, Qt.Key.Key_Delete)
    assert figure not in article(tracking).blocks
    assert len(rows(tracking)) == 1
    tracking.actions_by_name["track.reject.article"].trigger()
    assert article(tracking).blocks == before.blocks


def test_what_is_tracked_is_in_the_library(tracking, qtbot):
    at_end(tracking)
    with qtbot.waitSignal(tracking.session.saved, timeout=PATIENCE):
        write(tracking, "End")
    tracking.context.opened.save()
    stored = tracking.session.library.workspace(tracking.context.opened.issue.uid)
    assert stored == tracking.context.opened.value
    assert len(changes_of_article(stored.article(article(tracking).uid))) == 1


def test_an_edit_from_elsewhere_keeps_the_list_where_it_is(tracking):
    at_end(tracking)
    write(tracking, "End")
    key(tracking, F9)
    held = tracking.tracking.shown.view.list.current
    other = list(tracking.context.opened.issue.articles())[1]
    tracking.context.opened.apply("改", lambda space: put_article(space, replace(other, source="新来源")))
    rows(tracking)
    assert tracking.tracking.shown.view.list.current == held


def test_what_is_new_stays_underlined_while_it_is_written_on(tracking):
    at_end(tracking)
    write(tracking, "Begun")
    rows(tracking)
    write(tracking, " and")
    (shown_mark,) = tracking.article.body.marks._layers[Layer.TRACKED]
    assert shown_mark.stands
    assert shown_mark.cursor.selectedText() == "Begun and"


def test_open_changes_are_named_when_the_issue_is_submitted_and_lead_to_the_list(tracking):
    at_end(tracking)
    write(tracking, "End")
    tracking.actions_by_name["review.submit"].trigger()
    (line,) = [one for one in tracking.findChildren(ObstacleList) if one.isVisible()]
    (button,) = [one for one in line.buttons if "1 处修订" in one.accessibleName()]
    button.click()
    assert tracking.tracking.shown.view.isVisible()
    assert tracking.context.opened.writable
