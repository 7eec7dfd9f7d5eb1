"""Names of bodies, places and documents against tables: renamed, misnamed, under another province, misnumbered."""

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from editor.checks.context import ArticleTexts
from editor.checks.finding import FindingField, Level, RuleHit
from editor.checks.passage import Found
from editor.checks.rule import ArticleRule
from editor.checks.tables import listed, rows, sought
from editor.checks.words import HAN, better, edit, many, told
from editor.model.language import tr
from editor.text.regions import provinces, regions, short_name

_YEAR = re.compile(r"(?:19|20)\d\d")
_CLAUSE = re.compile("[。；\n]")
_KINDS = {
    "广西省": "广西壮族自治区",
    "内蒙古省": "内蒙古自治区",
    "宁夏省": "宁夏回族自治区",
    "新疆省": "新疆维吾尔自治区",
    "西藏省": "西藏自治区",
    "北京省": "北京市",
    "上海省": "上海市",
    "天津省": "天津市",
    "重庆省": "重庆市",
    "香港省": "香港特别行政区",
    "澳门省": "澳门特别行政区",
}
_KIND = re.compile("|".join(_KINDS))


def renamed(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield bodies under a name that they no longer had when the article's source came out.

    Left alone: what is quoted between 《》, has 原 before it or a number of a document behind it, and sentences that
    name a year in which the name was right.
    """
    for found, entry in listed(reading, sought("renamed")):
        since = dt.date.fromisoformat(f"{entry.others[0]}-01")
        if since < reading.day and not _is_history(found, since.year):
            message = tr(
                "{found}自{year}年{month}月起是{new}",
                found=found[0],
                year=since.year,
                month=since.month,
                new=entry.right,
            )
            yield told(
                found, message, detail=tr("说的是当时的事，前面加“原”或写明年份。依据：{source}", source=entry.source)
            )


def misnamed(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield names of bodies that are written wrong."""
    for found, entry in listed(reading, sought("misnamed")):
        yield better(found, entry.right, detail=entry.source)


def unofficial(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield short names of ministries that are in use, but not the official ones: the first of each."""
    told_once: set[str] = set()
    for found, entry in listed(reading, sought("short_names")):
        if found[0] not in told_once:
            told_once.add(found[0])
            yield better(found, entry.right)


def two_names(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the short name of a body that the article or its source calls by its full name, and never introduces it."""
    text = f"{reading.whole.masked}\n{reading.article.source}"
    for full, short in rows("two_names"):
        if full in text and short in text.replace(full, "") and not re.search(f"[简下统]称[“《]?{short}", text):
            found = list(reading.whole.find(re.compile(f"(?<!国家)(?<!国务院){short}" if len(short) > 2 else short)))
            message = tr("一篇里既写“{full}”又写“{short}”", full=full, short=short)
            if found:
                yield _one_or_all(found, message, full)
            else:
                span = (0, len(reading.article.source))
                place = reading.place(FindingField.SOURCE)
                yield RuleHit(place=place, message=message, evidence=reading.article.source, marks=(span,))


def _one_or_all(found: list[Found], message: str, full: str) -> RuleHit:
    """Return the hit of a short name with a fix of all its places: of one alone the same would be said again."""
    detail = tr("先写全称并注明简称，或只用一个。")
    if len(found) == 1:
        return told(found[0], message, detail=detail, becomes=full)
    places = [(one.passage, one.span()) for one in found]
    hit = many(places, [edit(passage, span, full) for passage, span in places], message, full)
    return replace(hit, detail=detail)


def other_field(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield titles and figures that call by its short name what the article's source names in full."""
    source = reading.article.source
    for full, short in rows("two_names"):
        for found in reading.whole.find(re.compile(re.escape(short))) if full in source else ():
            if found.passage.place.field in (FindingField.TITLE, FindingField.FIGURE):
                message = tr("来源写“{full}”，这里写“{short}”", full=full, short=short)
                yield told(found, message, detail=tr("标题、图和来源宜用一个名称。"), becomes=full)


def other_province(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield prefectures right behind a province that they do not belong to."""
    pattern, homes = _places()
    for found in reading.whole.find(pattern):
        home = homes[found[2]]
        if short_name(found[1]) not in home:
            message = tr(
                "{city}属{home}，不属{province}", city=found[2], home=tr("、").join(sorted(home)), province=found[1]
            )
            yield told(found, message)


def wrong_kind(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 广西省 and the like."""
    for found in reading.whole.find(_KIND):
        yield better(found, _KINDS[found[0]])


def _is_history(found: Found, since: int) -> bool:
    text = found.passage.text
    start, end = found.span()
    begin = max((one.end() for one in _CLAUSE.finditer(text, 0, start)), default=0)
    before, behind = text[begin:start], text[end : end + 24]
    if (
        "原" in before[-6:]
        or before.count("《") > before.count("》")
        or re.match(r"(?:令|公告|办公厅)?(?:第?\d+号|[〔\[（(]\d)", behind)
    ):
        return True
    if re.match("[^。，；]{0,10}(?:令|规章|公告)(?:第|〔|（)?", behind):
        return True
    rest = _CLAUSE.split(text[end:], maxsplit=1)[0]
    return any(int(year) <= since for year in _YEAR.findall(before + rest))


@functools.cache
def _places() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    """Return what matches a province with a prefecture behind it, and the provinces that have one of this name."""
    known = provinces()
    homes: dict[str, frozenset[str]] = {}
    for one in regions():
        if one.code.endswith("00") and not one.is_province:
            homes[one.name] = homes.get(one.name, frozenset()) | {known[one.province]}
    full = [one.name for one in regions() if one.is_province]
    cities = "|".join(sorted(homes, key=len, reverse=True))
    return re.compile(f"({'|'.join(full)})({cities})(?![{HAN}]?路|街)"), homes


RULES = (
    ArticleRule(
        id="names.renamed",
        title=tr("机构用旧名"),
        level=Level.WARNING,
        check=renamed,
        why=tr("机构名称以机构改革方案为准"),
    ),
    ArticleRule(
        id="names.misnamed",
        title=tr("机构名称有误"),
        level=Level.ERROR,
        check=misnamed,
        why=tr("机构名称用法定全称或规范简称"),
    ),
    ArticleRule(
        id="names.unofficial",
        title=tr("机构简称不规范"),
        level=Level.INFO,
        check=unofficial,
        why=tr("机构名称用法定全称或规范简称"),
    ),
    ArticleRule(
        id="names.two",
        title=tr("全称简称混用"),
        level=Level.INFO,
        check=two_names,
        why=tr("一篇里同一单位用同一名称；简称先交代后使用"),
    ),
    ArticleRule(
        id="names.two-fields",
        title=tr("标题与来源名称不一"),
        level=Level.INFO,
        check=other_field,
        why=tr("一篇里同一单位用同一名称；简称先交代后使用"),
    ),
    ArticleRule(
        id="names.province",
        title=tr("地名归属有误"),
        level=Level.ERROR,
        check=other_province,
        why=tr("GB/T 2260 行政区划代码"),
    ),
    ArticleRule(
        id="names.region-kind",
        title=tr("行政区类别有误"),
        level=Level.ERROR,
        check=wrong_kind,
        why=tr("GB/T 2260 行政区划代码"),
    ),
)
