"""Footnotes put in and worded at the caret of the body."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from editor.model.block_texts import TextField, TextLocation, printed_offset
from editor.model.body import ANCHOR
from editor.ui.body.places import cursors_of
from editor.ui.kit.text_question import TextQuestion
from editor.ui.kit.tints import MarkKind, TextMark
from tests.ui.test_start_desktop import answer


@pytest.fixture
def body(window):
    made = window.article.body
    made.setFocus()
    made.moveCursor(QTextCursor.MoveOperation.Start)
    made.moveCursor(QTextCursor.MoveOperation.NextCharacter)
    return made


def word(window, text, *, found=None):
    """Call the command and write into its dialog."""

    def act(dialog):
        line = dialog.findChild(QLineEdit)
        if found is not None:
            found.append(line.text())
        line.setText(text)
        dialog.accept()

    answer(TextQuestion, act)
    window.actions_by_name["text.footnote"].trigger()


def footnotes(body):
    return [run.footnote for block in body.blocks[:1] for run in block.runs if run.footnote]


def test_a_footnote_is_put_in_at_the_caret_worded_anew_and_taken_out(window, body):
    before = body.blocks
    word(window, "见《办法》")
    assert footnotes(body) == ["见《办法》"]
    assert body.document().toRawText()[1] == ANCHOR
    found = []
    word(window, "见《条例》", found=found)
    assert (found, footnotes(body)) == (["见《办法》"], ["见《条例》"])
    word(window, "")
    assert body.blocks == before
    assert window.context.opened.history.stack.count() == 3


def test_words_that_are_selected_stay(window, body):
    text = body.document().firstBlock().text()
    body.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    word(window, "注")
    assert body.document().firstBlock().text() == text + ANCHOR


def test_words_found_in_a_footnote_lead_to_its_anchor(window, body):
    word(window, "见《罕见办法》")
    uid = body.blocks[0].uid
    location = TextLocation(TextField.FOOTNOTE, uid)
    at = printed_offset(body.blocks[0], location)
    found = cursors_of(body.document(), [TextMark(block=uid, start=at + 1, end=at + 3, kind=MarkKind.HIT)])
    assert [(one.selectionStart(), one.selectionEnd()) for one in found] == [(1, 2)]


def test_a_double_click_on_a_footnote_opens_its_words(window, body):
    word(window, "见《办法》")
    anchor = QTextCursor(body.document())
    anchor.setPosition(1)
    left = body.cursorRect(anchor)
    anchor.setPosition(2)
    point = QPoint((left.x() + body.cursorRect(anchor).x()) // 2, left.center().y())
    found = []

    def act(dialog):
        found.append(dialog.field.text())
        dialog.reject()

    answer(TextQuestion, act)
    QTest.mouseDClick(body.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert found == ["见《办法》"]
