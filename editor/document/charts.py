"""Charts as they are drawn: places along an axis from 0 to 1, and the words that stand at them.

All arithmetic on a chart's numbers is done here, so that the page template only places what it is given.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from editor.model.body import ChartKind, Figure
from editor.model.language import tr
from editor.text.chart_numbers import (
    MOST_CATEGORIES,
    MOST_SERIES,
    ChartNumbers,
    Series,
    axis_ticks,
    decimal_places,
    read_chart,
    said_value,
)

# parts of a whole that are told apart on one bar; more are drawn as bars
MOST_PARTS = 6
_MOST_BARS = 96
# a line may leave zero out where it would be flat otherwise
_FLAT = Decimal("0.6")
_GROUPED_FROM = 10_000
_LABEL_PLACES = 2
_LONGEST_NAME = 40
_LARGE = (("万亿", 12, 10**13), ("亿", 8, 10**9), ("万", 4, 10**7))
_COUNTED = ("千", "百万", "千万", "万", "亿")
_NAMES = {ChartKind.BAR: "柱形图", ChartKind.LINE: "折线图", ChartKind.SHARE: "构成图"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A round value of the axis. at: from 0 to 1."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSeries:
    """at: places from 0 to 1, of parts of a whole their lengths, None for a gap; labels: one each, empty for a gap."""

    name: str
    at: tuple[float | None, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart to be drawn. message: why there is none, else empty; zero: where bars begin, from 0 to 1.

    series of parts: each a whole, its parts named by the categories; numbers: of the parts of a single whole.
    """

    kind: ChartKind
    message: str = ""
    unit: str = ""
    categories: tuple[str, ...] = ()
    series: tuple[DrawnSeries, ...] = ()
    ticks: tuple[Tick, ...] = ()
    zero: float = 0
    numbers: tuple[str, ...] = ()


def chart_of(figure: Figure) -> Chart:
    """Return the chart of a figure's numbers; one with a message where they can't be drawn."""
    numbers = read_chart(figure.chart)
    message = _hindrance(numbers, figure.chart_kind)
    if message:
        return Chart(kind=figure.chart_kind, message=message)
    match figure.chart_kind:
        case ChartKind.BAR | ChartKind.LINE:
            return _on_axis(numbers, figure.chart_kind)
        case ChartKind.SHARE:
            wholes = _wholes(numbers)
            if len(wholes.categories) <= MOST_PARTS:
                return _parts(wholes)
            return _on_axis(_percentages(wholes), ChartKind.BAR)
        case _:
            assert_never(figure.chart_kind)


def chart_faults(figure: Figure) -> tuple[str, ...]:
    """Return sentences on what of a chart can't be shown as it is meant."""
    numbers = read_chart(figure.chart)
    with_message = _hindrance(numbers, figure.chart_kind)
    return (*((with_message,) if with_message else ()), *numbers.problems)


def chart_words(figure: Figure) -> str:
    """Return a chart in words for those who don't see it: kind, title and every number. It is printed, so Chinese."""
    numbers = read_chart(figure.chart)
    unit = f"单位：{numbers.unit}" if numbers.unit else ""
    rows = "；".join(filter(None, (_series_words(one, numbers.categories) for one in numbers.series)))
    parts = (_NAMES[figure.chart_kind], figure.alt or figure.caption, unit, rows)
    return "。".join(part.rstrip("。") for part in parts if part) + "。"


def _series_words(series: Series, categories: Sequence[str]) -> str:
    said = [
        f"{name}为{said_value(value)}" if name else said_value(value)
        for name, value in zip(categories, series.values, strict=True)
        if value is not None
    ]
    name = f"{series.name}：" if series.name and said else ""
    return name + "，".join(said)


def _hindrance(numbers: ChartNumbers, kind: ChartKind) -> str:
    """Return why the numbers can't be drawn, empty where they can."""
    values = numbers.values()
    if not values:
        return tr("统计图里还没有数")
    series, categories = len(numbers.series), len(numbers.categories)
    most = MOST_CATEGORIES
    if series > MOST_SERIES or categories > most or (kind is not ChartKind.LINE and series * categories > _MOST_BARS):
        return tr("统计图的数太多，画不清：有 {series} 组、{n} 类", series=series, n=categories)
    if kind is ChartKind.SHARE and (min(values) < 0 or not any(values)):
        return tr("构成图要有大于零的数，不能有负数")
    if any(len(name) > _LONGEST_NAME for name in (*numbers.categories, *(one.name for one in numbers.series))):
        return tr("统计图里有一个名称超过 {n} 个字", n=_LONGEST_NAME)
    return ""


def _on_axis(given: ChartNumbers, kind: ChartKind) -> Chart:
    numbers = _shortened(given)
    values = numbers.values()
    low, high = min(values), max(values)
    if kind is not ChartKind.LINE or low <= _FLAT * high or low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    else:
        # the lowest point stands clear of the axis
        low -= (high - low) / 20
    ticks = axis_ticks(low, high)
    first, span = ticks[0], ticks[-1] - ticks[0]
    grouped = max(map(abs, (*ticks, *values))) >= _GROUPED_FROM
    places = decimal_places(ticks)

    def at(value: Decimal) -> float:
        return min(1.0, max(0.0, float((value - first) / span)))

    return Chart(
        kind=kind,
        unit=numbers.unit,
        categories=numbers.categories,
        series=tuple(_placed(one, at, _Labels(places + _LABEL_PLACES, grouped)) for one in numbers.series),
        ticks=tuple(Tick(at=at(one), label=printed_value(one, places, grouped=grouped)) for one in ticks),
        zero=at(Decimal(0)),
    )


@dataclass(frozen=True, slots=True)
class _Labels:
    """How values are written. places: decimals, at most."""

    places: int
    grouped: bool

    def of(self, value: Decimal | None) -> str:
        if value is None:
            return ""
        own = max(0, -int(value.as_tuple().exponent))
        return printed_value(value, min(own, self.places), grouped=self.grouped)


def printed_value(value: Decimal, places: int, *, grouped: bool) -> str:
    """Return a number as a chart prints it: thousands apart where there are five figures, a dash for minus."""
    return said_value(value, places, grouped=grouped).replace("-", "–")


def _placed(series: Series, at: Callable[[Decimal], float], labels: _Labels) -> DrawnSeries:
    return DrawnSeries(
        name=series.name,
        at=tuple(None if value is None else at(value) for value in series.values),
        labels=tuple(map(labels.of, series.values)),
    )


def _shares(series: Series) -> tuple[Decimal | None, ...]:
    """Return values as parts of their sum; gaps where that is zero."""
    whole = sum(value for value in series.values if value is not None)
    return tuple(None if value is None or not whole else value / whole for value in series.values)


def _shortened(numbers: ChartNumbers) -> ChartNumbers:
    """Return huge numbers in 万, 亿 or 万亿, where their unit does not begin with such a word itself."""
    largest = max(map(abs, numbers.values()))
    word, power = next(((word, power) for word, power, least in _LARGE if largest >= least), ("", 0))
    if not word or numbers.unit.startswith(_COUNTED) or numbers.unit == "%":
        return numbers
    series = (
        replace(one, values=tuple(None if value is None else value.scaleb(-power) for value in one.values))
        for one in numbers.series
    )
    return replace(numbers, unit=word + numbers.unit, series=tuple(series))


def _wholes(numbers: ChartNumbers) -> ChartNumbers:
    """Return the numbers with each series a whole and each category a part: as they are for one, else by their rows."""
    if len(numbers.series) == 1:
        return numbers
    rows = zip(numbers.categories, zip(*(one.values for one in numbers.series), strict=True), strict=True)
    return replace(
        numbers,
        categories=tuple(one.name for one in numbers.series),
        series=tuple(Series(name=name, values=values) for name, values in rows),
    )


def _percentages(numbers: ChartNumbers) -> ChartNumbers:
    def percent(series: Series) -> Series:
        values = (None if one is None else (one * 100).quantize(Decimal("0.1")) for one in _shares(series))
        return replace(series, values=tuple(values))

    return replace(numbers, unit="%", series=tuple(map(percent, numbers.series)))


def _parts(numbers: ChartNumbers) -> Chart:
    def drawn(series: Series) -> DrawnSeries:
        shares = _shares(series)
        labels = tuple("" if one is None else f"{said_value(one * 100, 1)}%" for one in shares)
        return DrawnSeries(
            name=series.name, at=tuple(None if one is None else float(one) for one in shares), labels=labels
        )

    alone = numbers.series[0] if len(numbers.series) == 1 and numbers.unit != "%" else None
    written = (
        (printed_value(one, decimal_places((one,)), grouped=True) if one is not None else "" for one in alone.values)
        if alone
        else ()
    )
    return Chart(
        kind=ChartKind.SHARE,
        unit=numbers.unit,
        categories=numbers.categories,
        series=tuple(map(drawn, numbers.series)),
        numbers=tuple(written) or ("",) * len(numbers.categories),
    )
