"""Pages that stand nearly empty: the offers below the article, and the whole issue balanced in one step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from editor.model.body import Heading, Paragraph, text_of
from editor.model.edits import put_article, put_issue
from editor.model.issue import Section
from editor.model.publication import PageStart
from tests.fakes import article


def text(lines):
    return tuple(Paragraph(runs=text_of(f"第{at}条办理登记。")) for at in range(lines))


def bare(title, *blocks, **fields):
    return article(title, *blocks, link="", source="", **fields)


@pytest.fixture
def desk(window, qtbot):
    """The window on an issue whose articles, all but the first, begin a page; three are a few lines long."""
    articles = [bare(f"短文{at}", *text(3 + at), page_start=PageStart.PAGE) for at in range(3)]
    section = Section(name="要闻", articles=(bare("长文", *text(20)), *articles, bare("尾篇", *text(30))))
    section = replace(section, page_start=PageStart.PAGE)
    opened = window.context.opened
    opened.apply("内容", lambda space: put_issue(space, replace(space.issue, sections=(section,))))
    window.show_article(articles[0].uid)
    qtbot.waitUntil(lambda: window.pages.facts is not None and window.pages.facts.of(articles[0].uid) is not None)
    return window


def named(window, title):
    return next(one for one in window.context.opened.issue.articles() if one.title.text == title)


def facts_shown(window, qtbot, look):
    qtbot.waitUntil(lambda: look(window.pages.facts))


def test_a_nearly_empty_page_offers_that_the_next_article_runs_on(desk, qtbot):
    qtbot.waitUntil(desk.fit.run_on.isVisible)
    assert "末页只有" in desk.fit.message
    assert not desk.fit.tighten.isVisible()
    sheets = desk.pages.facts.sheets
    qtbot.mouseClick(desk.fit.run_on, Qt.MouseButton.LeftButton)
    assert named(desk, "短文1").page_start is PageStart.RUN_ON
    facts_shown(desk, qtbot, lambda facts: facts.sheets == sheets - 1)
    qtbot.waitUntil(lambda: not desk.fit.run_on.isVisible())
    desk.context.opened.undo()
    assert named(desk, "短文1").page_start is PageStart.PAGE


def test_an_article_a_few_lines_over_is_tightened_and_loosened_again(desk, qtbot):
    uid = named(desk, "短文0").uid
    heads = [Heading(level=1, runs=text_of(f"第{at}节")) for at in range(5)]
    blocks = [*text(2), *(one for head in heads for one in (head, *text(3)))]
    for lines in range(14):
        trial = tuple(replace(one, uid=f"{at:032x}") for at, one in enumerate((*blocks, *text(lines))))
        change = replace(named(desk, "短文0"), blocks=trial)
        desk.context.opened.apply("内容", lambda space, change=change: put_article(space, change))
        facts_shown(desk, qtbot, lambda facts, made=trial: len(facts.of(uid).blocks) == len(made))
        if desk.pages.facts.of(uid).last > desk.pages.facts.of(uid).first:
            break
    qtbot.waitUntil(desk.fit.tighten.isVisible)
    sheets = desk.pages.facts.sheets
    qtbot.mouseClick(desk.fit.tighten, Qt.MouseButton.LeftButton)
    facts_shown(desk, qtbot, lambda facts: facts.sheets == sheets - 1)
    qtbot.waitUntil(desk.fit.blanks.isVisible)
    qtbot.mouseClick(desk.fit.blanks, Qt.MouseButton.LeftButton)
    facts_shown(desk, qtbot, lambda facts: facts.sheets == sheets)
    assert not named(desk, "短文0").tight


def balanced(desk, qtbot):
    desk.actions_by_name["issue.balance"].trigger()
    dialog = desk.balancing.dialog
    qtbot.waitUntil(lambda: bool(dialog.lines) and dialog.use.isEnabled())
    return dialog


def test_the_whole_issue_is_balanced_in_one_step(desk, qtbot):
    before = desk.context.opened.issue
    sheets = desk.pages.facts.sheets
    dialog = balanced(desk, qtbot)
    assert len(dialog.lines) == 3
    assert all("接排" in line for line in dialog.lines)
    assert f"现在共 {sheets} 页，3 页不到三分之一" in dialog.message.text
    won = dialog.won
    assert won > 0
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    facts_shown(desk, qtbot, lambda facts: facts.sheets == sheets - won)
    desk.context.opened.undo()
    assert desk.context.opened.issue == before


def test_a_tick_taken_away_is_set_again_before_it_can_be_used(desk, qtbot):
    sheets = desk.pages.facts.sheets
    dialog = balanced(desk, qtbot)
    for row in range(1, dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.use.isEnabled()
    qtbot.waitUntil(dialog.use.isEnabled)
    assert dialog.won == 1
    assert f"照勾选的排，共 {sheets - 1} 页" in dialog.message.text
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    facts_shown(desk, qtbot, lambda facts: facts.sheets == sheets - 1)


def test_nothing_changes_where_the_dialog_is_left(desk, qtbot):
    before = desk.context.opened.issue
    dialog = balanced(desk, qtbot)
    dialog.reject()
    assert desk.context.opened.issue is before


def test_an_issue_that_is_balanced_says_so(window, qtbot):
    qtbot.waitUntil(lambda: window.pages.facts is not None)
    section = Section(name="要闻", articles=(bare("甲", *text(20)), bare("乙", *text(30))))
    opened = window.context.opened
    opened.apply("内容", lambda space: put_issue(space, replace(space.issue, sections=(section,))))
    window.actions_by_name["issue.balance"].trigger()
    dialog = window.balancing.dialog
    qtbot.waitUntil(lambda: "没有可以匀的地方" in dialog.message.text)
    assert not dialog.use.isEnabled()
    dialog.reject()
