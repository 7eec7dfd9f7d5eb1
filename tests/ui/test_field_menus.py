"""The menus that a right click opens in text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.model.body import Figure, Table
from editor.ui.body.object_walk import cell_location
from editor.ui.body.places import object_corner
from tests.ui.conftest import open_facts


@pytest.fixture
def menu_of(qtbot):
    """Return what opens a field's menu at a place, by default its corner, as the window system asks for it."""

    def open_menu(field, place=None):
        target = getattr(field, "viewport", lambda: field)()
        at = place or target.rect().topLeft()
        QTest.mouseClick(target, Qt.MouseButton.RightButton, pos=at)
        QApplication.sendEvent(target, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, target.mapToGlobal(at)))
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        return QApplication.activePopupWidget()

    yield open_menu
    if QApplication.activePopupWidget():
        QApplication.activePopupWidget().close()


def words(menu):
    return {one.text() for one in menu.actions() if one.isEnabled()}


def choose(menu, name):
    action = next(one for one in menu.actions() if one.text().startswith(name))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def place_of(body, found):
    at = QTextCursor(body.document().find(found))
    at.setPosition(at.selectionStart())
    return body.cursorRect(at).center()


def test_undo_in_a_fields_menu_is_the_windows(window, menu_of):
    source = open_facts(window).source
    before = source.text()
    source.setFocus()
    QTest.keyClicks(source, "abc")
    menu = menu_of(source)
    undo = next(one for one in menu.actions() if one.text().startswith("撤销"))
    assert undo is window.actions_by_name["undo"]
    assert undo.isEnabled()
    choose(menu, "撤销")
    assert source.text() == before


def test_the_bodys_menu_pastes_where_it_was_opened(window, menu_of):
    body = window.article.body
    first = body.toPlainText()[:4]
    QGuiApplication.clipboard().setText("XYZ")
    menu = menu_of(body, place_of(body, first[2:]))
    assert {"粘贴为纯文字", "加粗", "链接…"} <= words(menu)
    choose(menu, "粘贴为纯文字")
    assert body.toPlainText().startswith(f"{first[:2]}XYZ")


def test_a_selection_stays_when_the_menu_opens_on_it(window, menu_of):
    body = window.article.body
    chosen = body.document().find(body.toPlainText()[:6])
    body.setTextCursor(chosen)
    menu_of(body, place_of(body, body.toPlainText()[2:5]))
    assert body.textCursor().selectedText() == chosen.selectedText()


def test_a_right_click_on_a_cell_offers_what_can_be_done_to_rows_and_columns(window, menu_of):
    articles = window.context.opened.issue.articles()
    article, table = next((one, block) for one in articles for block in one.blocks if isinstance(block, Table))
    window.show_article(article.uid)
    body = window.article.body
    place = body.objects.drawing(table.uid).places[cell_location(table, 1, 0)].area.center()
    menu = menu_of(body, (place + object_corner(body.document(), table.uid)).toPoint())
    assert body.editing.texts.location == cell_location(table, 1, 0)
    assert {"上方加行", "删列", "合并单元格", "删除图表"} <= words(menu)
    assert not {"换图…", "编辑图表…"} & words(menu)
    choose(menu, "下方加行")
    changed = window.context.opened.value.article(article.uid)
    assert [len(block.rows) for block in changed.blocks if block.uid == table.uid] == [len(table.rows) + 1]


def test_a_right_click_on_a_figure_chooses_it_and_offers_what_it_can(window, menu_of, qtbot):
    articles = window.context.opened.issue.articles()
    article, figure = next((one, block) for one in articles for block in one.blocks if isinstance(block, Figure))
    window.show_article(article.uid)
    body = window.article.body
    qtbot.waitUntil(lambda: figure.uid in body.objects.places)
    menu = menu_of(body, body.objects.places[figure.uid].center().toPoint())
    assert body.caret.chosen_object() == figure
    assert {"编辑图表…", "换图…", "删除图表"} <= words(menu)
    choose(menu, "删除图表")
    assert figure not in window.context.opened.value.article(article.uid).blocks
