"""Hours of the day: the half of the day said with hours of the other, and hours after midnight."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.words import told
from editor.model.language import tr

_PART = re.compile(
    r"(?P<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|深夜|午后|晚|早)(?P<hour>\d{1,2})(?:[:：∶](?P<minute>\d\d)|时|点)(?!间)"
)
_OVER = re.compile(r"(?<![\d:：.])24[:：](?!00)\d\d(?![\d:：])|(?<![\d:：.])24时(?!30分?钟)[1-9]\d?分")
# hours of the clock of twelve, and of twenty-four where both may stand with the word
_HOURS = {
    "凌晨": range(7),
    "清晨": range(3, 10),
    "早上": range(2, 12),
    "早晨": range(3, 12),
    "上午": range(13),
    "中午": (11, 12, 1, 2),
    "下午": range(1, 8),
    "傍晚": range(3, 10),
    "晚上": (*range(4, 13), 1, 2, 3),
    "晚间": (*range(4, 13), 1, 2),
    "夜间": (*range(7, 13), *range(6)),
    "午后": range(1, 8),
    "早": range(2, 12),
    "晚": (*range(4, 13), 1, 2, 3),
    "深夜": (*range(9, 13), *range(4)),
}


def half_day(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 下午16时, which says it twice, 上午14:30 and 凌晨13时, which cannot be."""
    for found in reading.whole.find(_PART) if reading.whole.numbers and any(map(reading.whole.has, _HOURS)) else ():
        part, hour = found["part"], int(found["hour"])
        if hour in _HOURS[part] or (part == "下午" and hour == 12) or hour > 24:
            continue
        if hour > 12 and hour - 12 in _HOURS[part] and part not in ("凌晨", "上午", "清晨", "早上", "早晨", "早"):
            message = tr("“{part}”与{hour}时重复", part=part, hour=hour)
            yield told(
                found, message, becomes=found[0].removeprefix(part), detail=tr("二十四小时制前不再写上午、下午。")
            )
        else:
            yield told(found, tr("{part}没有{hour}时", part=part, hour=hour), detail=tr("核对时间。"))


def past_midnight(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 24:30."""
    for found in reading.whole.find_numbers(_OVER) if reading.whole.has("24") else ():
        yield told(found, tr("没有{found}这个时间", found=found[0]))


RULES = (
    ArticleRule(
        id="dates.half-day",
        title=tr("上午、下午与钟点不符"),
        level=Level.WARNING,
        check=half_day,
        why=tr("GB/T 7408 二十四小时制不加上午、下午"),
    ),
    ArticleRule(id="dates.midnight", title=tr("24时以后"), level=Level.WARNING, check=past_midnight),
)
