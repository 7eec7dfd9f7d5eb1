"""摘编 in the window: sentences kept and struck by key beside what is left, taken over as one step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from editor.model.block_texts import running_text
from editor.model.body import Paragraph, Run, plain, text_of
from editor.model.edits import put_article
from editor.model.tracking import tracked
from editor.text.tracked import changes_of_article
from tests.ui.conftest import PATIENCE
from tests.ui.review_desk import drop

FIRST = (Run(text="云州启动登记。"), Run(text="两个区试点；", bold=True), Run(text="各镇跟进。"))
SECOND = "经验另发。𠮷镇先办。"
MAILED = (
    "云州推进数据登记\n云州市数据局三月起在两个区试点数据登记。各镇随后跟进。\n登记的结果全市通用，其他各市来人学习。"
)
NO = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(window):
    article = next(window.context.opened.issue.articles())
    short = replace(article, blocks=(Paragraph(runs=FIRST), Paragraph(runs=text_of(SECOND))))
    window.context.opened.apply("内容", lambda space: put_article(space, short))
    window.show_article(short.uid)
    return window


def article(window):
    return window.article.article


def lines(blocks):
    return [running_text(block) for block in blocks]


def opened(window):
    window.actions_by_name["article.abridge"].trigger()
    return window.abridging.dialog


def press(dialog, *keys, held=NO):
    for key in keys:
        QTest.keyClick(dialog.original, getattr(Qt.Key, f"Key_{key}"), held)


def test_sentences_are_struck_by_key_and_the_result_stands_beside(desk):
    dialog = opened(desk)
    press(dialog, "K", "S")
    assert dialog.left.toPlainText() == f"云州启动登记。各镇跟进。\n{SECOND}"
    assert dialog.original_bar.text == "现在的文字 没有原件 28 字"
    assert dialog.result_bar.text == "22 字 还可 478 字"
    dialog.accept()
    assert lines(article(desk).blocks) == ["云州启动登记。各镇跟进。", SECOND]


def test_it_is_one_step_and_what_is_kept_keeps_its_looks(desk):
    before = article(desk)
    dialog = opened(desk)
    press(dialog, "S", "K", "S", "S")
    dialog.accept()
    assert article(desk).blocks[0].runs == (Run(text="两个区试点。", bold=True),)
    assert desk.context.opened.history.stack.undoText() == "摘编"
    desk.context.opened.undo()
    assert article(desk) == before


def test_ranges_and_paragraphs_are_struck_at_once(desk):
    dialog = opened(desk)
    press(dialog, "Down", held=Qt.KeyboardModifier.ShiftModifier)
    press(dialog, "S")
    assert lines(dialog.made.blocks()) == ["各镇跟进。", SECOND]
    press(dialog, "Down", held=Qt.KeyboardModifier.ControlModifier)
    press(dialog, "P", "Space")
    assert lines(dialog.made.blocks()) == ["各镇跟进。"]
    press(dialog, "Space")
    assert lines(dialog.made.blocks()) == ["各镇跟进。", SECOND]


def test_words_chosen_with_the_pointer_are_struck_alone(desk):
    dialog = opened(desk)
    cursor = dialog.original.document().find("𠮷镇")
    dialog.original.setTextCursor(cursor)
    press(dialog, "S")
    assert lines(dialog.made.blocks())[1] == "经验另发。先办。"
    assert not dialog.original.textCursor().hasSelection()


def test_a_clause_is_struck_by_keys_alone(desk):
    now = article(desk)
    longer = replace(now, blocks=(Paragraph(runs=text_of("市里先摸底，𠮷镇再列清单，最后登记。各镇跟进。")),))
    desk.context.opened.apply("内容", lambda space: put_article(space, longer))
    dialog = opened(desk)
    press(dialog, "Right", "Right", held=Qt.KeyboardModifier.AltModifier)
    assert dialog.original.textCursor().selectedText() == "𠮷镇再列清单，"
    press(dialog, "S")
    assert lines(dialog.made.blocks()) == ["市里先摸底，最后登记。各镇跟进。"]
    dialog.accept()


def test_a_click_makes_a_sentence_current(desk):
    dialog = opened(desk)
    cursor = QTextCursor(dialog.original.document())
    cursor.setPosition(dialog.original.document().find("先办").position() - 1)
    QTest.mouseClick(
        dialog.original.viewport(), Qt.MouseButton.LeftButton, NO, dialog.original.cursorRect(cursor).center()
    )
    press(dialog, "S")
    assert lines(dialog.made.blocks())[1] == "经验另发。"


def test_a_decision_is_taken_back_inside(desk):
    dialog = opened(desk)
    press(dialog, "S")
    dialog.actions_by_name["undo"].trigger()
    assert not dialog.made.changed()
    assert not dialog.top.use.isEnabled()
    dialog.actions_by_name["redo"].trigger()
    assert lines(dialog.made.blocks())[0] == "两个区试点；各镇跟进。"


def test_over_the_limit_is_said_and_the_limit_is_remembered(desk):
    dialog = opened(desk)
    dialog.result_bar.limit.setValue(20)
    assert dialog.result_bar.text == "28 字 超 8 字"
    dialog.result_bar.presets.segments[800].click()
    dialog.reject()
    dialog = opened(desk)
    assert dialog.result_bar.limit.value() == 800
    dialog.result_bar.limit.setValue(0)
    assert dialog.result_bar.text == "28 字"


def test_from_the_limit_keys_go_back_to_the_sentences(desk):
    dialog = opened(desk)
    dialog.result_bar.limit.setFocus()
    dialog.result_bar.limit.selectAll()
    QTest.keyClicks(dialog.result_bar.limit, "20\r")
    assert dialog.result_bar.limit.value() == 20
    assert dialog.focusWidget() is dialog.original
    assert dialog.isVisible()
    dialog.reject()


def test_leaving_asks_where_something_was_decided(desk):
    before = article(desk)
    dialog = opened(desk)
    press(dialog, "S", "Escape")
    assert "没有采用" in dialog.question.what
    dialog.question.buttons[1].click()
    assert dialog.isVisible()
    press(dialog, "Escape")
    dialog.question.buttons[0].click()
    assert desk.abridging.dialog is None
    assert article(desk) == before


def test_with_tracked_changes_they_are_deletions_to_decide(desk):
    now = article(desk)
    desk.context.opened.apply("修订", lambda space: put_article(space, tracked(now)))
    dialog = opened(desk)
    press(dialog, "S")
    dialog.accept()
    assert [(one.removed, one.added) for one in changes_of_article(article(desk))] == [("云州启动登记。", "")]


@pytest.fixture
def mailed(window, qtbot, tmp_path):
    """The window on an article that came as a text file and was changed since."""
    path = tmp_path / "来稿.txt"
    path.write_text(MAILED, encoding="utf-8")
    drop(window, path)
    qtbot.waitUntil(lambda: window.intake.dialog is not None, timeout=PATIENCE)
    window.intake.dialog.accept()
    now = article(window)
    runs = text_of("云州市数据局三月起在三个区试点数据登记。")
    changed = replace(now, blocks=(replace(now.blocks[0], runs=runs),))
    window.context.opened.apply("内容", lambda space: put_article(space, changed))
    return window


def test_the_original_is_read_again_and_what_was_typed_since_stays(mailed, qtbot):
    before = article(mailed)
    dialog = opened(mailed)
    qtbot.waitUntil(dialog.original.isEnabled, timeout=PATIENCE)
    assert "来稿.txt" in dialog.original_bar.text
    assert dialog.made.result() == before
    shown = dialog.original.toPlainText()
    assert "在两个区试点数据登记。" in shown
    assert "在三个区试点数据登记。" in shown
    press(dialog, "End", "K")
    dialog.accept()
    assert lines(article(mailed).blocks) == [plain(before.blocks[0].runs), "登记的结果全市通用，其他各市来人学习。"]


def test_an_original_that_is_not_there_is_said(mailed, qtbot):
    now = article(mailed)
    lost = replace(now.archive, origin=replace(now.archive.origin, sha256="0" * 64))
    mailed.context.opened.apply("内容", lambda space: put_article(space, replace(now, archive=lost)))
    dialog = opened(mailed)
    qtbot.waitUntil(dialog.original.isEnabled, timeout=PATIENCE)
    assert "再要一份" in dialog.original_bar.text
    assert "三个区" in dialog.original.toPlainText()
    dialog.reject()
