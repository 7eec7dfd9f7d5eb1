"""Amounts of a text: numbers with their units, sentence by sentence. Rules of arithmetic compare these."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_LARGE = {"万": 1e4, "亿": 1e8, "千": 1e3, "百": 1e2}
_LONG = (
    "平方公里|平方千米|平方米|立方米|千瓦时|标准箱|个百分点|个工作日|个月|公里|千米|公顷|公斤|千克|美元|欧元|日元|港元"
    "|人次|户次|批次|小时|分钟|车次|架次"
)
_THINGS = (
    "人名位家个项件户套台条辆起篇只所座处例本张趟班场宗笔株头部类支幅份册期栋间段眼口艘架对批次袋箱包瓶桶枚粒片颗副床票"
)
_SHORT = f"元亩吨米斤克升天岁%％倍分{_THINGS}"
_COUNTED = frozenset(_THINGS) | {"人次", "户次", "批次", "个工作日", "个月"}
_QUANTITY = re.compile(
    rf"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<more>[多余]?)(?P<large>(?:[千百]?[万亿]亿?|[千百])?)"
    rf"(?P<more2>[多余]?)(?P<unit>{_LONG}|[{_SHORT}](?<!分)|分(?![之别钟店公司支行局院校区为成类期批步档组管]))"
)
_SAME = {"名": "人", "位": "人", "％": "%", "平方千米": "平方公里", "千米": "公里", "千克": "公斤"}
_ROUND = re.compile(
    r"(?:近|(?<![节合预特制])约|超过?|逾|过|突破|将近|接近|达到?近|大约|不少于|不低于|不超过|至少|至多|最多|最高)$"
)
_ROUND_AFTER = re.compile("以上|以下|左右|以内|上下")
_LONGEST = 18
_INSIDE = tuple(".,第-–—～~∶:/")
_END = re.compile("[。！？\n]")


class Quantity(NamedTuple):
    """A number with its unit. value: in the unit itself (1.2万吨: 12000.0).

    slack: half of the last digit written, none of what is counted; unit: without 万 and 亿, 名 and 位 as 人;
    large: 万, 亿 and so on as a factor; start, end: its place in the text of all passages; rough: said to be round,
    or a bound.
    """

    value: float
    slack: float
    unit: str
    large: float
    start: int
    end: int
    rough: bool


class Clause(NamedTuple):
    """A sentence with two quantities and more. start, end: its place in the text of all passages."""

    start: int
    end: int
    quantities: tuple[Quantity, ...]


def quantities(text: str, numbers: tuple[int, ...]) -> tuple[Quantity, ...]:
    """Return the quantities of a text. numbers: where runs of digits begin."""
    found: list[Quantity] = []
    last = 0
    for start in numbers:
        match = _QUANTITY.match(text, start) if start >= last else None
        if match is None:
            continue
        last = match.end()
        if match.end("number") - start > _LONGEST:
            continue
        # 1，753亿 is a number of old texts, parted by a comma of sentences
        if text[start - 1 : start] in _INSIDE or (
            text[start - 1 : start] == "，" and text[start - 2 : start - 1].isdigit()
        ):
            continue
        found.append(_read(text, match))
    return tuple(found)


def sentences(text: str, found: tuple[Quantity, ...]) -> Iterator[Clause]:
    """Yield the sentences of a text that hold two quantities and more."""
    ends = [one.end() for one in _END.finditer(text)] if found else []
    starts = [one.start for one in found]
    begin = 0
    for end in (*ends, len(text)):
        first, behind = bisect_left(starts, begin), bisect_right(starts, end - 1)
        if behind - first > 1:
            yield Clause(begin, end, found[first:behind])
        begin = end


def _read(text: str, match: re.Match[str]) -> Quantity:
    number = match["number"].replace(",", "")
    large = 1.0
    for char in match["large"]:
        large *= _LARGE[char]
    start, end = match.span()
    around = text[max(start - 4, 0) : start], text[end : end + 2]
    rough = bool(match["more"] or match["more2"] or _ROUND.search(around[0]) or _ROUND_AFTER.match(around[1]))
    unit = _SAME.get(match["unit"], match["unit"])
    return Quantity(float(number) * large, _slack(number, large, unit), unit, large, start, end, rough)


def _slack(number: str, large: float, unit: str) -> float:
    """Return by how much a number may be rounded: none where things are counted, less for 3亿 than for 36亿."""
    digits = len(number.partition(".")[2])
    if not digits and large == 1 and unit in _COUNTED:
        return 0.0
    half = 0.5 if digits or len(number) > 1 else 0.15
    return half * 10.0**-digits * large
