"""Several cells at once: emptied, moved, written over, taken out; no cell is lost that was not meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.body import CellSpan, Run, Table, plain, text_of
from editor.model.table_edits import merge_cells
from editor.model.table_ranges import (
    CellRange,
    emptied,
    filled,
    moved_columns,
    moved_rows,
    part_of,
    whole_range,
)
from tests.strategies import tables

TABLE = Table(
    head=(text_of("事项"), text_of("数量")),
    rows=((text_of("登记"), (Run(text="12", bold=True),)), (text_of("核验"), text_of("7"))),
    caption="表1",
    note="口径",
)
TALL = merge_cells(TABLE, CellSpan(row=1, column=0, rows=2))


def words(table):
    return "/".join(" ".join(plain(cell) or "-" for cell in row) for row in table.grid())


def cells(text):
    head, *rows = (tuple(text_of(cell) for cell in line.split()) for line in text.split("/"))
    return Table(head=head, rows=tuple(rows))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda it: moved_rows(it, range(2, 3), -1), "事项 数量/核验 7/登记 12"),
        (lambda it: moved_rows(it, range(1, 2), -1), "事项 数量/登记 12/核验 7"),
        (lambda it: moved_rows(it, range(1, 3), 1), "事项 数量/登记 12/核验 7"),
        (lambda it: moved_rows(it, range(1), 1), "事项 数量/登记 12/核验 7"),
        (lambda it: moved_columns(it, range(1), 1), "数量 事项/12 登记/7 核验"),
        (lambda it: moved_columns(it, range(1), -1), "事项 数量/登记 12/核验 7"),
        (lambda it: emptied(it, CellRange(2, 1, 1, 1)), "事项 数量/登记 -/核验 -"),
        (lambda it: filled(it, 2, 1, cells("a b/c d")), "事项 数量 -/登记 12 -/核验 a b/- c d"),
        (lambda it: filled(it, 0, 0, cells("a")), "a 数量/登记 12/核验 7"),
        (lambda it: part_of(it, CellRange(2, 1, 1, 0)), "登记 12/核验 7"),
    ],
)
def test_cells_after_a_change(change, expected):
    assert words(change(TABLE)) == expected


def test_what_was_not_changed_keeps_its_looks_and_the_table_its_identity():
    made = moved_columns(filled(TABLE, 3, 0, cells("x")), range(1), 1)
    assert made.rows[0][0] == (Run(text="12", bold=True),)
    assert (made.uid, made.caption, made.note) == (TABLE.uid, "表1", "口径")


def test_a_range_takes_in_spans_that_lie_partly_in_it_and_keeps_its_corners():
    assert whole_range(TALL, CellRange(2, 1, 2, 0)) == CellRange(1, 1, 2, 0)
    assert whole_range(TALL, CellRange(0, 1, 1, 1)) == CellRange(0, 1, 1, 1)


def test_spans_are_taken_along():
    copied = part_of(TALL, CellRange(1, 0, 2, 1))
    assert [(one.row, one.column, one.rows) for one in copied.spans] == [(0, 0, 2)]
    assert [(one.row, one.column, one.rows) for one in filled(TABLE, 2, 1, copied).spans] == [(2, 1, 2)]


@given(tables(), st.data())
def test_every_range_of_every_table_can_be_taken_out_and_written_back(table, data):
    row, column = data.draw(st.sampled_from(table.places()))
    other = data.draw(st.sampled_from(table.places()))
    chosen = whole_range(table, CellRange(row, column, *other))
    copied = part_of(table, chosen)
    bare = emptied(table, chosen)
    assert not any(plain(bare.grid()[row][column]) for row in chosen.rows for column in chosen.columns)
    back = filled(bare, chosen.rows.start, chosen.columns.start, copied)
    assert [[plain(cell) for cell in line] for line in back.grid()] == [
        [plain(cell) for cell in line] for line in table.grid()
    ]
    assert back.spans == table.spans
