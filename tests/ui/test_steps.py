"""Articles taken through review and proof at the window: marks, filter, on, back, and the list that is changed."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from editor.model.article_review import Phase, step_of
from editor.model.article_steps import Gate, Steps
from editor.model.edits import change_articles, put_article
from editor.model.issue_state import IssueState
from editor.model.revision import Reason
from editor.text.quotes import within_title
from editor.ui.outline.model import ROW_ROLE
from tests.ui.composing import commit
from tests.ui.conftest import PATIENCE, open_facts
from tests.ui.review_desk import button_of, choose, click, write

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(window, qtbot):
    """The window on the sample, whose articles have an editor and a proofreader."""

    def staffed(article):
        return replace(article, archive=replace(article.archive, editor="周明", proofreader="郑言"))

    window.context.opened.apply("责任编辑", lambda space: change_articles(space, staffed))
    window.activateWindow()
    window.outline.setFocus()
    qtbot.waitUntil(window.outline.hasFocus)
    return window


def uids(window):
    return [one.uid for one in window.context.opened.issue.articles()]


def article(window, place=0):
    return list(window.context.opened.issue.articles())[place]


def step(window, place=0):
    return step_of(article(window, place), window.context.opened.issue.archive.steps)


def phase(window, place=0):
    return window.outline.model().find(uids(window)[place]).data(ROW_ROLE).standing.phase


def until(qtbot, look, value):
    """Wait for the outline, which follows a moment later."""
    qtbot.waitUntil(lambda: look() == value, timeout=PATIENCE)


def key(window, code, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, code, modifier)


def press_on(window, times=1):
    for _ in range(times):
        key(window, Qt.Key.Key_Right, ALT)


def set_back(window, words, to=""):
    """Fill in the dialog that is open."""
    dialog = window.ways.dialog
    assert dialog.isVisible()
    if to:
        choose(dialog.step, to)
    write(dialog.word, words)
    QTest.keyClick(dialog.word, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    # as a window manager would
    window.activateWindow()


def seen(widget):
    # a line that is cut gets its room a moment later
    return " ".join(getattr(one, "whole", one.text()) for one in widget.findChildren(QLabel) if one.isVisible())


def visible(window):
    return [
        at
        for at, uid in enumerate(uids(window))
        if not window.outline.visualRect(window.outline.model().find(uid)).isEmpty()
    ]


def change(window, place=0, **fields):
    one = article(window, place)
    window.context.opened.apply(
        "改", lambda space: put_article(space, replace(one, archive=replace(one.archive, **fields)))
    )


# on


def test_a_key_takes_the_open_article_a_step_on_and_undo_names_it(desk, qtbot):
    press_on(desk)
    assert step(desk) == "一审"
    until(qtbot, lambda: phase(desk), Phase.REVIEW)
    assert "1 篇过“一审”" in desk.status.message
    assert desk.actions_by_name["undo"].text() == "撤销 1 篇过“一审”"
    sign = article(desk).archive.signoffs[-1]
    assert (sign.step, sign.name, sign.proofreader) == ("一审", "编辑甲", "")
    key(desk, Qt.Key.Key_Z, CTRL)
    assert step(desk) == "草稿"
    until(qtbot, lambda: phase(desk), Phase.BEGUN)


def test_several_articles_go_on_together_each_from_where_it_stands(desk):
    press_on(desk)
    desk.outline.chosen.select(uids(desk)[:3])
    press_on(desk)
    assert [step(desk, place) for place in range(3)] == ["二审", "一审", "一审"]
    assert desk.actions_by_name["undo"].text() == "撤销 3 篇过“一审、二审”"
    key(desk, Qt.Key.Key_Z, CTRL)
    assert [step(desk, place) for place in range(3)] == ["一审", "草稿", "草稿"]


def test_what_is_missing_is_said_beside_the_button_and_by_the_key(desk):
    change(desk, editor="")
    assert desk.article.fold.line.lacking == "没有写责任编辑"
    panel = opened(desk)
    assert panel.lacking.isVisible()
    assert panel.lacking.text() == panel.next.toolTip() == "过“一审”还差：没有写责任编辑"
    assert not panel.next.isEnabled()
    close_steps(desk)
    press_on(desk)
    assert step(desk) == "草稿"
    assert "还差：没有写责任编辑" in desk.status.message
    commit_editor(desk)
    assert desk.article.fold.line.lacking == ""
    assert not opened(desk).lacking.isVisible()
    click(panel.next)
    assert step(desk) == "一审"


def opened(window):
    """Return what the bar opens below the article's step."""
    panel = window.format_bar.steps.panel
    if not panel.isVisible():
        click(window.format_bar.steps.state)
    return panel


def close_steps(window):
    key(window, Qt.Key.Key_Escape)
    assert not window.format_bar.steps.panel.isVisible()
    # as a window manager would
    window.activateWindow()
    window.outline.setFocus()


def commit_editor(window):
    open_facts(window).editor.setFocus()
    commit(window.article.facts.editor, "周明")


def test_those_that_lack_something_stay_and_are_named(desk):
    for place in range(1, 5):
        change(desk, place, editor="")
    desk.outline.chosen.select(uids(desk)[:5])
    press_on(desk)
    assert [step(desk, place) for place in range(5)] == ["一审", *["草稿"] * 4]
    message = desk.status.message
    assert "1 篇过“一审”" in message
    assert f"《{within_title(article(desk, 1).title.text)}》过“一审”还差" in message
    assert "另有 2 篇也没有动" in message


def test_a_proof_names_its_proofreader(desk):
    press_on(desk, 3)
    change(desk, proofreader="")
    assert desk.article.fold.line.lacking == "没有写责任校对"
    assert opened(desk).lacking.text() == "过“一校”还差：没有写责任校对"
    close_steps(desk)
    open_facts(desk).proofreader.setFocus()
    commit(desk.article.facts.proofreader, "郑言")
    click(opened(desk).next)
    assert article(desk).archive.signoffs[-1].proofreader == "郑言"
    assert "责任校对 郑言" in seen(opened(desk))


def test_the_bar_shows_step_who_and_history_and_the_end(desk):
    panel = opened(desk)
    assert "草稿" in seen(panel)
    assert not panel.back.isVisible()
    close_steps(desk)
    press_on(desk, 6)
    assert "三校，各步已走完" in seen(opened(desk))
    # midnight may have passed since
    assert re.search("编辑甲 · (今天|昨天)", seen(panel))
    assert not panel.next.isVisible()
    assert panel.history.isVisible()
    lines = panel.history.text().splitlines()
    assert [line.split("　")[0] for line in lines] == [
        f"过“{name}”" for name in ("三校", "二校", "一校", "终审", "二审", "一审")
    ]
    close_steps(desk)
    press_on(desk)
    assert "各步已走完" in desk.status.message


def test_steps_in_between_are_left_out_only_where_the_list_lets_it(desk):
    assert not opened(desk).other.isVisible()
    close_steps(desk)
    issue = desk.context.opened.issue
    free = replace(issue, archive=replace(issue.archive, steps=Steps(skipping=True)))
    desk.context.opened.apply("可跳步", lambda space: replace(space, issue=free))
    assert opened(desk).other.isVisible()
    menu = opened(desk).other.menu()
    assert [one.text() for one in menu.actions()] == ["二审", "终审", "一校", "二校", "三校"]
    next(one for one in menu.actions() if one.text() == "终审").trigger()
    assert step(desk) == "终审"


def test_a_step_keeps_the_words_as_a_version(desk):
    open_facts(desk).source.setFocus()
    commit(desk.article.facts.source, "云州日报")
    press_on(desk)
    kept = desk.session.library.versions.listed(uids(desk)[0])
    assert [(one.reason, one.name) for one in kept if one.name] == [(Reason.HANDED_OVER, "一审")]


# back


def test_an_article_is_set_back_with_a_word_and_shows_it(desk, qtbot):
    press_on(desk, 3)
    click(opened(desk).back)
    set_back(desk, "数字再核", to="一审")
    assert step(desk) == "一审"
    until(qtbot, lambda: phase(desk), Phase.RETURNED)
    assert "退回原因：数字再核" in seen(desk.article)
    assert "退回到“一审”" in seen(opened(desk))
    assert "退回原因：数字再核" in seen(opened(desk))
    close_steps(desk)
    assert desk.actions_by_name["undo"].text() == "撤销 1 篇退回到“一审”"
    press_on(desk)
    assert step(desk) == "二审"
    until(qtbot, lambda: phase(desk), Phase.REVIEW)
    key(desk, Qt.Key.Key_Z, CTRL)
    key(desk, Qt.Key.Key_Z, CTRL)
    assert step(desk) == "终审"


def test_nobody_sets_back_without_a_word(desk):
    press_on(desk)
    key(desk, Qt.Key.Key_Left, ALT)
    dialog = desk.ways.dialog
    QTest.keyClick(dialog.word, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "请写一句原因" in dialog.message.text
    dialog.reject()
    assert step(desk) == "一审"


def test_several_are_set_back_and_those_not_so_far_stay_which_is_said(desk):
    press_on(desk, 2)
    desk.outline.chosen.select(uids(desk)[:2])
    press_on(desk)
    desk.outline.chosen.select(uids(desk)[:3])
    key(desk, Qt.Key.Key_Left, ALT)
    set_back(desk, "体例不一", to="一审")
    assert [step(desk, place) for place in range(3)] == ["一审", "一审", "草稿"]
    assert "1 篇退回到“一审”" in desk.status.message
    assert "2 篇没有走到那一步之后，没有动" in desk.status.message


def test_at_the_first_step_there_is_nothing_to_go_back_to(desk):
    key(desk, Qt.Key.Key_Left, ALT)
    assert desk.ways.dialog is None
    assert "没有更早的步骤" in desk.status.message


def test_the_context_menu_takes_articles_on_and_back(desk):
    desk.outline.chosen.select(uids(desk)[:2])
    desk.articles.show_menu(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    words = {action.text(): action for action in menu.actions()}
    assert {"过下一步", "退回修改…"} <= words.keys()
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(words["过下一步"]).center())
    assert [step(desk, place) for place in range(3)] == ["一审", "一审", "草稿"]


# the outline


def test_the_foot_counts_and_shows_the_articles_of_one_step(desk, qtbot):
    many = len(uids(desk))
    assert desk.outline_foot.done == f"走完各步 0/{many} 篇"
    press_on(desk, 6)
    desk.outline.chosen.select(uids(desk)[1:3])
    press_on(desk)
    until(qtbot, lambda: desk.outline_foot.done, f"走完各步 1/{many} 篇")
    desk.actions_by_name["steps.filter"].trigger()
    menu = QApplication.activePopupWidget()
    words = [action.text() for action in menu.actions() if action.text()]
    counts = [many - 3, 2, 0, 0, 0, 0, 1]
    names = Steps().names
    assert words == [f"全部 {many} 篇", *(f"{name} {n} 篇" for name, n in zip(names, counts, strict=True))]
    two = next(action for action in menu.actions() if action.text() == "一审 2 篇")
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(two).center())
    assert visible(desk) == [1, 2]
    assert desk.outline_foot.filter.text() == "一审 2 篇"
    click(desk.outline_foot.clear)
    assert visible(desk) == list(range(many))


def test_under_a_filter_what_goes_on_leaves_and_what_comes_in_appears(desk, qtbot):
    desk.outline.chosen.select(uids(desk)[:2])
    press_on(desk)
    desk.outline_foot.choose("一审")
    until(qtbot, lambda: visible(desk), [0, 1])
    desk.show_article(uids(desk)[1])
    desk.outline.chosen.select(uids(desk)[1:2])
    press_on(desk)
    until(qtbot, lambda: visible(desk), [0])
    key(desk, Qt.Key.Key_Z, CTRL)
    until(qtbot, lambda: visible(desk), [0, 1])


def test_a_section_says_how_many_of_its_articles_are_done(desk, qtbot):
    section = desk.context.opened.issue.sections[0]
    desk.outline.chosen.select([one.uid for one in section.articles][:1])
    press_on(desk, 6)
    found = desk.outline.model().find
    until(qtbot, lambda: found(section.uid).data(ROW_ROLE).trailing[:8], f"完成 1/{len(section.articles)} 篇")
    assert "“三校”1 篇" in found(section.uid).data(ROW_ROLE).words


def test_counts_stand_below_the_outline_alone(desk):
    assert desk.outline_foot.isVisible()
    desk.actions_by_name["check"].trigger()
    assert not desk.outline_foot.isVisible()
    desk.actions_by_name["steps.filter"].trigger()
    assert desk.outline_foot.isVisible()
    QApplication.activePopupWidget().close()


# the issue and the list


def test_where_the_list_asks_for_it_an_issue_is_not_handed_in(desk):
    issue = desk.context.opened.issue
    strict = replace(issue, archive=replace(issue.archive, steps=Steps(gate=Gate.REVIEW)))
    desk.context.opened.apply("送审前", lambda space: replace(space, issue=strict))
    click(button_of(desk, "review.submit"))
    dialog = desk.decisions.dialog
    assert any("还没有过“终审”" in one.accessibleName() for one in dialog.before.buttons)
    write(dialog.who.name, "周明")
    assert not dialog.confirm.isEnabled()
    assert "请先走完这些步骤" in dialog.message.text
    dialog.reject()
    assert desk.context.opened.issue.archive.state is IssueState.EDITING


def open_steps(window, qtbot):
    key(window, Qt.Key.Key_S, CTRL | ALT)
    qtbot.waitUntil(lambda: window.profiles.view.pages.view.facts is not None, timeout=PATIENCE)
    window.profiles.view.choose("review")
    QApplication.processEvents()
    return window.profiles.view.form


def test_articles_of_a_deleted_step_go_to_the_one_before_which_is_said_and_undone(desk, qtbot):
    press_on(desk, 2)
    form = open_steps(desk, qtbot)
    QTest.mouseClick(form.steps.review.rows.content("2").parentWidget().out, LEFT)
    assert form.message.text == "第9期站在“二审”的 1 篇会回到“一审”；Ctrl+Z 撤销。"
    click(desk.profiles.view.bar.done)
    assert desk.context.opened.issue.archive.steps.review == ("草稿", "一审", "终审")
    assert step(desk) == "一审"
    desk.context.opened.undo()
    assert (desk.context.opened.issue.archive.steps, step(desk)) == (Steps(), "二审")


def test_a_renamed_step_keeps_its_articles_and_their_history(desk, qtbot):
    press_on(desk)
    form = open_steps(desk, qtbot)
    write(form.steps.review.field(1), "初审")
    assert form.message.text == ""
    click(desk.profiles.view.bar.done)
    assert (step(desk), article(desk).archive.signoffs[-1].step) == ("初审", "初审")
    assert "初审" in seen(opened(desk))


def test_what_is_let_and_asked_is_set_and_a_name_stands_once_in_both_lists(desk, qtbot):
    form = open_steps(desk, qtbot)
    click(form.steps.skipping)
    choose(form.steps.gate, "走完各步")
    write(form.steps.proof.field(0), "二审")
    assert "写了两次" in form.message.text
    write(form.steps.review.field(1), "三校")
    assert "写了两次" in form.message.text
    click(form.steps.notes)
    assert form.steps.gate.currentText() == "每篇都要走完各步"
    click(desk.profiles.view.bar.done)
    assert desk.context.opened.issue.archive.steps == Steps(skipping=True, gate=Gate.ALL_AND_NOTES)
    assert opened(desk).other.isVisible()


def test_who_only_looks_sees_steps_and_takes_none(desk):
    press_on(desk)
    assert desk.context.opened.save()
    click(button_of(desk, "review.submit"))
    write(desk.decisions.dialog.who.name, "周明")
    click(desk.decisions.dialog.confirm)
    assert not desk.context.opened.writable
    panel = opened(desk)
    assert "一审" in seen(panel)
    assert not panel.next.isVisible()
    assert not panel.back.isVisible()
    assert not desk.actions_by_name["steps.on"].isEnabled()
