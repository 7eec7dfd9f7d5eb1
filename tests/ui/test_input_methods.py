"""A Chinese input method in every field of the window: letters show, nothing is written before the commit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from editor.model.body import Table, text_of
from editor.ui.tables.cell_editor import CellEditor
from editor.ui.tables.dialog import TableDialog

FIELDS = ("title", "body", "source", "link", "caption", "contents", "subtitle", "editor")


def field(window, name):
    view = window.article
    return {"title": view.title, "body": view.body}.get(name) or getattr(view.facts, name)


def compose(widget, letters):
    QApplication.sendEvent(widget, QInputMethodEvent(letters, []))


def commit(widget, words):
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def shown(widget):
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


@pytest.mark.parametrize("name", FIELDS)
def test_letters_write_nothing_and_a_commit_is_one_step(window, name):
    widget = field(window, name)
    widget.setFocus()
    before, steps = window.session.space, window.session.work.stack.count()
    compose(widget, "shuju")
    assert window.session.space is before
    commit(widget, "数据")
    assert "数据" in shown(widget)
    assert window.session.work.stack.count() == steps + 1
    window.session.undo()
    assert window.session.space == before


@pytest.mark.parametrize("name", FIELDS)
def test_the_candidate_box_follows_the_caret(window, name):
    widget = field(window, name)
    widget.setFocus()
    commit(widget, "数据要素")
    ask = Qt.InputMethodQuery.ImCursorRectangle
    there = widget.inputMethodQuery(ask)
    commit(widget, "市场")
    assert widget.inputMethodQuery(ask).x() > there.x()


def test_a_tag_is_composed_and_added(window):
    tags = window.article.facts.tags
    tags.field.setFocus()
    compose(tags.field, "pandian")
    assert tags.tags == ()
    commit(tags.field, "盘点")
    commit(tags.field, "，")
    assert tags.tags == window.article.article.archive.tags == ("盘点",)
    assert [chip.text() for chip in tags._chips] == ["盘点"]


def test_the_find_bar_searches_what_is_committed(window):
    window.actions_by_name["find"].trigger()
    query = window.find_bar.query
    compose(query, "shuju")
    assert window.find_bar.count in ("", "没有找到")
    commit(query, "数据")
    assert "/" in window.find_bar.count


def test_a_cell_takes_what_is_committed(qtbot, theme):  # noqa: ARG001 - a dialog is dressed
    dialog = TableDialog(Table(head=(text_of("甲"),), rows=((text_of("乙"),),)))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.grid.setCurrentCell(1, 0)
    dialog.grid.editItem(dialog.grid.currentItem())
    cell = dialog.grid.findChild(CellEditor)
    compose(cell, "shuju")
    commit(cell, "数据")
    dialog.grid.commitData(cell)
    assert dialog.table.rows == ((text_of("数据"),),)


@pytest.mark.parametrize("name", ["caption", "note"])
def test_caption_and_note_take_what_is_committed(qtbot, theme, name):  # noqa: ARG001 - a dialog is dressed
    dialog = TableDialog(Table(head=(text_of("甲"),)))
    qtbot.addWidget(dialog)
    line = getattr(dialog, name)
    compose(line, "shuju")
    assert getattr(dialog.table, name) == ""
    commit(line, "数据")
    assert getattr(dialog.table, name) == "数据"
