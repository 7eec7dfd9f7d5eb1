"""移到栏目: the chosen articles go to a section by its number."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.conftest import PATIENCE


def menu(window, qtbot):
    window.actions_by_name["article.section"].trigger()
    found = []
    qtbot.waitUntil(
        lambda: bool(found.extend(one for one in window.findChildren(QMenu) if one.isVisible()) or found),
        timeout=PATIENCE,
    )
    return found[0]


def titles(window):
    return [[one.uid for one in section.articles] for section in window.context.opened.issue.sections]


def test_the_open_article_goes_to_the_end_of_a_section_and_back_by_undo(window, qtbot):
    before = titles(window)
    uid = before[0][0]
    window.show_article(uid)
    QTest.keyClick(menu(window, qtbot), Qt.Key.Key_2)
    assert titles(window)[1] == [*before[1], uid]
    assert window.article.article.uid == uid
    window.context.opened.undo()
    assert titles(window) == before


def test_every_section_of_the_issue_is_offered_by_name(window, qtbot):
    shown = menu(window, qtbot)
    names = [one.name for one in window.context.opened.issue.sections]
    assert [line.text().split("　")[-1].replace("&&", "&") for line in shown.actions()] == names
    shown.close()


def test_several_chosen_articles_keep_their_order(window, qtbot):
    before = titles(window)
    uids = before[0][:2]
    window.outline.chosen.select(tuple(uids))
    QTest.keyClick(menu(window, qtbot), Qt.Key.Key_3)
    assert titles(window)[2][-2:] == uids
