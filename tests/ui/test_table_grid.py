"""A table under edit as a Word user expects it; nothing changes before it is accepted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.model.body import Run, Table, plain, text_of
from editor.ui.tables.dialog import TableDialog

CTRL = Qt.KeyboardModifier.ControlModifier
TABLE = Table(
    head=(text_of("事项"), text_of("数量")),
    rows=((text_of("登记"), (Run(text="12", bold=True),)), (text_of("核验"), text_of("7"))),
    caption="表1",
)


@pytest.fixture
def dialog(qtbot, theme):  # noqa: ARG001 - a dialog is dressed
    made = TableDialog(TABLE)
    qtbot.addWidget(made)
    made.show()
    return made


def cells(dialog):
    table = dialog.table
    return [[plain(cell) for cell in row] for row in (table.head, *table.rows)]


def press(dialog, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or dialog.grid, key, modifier)


def at(dialog, row, column):
    dialog.grid.setFocus()
    dialog.grid.setCurrentCell(row, column)


def write(dialog, words):
    """Type over the current cell and go on by Tab."""
    grid = dialog.grid
    grid.editItem(grid.currentItem())
    editor = grid.indexWidget(grid.currentIndex()) or QApplication.focusWidget()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Tab)


def test_a_table_opened_and_accepted_is_the_same(dialog):
    assert dialog.table == TABLE


def test_a_cell_is_typed_over_and_tab_goes_to_the_next(dialog):
    at(dialog, 1, 0)
    write(dialog, "Entry")
    assert cells(dialog)[1] == ["Entry", "12"]
    assert (dialog.grid.currentRow(), dialog.grid.currentColumn()) == (1, 1)


def test_tab_in_the_last_cell_begins_a_row(dialog):
    at(dialog, 2, 1)
    dialog.grid.walk(1)
    assert cells(dialog) == [["事项", "数量"], ["登记", "12"], ["核验", "7"], ["", ""]]
    assert dialog.grid.currentRow() == 3


def test_rows_and_columns_come_and_go_and_the_head_stays(dialog):
    at(dialog, 1, 0)
    dialog.grid.edits.insert_row(below=True)
    dialog.grid.edits.insert_column(right=True)
    assert cells(dialog) == [["事项", "", "数量"], ["登记", "", "12"], ["", "", ""], ["核验", "", "7"]]
    dialog.grid.edits.remove_columns()
    at(dialog, 2, 0)
    dialog.grid.edits.remove_rows()
    at(dialog, 0, 0)
    dialog.grid.edits.remove_rows()
    assert dialog.table == TABLE


def test_the_last_column_cannot_be_taken(dialog):
    dialog.grid.selectAll()
    dialog.grid.edits.remove_columns()
    assert len(dialog.table.head) == 2


def test_rows_move_below_the_head(dialog):
    at(dialog, 2, 0)
    dialog.grid.edits.move_row(-1)
    assert [row[0] for row in cells(dialog)] == ["事项", "核验", "登记"]
    dialog.grid.edits.move_row(-1)
    assert [row[0] for row in cells(dialog)] == ["事项", "核验", "登记"]


def test_cells_of_a_spreadsheet_make_room_for_themselves(dialog):
    QGuiApplication.clipboard().setText("a\tb\tc\nd\te\tf\n")
    at(dialog, 2, 0)
    QTest.keyClick(dialog.grid, Qt.Key.Key_V, CTRL)
    assert cells(dialog) == [["事项", "数量", ""], ["登记", "12", ""], ["a", "b", "c"], ["d", "e", "f"]]


def test_copied_cells_are_what_a_spreadsheet_reads(dialog):
    dialog.grid.selectAll()
    QTest.keyClick(dialog.grid, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "事项\t数量\n登记\t12\n核验\t7"


def test_undo_goes_back_step_by_step_to_the_beginning(dialog):
    at(dialog, 1, 1)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Delete)
    dialog.grid.edits.insert_row(below=False)
    assert dialog.table != TABLE
    for _ in range(2):
        QTest.keyClick(dialog.grid, Qt.Key.Key_Z, CTRL)
    assert dialog.table == TABLE
    QTest.keyClick(dialog.grid, Qt.Key.Key_Y, CTRL)
    assert cells(dialog)[1] == ["登记", ""]


def test_appearance_of_a_cell_survives_the_edit_of_another(dialog):
    at(dialog, 2, 1)
    write(dialog, "8")
    assert dialog.table.rows[0][1] == (Run(text="12", bold=True),)


def test_caption_and_note_are_the_tables(dialog):
    dialog.caption.setText("表2　云州")
    dialog.note.setText("口径同上")
    assert (dialog.table.caption, dialog.table.note) == ("表2　云州", "口径同上")
