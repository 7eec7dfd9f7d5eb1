"""Stretches of days against the number of days told of them, and days to come up to which something is counted."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.passage import Found
from editor.checks.rule import ArticleRule
from editor.checks.rules.counted import number_of
from editor.checks.words import told
from editor.model.language import tr

_N = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})"
_M, _D = r"(?:1[0-2]|[1-9])", r"(?:3[01]|[12]\d|[1-9])"
_TO = r"(?:至|到|[—－–～~-])"
_FROM_TO = (
    rf"(?P<am>{_M})月(?P<ad>{_D})日?[^，。；\d\n]{{0,6}}{_TO}[^，。；\d\n]{{0,2}}(?:(?P<bm>{_M})月)?(?P<bd>{_D})日"
)
_FOR = rf"(?:为期|历时|共|会期|持续|公示期(?:为|共)?|展期(?:为)?|时间(?:为|共))(?:[约了])?{_N}(?P<u>天|日)(?![前内])"
_BEHIND = re.compile(rf"{_FROM_TO}[^。；\d\n]{{0,12}}{_FOR}")
_BEFORE = re.compile(rf"{_FOR}[，,（(]?(?:时间)?(?:[从自]|为)?(?:(?:19|20)\d\d年)?{_FROM_TO}")
_AS_OF = re.compile(
    r"截[至止]到?(?P<y>(?:19|20)\d\d)年(?:(?P<m>1[0-2]|0?[1-9])月)?(?:(?P<d>3[01]|[12]\d|0?[1-9])日|底|末)?(?P<rest>[^。；\n]{0,30})"
)
_HAS = re.compile("已|共|累计|完成|达|有|实现|建成|发放|接待")
_TO_COME = re.compile("将|拟|力争|计划|预计|目标|报名|申报|征集|提交|有望|要|须|应|尚|前|止|为止")
_OUTSIDE = re.compile("(?:报名|申报|征集|受理|有效|有效期|申请|时间|日期|期限|投稿|提交|活动|公示)[^，。；]{0,6}$")


def days(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 6月3日至7日举行，为期4天, which are five."""
    if not (reading.whole.has("天") or reading.whole.has("日")) or not reading.whole.has("月"):
        return
    for pattern in (_BEHIND, _BEFORE):
        for found in reading.whole.find(pattern):
            said, between = 2 if found["n"] == "两" else number_of(found["n"]), _between(reading, found)
            # both ends count, or nights are counted; of working days nothing is said
            if between is not None and said and said not in (between, between + 1):
                message = tr("起止之间是{due}天，不是{said}天", due=between + 1, said=found["n"])
                yield told(found, message, detail=tr("核对起止日期和天数。"))


def _between(reading: ArticleTexts, found: Found) -> int | None:
    first, last = int(found["am"]), int(found["bm"] or found["am"])
    try:
        begin = dt.date(reading.day.year, first, int(found["ad"]))
        end = dt.date(reading.day.year + (1 if last < first else 0), last, int(found["bd"]))
    except ValueError:
        return None
    return (end - begin).days if end > begin else None


def as_of(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 截至2025年11月30日，已建成… in an issue of January 2025."""
    for found in reading.whole.find(_AS_OF) if reading.whole.has("截") else ():
        month = int(found["m"] or 12)
        year = int(found["y"])
        day = min(int(found["d"] or 31), monthrange(year, month)[1])
        first = day if found["d"] else 1
        before = found.passage.text[max(found.span()[0] - 12, 0) : found.span()[0]]
        later = dt.date(year, month if found["m"] else 1, min(first, 28)) > reading.setting.date
        if later and _HAS.search(found["rest"]) and not _TO_COME.search(found["rest"]) and not _OUTSIDE.search(before):
            message = tr("“截至”的日期晚于本期日期，却说已经发生")
            yield told(found, message, detail=tr("核对年、月、日。"))


RULES = (
    ArticleRule(
        id="dates.days",
        title=tr("天数与起止不符"),
        level=Level.WARNING,
        check=days,
        why=tr("天数=末日-首日，首尾都算再加一"),
    ),
    ArticleRule(
        id="dates.as-of",
        title=tr("截至的日期未到"),
        level=Level.WARNING,
        check=as_of,
        why=tr("已经发生的事不会晚于出刊日"),
    ),
)
