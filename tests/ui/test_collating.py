"""核红 at the window: a galley noted, changes listed word by word, ticked, turned back, undone, printed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from editor.model.body import plain
from editor.model.edits import put_article, put_issue
from editor.text.comparing import PieceKind
from editor.ui.collating.rows import CollateHeadRow, CollateRow
from editor.ui.commands.left_lists import COLLATING


def article(window):
    return window.context.opened.value.article(window.article.article.uid)


def rewrite(window, words):
    """The first paragraph of the open article begins with these words."""
    now = article(window)
    at = next(at for at, block in enumerate(now.blocks) if hasattr(block, "runs"))
    block = now.blocks[at]
    first, *rest = block.runs
    changed = replace(block, runs=(replace(first, text=words + first.text), *rest))
    blocks = (*now.blocks[:at], changed, *now.blocks[at + 1 :])
    window.context.opened.apply("改字", lambda space: put_article(space, replace(now, blocks=blocks)))


def retitle(window, field, value):
    now = article(window)
    window.context.opened.apply("改", lambda space: put_article(space, replace(now, **{field: value})))


def command(window, name):
    window.actions_by_name[name].trigger()


def rows(window):
    window.collating.shown.show_changes()
    return [one for one in window.collating.shown.view.list.rows if isinstance(one, CollateRow)]


def words(row, kind):
    return "".join(piece.text for piece in row.change.pieces if piece.kind is kind)


@pytest.fixture
def proof(window):
    """A window whose text was noted as a galley, with two changes since."""
    command(window, "collate.list")
    command(window, "collate.mark")
    rewrite(window, "新添的")
    retitle(window, "source", "云州晚报")
    command(window, "collate.list")
    return window


def test_without_a_galley_the_list_says_what_to_do(window):
    command(window, "collate.list")
    view = window.collating.shown.view
    assert window.lists.current == COLLATING
    assert "导出时勾选“纸样”" in view.nothing.text()
    assert not view.mark.isHidden()
    view.mark.click()
    assert "一个字也没有改" in view.nothing.text()
    assert "第 1 次纸样" in view.choice.currentText()


def test_changes_are_listed_word_by_word_with_place(proof):
    source, added = rows(proof)
    assert (source.change.place, added.change.place) == ("来源", "第1段")
    assert words(added, PieceKind.ADDED) == "新添的"
    assert "晚报" in words(source, PieceKind.ADDED)
    heads = [one for one in proof.collating.shown.view.list.rows if isinstance(one, CollateHeadRow)]
    assert [(one.done, one.count) for one in heads] == [(0, 2)]
    assert proof.collating.shown.view.counts.text() == "已核 0/2"


def test_space_ticks_and_goes_on_and_a_second_press_takes_it_back(proof):
    shown = proof.collating.shown.view.list
    shown.setFocus()
    shown.go_on(0)
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert [row.tick is not None for row in rows(proof)] == [True, False]
    assert shown.number() == 1
    assert rows(proof)[0].tick.name == proof.session.author
    assert proof.collating.shown.view.counts.text() == "已核 1/2"
    shown.go_on(0)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert [row.tick is not None for row in rows(proof)] == [False, False]


def test_ticks_are_undone_like_every_edit_and_are_there_when_the_issue_is_opened_again(proof):
    shown = proof.collating.shown.view.list
    shown.go_on(0)
    command(proof, "collate.tick")
    command(proof, "undo")
    assert rows(proof)[0].tick is None
    command(proof, "redo")
    assert rows(proof)[0].tick is not None
    assert proof.context.opened.save()
    stored = proof.session.library.issue(proof.context.opened.issue.uid)
    assert [one.key for one in stored.archive.ticks] == [rows(proof)[0].change.key]


def test_a_click_on_the_box_ticks(proof):
    shown = proof.collating.shown.view.list
    shown.go_on(0)
    rect = shown.visualRect(shown.currentIndex())
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 20, rect.top() + 14))
    assert rows(proof)[0].tick is not None


def test_only_what_is_open_is_shown_when_asked(proof):
    view = proof.collating.shown.view
    view.list.go_on(0)
    command(proof, "collate.tick")
    view.only_open.click()
    assert [row.change.place for row in rows(proof)] == ["第1段"]
    view.list.go_on(0)
    command(proof, "collate.tick")
    assert rows(proof) == []
    assert view.nothing.text() == "2 处都核过了。"
    view.only_open.click()
    assert len(rows(proof)) == 2


def test_delete_turns_a_change_back_as_one_step(proof):
    before = article(proof).source
    shown = proof.collating.shown.view.list
    shown.setFocus()
    shown.go_on(0)
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert article(proof).source != before
    assert [row.change.place for row in rows(proof)] == ["第1段"]
    command(proof, "undo")
    assert article(proof).source == before
    assert len(rows(proof)) == 2


def test_choosing_a_change_leads_to_its_words_and_the_caret_leads_back(proof):
    shown = proof.collating.shown.view.list
    shown.go_on(1)
    assert proof.article.body.textCursor().selectedText() == "新添的"
    shown.go_on(0)
    command(proof, "collate.here")
    assert shown.current.change.place == "第1段"


def test_another_change_of_ticked_words_asks_for_a_tick_again(proof):
    shown = proof.collating.shown.view.list
    shown.go_on(1)
    command(proof, "collate.tick")
    rewrite(proof, "又")
    open_ones = [row for row in rows(proof) if row.tick is None and row.change.place == "第1段"]
    assert [words(row, PieceKind.ADDED) for row in open_ones] == ["又新添的"]


def test_a_later_galley_is_compared_with_the_one_before_until_something_changes(proof):
    command(proof, "collate.mark")
    view = proof.collating.shown.view
    assert "第 1 次纸样" in view.choice.currentText()
    assert len(rows(proof)) == 2
    view.choice.activated.emit(0)
    assert rows(proof) == []


def test_every_row_is_said_to_a_screen_reader(proof):
    view = proof.collating.shown.view.list
    view.go_on(0)
    command(proof, "collate.tick")
    said = [one.spoken for one in view.rows]
    assert any("未核" in words for words in said)
    assert any("已核（" in words for words in said)


def test_the_words_of_the_galley_come_back_in_the_text(proof):
    shown = proof.collating.shown.view.list
    shown.go_on(1)
    command(proof, "collate.return")
    block = next(one for one in article(proof).blocks if hasattr(one, "runs"))
    assert not plain(block.runs).startswith("新添的")
    assert proof.article.body.toPlainText().startswith("新添的") is False


def test_an_export_with_a_galley_keeps_it_and_proposes_the_next_number(window):
    dialog = window.exports.export_dialog()
    assert dialog.form.choices.number.value() == 1
    dialog.exported.emit(None)
    uid = window.context.opened.issue.uid
    assert window.session.library.galleys.listed(uid) == ()
    dialog.form.choices.proof.setChecked(True)
    dialog.exported.emit(None)
    (kept,) = window.session.library.galleys.listed(uid)
    assert (kept.number, kept.name) == (1, window.session.author)
    assert window.exports.export_dialog().form.choices.number.value() == 2


def test_what_stands_before_the_articles_leads_to_its_page(proof, qtbot):
    issue = proof.context.opened.issue
    changed = replace(issue, profile=replace(issue.profile, notice="内部资料。"))
    proof.context.opened.apply("改", lambda space: put_issue(space, changed))
    rows(proof)
    qtbot.waitUntil(lambda: proof.context.pages.facts is not None)
    proof.context.pages.navigator.go_to_sheet(5)
    proof.collating.shown.view.list.go_on(0)
    assert proof.collating.shown.view.list.current.change.place == "声明"
    assert proof.context.pages.sheet == proof.context.pages.facts.sheet_of("credits")
