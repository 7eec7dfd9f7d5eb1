"""Rows, columns and spans of tables: what a user sees after each change."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model import table_edits as edits
from editor.model.body import CellSpan, ColumnAlignment, Run, Table, plain, text_of
from tests.strategies import tables

AUTO, LEFT, RIGHT = ColumnAlignment.AUTO, ColumnAlignment.LEFT, ColumnAlignment.RIGHT


def table(*rows, spans=(), **rest):
    head, *below = (tuple(map(text_of, row.split("|"))) for row in rows)
    return Table(head=head, rows=tuple(below), spans=tuple(CellSpan(**one) for one in spans), **rest)


def shown(made):
    return ["|".join(map(plain, row)) for row in made.grid()]


def spans(made):
    return [(one.row, one.column, one.rows, one.columns) for one in made.spans]


TALL = {"row": 1, "column": 0, "rows": 2}
WIDE = {"row": 1, "column": 1, "columns": 2}


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"spans": [{"row": 1, "column": 0}]}, "at least two"),
        ({"spans": [{"row": 2, "column": 0, "rows": 3}]}, "inside"),
        ({"spans": [{"row": 0, "column": -1, "columns": 2}]}, "inside"),
        ({"spans": [{"row": 1, "column": 1, "columns": 3}]}, "inside"),
        ({"spans": [{"row": 0, "column": 0, "rows": 2}]}, "header"),
        ({"spans": [TALL, {"row": 2, "column": 0, "columns": 2}]}, "overlap"),
        ({"spans": [WIDE, TALL]}, "order"),
        ({"spans": [{"row": 1, "column": 1, "rows": 2}]}, "empty"),
        ({"header_rows": 4}, "header rows"),
        ({"alignments": (LEFT,)}, "alignments"),
    ],
)
def test_what_is_no_table_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        table("甲|乙|丙", "一|二|", "|四|五", **wrong)


def test_merged_cells_say_all_they_said():
    made = edits.merge_cells(table("甲|乙", "一|二", "三|"), CellSpan(row=1, column=0, rows=2, columns=2))
    assert (shown(made), spans(made)) == (["甲|乙", "一 二 三|", "|"], [(1, 0, 2, 2)])


def test_a_span_that_lies_partly_in_the_area_is_taken_in_whole():
    made = edits.merge_cells(
        table("甲|乙|丙", "一|二|三", "|五|六", spans=[TALL]), CellSpan(row=2, column=0, columns=2)
    )
    assert (shown(made), spans(made)) == (["甲|乙|丙", "一 二 五||三", "||六"], [(1, 0, 2, 2)])


def test_header_rows_are_not_joined_with_others():
    assert edits.merge_cells(table("甲", "一"), CellSpan(row=0, column=0, rows=2)) is None


def test_a_span_taken_apart_keeps_its_text_in_the_first_cell():
    made = edits.split_cells(table("甲|乙", "一|二", "|三", spans=[TALL]), CellSpan(row=2, column=0))
    assert (shown(made), spans(made)) == (["甲|乙", "一|二", "|三"], [])


@pytest.mark.parametrize(
    ("change", "rows", "left"),
    [
        (lambda one: edits.insert_row(one, 2), ["甲|乙|丙", "一|二|", "||", "|四|五"], [(1, 0, 3, 1), (1, 1, 1, 2)]),
        (lambda one: edits.insert_row(one, 1), ["甲|乙|丙", "||", "一|二|", "|四|五"], [(2, 0, 2, 1), (2, 1, 1, 2)]),
        (lambda one: edits.insert_column(one, 2), ["甲|乙||丙", "一|二||", "|四||五"], [(1, 0, 2, 1), (1, 1, 1, 3)]),
        (lambda one: edits.insert_column(one, 0), ["|甲|乙|丙", "|一|二|", "||四|五"], [(1, 1, 2, 1), (1, 2, 1, 2)]),
        (lambda one: edits.remove_rows(one, {1}), ["甲|乙|丙", "一|四|五"], []),
        (lambda one: edits.remove_columns(one, {1}), ["甲|丙", "一|二", "|五"], [(1, 0, 2, 1)]),
        (lambda one: edits.move_row(one, 1, 1), ["甲|乙|丙", "一|四|五", "|二|"], [(1, 0, 2, 1), (2, 1, 1, 2)]),
        (lambda one: edits.move_row(one, 2, -1), ["甲|乙|丙", "一|四|五", "|二|"], [(1, 0, 2, 1), (2, 1, 1, 2)]),
        (lambda one: edits.move_row(one, 2, -2), ["一|四|五", "甲|乙|丙", "|二|"], [(2, 1, 1, 2)]),
        (lambda one: edits.move_column(one, 0, 1), ["乙|甲|丙", "二|一|", "四||五"], [(1, 1, 2, 1)]),
        (lambda one: edits.with_header_rows(one, 2), ["甲|乙|丙", "一|二|", "|四|五"], [(1, 1, 1, 2)]),
    ],
)
def test_spans_follow_rows_and_columns(change, rows, left):
    made = change(table("甲|乙|丙", "一|二|", "|四|五", spans=[TALL, WIDE]))
    assert (shown(made), spans(made)) == (rows, left)


def test_the_last_row_and_column_stay():
    assert edits.remove_rows(table("甲"), {0}) is None
    assert edits.remove_columns(table("甲"), {0}) is None


def test_header_rows_count_what_stands_above():
    made = table("甲", "乙", "一", header_rows=2)
    assert edits.insert_row(made, 1).header_rows == 3
    assert edits.insert_row(made, 2).header_rows == 2
    assert edits.remove_rows(made, {0}).header_rows == 1


def test_alignments_follow_their_columns():
    made = edits.with_alignment(table("甲|乙|丙", "一|二|三"), {1}, RIGHT)
    assert made.alignments == (AUTO, RIGHT, AUTO)
    assert edits.insert_column(made, 0).alignments == (AUTO, AUTO, RIGHT, AUTO)
    assert edits.move_column(made, 1, -1).alignments == (RIGHT, AUTO, AUTO)
    assert edits.remove_columns(made, {2}).alignments == (AUTO, RIGHT)
    assert edits.with_alignment(made, {1}, AUTO).alignments == ()


def test_a_cell_under_a_span_is_the_spans():
    made = edits.with_cell(table("甲|乙", "一|二", "|三", spans=[TALL]), 2, 0, (Run(text="新"),))
    assert shown(made) == ["甲|乙", "新|二", "|三"]


def test_a_table_grows_to_take_what_is_pasted():
    assert shown(edits.resized(table("甲", "一"), 3, 2)) == ["甲|", "一|", "|"]


CHANGES = st.sampled_from(
    (
        edits.insert_row,
        edits.insert_column,
        lambda one, at: edits.remove_rows(one, {at}),
        lambda one, at: edits.remove_columns(one, {at % len(one.head)}),
        lambda one, at: edits.move_row(one, at % (len(one.rows) + 1), 1),
        lambda one, at: edits.move_column(one, at % len(one.head), -1),
        lambda one, at: edits.with_header_rows(one, at % (len(one.rows) + 2)),
        lambda one, at: edits.split_cells(one, CellSpan(row=at, column=0)),
        lambda one, _: edits.merge_cells(one, CellSpan(row=0, column=0, rows=len(one.rows) + 1, columns=len(one.head))),
    )
)


@given(tables(), CHANGES, st.integers(0, 3))
def test_every_change_leaves_a_table_with_its_words(before, change, at):
    at = min(at, len(before.head) if change is edits.insert_column else len(before.rows) + 1)
    after = change(before, at)
    if after is None:
        return
    assert after.uid == before.uid
    added = {edits.insert_row, edits.insert_column}
    if change in added:
        assert words(after) == words(before)
    assert replace(after) == after


def words(made):
    return sorted(filter(None, (plain(cell) for row in made.grid() for cell in row)))
