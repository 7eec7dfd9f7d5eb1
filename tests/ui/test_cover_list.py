"""Which articles the cover names: ticked and put in order in the window, on the page a moment later."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton

from editor.model.cover_articles import cover_articles
from tests.ui.conftest import PATIENCE

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def listed(window):
    """The list of the cover's articles, in view."""
    rect = window.outline.visualRect(window.outline.model().find("cover"))
    QTest.mouseClick(window.outline.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    found = next(one for one in window.findChildren(QListWidget) if one.accessibleName() == "导读的文章")
    found.setFocus()
    return found


def rows(listed):
    return [listed.item(row).text() for row in range(listed.count())]


def ticked(listed):
    items = (listed.item(row) for row in range(listed.count()))
    return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]


def printed(window):
    return [one.contents_line for one in cover_articles(window.context.opened.issue)]


def chosen(window):
    return window.context.opened.issue.cover_articles


def note(listed, start):
    return next(one for one in listed.parent().parent().children() if getattr(one, "text", str)().startswith(start))


def test_by_itself_the_first_article_of_each_other_section_is_ticked(window, listed):
    assert chosen(window) is None
    assert [text.split("（")[0] for text in ticked(listed)] == printed(window)
    assert len(rows(listed)) == len(tuple(window.context.opened.issue.articles()))
    assert note(listed, "封面印 3 条")


def test_space_ticks_an_article_behind_the_others_and_undo_takes_it_back(window, listed, qtbot):
    before = printed(window)
    listed.setCurrentRow(len(before))
    new = rows(listed)[len(before)].split("（")[0]
    with qtbot.waitSignal(window.bridge.pages_set, timeout=PATIENCE):
        QTest.keyClick(listed, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: printed(window) == [*before, new], timeout=PATIENCE)
    assert window.actions_by_name["undo"].text() == "撤销 选导读"
    window.context.opened.undo()
    assert printed(window) == before
    assert [text.split("（")[0] for text in ticked(listed)] == before


def test_an_article_unticked_is_not_printed_and_none_may_be_left(window, listed, qtbot):
    for left in (2, 1, 0):
        listed.setCurrentRow(0)
        QTest.keyClick(listed, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda left=left: len(printed(window)) == left, timeout=PATIENCE)
    assert chosen(window) == ()


def test_ctrl_up_and_down_put_articles_in_order(window, listed):
    first, second, third = printed(window)
    listed.setCurrentRow(0)
    QTest.keyClick(listed, Qt.Key.Key_Down, CTRL)
    assert printed(window) == [second, first, third]
    assert listed.currentRow() == 1
    QTest.keyClick(listed, Qt.Key.Key_Up, CTRL)
    QTest.keyClick(listed, Qt.Key.Key_Up, CTRL)
    assert printed(window) == [first, second, third]


def test_a_row_dragged_takes_its_place_and_one_dragged_between_them_joins(window, listed, qtbot):
    first, second, third = printed(window)
    listed.model().moveRow(QModelIndex(), 2, QModelIndex(), 0)
    qtbot.waitUntil(lambda: printed(window) == [third, first, second], timeout=PATIENCE)
    new = rows(listed)[5].split("（")[0]
    listed.model().moveRow(QModelIndex(), 5, QModelIndex(), 1)
    qtbot.waitUntil(lambda: printed(window) == [third, new, first, second], timeout=PATIENCE)


def test_more_than_fit_is_said_before_it_is_printed(window, listed, qtbot):
    for _ in range(5):
        listed.setCurrentRow(len(printed(window)))
        before = len(printed(window))
        QTest.keyClick(listed, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda before=before: len(printed(window)) == before + 1, timeout=PATIENCE)
    assert [text.endswith("放不下") for text in ticked(listed)] == [False] * 5 + [True] * 3
    assert note(listed, "封面放得下 5 条，后面 3 条不印")


def test_the_choice_is_given_back_to_the_sections(window, listed):
    before = printed(window)
    back = next(one for one in window.findChildren(QPushButton) if one.text() == "照栏目自动排")
    assert not back.isVisible()
    listed.setCurrentRow(0)
    QTest.keyClick(listed, Qt.Key.Key_Down, CTRL)
    assert back.isVisible()
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert (chosen(window), printed(window)) == (None, before)


def test_a_click_on_the_words_of_a_row_ticks_nothing(window, listed):
    rect = listed.visualItemRect(listed.item(4))
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() + QPoint(40, 0))
    assert chosen(window) is None
