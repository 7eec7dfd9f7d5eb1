"""Totals of tables, and units that text and table do not share."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit, Span
from editor.checks.rule import ArticleRule
from editor.checks.words import hit
from editor.model.block_kinds import as_table
from editor.model.body import Table, plain
from editor.model.language import tr

_TOTAL = re.compile(r"(?:合\s*计|总\s*计|共\s*计|总\s*数)")
_NUM = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
# averages and rates have no sum
_RATE = re.compile("率|均|增|同比|环比|%|速|指数|排名|位次|序号|年份")
_SHARE = re.compile("占比|比重|份额|占")
_UNIT = re.compile(r"[（(]?(?:单位[：:]\s?)?([万亿]?元|万人|人|万吨|吨|万千瓦时|亿千瓦时|千瓦时)[）)]")
_FAMILY = {
    "元": "元",
    "万元": "元",
    "亿元": "元",
    "人": "人",
    "万人": "人",
    "吨": "吨",
    "万吨": "吨",
    "千瓦时": "电",
    "万千瓦时": "电",
    "亿千瓦时": "电",
}
_LEAST_ROWS = 2


def total(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield cells of a row 合计 at the foot that the cells above do not come to."""
    for table in filter(None, map(as_table, reading.article.blocks)):
        for row, column, due in _wrong_totals(table):
            span = _span_of(table, row, column)
            if span:
                passage = next(one for one in reading.body if one.place.block == table.uid)
                yield hit(
                    passage, span, tr("上面各行合起来是{due:g}", due=due), detail=tr("核对各行，看是哪一个写错了。")
                )


def unit(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield columns whose numbers the text has with another unit of the same kind, two of them at least."""
    for table in filter(None, map(as_table, reading.article.blocks)):
        passage = next(one for one in reading.body if one.place.block == table.uid)
        text = "\n".join(one.masked for one in reading.body if one is not passage)
        for column, head in enumerate(map(plain, table.head)):
            named = _UNIT.search(head)
            said = _other_units(table, column, named[1], text) if named else []
            if named and len(said) >= _LEAST_ROWS:
                at = passage.text.find(head) + named.start(1)
                message = tr("表里单位是{unit}，正文写{other}", unit=named[1], other=said[0])
                yield hit(passage, (at, at + len(named[1])), message, detail=tr("同样的数，单位应一致。"))


def _wrong_totals(table: Table) -> Iterator[tuple[int, int, float]]:
    """Yield row and column in the grid, and what the column comes to."""
    if len(table.rows) <= _LEAST_ROWS or not _TOTAL.fullmatch(plain(table.rows[-1][0]).strip()):
        return
    above = table.rows[:-1]
    if any(re.search("其中|小计|合计", plain(cell)) for row in above for cell in row[:2]):
        return
    for column in range(1, len(table.head)):
        head = plain(table.head[column])
        if _RATE.search(head) and not _SHARE.search(head):
            continue
        values = [_value(plain(row[column])) for row in (*above, table.rows[-1]) if column < len(row)]
        if len(values) == len(table.rows) and all(value is not None for value in values):
            *parts, whole = [value for value in values if value is not None]
            slack = max(abs(whole) * 0.0005, 0.06 * len(parts) if any(part % 1 for part in parts) else 0.001)
            if abs(sum(parts) - whole) > slack:
                yield len(table.rows), column, round(sum(parts), 4)


def _value(text: str) -> float | None:
    found = _NUM.fullmatch(text.strip().rstrip("%％"))
    return float(found[0].replace(",", "")) if found else None


def _span_of(table: Table, row: int, column: int) -> Span | None:
    """Return where a cell is printed in the passage of its table."""
    at = len(table.caption) + 1 if table.caption else 0
    for place in table.places():
        text = plain(table.grid()[place[0]][place[1]])
        if place == (row, column):
            return (at, at + len(text))
        at += len(text) + 1 if text else 0
    return None


def _other_units(table: Table, column: int, unit_here: str, text: str) -> list[str]:
    """Return the units that the text has behind numbers of a column, where they are not the column's."""
    others: list[str] = []
    for row in table.rows:
        number = plain(row[column]).strip() if column < len(row) else ""
        found = (
            re.search(rf"(?<![\d.,]){re.escape(number)}([万亿]?(?:元|人|吨|千瓦时))", text)
            if _is_telling(number)
            else None
        )
        if found and found[1] != unit_here and _FAMILY.get(found[1]) == _FAMILY[unit_here]:
            others.append(found[1])
    return others


def _is_telling(number: str) -> bool:
    return bool(_NUM.fullmatch(number)) and len(number) >= 3


RULES = (
    ArticleRule(
        id="tables.total", title=tr("表的合计不符"), level=Level.WARNING, check=total, why=tr("合计等于各项之和")
    ),
    ArticleRule(
        id="tables.unit",
        title=tr("表与正文单位不一"),
        level=Level.WARNING,
        check=unit,
        why=tr("同样的数在表里和正文里单位一致"),
    ),
)
