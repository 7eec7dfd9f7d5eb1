"""Rows, columns and cells of a table come, go and move; the head stays, and no cell is lost that was not meant."""

import pytest

from editor.model.body import Run, Table, plain, text_of
from editor.model.table_edits import (
    CellRange,
    emptied,
    filled,
    grid_of,
    insert_column,
    insert_row,
    move_columns,
    move_rows,
    part_of,
    remove_columns,
    remove_rows,
)

TABLE = Table(
    head=(text_of("事项"), text_of("数量")),
    rows=((text_of("登记"), (Run(text="12", bold=True),)), (text_of("核验"), text_of("7"))),
    caption="表1",
    note="口径",
)


def words(table):
    return "/".join(" ".join(plain(cell) or "-" for cell in row) for row in grid_of(table))


def cells(text):
    return tuple(tuple(text_of(cell) for cell in line.split()) for line in text.split("/"))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda it: insert_row(it, 0), "事项 数量/- -/登记 12/核验 7"),
        (lambda it: insert_row(it, 3), "事项 数量/登记 12/核验 7/- -"),
        (lambda it: insert_column(it, 0), "- 事项 数量/- 登记 12/- 核验 7"),
        (lambda it: insert_column(it, 2), "事项 数量 -/登记 12 -/核验 7 -"),
        (lambda it: remove_rows(it, range(2)), "事项 数量/核验 7"),
        (lambda it: remove_rows(it, range(3)), "事项 数量"),
        (lambda it: remove_columns(it, range(1)), "数量/12/7"),
        (lambda it: remove_columns(it, range(2)), "事项 数量/登记 12/核验 7"),
        (lambda it: move_rows(it, range(2, 3), -1), "事项 数量/核验 7/登记 12"),
        (lambda it: move_rows(it, range(1, 2), -1), "事项 数量/登记 12/核验 7"),
        (lambda it: move_rows(it, range(1, 3), 1), "事项 数量/登记 12/核验 7"),
        (lambda it: move_columns(it, range(1), 1), "数量 事项/12 登记/7 核验"),
        (lambda it: move_columns(it, range(1), -1), "事项 数量/登记 12/核验 7"),
        (lambda it: emptied(it, CellRange(2, 1, 1, 1)), "事项 数量/登记 -/核验 -"),
        (lambda it: filled(it, 2, 1, cells("a b/c d")), "事项 数量 -/登记 12 -/核验 a b/- c d"),
        (lambda it: filled(it, 0, 0, cells("a")), "a 数量/登记 12/核验 7"),
        (lambda it: part_of(it, CellRange(2, 1, 1, 0)), "登记 12/核验 7"),
    ],
)
def test_cells_after_a_change(change, expected):
    assert words(change(TABLE)) == expected


def test_what_was_not_changed_keeps_its_looks_and_the_table_its_identity():
    made = insert_column(insert_row(TABLE, 3), 0)
    assert made.rows[0][2] == (Run(text="12", bold=True),)
    assert (made.uid, made.caption, made.note) == (TABLE.uid, "表1", "口径")
