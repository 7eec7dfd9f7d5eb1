"""Characters that no page can print do not get in by typing: what is shown is what is kept."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from editor.model.body import plain
from editor.model.edits import put_article
from editor.ui.kit.typed_text import keep_typing_printable
from tests.ui.composing import commit, compose, enter, shown

BAD = ("\x0b", "\u200b", "\u202e", "\u2028", "\ud800", "\ufdd0", "\xad", "\U000e0041")


@pytest.fixture
def typing(qapp):
    return keep_typing_printable(qapp)


@pytest.fixture(params=[QLineEdit, QTextEdit, QPlainTextEdit])
def field(request, qtbot, typing):  # noqa: ARG001 - it watches
    made = request.param()
    qtbot.addWidget(made)
    made.show()
    enter(made, qtbot)
    return made


@pytest.mark.parametrize("bad", BAD)
def test_what_an_input_method_commits_is_cleaned(field, bad):
    compose(field, "jia")
    assert shown(field) == ""
    commit(field, f"甲{bad}乙")
    assert shown(field) == "甲乙"
    commit(field, bad)
    commit(field, "丙")
    assert shown(field) == "甲乙丙"


def test_a_key_that_types_what_cannot_be_seen_types_nothing(field):
    for text in ("甲", "\u200d", "\ue000", "乙"):
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text))
    assert shown(field) == "甲乙"


def test_a_line_takes_what_is_pasted_cleaned_with_the_caret_behind_it(field):
    if not isinstance(field, QLineEdit):
        return
    field.setText("前后")
    field.setCursorPosition(1)
    QGuiApplication.clipboard().setText("甲\u200b乙\x0b")
    field.paste()
    assert (field.text(), field.cursorPosition()) == ("前甲乙后", 3)


def test_the_body_keeps_what_it_shows_and_takes_it_back(window, qtbot, typing):  # noqa: ARG001 - it watches
    body = window.article.body
    enter(body, qtbot)
    before = window.context.opened.value
    body.moveCursor(QTextCursor.MoveOperation.Start)
    commit(body, "甲\x0b乙")
    article = window.context.opened.value.article(window.context.opened.issue.sections[0].articles[0].uid)
    assert plain(article.blocks[0].runs).startswith("甲乙")
    assert body.toPlainText().startswith("甲乙")
    assert body.textCursor().position() == 2
    assert window.context.opened.save()
    assert window.session.library.workspace(window.context.opened.issue.uid) == window.context.opened.value
    window.context.opened.undo()
    assert window.context.opened.value == before


def test_whatever_way_a_text_comes_it_is_kept_cleaned(window):
    """Also where nothing was typed: notes and titles are shown as they are kept."""
    article = next(window.context.opened.issue.articles())
    from dataclasses import replace

    made = replace(article, source="云\u200b州\x0b日报", archive=replace(article.archive, tags=("数\u202e据",)))
    assert window.context.opened.apply("改", lambda space: put_article(space, made))
    kept = window.context.opened.value.article(article.uid)
    assert (kept.source, kept.archive.tags) == ("云州日报", ("数据",))
    assert window.context.opened.save()
