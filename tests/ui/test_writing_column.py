"""The writing column: where the text begins, the facts in one line, the steps in the bar, and nothing that jumps."""

import datetime as dt
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from editor.model.article import Title
from editor.model.edits import put_article
from editor.model.publication import PageStart
from editor.ui.commands.left_lists import CHECKS, OUTLINE
from editor.ui.kit.pieces import CutLabel
from editor.ui.review.strip import ReviewStrip
from editor.ui.review.strip_words import StripFace
from editor.ui.window.library_banner import LibraryBanner
from tests.ui.composing import commit
from tests.ui.conftest import PATIENCE
from tests.ui.review_desk import click

ROOT = Path(__file__).resolve().parent.parent.parent
LEFT, TAB = Qt.MouseButton.LeftButton, Qt.Key.Key_Tab
LONG = Title(text="澄江区上线数据会客厅，先批后试改为先试后批，区政务服务中心三层每周二、周四开放")


def uids(window):
    return [one.uid for one in window.context.opened.issue.articles()]


def change(window, uid, **fields):
    one = window.context.opened.value.article(uid)
    window.context.opened.apply("改", lambda space: put_article(space, replace(one, **fields)))


@pytest.fixture
def desk(window, qtbot):
    """The window on an article of the sample that has every fact, several steps behind it and a title of two lines."""
    window.resize(1440, 900)
    uid = uids(window)[3]
    archive = replace(
        window.context.opened.value.article(uid).archive,
        editor="钟新敏",
        proofreader="郑言",
        published=dt.date(2026, 2, 27),
        tags=("数据安全", "金融监管", "分类分级"),
    )
    facts = {"subtitle": "一间屋子里的试用", "contents_title": "数据会客厅", "page_start": PageStart.PAGE}
    change(window, uid, title=LONG, link_caption="扫码看全文", archive=archive, **facts)
    window.show_article(uid)
    window.ways.take_on((uid,))
    window.ways.take_on((uid,))
    window.ways.take_back((uid,), "一审", "“先试后批”没有出处，请再核")
    window.activateWindow()
    settle(window, qtbot)
    return window


def settle(window, qtbot):
    """Wait until the article has its height."""
    body = window.article.body
    qtbot.waitUntil(lambda: body.height() >= body.document().size().height(), timeout=PATIENCE)
    for _ in range(3):
        # one layout asks for the next
        QApplication.processEvents()


def lines(window):
    """Return top and bottom of every line of the body that is seen whole, in px of the window."""
    body, view = window.article.body, window.article.viewport()
    first = body.mapTo(window, QPoint(0, 0)).y()
    top = view.mapTo(window, QPoint(0, 0)).y()
    found = []
    block = body.document().firstBlock()
    while block.isValid():
        layout = block.layout()
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            begin = first + layout.position().y() + line.y()
            found.append((begin, begin + line.height()))
        block = block.next()
    return [one for one in found if one[0] >= top and one[1] <= top + view.height()]


def is_open(window):
    return window.article.facts.isVisible()


def focus(widget):
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    assert widget.hasFocus()


def key(code, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), code, modifier)


# where the text begins


def test_the_text_begins_in_the_upper_part_of_the_window(desk):
    assert lines(desk)[0][0] <= 360


@pytest.mark.parametrize(("width", "height", "many"), [(1280, 720, 9), (1048, 600, 7), (853, 448, 4)])
def test_a_smaller_window_shows_enough_lines(desk, qtbot, width, height, many):
    """The last is what 150 % leaves of a screen of 1280 by 720."""
    desk.setMinimumSize(0, 0)
    desk.resize(width, height)
    settle(desk, qtbot)
    assert len(lines(desk)) >= many


# the facts


def test_the_folded_line_says_what_is_set_and_the_whole_in_its_tool_tip(desk):
    line = desk.article.fold.line
    assert not is_open(desk)
    for words in ("澄江区政务服务中心", "example.com", "地方实践", "钟新敏"):
        assert words in line.message
        assert words in line.accessibleName()
    assert line.toolTip().split("\n")[5:] == [
        "标签：数据安全、金融监管、分类分级",
        "起页：另起一页",
        "发布日期：2026-02-27",
        "链接说明：扫码看全文",
        "目录标题：数据会客厅",
        "副题：一间屋子里的试用",
    ]


def test_what_is_missing_is_said_on_the_line_until_it_is_there(desk, qtbot):
    uid, line = desk.article.article.uid, desk.article.fold.line
    archive = replace(desk.article.article.archive, editor="")
    change(desk, uid, source="", archive=archive)
    qtbot.waitUntil(lambda: line.lacking == "没有来源、没有写责任编辑", timeout=PATIENCE)
    assert "没有来源" in line.accessibleName()
    click(line)
    focus(desk.article.facts.editor)
    commit(desk.article.facts.editor, "钟新敏")
    assert line.lacking == "没有来源"


def test_tab_leads_from_title_to_facts_to_body_and_folds_them_again(desk):
    facts = desk.article.facts
    focus(desk.article.title)
    key(TAB)
    assert is_open(desk)
    assert facts.source.hasFocus()
    seen = set()
    while is_open(desk):
        seen.add(QApplication.focusWidget())
        assert len(seen) < 40
        key(TAB)
    assert {facts.link, facts.section, facts.proofreader, facts.tags.field} <= seen
    assert desk.article.body.hasFocus()


def test_a_command_leads_from_the_text_to_the_facts(desk):
    focus(desk.article.body)
    key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert desk.article.facts.source.hasFocus()


def test_a_click_opens_the_facts_and_a_click_into_the_text_folds_them(desk, qtbot):
    body = desk.article.body
    click(desk.article.fold.line)
    assert desk.article.facts.source.hasFocus()
    settle(desk, qtbot)
    place = body.cursorRect().center() + QPoint(60, 28)
    QTest.mousePress(body.viewport(), LEFT, pos=place)
    assert is_open(desk), "the text moved away from under the pointer"
    QTest.mouseRelease(body.viewport(), LEFT, pos=place)
    assert not is_open(desk)
    assert not body.textCursor().hasSelection()


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_opens_the_line_and_folds_it(desk, pressed):
    line = desk.article.fold.line
    focus(line)
    key(pressed)
    assert is_open(desk)
    for back in (desk.article.fold.pin, line):
        key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert back.hasFocus()
    key(pressed)
    assert not is_open(desk)
    assert line.hasFocus()


def test_pinned_facts_stay_open_also_in_the_next_window(desk, open_window, library):
    click(desk.article.fold.line)
    click(desk.article.fold.pin)
    focus(desk.article.body)
    assert is_open(desk)
    desk.show_article(uids(desk)[0])
    assert is_open(desk)
    desk.close()
    again = open_window(library)
    again.show_article(uids(again)[1])
    assert is_open(again)
    click(again.article.fold.line)
    assert not is_open(again)
    assert not again.article.fold.pin.isChecked()
    again.show_article(uids(again)[2])
    assert not is_open(again)


def test_a_new_article_has_its_facts_open_and_another_one_does_not(desk):
    desk.actions_by_name["article.new"].trigger()
    assert is_open(desk)
    assert desk.article.title.hasFocus()
    desk.show_article(uids(desk)[0])
    assert not is_open(desk)


def test_who_fills_in_one_article_after_another_keeps_the_facts_open(desk):
    click(desk.article.fold.line)
    focus(desk.article.facts.editor)
    desk.show_article(uids(desk)[4])
    assert is_open(desk)
    assert desk.article.facts.editor.hasFocus()


# the steps


def test_the_bar_says_where_the_article_stands_and_takes_it_on(desk):
    steps = desk.format_bar.steps
    assert steps.state.whole == "一审"
    assert "退回到“一审”" in steps.state.toolTip()
    assert "退回原因：“先试后批”没有出处，请再核" in steps.state.toolTip()
    click(steps.state)
    assert steps.panel.isVisible()
    click(steps.panel.next)
    assert steps.state.whole == "二审"
    assert not steps.panel.isVisible()


def test_the_steps_lie_on_a_ground_of_their_own(desk):
    click(desk.format_bar.steps.state)
    panel = desk.format_bar.steps.panel
    ground = panel.grab().toImage().pixelColor(panel.width() // 2, 6)
    assert (ground.alpha(), ground.name()) == (255, "#ffffff")
    panel.hide()


def test_escape_closes_the_steps(desk):
    focus(desk.article.body)
    click(desk.format_bar.steps.state)
    key(Qt.Key.Key_Escape)
    assert not desk.format_bar.steps.panel.isVisible()


def test_what_was_set_back_is_said_in_one_line_above_the_text(desk):
    assert desk.article.fold.word.whole == "退回原因：“先试后批”没有出处，请再核"
    assert desk.article.fold.word.isVisible()
    desk.ways.take_on((desk.article.article.uid,))
    assert not desk.article.fold.word.isVisible()


# nothing jumps


def tools(window):
    """Return where each button at the bar's end stands."""
    bar = window.format_bar
    found = [one for one in (*bar.end.findChildren(QToolButton), bar.steps.state) if one.isVisible()]
    return [(type(one).__name__, one.mapTo(bar, QPoint(0, 0)).x()) for one in found]


@pytest.mark.parametrize("width", [1440, 1280, 1048])
def test_neither_another_article_nor_a_figure_nor_the_checks_move_columns_or_tools(desk, qtbot, width):
    desk.resize(width, 720)
    settle(desk, qtbot)
    before, columns = tools(desk), desk.splitter.sizes()
    for uid in uids(desk):
        desk.show_article(uid)
        QApplication.processEvents()
        figures = [one.uid for one in desk.article.body.objects.values.values()]
        for figure in figures:
            desk.article.body.caret.choose_object(figure)
            QApplication.processEvents()
            assert tools(desk) == before
        assert (tools(desk), desk.splitter.sizes()) == (before, columns)
    for place in (CHECKS, OUTLINE):
        desk.lists.show(place)
        QApplication.processEvents()
        assert (tools(desk), desk.splitter.sizes()) == (before, columns)


def test_kinds_of_paragraphs_move_no_tool(desk):
    bold = next(one for one in desk.format_bar.findChildren(QToolButton) if one.accessibleName() == "加粗")
    place = bold.mapTo(desk.format_bar, QPoint(0, 0))
    focus(desk.article.body)
    for name in ("kind.heading1", "kind.bullets", "kind.paragraph"):
        desk.actions_by_name[name].trigger()
        QApplication.processEvents()
        assert bold.mapTo(desk.format_bar, QPoint(0, 0)) == place


def test_what_the_bar_has_no_room_for_stands_in_its_menu(desk):
    desk.resize(1048, 700)
    QApplication.processEvents()
    bar = desk.format_bar
    seen = {one.accessibleName() for one in bar.findChildren(QToolButton) if one.isVisible()}
    assert bar.more.isVisible()
    bar.more.menu().aboutToShow.emit()
    offered = {one.text() for one in bar.more.menu().actions()}
    assert {"上标", "下标", "清除格式"} <= offered
    assert not offered & seen


@pytest.mark.parametrize(("language", "factor"), [("zh", 1), ("en", 1), ("en", 1.5)])
def test_nothing_is_cut_without_an_ellipsis_and_a_tool_tip(tmp_path, language, factor):
    """At 150 % on a screen of 1280 by 720, the smallest that the window must fit."""
    side = {"x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screen = {"name": "S", "width": 1280, "height": 720} if factor > 1 else {"name": "S", "width": 1920, "height": 1080}
    config = tmp_path / "screen.json"
    config.write_text(json.dumps({"screens": [side | screen]}))
    surroundings = {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", "QT_SCALE_FACTOR": str(factor)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.clipping_walk", language],
        cwd=ROOT,
        env=os.environ | surroundings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr


def test_what_lies_across_the_window_takes_one_line_each(desk, qtbot):
    words = "这个刊库正被别的程序写，这里只能看；" * 12
    banner, strip = LibraryBanner(), ReviewStrip(desk.actions_by_name)
    banner.show_reason(words)
    strip.show_face(StripFace(tone="warn", icon="lock", words=words, detail=words, commands=("review.verify",)))
    for one in (banner, strip):
        qtbot.addWidget(one)
        one.resize(853, one.sizeHint().height())
        one.show()
        QApplication.processEvents()
        assert one.height() <= 33
        assert one.message.startswith(words)
        cut = one.findChildren(CutLabel)
        assert cut
        assert all(part.text().endswith("…") and part.toolTip() == words for part in cut)
        one.close()
