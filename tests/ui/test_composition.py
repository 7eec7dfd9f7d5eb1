"""A word being composed is written where it was typed, whatever takes its place."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethod, QTextCursor
from PySide6.QtTest import QTest

from editor.model.block_texts import block_texts
from editor.model.edits import put_issue
from editor.model.number import Number
from editor.model.uid import new_uid
from tests.ui.composing import commit, compose, enter, entries, shown
from tests.ui.conftest import PATIENCE
from tests.ui.test_editing import text

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
WORD = "鲲鹏"


class Method:
    """An input method that hands its word over when it is asked, to the field where it composes."""

    def __init__(self):
        self.field, self.asked = None, 0

    def answer(self):
        self.asked += 1
        commit(self.field, WORD)


@pytest.fixture
def method(monkeypatch):
    made = Method()
    monkeypatch.setattr(QInputMethod, "commit", lambda _method: made.answer())
    return made


def body_of(window, uid):
    return "\n".join(part for block in window.context.opened.value.article(uid).blocks for part in block_texts(block))


def composing(window, qtbot, method=None):
    """Compose at the end of the body; return it and its article."""
    body = window.article.body
    enter(body, qtbot)
    body.moveCursor(QTextCursor.MoveOperation.End)
    begin(body, qtbot, method)
    return body, window.article.article.uid


def begin(field, qtbot, method):
    """Compose in a field."""
    enter(field, qtbot)
    if method:
        method.field = field
    compose(field, "shuju")


def letters(body):
    return body.textCursor().block().layout().preeditAreaText()


def press_next(window):
    QTest.keyClick(window.article.body, Qt.Key.Key_Down, ALT)


def click_second(window):
    second = list(window.context.opened.issue.articles())[1]
    rect = window.outline.visualRect(window.outline.model().find(second.uid))
    QTest.mouseClick(window.outline.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def show_second(window):
    window.show_article(list(window.context.opened.issue.articles())[1].uid)


@pytest.mark.parametrize("leave", [press_next, click_second, show_second])
def test_the_word_stays_in_the_article_where_it_was_typed(window, qtbot, method, leave):
    body, uid = composing(window, qtbot, method)
    leave(window)
    other = window.article.article.uid
    assert other != uid
    assert body_of(window, uid).endswith(WORD)
    assert WORD not in body_of(window, other)
    assert letters(body) == ""
    assert method.asked == 1


def test_letters_of_an_input_method_that_gives_no_word_are_kept_where_they_are(window, qtbot):
    body, uid = composing(window, qtbot)
    press_next(window)
    assert window.article.article.uid != uid
    assert body_of(window, uid).endswith("shuju")
    assert letters(body) == ""
    assert "shuju" not in text(window)


def test_the_word_goes_to_its_issue_when_another_is_opened(window, library, qtbot, method):
    number = Number(year=2031, number=1, total=900)
    other = replace(window.context.opened.issue, uid=new_uid(), number=number, date=dt.date(2031, 1, 6))
    library.add_issue(other)
    first, (_, uid) = window.context.opened, composing(window, qtbot, method)
    window.session.open(other.uid)
    assert window.context.opened is not first
    assert "".join(block_texts(first.value.article(uid).blocks[-1])).endswith(WORD)
    assert WORD not in text(window)


def test_undo_takes_back_the_word_and_leaves_no_letters(window, qtbot, method):
    before = text(window)
    body, _ = composing(window, qtbot, method)
    QTest.keyClick(body, Qt.Key.Key_Z, CTRL)
    assert (letters(body), text(window)) == ("", before)
    window.context.opened.redo()
    assert text(window) == before + WORD


def test_what_is_pasted_stands_behind_the_word(window, qtbot, method):
    body, _ = composing(window, qtbot, method)
    data = QMimeData()
    data.setText("后来的一句。")
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(body, Qt.Key.Key_V, CTRL)
    assert text(window).endswith(f"{WORD}后来的一句。")
    assert letters(body) == ""


def test_a_button_that_takes_no_focus_replaces_after_the_word(window, qtbot, method):
    window.actions_by_name["find.replace"].trigger()
    bar = window.find_bar
    bar.query.setText(WORD)
    bar.replacing.field.setText("资料")
    composing(window, qtbot, method)
    window.finding.replace_all()
    assert WORD not in text(window)


def test_the_word_is_in_the_library_when_the_window_closes(window, library, qtbot, method):
    _, uid = composing(window, qtbot, method)
    issue = window.context.opened.issue.uid
    window.close()
    blocks = library.workspace(issue).article(uid).blocks
    assert "".join(block_texts(blocks[-1])).endswith(WORD)


def test_a_word_is_left_alone_while_nobody_does_anything_else(window, qtbot, method):
    body, _ = composing(window, qtbot, method)
    opened = window.context.opened
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        opened.apply("改期号", lambda space: put_issue(space, replace(space.issue, date=dt.date(2031, 1, 6))))
    QTest.keyClick(body, Qt.Key.Key_Shift)
    opened.close_step()
    assert letters(body) == "shuju"
    assert method.asked == 0


FIELDS = ("title", "source", "link", "caption", "contents", "subtitle", "editor", "proofreader")


@pytest.mark.parametrize("name", FIELDS)
def test_a_word_in_any_field_of_an_article_stays_with_the_article(window, qtbot, name, method):
    field = window.article.title if name == "title" else getattr(window.article.facts, name)
    uid = window.article.article.uid
    begin(field, qtbot, method)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    assert window.article.article.uid != uid
    assert WORD not in shown(field)
    QTest.keyClick(field, Qt.Key.Key_Up, ALT)
    assert window.article.article.uid == uid
    assert WORD in shown(field)


def test_a_word_in_the_headline_stays_on_the_cover(window, qtbot, method):
    window.outline.part_chosen.emit("cover")
    field = window.front.view.cover.headline
    begin(field, qtbot, method)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    assert WORD in window.context.opened.issue.headline.text
    assert window.article.isVisible()
    assert WORD not in text(window)


def test_a_word_that_is_sought_is_sought_before_the_next_hit_is_shown(window, qtbot, method):
    window.actions_by_name["find"].trigger()
    field = window.find_bar.query
    begin(field, qtbot, method)
    QTest.keyClick(field, Qt.Key.Key_F3)
    assert shown(field) == WORD


@pytest.mark.parametrize("part", ["cover", "credits", "back"])
def test_every_field_of_the_front_is_finished_before_something_else_is_shown(window, qtbot, method, part):
    window.outline.part_chosen.emit(part)
    fields = [one for one in entries(window.front.view).values() if one.isVisible()]
    assert fields
    for field in fields:
        begin(field, qtbot, method)
        window.session.exchanging.emit()
        assert WORD in shown(field), field.accessibleName()


def test_a_note_keeps_its_word_when_another_article_is_opened(window, qtbot, method):
    window.actions_by_name["review.notes"].trigger()
    window.notes.list.begin("词")
    field = window.notes.list.field
    begin(field, qtbot, method)
    QTest.keyClick(field, Qt.Key.Key_Down, ALT)
    assert shown(field) == WORD
    assert WORD not in text(window)


def test_a_name_that_is_added_is_added_whole(window, qtbot, method):
    window.outline.part_chosen.emit("credits")
    row = next(one for one in window.front.view.credits.roles.list.rows if one.role.text() == "责任编辑")
    QTest.mouseClick(row.add, Qt.MouseButton.LeftButton)
    begin(row.names.writing.field, qtbot, method)
    window.show_article(window.context.opened.issue.sections[0].articles[0].uid)
    credit = next(one for one in window.context.opened.issue.credits if one.role == "责任编辑")
    assert credit.names[-1].text == WORD
