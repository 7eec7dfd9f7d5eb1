"""A Chinese input method in every field of the window: letters show, nothing is written before the commit."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView

from editor.ui.body.cursor_edits import link_at
from editor.ui.find.pieces import Scope
from editor.ui.kit.text_question import TextQuestion
from tests.ui.composing import candidates, check_entry, commit, compose, enter, entries, seen, shown
from tests.ui.conftest import open_facts
from tests.ui.test_start_desktop import answer

pytestmark = pytest.mark.usefixtures("input_method")

FACTS = ("source", "link", "caption", "contents", "subtitle", "editor", "proofreader", "published")
NAMES = {
    "标题",
    "正文",
    "来源",
    "链接",
    "链接说明",
    "目录标题",
    "副题",
    "责任编辑",
    "责任校对",
    "发布日期",
    "标签",
    "查找",
    "替换为",
}


def field(window, name):
    view = window.article
    return {"title": view.title, "body": view.body}.get(name) or getattr(open_facts(window), name)


def words_for(name):
    return "3月5日" if name == "published" else "数据"


@pytest.mark.parametrize("name", ["title", "body", *FACTS])
def test_letters_write_nothing_and_a_commit_is_one_step(window, qtbot, name):
    widget, words = field(window, name), words_for(name)
    enter(widget, qtbot)
    before, steps, written = (
        window.context.opened.value,
        window.context.opened.history.stack.count(),
        shown(widget),
    )
    compose(widget, "shuju")
    assert window.context.opened.value is before
    assert shown(widget) == written
    commit(widget, words)
    assert words in shown(widget)
    assert window.context.opened.history.stack.count() == steps + 1
    window.context.opened.undo()
    assert window.context.opened.value == before


@pytest.mark.parametrize("name", ["title", "body", *FACTS])
def test_the_candidate_box_follows_the_caret(window, qtbot, name):
    widget = field(window, name)
    enter(widget, qtbot)
    compose(widget, "shuju")
    there = candidates()
    assert seen(widget).contains(there.center())
    compose(widget, "shujuyaosu")
    assert candidates().x() > there.x()
    commit(widget, words_for(name))
    assert seen(widget).contains(candidates().center())


def test_the_candidate_box_follows_the_caret_as_the_column_moves(window, qtbot):
    body, bar = window.article.body, window.article.verticalScrollBar()
    enter(body, qtbot)
    compose(body, "shuju")
    before = candidates()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(40)
    assert candidates().y() == before.y() - bar.value()
    window.find_bar.show()
    qtbot.waitUntil(lambda: window.find_bar.height() > 0)
    compose(body, "shujuyao")
    caret = body.viewport().mapTo(window, body.cursorRect().topLeft())
    assert (candidates().topLeft() - caret).manhattanLength() <= 2


def test_an_empty_title_shows_its_letters_alone(window, qtbot):
    title = window.article.title
    enter(title, qtbot)
    title.selectAll()
    QTest.keyClick(title, "\b")
    assert title.toPlainText() == ""
    hinted = title.grab().toImage()
    compose(title, "　")
    composed = title.grab().toImage()
    compose(title, "")
    # the hint, printed in 标题's place, is gone while a blank is composed, and back afterwards
    part = title.rect().adjusted(40, 0, -title.width() // 2, 0)
    assert composed.copy(part) != hinted.copy(part)
    assert title.grab().toImage().copy(part) == hinted.copy(part)


def test_a_date_in_words_is_written_as_a_date(window, qtbot):
    published = open_facts(window).published
    enter(published, qtbot)
    commit(published, "3月5日")
    enter(window.article.body, qtbot)
    year = window.context.opened.issue.date.year
    assert window.article.article.archive.published.isoformat() == published.text() == f"{year}-03-05"


def test_a_tag_is_composed_and_added(window):
    tags = open_facts(window).tags
    tags.field.setFocus()
    compose(tags.field, "pandian")
    assert tags.tags == ()
    commit(tags.field, "盘点")
    commit(tags.field, "，")
    assert tags.tags == window.article.article.archive.tags == ("盘点",)
    assert [chip.text() for chip in tags._chips] == ["盘点"]


def test_the_find_bar_searches_what_is_committed_and_puts_in_what_is_committed(window, qtbot):
    window.actions_by_name["find.replace"].trigger()
    bar = window.find_bar
    check_entry(bar.query, "数据", qtbot)
    assert "/" in bar.count.text()
    check_entry(bar.replacing.field, "资料", qtbot)
    assert (bar.where, bar.replacing.words) == (Scope.ARTICLE, "资料")


def test_a_title_is_renamed_in_the_outline(window, qtbot):
    window.outline.choose(window.article.article.uid)
    enter(window.outline, qtbot)
    window.actions_by_name["article.rename"].trigger()
    line = window.outline.findChild(QLineEdit)
    qtbot.waitUntil(line.hasFocus)
    line.clear()
    check_entry(line, "云州数据", qtbot)
    steps = window.context.opened.history.stack.count()
    QTest.keyClick(line, "\r")
    qtbot.waitUntil(lambda: window.article.article.title.text == "云州数据")
    assert window.context.opened.history.stack.count() == steps + 1


def test_a_link_takes_what_is_committed(window, qtbot):
    body, found = window.article.body, []

    def act(dialog):
        line = dialog.findChild(QLineEdit)
        check_entry(line, "例子.中国", qtbot)
        found.append(dialog.windowType())
        dialog.accept()

    enter(body, qtbot)
    body.selectAll()
    answer(TextQuestion, act)
    window.actions_by_name["text.link"].trigger()
    assert found
    assert link_at(body.textCursor()) == "https://例子.中国"


def test_every_field_of_an_article_is_named_here(window):
    assert set(entries(window.article)) | set(entries(window.find_bar)) == NAMES


def test_words_offered_below_a_field_leave_it_the_input_method(window, qtbot):
    source = open_facts(window).source
    enter(source, qtbot)
    source.selectAll()
    commit(source, "数")
    (offers,) = [one for one in window.findChildren(QListView) if one.accessibleName() == "可选的词"]
    assert offers.isVisible()
    assert not offers.isWindow()
    there = candidates()
    compose(source, "ju")
    assert source.hasFocus()
    assert candidates().x() > there.x()
