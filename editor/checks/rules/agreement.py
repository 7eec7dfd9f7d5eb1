"""One thing, one number and one name: the title's numbers in the text, numbers spoken of again, names of documents."""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from editor.checks.context import ArticleTexts
from editor.checks.finding import FindingLocation, Level, RuleHit
from editor.checks.passage import Found
from editor.checks.rule import ArticleRule
from editor.checks.rules.sums import NUM
from editor.checks.words import HAN, hit, told
from editor.model.language import tr
from editor.text.characters import fold

# 余, 多, 近 and the like make a number round, which the text may give exactly
_TITLE_NUMBER = re.compile(
    rf"(?<![{HAN}]第)(?<![\d.第])({NUM})(%|个百分点|万亿元|亿元|万元|亿|万|吨|家|人次|人|户|公里|亩|台|套|座|起|名|所)(?![余多])"
)
_ROUND = re.compile("(?:超|逾|近|约|破|过|达|突破|超过|接近|将近|上|百|千|每|前|后|第|“)$")
_UNITS = (
    "家|个|人|名|户|项|件|起|所|座|台|套|处|条|只|种|类|辆|支|场|例|篇|册|村|镇|县|区|市|省|间|亩|吨|公里|万元|亿元"
)
_THESE = re.compile(
    rf"(?:这|上述|以上这?|该|全部|所有|前述)(?P<number>\d[\d,]*)(?:多|余)?(?P<unit>{_UNITS})(?P<noun>[{HAN}]{{2}})"
)
_AMONG = re.compile(rf"(?P<number>\d[\d,]*)(?P<unit>{_UNITS})(?P<noun>[{HAN}]{{2,6}}?)(?:中|里)，")
_NAME = re.compile(r"《([^《》\n]{8,60})》")
_KIND = re.compile(
    "(?:意见|方案|办法|规定|条例|指南|细则|规划|纲要|标准|报告|决定|计划|公约|章程|规范|规则|措施|导则|白皮书|法|制度|协议|清单|指引)$"
)
_SUFFIX = re.compile(r"[(（][^()（）]*[)）]$")
_OTHER_DOCUMENT = re.compile(
    r"[省市县区州盟旗\d０-９一二三四五六七八九十〇第年]|实施|细则|解读|修订|修正|草案|试行|暂行|征求|补充|关于|通知|管理|监督|安全|保护|生产|经营|国家|地方|中央"
)


def title_numbers(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield numbers of the title that the text does not have, where it has another one that is said of the same."""
    body = "\n".join(passage.masked for passage in reading.body)
    for found in _TITLE_NUMBER.finditer(reading.title.masked):
        number, unit = found[1], found[2]
        before = reading.title.masked[: found.start()]
        if _ROUND.search(before) or _has(body, number) or (len(number) == 1 and "%" not in unit):
            continue
        places = list(_of_the_same(reading, before, number, unit))
        if places:
            message = tr("标题是{number}{unit}，正文没有这个数", number=number, unit=unit)
            made = hit(reading.title, found.span(), message, detail=tr("正文里相近的是{other}。", other=places[0][1]))
            yield replace(made, also=tuple(place for place, _ in places))


def _of_the_same(reading: ArticleTexts, before: str, number: str, unit: str) -> Iterator[tuple[FindingLocation, str]]:
    """Yield numbers of the text of this unit behind the word that the title's number stands behind."""
    word = re.search(f"([{HAN}]{{2}})[达为至到了]?$", before)
    pattern = re.compile(rf"{word[1]}[达为至到了]{{0,2}}({NUM}){unit}(?!点)") if word else None
    for passage in reading.body if pattern else ():
        for found in pattern.finditer(passage.masked) if pattern else ():
            if found[1] != number:
                yield passage.at(found.start(1), found.end()), found[1] + unit


def _has(body: str, number: str) -> bool:
    return bool(re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.]*\d)", body))


def again(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 86个产品中 and 这86个产品 where the text has told of 96个产品, and of 86 nowhere else."""
    text = reading.whole.masked
    among = (found for found in reading.whole.find_numbers(_AMONG) if _is_whole(found))
    for found in (*reading.whole.find(_THESE), *among):
        number, unit, noun = found["number"], found["unit"], found["noun"]
        others = {
            one
            for one in _told_of(text[: found.match.start()], unit, noun)
            if one != number and len(one) >= len(number) - 1
        }
        rest = text[: found.match.start()] + text[found.match.end() :]
        if len(others) == 1 and not _has(rest, number):
            other = next(iter(others))
            message = tr("前面是{other}{unit}{noun}，这里是{number}", other=other, unit=unit, noun=noun, number=number)
            made = told(found, message, group="number", detail=tr("核对原文里的数，看是哪一个写错了。"))
            yield replace(made, also=tuple(_places(reading, other, unit, noun)))


def _is_whole(found: Found) -> bool:
    """Return whether a number that stands before …中 may be the whole: not 其中15家企业中."""
    before = found.passage.text[max(found.span()[0] - 4, 0) : found.span()[0]]
    return not re.search("其中|另|外|有|新|增|约|近|超", before)


def _told_of(text: str, unit: str, noun: str) -> set[str]:
    """Return the numbers that the text has said of a noun, before or behind it."""
    behind = re.findall(rf"(?<![\d.])(\d[\d,]*)(?:多|余)?{unit}{noun}", text)
    before = re.findall(rf"{noun}[{HAN}]{{0,3}}?(?:共|总数|总计|达到?)?(?<![\d.])(\d[\d,]*){unit}", text)
    return {*behind, *before}


def _places(reading: ArticleTexts, number: str, unit: str, noun: str) -> Iterator[FindingLocation]:
    pattern = re.compile(rf"(?<![\d.]){number}(?:多|余)?{unit}")
    for passage in reading.body:
        for found in pattern.finditer(passage.masked):
            near = passage.masked[max(found.start() - 12, 0) : found.end() + 8]
            if noun in near:
                yield passage.at(*found.span())


def documents(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the rarer of two long names of documents that differ in a word left out, or in one character."""
    named: dict[str, list[Found]] = {}
    for found in reading.whole.find(_NAME):
        if _KIND.search(_SUFFIX.sub("", found[1])):
            named.setdefault(found[1], []).append(found)
    names = list(named)
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            if _nearly(one, other):
                rare, usual = (other, one) if len(named[other]) <= len(named[one]) else (one, other)
                found, first = named[rare][0], named[usual][0]
                if reading.title in (found.passage, first.passage):
                    # told by names.document
                    continue
                detail = tr("另一处写《{usual}》。", usual=usual)
                made = told(found, tr("文件名前后不一"), detail=detail, becomes=f"《{usual}》")
                alike = len(named[usual]) == len(named[rare])
                yield replace(made, also=(first.passage.at(*first.span()),) if alike else ())


def _nearly(one: str, other: str) -> bool:
    """Return whether two names are one but for a slip: the same beginning and end, a short word more or other."""
    first, second = fold(_SUFFIX.sub("", one)), fold(_SUFFIX.sub("", other))
    if first == second or first[-2:] != second[-2:] or first[:2] != second[:2] or abs(len(first) - len(second)) > _MOST:
        return False
    steps = [step for step in SequenceMatcher(None, first, second, autojunk=False).get_opcodes() if step[0] != "equal"]
    if len(steps) != 1:
        return False
    kind, a, b, c, d = steps[0]
    words = first[a:b] + second[c:d]
    if _OTHER_DOCUMENT.search(words) or max(b - a, d - c) > _MOST:
        return False
    return kind != "replace" or _are_alike(first[a:b], second[c:d])


def _are_alike(one: str, other: str) -> bool:
    from editor.text.typing.confusable import are_alike

    return len(one) == len(other) and all(a == b or are_alike(a, b) for a, b in zip(one, other, strict=True))


_MOST = 3
RULES = (
    ArticleRule(
        id="sums.title",
        title=tr("标题与正文的数不一"),
        level=Level.WARNING,
        check=title_numbers,
        why=tr("标题里的数取自正文"),
    ),
    ArticleRule(
        id="sums.again", title=tr("前后的数不一"), level=Level.WARNING, check=again, why=tr("一篇里同一事物只有一个数")
    ),
    ArticleRule(
        id="names.document-twice",
        title=tr("正文里文件名不一"),
        level=Level.WARNING,
        check=documents,
        why=tr("标题、首次引用与全文的文件名应一致"),
    ),
)
