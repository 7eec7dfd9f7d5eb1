"""A Chinese input method in the cells of a table: an open one, and one that is composed over."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest

from editor.model.body import Table, plain, text_of
from editor.ui.tables.cell_editor import CellEditor
from editor.ui.tables.dialog import TableDialog
from tests.ui.composing import candidates, check_entry, commit, compose, enter, shown

pytestmark = pytest.mark.usefixtures("theme", "input_method")

LONG = "云州数据登记所去年的登记"


@pytest.fixture
def table(qtbot):
    made = TableDialog(Table(head=(text_of("甲"), text_of("乙")), rows=((text_of(LONG), ()),)))
    qtbot.addWidget(made)
    made.show()
    enter(made.grid, qtbot)
    return made


def cells(dialog):
    return [[plain(cell) for cell in row] for row in (dialog.table.head, *dialog.table.rows)]


def test_an_open_cell_takes_what_is_committed(table, qtbot):
    table.grid.setCurrentCell(1, 1)
    QTest.keyClick(table.grid, Qt.Key.Key_F2)
    cell = table.grid.findChild(CellEditor)
    check_entry(cell, "数据", qtbot)
    QTest.keyClick(cell, Qt.Key.Key_Return)
    assert cells(table) == [["甲", "乙"], [LONG, "数据"]]


def test_a_cell_is_composed_over_in_its_place(table):
    grid = table.grid
    grid.setCurrentCell(1, 0)
    place = grid.visualRect(grid.currentIndex()).translated(grid.viewport().mapTo(table, grid.rect().topLeft()))
    assert place.contains(candidates().center())
    compose(grid, "shu")
    first = candidates()
    compose(grid, "shuju")
    assert candidates().x() > first.x()
    assert place.contains(candidates().center())
    assert cells(table)[1] == [LONG, ""]
    commit(grid, "数据")
    cell = grid.findChild(CellEditor)
    assert shown(cell) == "数据"
    QTest.keyClick(cell, Qt.Key.Key_Return)
    assert cells(table)[1] == ["数据", ""]


@pytest.mark.parametrize("column", [0, 1])
def test_a_cell_that_is_composed_over_hides_what_stood_there(table, column):
    table.grid.setCurrentCell(1, column)
    compose(table.grid, "shu")
    cell = table.grid.findChild(CellEditor)
    behind = QRect(cell.mapTo(table, QPoint(40, 6)), QSize(40, 20))
    looks = table.grab(behind).toImage()
    colours = {looks.pixelColor(x, y).name() for x in range(looks.width()) for y in range(looks.height())}
    assert len(colours) == 1, "something shows through"
