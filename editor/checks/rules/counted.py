"""Numbers of headings and points that jump or come twice, and points that are fewer or more than was said."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.passage import Found
from editor.checks.rule import ArticleRule
from editor.checks.words import HAN, edit, hit, many, told
from editor.model.language import tr

_ONES = "一二三四五六七八九十"
_NUMERAL = f"[{_ONES}]{{1,3}}"
_HEADING = re.compile(rf"^({_NUMERAL})、(?=[{HAN}“《])", re.MULTILINE)
_SUBHEAD = re.compile(rf"^[（(]({_NUMERAL})[）)]", re.MULTILINE)
_ITEM = re.compile(r"^(\d{1,2})(?:[.．](?!\d)|、)", re.MULTILINE)
_INLINE = re.compile(r"(?:^|(?<=[。；：，]))[（(](\d{1,2})[）)](?=[^\d，。）)])", re.MULTILINE)
_FIRST = re.compile(rf"(?:^|(?<=[。；：]))第({_NUMERAL})[，、](?!第|{_NUMERAL})", re.MULTILINE)
_CHAPTER = re.compile(rf"(?:^|(?<=[，。；：]))第({_NUMERAL})章(?=为|是|规定|主要|[：，]|\s)", re.MULTILINE)
_ARTICLE = re.compile(rf"^第({_NUMERAL})条(?=\s|　)", re.MULTILINE)
# 四项工作：一是…, 三点要求：第一，…, 五项任务：（一）…
_OPENS = re.compile(
    r"[：。，](?P<form>一[是要]|第一(?:阶段|步|个?环节|条|项|类|点|方面)?[，、是：]|[（(]一[）)]|1[.．])"
)
_SAID = re.compile(
    rf"(?<![第十{_ONES}\d])([两{_ONES[1:]}]|[2-9])[”’]?(?:个?方面|项|点|条|类|种|大|个|步|招)(?![月年天次人级])"
    rf"[^。：，；\d\n‘“]{{0,14}}(?P<mark>[：。，])$"
)
_LOOK_BACK = 24
_POINTS = (
    ("一是", re.compile(rf"(?:^|(?<=[。；：，]))(十?[{_ONES[:9]}]|十)是(?!否)", re.MULTILINE)),
    ("一要", re.compile(rf"(?:^|(?<=[。；：，]))(十?[{_ONES[:9]}]|十)要(?!求|素|点|件|闻)", re.MULTILINE)),
    (
        "第一",
        re.compile(
            rf"(?:^|(?<=[。；：，]))第(十?[{_ONES[:9]}]|十)(?:阶段|步|个?环节|条|项|类|点|方面)?[，、是：]",
            re.MULTILINE,
        ),
    ),
    ("一）", re.compile(rf"(?:^|(?<=[。；：，]))[（(](十?[{_ONES[:9]}]|十)[）)]", re.MULTILINE)),
    ("1", re.compile(r"(?:^|(?<=[。；：，]))(\d{1,2})[.．](?!\d)", re.MULTILINE)),
)


def headings(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 四、 after 二、."""
    yield from _jumps(reading, _HEADING, "{}、")


def subheads(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield （四） after （二）."""
    yield from _jumps(reading, _SUBHEAD, "（{}）", starts=_HEADING)


def items(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 4. after 2."""
    yield from _jumps(reading, _ITEM, "{}.", starts=_SUBHEAD)


def inline(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield （4） after （2）."""
    yield from _jumps(reading, _INLINE, "（{}）", starts=_ITEM)


def firsts(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 第四， after 第二，."""
    if reading.whole.has("第"):
        yield from _jumps(reading, _FIRST, "第{}")


def item_marks(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for the rarer of 1. and 1、 in an article that has both."""
    kinds: dict[str, list[Found]] = {"、": [], ".": []}
    for found in reading.whole.find(_ITEM):
        kinds["、" if found[0].endswith("、") else "."].append(found)
    few, most = sorted(kinds.values(), key=len)
    if few:
        right = "、" if most[0][0].endswith("、") else "."
        spans = [(one.passage, (one.span()[1] - 1, one.span()[1])) for one in few]
        edits = [edit(passage, span, right) for passage, span in spans]
        yield many(spans, edits, tr("序号“1.”和“1、”混用"), tr("统一为“1{mark}”", mark=right))


def chapters(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 第四章 after 第二章, and 第四条 after 第二条, where each begins what is said of it."""
    if reading.whole.has("第"):
        yield from _jumps(reading, _CHAPTER, "第{}章")
        yield from _jumps(reading, _ARTICLE, "第{}条")


def said_and_given(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 四个方面 before 一是…三是 of the same paragraph, 三点要求 before 第一，…第四，."""
    for first in reading.whole.find(_OPENS):
        text, end = first.passage.text, first.span("form")[0]
        start = max(end - _LOOK_BACK, 0)
        said = _SAID.search(text[start:end])
        if said is None or (said["mark"] == "。" and first["form"] == "一要"):
            continue
        line_end = text.find("\n", end)
        form = next(pattern for opening, pattern in _POINTS if opening in first["form"])
        given = [number_of(point[1]) for point in form.finditer(text[end : line_end if line_end >= 0 else None])]
        count = 2 if said[1] == "两" else number_of(said[1])
        whole = given == list(range(1, len(given) + 1))
        # those far fewer may stand in paragraphs to come
        if whole and len(given) > 1 and (len(given) > count or len(given) == count - 1):
            message = tr("说“{said}”，列了 {n} 项", said=said[0].rstrip("：。，"), n=len(given))
            span = (start + said.start(1), start + said.end(1))
            yield hit(first.passage, span, message, detail=tr("核对项数，或补上漏掉的一项。"))


def number_of(word: str) -> int:
    """Return the number of hanzi up to 99 or of digits, 0 where it is none."""
    if word.isdigit():
        return int(word)
    tens, ten, ones = word.partition("十")
    first = (_ONES.find(tens) + 1 if tens else 1) if ten else 0
    return 10 * first + (_ONES.find(ones or "x") + 1 if ten else _ONES.find(word) + 1 if len(word) == 1 else 0)


def _jumps(
    reading: ArticleTexts, pattern: re.Pattern[str], form: str, *, starts: re.Pattern[str] | None = None
) -> Iterator[RuleHit]:
    """Yield numbers that neither follow the one before nor begin anew. starts: what lets them begin anew."""
    anew = [one.start() for one in starts.finditer(reading.whole.masked)] if starts else []
    before: tuple[int, int] = (0, 0)
    for found in reading.whole.find(pattern):
        value, at = number_of(found[1]), found.match.start()
        if any(before[0] < place < at for place in anew):
            before = (0, 0)
        # amendments quote the same article again
        twice = value == before[1] > 1 and not form.endswith("条")
        if (
            before[1]
            and (twice or before[1] + 1 < value <= before[1] + _FAR)
            and not _is_inside(reading, before, found, form)
        ):
            yield _jump(found, form, before[1], value)
        before = (at, value)


def _is_inside(reading: ArticleTexts, before: tuple[int, int], found: Found, form: str) -> bool:
    """Return whether what is missing stands somewhere in between: behind a paragraph that was joined to it."""
    between = re.sub("[ \u3000]", "", reading.whole.masked[before[0] + 1 : found.match.start()])
    due, first = (form.format(_word(value, found[1])) for value in (before[1] + 1, 1))
    others = (due.replace("（", "(").replace("）", ")"), due.replace(".", "．"), due.replace(".", "、"))
    return any(one in between for one in (due, first, *others))


def _jump(found: Found, form: str, last: int, value: int) -> RuleHit:
    here, due = form.format(found[1]), form.format(_word(last + 1, found[1]))
    if value == last:
        return told(found, tr("序号“{here}”重复", here=here), group=1)
    return told(found, tr("序号跳号：这里是“{here}”，应是“{due}”", here=here, due=due), group=1)


def _word(value: int, like: str) -> str:
    if like.isdigit():
        return str(value)
    tens, ones = divmod(value, 10)
    return (("" if tens == 1 else _ONES[tens - 1]) + "十" if tens else "") + (_ONES[ones - 1] if ones else "")


_FAR = 3
_WHY = tr("序号逐个相接")
RULES = (
    ArticleRule(id="numbers.headings", title=tr("“一、”跳号"), level=Level.WARNING, check=headings, why=_WHY),
    ArticleRule(id="numbers.subheads", title=tr("“（一）”跳号"), level=Level.WARNING, check=subheads, why=_WHY),
    ArticleRule(id="numbers.items", title=tr("“1.”跳号"), level=Level.WARNING, check=items, why=_WHY),
    ArticleRule(
        id="numbers.item-marks",
        title=tr("“1.”“1、”混用"),
        level=Level.INFO,
        check=item_marks,
        why=tr("GB/T 9704 7.3.3 层次序数依次用“一、”“（一）”“1.”“（1）”"),
    ),
    ArticleRule(id="numbers.inline", title=tr("“（1）”跳号"), level=Level.WARNING, check=inline, why=_WHY),
    ArticleRule(id="numbers.firsts", title=tr("“第一”跳号"), level=Level.WARNING, check=firsts, why=_WHY),
    ArticleRule(id="numbers.chapters", title=tr("章、条跳号"), level=Level.WARNING, check=chapters, why=_WHY),
    ArticleRule(
        id="numbers.said",
        title=tr("项数与所列不符"),
        level=Level.WARNING,
        check=said_and_given,
        why=tr("说几项，列几项"),
    ),
)
