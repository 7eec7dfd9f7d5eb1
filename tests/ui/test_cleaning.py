"""整理 in the window: a dirty article becomes clean in one step; edits, scopes and rules are chosen."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from editor.model.block_texts import running_text
from editor.model.body import Heading, Paragraph, Run, plain, text_of
from editor.model.edits import put_article
from editor.text.cleaning import plan
from editor.ui.cleaning.dialog import CleaningScope
from tests.ui.conftest import PATIENCE, at_work

DIRTY = (
    "来源：云州日报　　发布时间：2024-12-03 10:20",
    "一.总体要求",
    "　　在 2024 年,全市登记数据(试行)１２万条,",
    "点击“阅读原文”查看全文",
)
CLEAN = ["一、总体要求", "在2024年，全市登记数据（试行）12万条，"]


@pytest.fixture
def desk(window):
    """The window on an article of dirty paragraphs, the third with bold words."""
    article = next(window.context.opened.issue.articles())
    blocks = [Paragraph(runs=text_of(line)) for line in DIRTY]
    blocks[2] = Paragraph(runs=(Run(text=DIRTY[2][:12]), Run(text=DIRTY[2][12:], bold=True)))
    dirty = replace(article, blocks=tuple(blocks), source="", archive=replace(article.archive, published=None))
    window.context.opened.apply("内容", lambda space: put_article(space, dirty))
    window.show_article(dirty.uid)
    return window


def shown(desk):
    return next(desk.context.opened.issue.articles())


def lines(desk):
    return [running_text(block) for block in shown(desk).blocks]


def opened(desk):
    desk.actions_by_name["text.clean"].trigger()
    return desk.cleaning.dialog


def found(dialog, qtbot):
    """What would change in the issue is found."""
    qtbot.waitUntil(lambda: dialog.planning is None, timeout=PATIENCE)


def test_a_dirty_article_becomes_clean_in_one_step(desk, qtbot):
    before = shown(desk)
    dialog = opened(desk)
    assert dialog.scope.key is CleaningScope.ARTICLE
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert lines(desk) == CLEAN
    assert isinstance(shown(desk).blocks[0], Heading)
    assert plain(tuple(run for run in shown(desk).blocks[1].runs if run.bold)).endswith("登记数据（试行）12万条，")
    assert shown(desk).source == "云州日报"
    assert desk.context.opened.history.stack.undoText() == "整理"
    desk.context.opened.undo()
    assert shown(desk) == before


def test_edits_without_a_tick_stay(desk, qtbot):
    dialog = opened(desk)
    for row in dialog.list.rows:
        if row.parent().text(0) in ("汉字与数字、字母之间不空格", "去掉网页和公众号的附带文字"):
            row.setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.every.isChecked()
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert lines(desk) == ["一、总体要求", "在 2024 年，全市登记数据（试行）12万条，", DIRTY[3]]


def test_a_rules_box_ticks_all_of_its_edits(desk):
    dialog = opened(desk)
    top = dialog.list.topLevelItem(0)
    top.setCheckState(0, Qt.CheckState.Unchecked)
    assert all(row.checkState(0) is Qt.CheckState.Unchecked for row in dialog.list.rows if row.parent() is top)
    dialog.every.click()
    assert len(dialog.chosen) == len(dialog.list.rows)
    dialog.every.click()
    assert not dialog.use.isEnabled()
    dialog.reject()


def test_a_selection_is_cleaned_alone(desk, qtbot):
    body = desk.article.body
    cursor = body.textCursor()
    cursor.setPosition(body.document().findBlockByNumber(2).position() + 3)
    cursor.movePosition(cursor.MoveOperation.Right, cursor.MoveMode.KeepAnchor, 4)
    body.setTextCursor(cursor)
    dialog = opened(desk)
    assert dialog.scope.key is CleaningScope.SELECTION
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert lines(desk) == [DIRTY[0], DIRTY[1], CLEAN[1], DIRTY[3]]


def test_the_whole_issue_is_cleaned_and_rules_are_the_publications(desk, qtbot):
    dialog = opened(desk)
    qtbot.mouseClick(dialog.scope.segments[CleaningScope.ISSUE], Qt.MouseButton.LeftButton)
    found(dialog, qtbot)
    assert dialog.list.rows
    qtbot.mouseClick(dialog.rules, Qt.MouseButton.LeftButton)
    rules = desk.cleaning.rules
    item = next(one for one in map(rules.list.item, range(rules.list.count())) if "层次序号统一" in one.text())
    item.setCheckState(Qt.CheckState.Unchecked)
    qtbot.mouseClick(rules.use, Qt.MouseButton.LeftButton)
    publication = desk.session.library.publication(desk.context.opened.issue.publication)
    assert publication.cleaning_off == ("numbers",)
    found(dialog, qtbot)
    assert all(row.parent().text(0) != "层次序号统一" for row in dialog.list.rows)
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert lines(desk)[0] == DIRTY[1]


def test_a_clean_article_has_nothing_to_do(desk):
    clean = replace(shown(desk), blocks=(Paragraph(runs=text_of("云州市登记数据。")),), source="云州日报")
    desk.context.opened.apply("内容", lambda space: put_article(space, clean))
    dialog = opened(desk)
    assert not dialog.use.isEnabled()
    assert dialog.message.isVisible()
    dialog.reject()


def test_while_the_issue_is_looked_through_the_bar_moves_and_cancel_ends_it(desk, qtbot, monkeypatch):
    going, looked = threading.Event(), []

    def slow(article, *_args):
        looked.append(article.uid)
        going.wait(PATIENCE / 1000)
        return plan(article, ())

    dialog = opened(desk)
    monkeypatch.setattr("editor.desk.cleaning.issues.plan", slow)
    qtbot.mouseClick(dialog.scope.segments[CleaningScope.ISSUE], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "正在看第 1 篇" in dialog.message.text, timeout=PATIENCE)
    assert dialog.bar.isVisible()
    assert not dialog.use.isEnabled()
    qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    going.set()
    qtbot.waitUntil(lambda: not any(one.name == "task" for one in at_work()), timeout=PATIENCE)
    assert len(looked) == 1


def test_an_issue_that_was_printed_is_not_cleaned_as_a_whole(desk, qtbot):
    desk.context.opened.past, desk.context.opened.unlocked = True, True
    dialog = opened(desk)
    assert dialog.use.isEnabled()
    dialog.scope.segments[CleaningScope.ISSUE].click()
    found(dialog, qtbot)
    assert not dialog.use.isEnabled()
    assert "往期" in dialog.message.text
    dialog.reject()
