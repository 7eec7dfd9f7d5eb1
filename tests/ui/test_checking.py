"""Checks at the window: found, gone to, put right, let stand with a name."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from editor.model.body import Paragraph, plain, text_of
from editor.model.edits import put_article
from editor.ui.commands.left_lists import CHECKS, OUTLINE
from editor.ui.outline.model import ROW_ROLE

SHIFT = Qt.KeyboardModifier.ShiftModifier


def first(window):
    return next(window.context.opened.issue.articles())


def write(window, words):
    article = first(window)
    blocks = (*article.blocks, Paragraph(runs=text_of(words)))
    window.context.opened.apply("写", lambda space: put_article(space, replace(article, blocks=blocks)))
    window.checks.run()


def found(window, words):
    return [finding for finding in window.checks.findings if words in finding.message + finding.detail]


def row_of(window, uid):
    return window.outline.model().find(uid).data(ROW_ROLE)


@pytest.fixture
def flawed(window):
    write(window, "云州市,印发了办法,自三月起执行.请各单位,认真落实.")
    return window


def test_a_flaw_is_marked_in_the_outline_and_counted_in_the_status_line(flawed):
    assert found(flawed, "半角标点")
    assert row_of(flawed, first(flawed).uid).finding in ("warning", "error")
    assert "0" not in flawed.outline_bar._group.button(CHECKS).text().split()[-1][:1]


def test_f7_shows_the_list_and_the_outline_again(flawed):
    QTest.keyClick(flawed, Qt.Key.Key_F7)
    assert flawed.lists.current == CHECKS
    QTest.keyClick(flawed, Qt.Key.Key_F7)
    assert flawed.lists.current == OUTLINE


def test_f4_walks_from_finding_to_finding_and_opens_its_article(flawed):
    seen = set()
    for _ in range(len(flawed.checks.findings)):
        QTest.keyClick(flawed, Qt.Key.Key_F4)
        seen.add(flawed.article.article.uid)
    inside = {one.place.where for one in flawed.checks.findings} & {
        one.uid for one in flawed.context.opened.issue.articles()
    }
    assert inside <= seen


def test_a_finding_in_the_body_selects_its_words(flawed):
    (finding,) = found(flawed, "半角标点")
    flawed.checks.view.finding_chosen.emit(finding)
    start, end = finding.place.span
    block = next(one for one in first(flawed).blocks if one.uid == finding.place.block)
    assert flawed.article.body.textCursor().selectedText() == plain(block.runs)[start:end]


def test_a_fix_is_one_step_and_is_taken_back(flawed):
    before = flawed.context.opened.issue
    (finding,) = found(flawed, "半角标点")
    flawed.checks.view.fix_wanted.emit((finding,))
    assert not found(flawed, "半角标点")
    assert "云州市，印发了办法" in plain(first(flawed).blocks[-1].runs)
    flawed.context.opened.undo()
    assert flawed.context.opened.issue == before


def test_what_is_let_stand_is_noted_with_reason_and_name(flawed):
    from editor.checks.waivers import WaiverScope

    (finding,) = found(flawed, "半角标点")
    flawed.checks.view.waive_wanted.emit(finding, "原文如此", WaiverScope.ONCE)
    (waiver,) = flawed.context.opened.issue.archive.waivers
    assert (waiver.reason, waiver.name) == ("原文如此", "编辑甲")
    assert not found(flawed, "半角标点")
    (waived,) = flawed.checks.checked.waived
    flawed.checks.view.waiver_dropped.emit(waived)
    assert found(flawed, "半角标点")


def test_a_straight_quote_becomes_the_fitting_one_and_undo_gives_it_back(window):
    body = window.article.body
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(body, '"x"')
    assert body.toPlainText().endswith("“x”")
    window.context.opened.undo()
    assert body.toPlainText().endswith('“x"')


def test_a_doubtful_character_joins_the_findings_once_the_window_is_quiet(window, qtbot):
    window.checks._doubts._quiet.setInterval(0)
    write(window, "有关部们应当按照职责分工做好工作。")
    assert not found(window, "部们")
    qtbot.waitUntil(lambda: bool(found(window, "“部们应”通常写作“部门应”")))
    article = first(window)
    window.context.opened.apply("改", lambda space: put_article(space, replace(article, blocks=article.blocks[:-1])))
    window.checks.run()
    assert not found(window, "部们")
