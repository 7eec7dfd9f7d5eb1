"""The numbers of a chart, read from the texts of its grid: first row and column are headings, the first cell the unit.

Written as people write them: 1,234.5, 36.5%, 1.2万, full-width digits, − for minus; a blank or a dash is a gap.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from editor.model.language import tr
from editor.text.cell_grid import Grid, trimmed

# what a chart of a page can show: groups of bars or lines, and names along its axis
MOST_SERIES, MOST_CATEGORIES = 8, 40
_LARGEST, _FINEST = Decimal(10) ** 15, -9
_GAPS = frozenset(("", "-", "--", "–", "—", "——", "…", "……", "/", "无", "N/A", "NA", "n/a"))
_NUMBER = re.compile(
    r"(?P<open>\()?[¥$]?(?P<sign>[-+−–])?[¥$]?(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,18})(?P<rest>\.\d{0,18})?"
    r"(?P<power>[eE][-+]?\d{1,2})?(?P<tail>[^\d\s.,()+−–-]{0,8})(?P<close>\))?"
)
_TIMES = {"万亿": 12, "千万": 7, "百万": 6, "亿": 8, "万": 4, "千": 3}
_UNIT = re.compile(r"(?:计量)?单位[:：]?(.*)", re.DOTALL)
# what stands in a first cell that is no unit: 年份, 地区
_COUNTED = re.compile(
    r"(?:千|百|百万|千万|万|亿|万亿)?(?:美元|欧元|元|人次|人|户|家|个|件|项|次|起|篇|所|座|吨|公斤|千克|公里|千米|米|平方米|平方公里|公顷|亩|"
    r"辆|台|套|岁|天|小时|分|点|点位|千瓦时|度|%|‰|百分点|个百分点)(?:/[\w%]{1,6})?"
)
_YEARS = range(1900, 2101)
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A row of numbers under one name, one for each category, None for a gap."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartNumbers:
    """What a chart shows. problems: sentences on what of the grid can't be shown, in reading order."""

    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    problems: tuple[str, ...] = ()

    def values(self) -> tuple[Decimal, ...]:
        """Return every number."""
        return tuple(value for one in self.series for value in one.values if value is not None)


class CellNumber(NamedTuple):
    """A number as its cell has it. tail: what stands behind it: %, 万, 亿元."""

    value: Decimal
    tail: str


def read_number(text: str) -> CellNumber | None:
    """Return the number of a cell, None for a text that is none or is beyond what an axis can show."""
    bare = "".join(unicodedata.normalize("NFKC", text).split())
    found = _NUMBER.fullmatch(bare)
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    value = Decimal(found["digits"].replace(",", "") + (found["rest"] or "") + (found["power"] or ""))
    minus = found["open"] or found["sign"] in ("-", "−", "–")
    value = -value if minus and value else value
    return CellNumber(value, found["tail"]) if _in_reach(value) else None


def is_gap(text: str) -> bool:
    """Return whether a cell says that there is no number."""
    return unicodedata.normalize("NFKC", text).strip() in _GAPS or text.strip() in _GAPS


def read_chart(grid: Grid) -> ChartNumbers:
    """Return the numbers of a grid. One with many columns and few rows is read along its rows."""
    turned = turned_grid(grid) if _lies(grid) else grid
    heads, rows = turned[0] if turned else (), turned[1:]
    read = [[read_number(cell) for cell in row[1:]] for row in rows]
    unit, shared = _common_unit(
        said_unit(turned[0][0]) if turned else "", {one.tail for row in read for one in row if one}
    )
    values = [[_in_unit(one, unit, shared=shared) if one else None for one in row] for row in read]
    series = tuple(
        Series(name=name.strip(), values=tuple(row[at] for row in values)) for at, name in enumerate(heads[1:])
    )
    return ChartNumbers(
        unit=unit,
        categories=tuple(row[0].strip() for row in rows),
        series=series,
        problems=tuple(_problems(rows, read)),
    )


def said_unit(corner: str) -> str:
    """Return the unit that the first cell names, without 单位： and brackets."""
    bare = corner.strip()
    found = _UNIT.fullmatch(bare.strip("（）()"))
    return (found[1] if found else bare).strip().strip("（）()").strip()


def is_unit(corner: str) -> bool:
    """Return whether a first cell names a unit, not what the first column holds."""
    bare = "".join(corner.split()).replace("％", "%")
    return bool(_UNIT.fullmatch(bare.strip("（）()")) or (bare and _COUNTED.fullmatch(bare.strip("（）()"))))


def turned_grid(grid: Grid) -> Grid:
    """Return a grid with rows and columns exchanged."""
    return tuple(zip(*grid, strict=True))


def with_headings(grid: Grid) -> Grid:
    """Return a grid as it is pasted with the headings that it lacks, left blank."""
    if grid and all(_is_datum(cell) for cell in grid[0][1:]) and not _all_years(grid[0][1:]) and grid[0][1:]:
        grid = (("",) * len(grid[0]), *grid)
    first = [row[0] for row in grid[1:]]
    if first and all(map(_is_datum, first)) and not _all_years(first):
        grid = tuple(("", *row) for row in grid)
    return grid


def chart_grid(pasted: Grid) -> Grid:
    """Return the cells of a spreadsheet as a chart has them: headings all round, a first cell that is no unit empty."""
    grid = trimmed(with_headings(pasted))
    if not grid:
        return ()
    return ((said_unit(grid[0][0]) if is_unit(grid[0][0]) else "", *grid[0][1:]), *grid[1:])


def axis_ticks(low: Decimal, high: Decimal, *, intervals: int = 5) -> tuple[Decimal, ...]:
    """Return round values at equal distances, ascending, from one not above low to one not below high."""
    least = (high - low) / intervals if high > low else (abs(high) or intervals) / Decimal(intervals)
    power = Decimal(1).scaleb(least.adjusted())
    # 25, but neither 2.5 nor 0.25
    steps = (each * power for each in _STEPS if power > 1 or each.as_tuple().exponent == 0)
    step = next(each for each in steps if each >= least)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    return tuple(step * at for at in range(first, max(last, first + 1) + 1))


def decimal_places(values: Sequence[Decimal]) -> int:
    """Return how many decimals the values have at most, without final zeros."""
    return max((max(0, -int(value.normalize().as_tuple().exponent)) for value in values), default=0)


def said_value(value: Decimal, places: int | None = None, *, grouped: bool = True) -> str:
    """Return a number as it is printed. places: decimals, its own where None; grouped: thousands apart by commas."""
    digits = decimal_places((value,)) if places is None else places
    return f"{value:{',' if grouped else ''}.{digits}f}"


def _in_reach(value: Decimal) -> bool:
    return abs(value) <= _LARGEST and decimal_places((value,)) <= -_FINEST


def _power(unit: str) -> int:
    """Return the power of ten that a unit begins with: 4 for 万元."""
    return next((times for word, times in _TIMES.items() if unit.startswith(word)), 0)


def _common_unit(unit: str, tails: set[str]) -> tuple[str, bool]:
    """Return the unit of all numbers, and whether they are in it as they stand, whatever is behind them."""
    tail = next(iter(tails)) if len(tails) == 1 else ""
    if len(tails) == 1 and (tail in unit or not _power(unit)):
        return (
            unit if tail in unit else tail if tail.endswith(unit) else tail + unit if tail in _TIMES else unit
        ), True
    bare = {tail[len(word) :] for tail in tails for word in _word_of(tail)}
    return unit or (bare.pop() if len(bare) == 1 else ""), False


def _word_of(tail: str) -> tuple[str]:
    return (next((word for word in _TIMES if tail.startswith(word)), ""),)


def _in_unit(number: CellNumber, unit: str, *, shared: bool) -> Decimal:
    """Return a number with its own 万 or 亿 counted out."""
    power = 0 if shared else _power(number.tail)
    return number.value.scaleb(power - _power(unit)) if power else number.value


def _problems(rows: Grid, read: Sequence[Sequence[CellNumber | None]]) -> Iterator[str]:
    pairs = [pair for row, found in zip(rows, read, strict=True) for pair in zip(row[1:], found, strict=True)]
    unreadable = [text for text, one in pairs if one is None and not is_gap(text)]
    if unreadable:
        names = tr("、").join(f"“{text.strip()[:12]}”" for text in unreadable[:_MOST_NAMED])
        more = tr("等 {n} 格", n=len(unreadable)) if len(unreadable) > _MOST_NAMED else ""
        yield tr("{names}{more}不是数，图上留空。", names=names, more=more)
    if len({"%" in one.tail for _, one in pairs if one}) > 1:
        yield tr("有的数带 %，有的不带，画在一张图上会误导。")


def _lies(grid: Grid) -> bool:
    """Return whether the categories stand side by side: one row of numbers, or more columns than series can be told."""
    series, categories = (len(grid[0]) - 1 if grid else 0), len(grid) - 1
    return series > categories and (categories == 1 or (series > MOST_SERIES // 2 and categories <= MOST_SERIES // 2))


def _is_datum(cell: str) -> bool:
    return read_number(cell) is not None


def _all_years(cells: Sequence[str]) -> bool:
    numbers = [read_number(cell) for cell in cells]
    return all(one is not None and one.value in _YEARS and one.tail in ("", "年") for one in numbers)
