"""Findings worked by the keyboard alone: walked, fixed, all of a kind, waived here and for ever, boxed on the page."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from editor.model.body import Paragraph, plain, text_of
from editor.model.edits import put_article
from editor.ui.commands.left_lists import CHECKS

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
WRONG = ("登记的的办法已经公布。", "流通的的规则正在起草。", "交易的的清单每月更新。")


def first(window):
    return next(window.context.opened.issue.articles())


def texts(window):
    return [plain(block.runs) for block in first(window).blocks[-len(WRONG) :]]


def of_rule(window, rule):
    return [finding for finding in window.checks.findings if finding.rule == rule]


@pytest.fixture
def flawed(window):
    article = first(window)
    blocks = (*article.blocks, *(Paragraph(runs=text_of(words)) for words in WRONG))
    window.context.opened.apply("写", lambda space: put_article(space, replace(article, blocks=blocks)))
    window.checks.run()
    return window


def go_to(window, rule):
    """Walk by F4 to the first finding of a rule."""
    for _ in window.checks.findings:
        QTest.keyClick(window, Qt.Key.Key_F4)
        if window.checks.view.opened.rule == rule:
            return
    raise AssertionError(f"no finding of {rule}")


def test_a_finding_is_fixed_by_a_key_and_the_next_one_is_a_key_away(flawed):
    go_to(flawed, "text.de")
    QTest.keyClick(flawed, Qt.Key.Key_Return, ALT)
    assert texts(flawed) == ["登记的办法已经公布。", *WRONG[1:]]
    QTest.keyClick(flawed, Qt.Key.Key_F4)
    assert flawed.checks.view.opened.rule == "text.de"


def test_all_of_a_kind_are_one_step(flawed):
    before = flawed.context.opened.issue
    go_to(flawed, "text.de")
    assert "本期同类 3 条都修正" in {one.text() for one in flawed.checks.view.findChildren(QPushButton)}
    QTest.keyClick(flawed, Qt.Key.Key_Return, ALT | SHIFT)
    assert texts(flawed) == [words.replace("的的", "的") for words in WRONG]
    flawed.context.actions["undo"].trigger()
    assert flawed.context.opened.issue == before


def test_what_has_no_fix_says_so(flawed, monkeypatch):
    said = []
    flawed.status.show_message = said.append
    go_to(flawed, "text.de")
    finding = replace(flawed.checks.view.opened, fix=None)
    monkeypatch.setattr(type(flawed.checks.view), "opened", property(lambda _self: finding))
    object.__setattr__(flawed.context, "show_message", said.append)
    QTest.keyClick(flawed, Qt.Key.Key_Return, ALT)
    assert said == ["这一条没有现成的改法，请在原处改"]


def test_waiving_needs_no_pointer_and_down_chooses_for_how_long(flawed):
    go_to(flawed, "text.de")
    QTest.keyClick(flawed, Qt.Key.Key_F7, SHIFT)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.insert("原文如此")
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert of_rule(flawed, "text.de") == []
    assert flawed.context.opened.issue.archive.waivers == ()
    (waiver,) = flawed.session.library.publication(flawed.context.opened.issue.publication).waivers
    assert (waiver.words, waiver.reason, waiver.name) == ("的的", "原文如此", "编辑甲")


def test_what_is_waived_for_ever_is_listed_and_dropped_by_a_key(flawed):
    test_waiving_needs_no_pointer_and_down_chooses_for_how_long(flawed)
    flawed.checks.view.lasting_wanted.emit()
    dialog = flawed.checks.dialog
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == ["的的"]
    QTest.keyClick(dialog, Qt.Key.Key_Delete)
    assert dialog.list.count() == 0
    assert len(of_rule(flawed, "text.de")) == len(WRONG)
    dialog.accept()


def test_f7_opens_the_finding_of_the_carets_words(flawed):
    (finding, *_) = of_rule(flawed, "text.de")
    flawed.context.show_article(finding.place.where)
    body = flawed.article.body
    body.setFocus()
    body.caret.show_span(finding.place.block, finding.place.span)
    body.moveCursor(QTextCursor.MoveOperation.Right)
    QTest.keyClick(flawed, Qt.Key.Key_F7)
    assert flawed.lists.current == CHECKS
    assert flawed.checks.view.opened == finding


def test_the_caret_among_marked_words_opens_their_card(flawed, qtbot):
    found = of_rule(flawed, "text.de")
    go_to(flawed, "text.de")
    body = flawed.article.body
    body.setFocus()
    body.caret.show_span(found[1].place.block, found[1].place.span)
    qtbot.waitUntil(lambda: flawed.checks.view.opened == found[1])


def test_the_words_are_boxed_on_the_page_while_the_card_is_open(flawed, qtbot):
    go_to(flawed, "text.de")
    qtbot.waitUntil(lambda: flawed.pages._boxes is not None and bool(flawed.pages._boxes.areas), timeout=20_000)
    flawed.checks.view._list.close_card()
    assert flawed.pages._boxes is None


def test_the_rate_is_said_at_the_foot_with_how_it_is_counted(flawed, qtbot):
    qtbot.waitUntil(lambda: flawed.context.pages.facts is not None, timeout=20_000)
    flawed.checks.run()
    flawed.checks.toggle()
    gauge = flawed.checks.view._gauge
    said = " ".join(one.text() for one in gauge.findChildren(QLabel))
    assert "/ 万字" in said
    assert "标准 2.0" in said
    assert "国新出发〔2020〕10号" in gauge.toolTip()


def test_an_article_says_how_many_errors_it_counts(flawed):
    flawed.checks.toggle()
    model = flawed.checks.view._list.model()
    spoken = [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert any(first(flawed).title.text in words and "差错 3.0" in words for words in spoken)


def test_an_issue_is_worked_by_keys_until_only_what_was_waived_is_left(flawed):
    reasons = 0
    for _ in range(80):
        if not flawed.checks.findings:
            break
        QTest.keyClick(flawed, Qt.Key.Key_F4)
        if flawed.checks.view.opened is None:
            # at the end of the list: those before it
            QTest.keyClick(flawed, Qt.Key.Key_F4, SHIFT)
        if flawed.checks.view.opened.fix:
            QTest.keyClick(flawed, Qt.Key.Key_Return, ALT)
            continue
        QTest.keyClick(flawed, Qt.Key.Key_F7, SHIFT)
        field = QApplication.focusWidget()
        field.setText("已核对")
        QTest.keyClick(field, Qt.Key.Key_Return)
        reasons += 1
    assert flawed.checks.findings == ()
    assert len(flawed.checks.checked.waived) == reasons
    assert texts(flawed) == [words.replace("的的", "的") for words in WRONG]
