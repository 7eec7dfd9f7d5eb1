import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.document.charts import chart_faults, chart_of, chart_words
from editor.model.body import ChartKind, Figure
from tests.text.test_chart_numbers import grids

YEARS = (("单位：亿元", "产值", "投资"), ("2022年", "1,205", "-80"), ("2023年", "—", "96.5"))


def chart(*rows, kind=ChartKind.BAR, **fields):
    return Figure(chart=rows, chart_kind=kind, **fields)


def test_a_chart_is_told_in_words_with_every_number():
    assert chart_words(chart(*YEARS, caption="图1 规模")) == (
        "柱形图。图1 规模。单位：亿元。产值：2022年为1,205；投资：2022年为-80，2023年为96.5。"
    )
    assert chart_words(chart(*YEARS, kind=ChartKind.LINE, caption="图1", alt="产值上升。")).startswith(
        "折线图。产值上升。单位"
    )


def test_values_are_places_on_a_round_axis():
    made = chart_of(chart(*YEARS))
    assert [tick.label for tick in made.ticks] == ["–500", "0", "500", "1000", "1500"]
    assert made.series[0].labels == ("1205", "")
    assert made.series[1].labels == ("–80", "96.5")
    assert made.series[0].at == (pytest.approx(1705 / 2000), None)
    assert made.zero == 0.25


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("12345", "", "12,345"),
        ("1234567890", "元", "12.35"),
        ("1234567890", "亿元", "1,234,567,890"),
        ("4999", "", "4999"),
    ],
)
def test_thousands_stand_apart_and_huge_numbers_are_shortened(value, unit, shown):
    made = chart_of(chart((unit, "甲"), ("一", value)))
    assert made.series[0].labels == (shown,)
    assert made.unit == ("亿元" if unit == "元" else unit)


def test_a_flat_line_leaves_zero_out_and_a_bar_never_does():
    rows = (("", "指数"), ("1月", "101.2"), ("2月", "99.5"))
    assert chart_of(chart(*rows, kind=ChartKind.LINE)).ticks[0].label == "99.0"
    assert chart_of(chart(*rows)).ticks[0].label == "0"


def test_parts_of_one_whole_and_of_several():
    one = chart_of(chart(("亿元", "占比"), ("甲", "3"), ("乙", "1"), kind=ChartKind.SHARE))
    assert (one.categories, one.series[0].labels, one.numbers) == (("甲", "乙"), ("75.0%", "25.0%"), ("3", "1"))
    rows = (("", "一产", "二产"), ("2014年", "1", "3"), ("2024年", "1", "1"))
    several = chart_of(chart(*rows, kind=ChartKind.SHARE))
    assert [(one.name, one.at) for one in several.series] == [("2014年", (0.25, 0.75)), ("2024年", (0.5, 0.5))]
    assert several.categories == ("一产", "二产")


def test_many_parts_become_bars_of_their_shares():
    rows = (("亿元", "支出"), *((f"第{at}项", "1") for at in range(10)))
    made = chart_of(chart(*rows, kind=ChartKind.SHARE))
    assert (made.kind, made.unit, set(made.series[0].labels)) == (ChartKind.BAR, "%", {"10.0"})


@pytest.mark.parametrize(
    ("figure", "message"),
    [
        (chart(("", "甲")), "统计图里还没有数"),
        (chart(("甲",), ("1",)), "统计图里还没有数"),
        (chart(("", "甲"), ("一", "无")), "统计图里还没有数"),
        (chart(("", "甲"), ("一", "-1"), kind=ChartKind.SHARE), "构成图要有大于零的数，不能有负数"),
        (chart(("", "甲"), ("一", "0"), kind=ChartKind.SHARE), "构成图要有大于零的数，不能有负数"),
        (chart(("", "甲"), ("长" * 41, "1")), "统计图里有一个名称超过 40 个字"),
        (chart(("", *"甲" * 9), *(("一", *"1" * 9),) * 9), "统计图的数太多，画不清：有 9 组、9 类"),
    ],
)
def test_what_cannot_be_drawn_says_so(figure, message):
    assert chart_of(figure).message == message
    assert message in chart_faults(figure)


@given(grids(12), st.sampled_from(ChartKind))
def test_any_grid_gives_places_on_the_axis_or_a_message(grid, kind):
    made = chart_of(Figure(chart=grid, chart_kind=kind))
    places = [place for one in made.series for place in one.at if place is not None]
    assert all(0 <= place <= 1 for place in (*places, made.zero, *(tick.at for tick in made.ticks)))
    assert bool(made.message) or places
