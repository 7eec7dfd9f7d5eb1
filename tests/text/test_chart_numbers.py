import itertools
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.text.chart_numbers import (
    axis_ticks,
    is_gap,
    read_chart,
    read_number,
    said_unit,
    said_value,
    with_headings,
)

numbers = st.decimals(-(10**12), 10**12, places=3, allow_nan=False, allow_infinity=False)
cells = st.text(max_size=10) | numbers.map(str) | st.sampled_from(("", "—", "36.5%", "1.2万", "3亿元", "约5"))


def grids(most=5):
    return st.integers(1, most).flatmap(
        lambda width: st.lists(st.lists(cells, min_size=width, max_size=width).map(tuple), max_size=most).map(tuple)
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", "1234.5"),
        ("１２３．５", "123.5"),
        ("36.5%", "36.5"),
        ("36.5％", "36.5"),
        ("1.2万", "1.2"),
        ("12亿元", "12"),
        ("−5", "-5"),
        ("－5", "-5"),
        ("–5", "-5"),
        ("(1,234)", "-1234"),
        ("+0.3", "0.3"),
        ("¥1,200", "1200"),
        (" 1 234 ", "1234"),
        ("1.5E+3", "1500"),
        ("-0", "0"),
        ("5.", "5"),
    ],
)
def test_numbers_are_read_as_people_write_them(text, value):
    read = read_number(text)
    assert read is not None
    assert read.value == Decimal(value)


@pytest.mark.parametrize(
    "text", ["约12", "12-15", "1,2", "", "—", "甲", "1.2.3", "9" * 17, "1e99", "0.0000000001", "(5", "5)"]
)
def test_what_is_no_number_is_not_taken_for_one(text):
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["", " ", "-", "—", "——", "－", "…", "无", "/"])
def test_a_dash_or_a_blank_is_a_gap(text):
    assert is_gap(text)


@given(numbers)
def test_what_is_said_is_read_back(value):
    read = read_number(said_value(value))
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize(
    ("corner", "unit"),
    [
        ("单位：亿元", "亿元"),
        ("（单位：%）", "%"),
        ("亿元", "亿元"),
        ("(万人)", "万人"),
        ("计量单位 吨", "吨"),
        ("", ""),
    ],
)
def test_the_first_cell_says_the_unit(corner, unit):
    assert said_unit(corner) == unit


@pytest.mark.parametrize(
    ("corner", "column", "unit", "values"),
    [
        ("亿元", ("12", "8.5"), "亿元", ("12", "8.5")),
        ("", ("12亿元", "8.5亿元"), "亿元", ("12", "8.5")),
        ("元", ("12亿元", "8.5亿元"), "亿元", ("12", "8.5")),
        ("人", ("1.2万", "3万"), "万人", ("1.2", "3")),
        ("亿元", ("12亿元", "8000万元"), "亿元", ("12", "0.8")),
        ("万元", ("1.2亿", "0.3亿"), "万元", ("12000", "3000")),
        ("", ("1.2万", "8000"), "", ("12000", "8000")),
        ("", ("36.5%", "—"), "%", ("36.5", None)),
    ],
)
def test_units_behind_the_numbers_count(corner, column, unit, values):
    read = read_chart(((corner, "产值"), *((str(at), cell) for at, cell in enumerate(column))))
    assert read.unit == unit
    assert read.series[0].values == tuple(None if one is None else Decimal(one) for one in values)
    assert read.problems == ()


def test_what_cannot_be_read_is_named():
    read = read_chart((("", "甲", "乙"), ("一", "约5", "3"), ("二", "待定", "36%")))
    assert read.series[0].values == (None, None)
    assert read.problems == ("“约5”、“待定”不是数，图上留空。", "有的数带 %，有的不带，画在一张图上会误导。")


def test_years_side_by_side_are_the_categories():
    read = read_chart((("亿元", "2021年", "2022年", "2023年"), ("产值", "1", "2", "3")))
    assert read.categories == ("2021年", "2022年", "2023年")
    assert [one.name for one in read.series] == ["产值"]


@pytest.mark.parametrize(
    ("pasted", "made"),
    [
        ((("甲", "1"), ("乙", "2")), (("", ""), ("甲", "1"), ("乙", "2"))),
        ((("", "2023", "2024"), ("甲", "1", "2")), (("", "2023", "2024"), ("甲", "1", "2"))),
        ((("年份", "产值"), ("2023", "1")), (("年份", "产值"), ("2023", "1"))),
        ((("1", "2"), ("3", "4")), (("", "", ""), ("", "1", "2"), ("", "3", "4"))),
        ((), ()),
    ],
)
def test_missing_headings_are_left_blank(pasted, made):
    assert with_headings(pasted) == made


@given(numbers, numbers)
@example(Decimal(0), Decimal(0))
@example(Decimal("1e-9"), Decimal(10) ** 15)
def test_ticks_are_few_and_round_and_hold_the_numbers(one, other):
    low, high = sorted((one, other))
    ticks = axis_ticks(low, high)
    steps = {after - before for before, after in itertools.pairwise(ticks)}
    assert len(steps) == 1
    assert 2 <= len(ticks) <= 7
    assert ticks[0] <= low <= high <= ticks[-1]
    assert steps.pop().normalize().as_tuple().digits in ((1,), (2,), (5,), (2, 5))


@given(grids())
def test_any_grid_is_read(grid):
    read = read_chart(grid)
    assert all(len(one.values) == len(read.categories) for one in read.series)
    assert all(read_number(said_value(value)) for value in read.values())
