"""Plans and stretches of years: deadlines that have passed, three years that are four."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.rules.counted import number_of
from editor.checks.words import sentence, told
from editor.model.language import tr

_Y = r"(?:19|20)\d\d"
_ONES = "一二两三四五六七八九十"
_TO_BE = re.compile(
    rf"(?:力争|计划|预计|有望|确保|争取|拟|将于|将在|目标是|规划|要在|务必|下一步|到)(?:于|在|到)?(?P<y>{_Y})年(?P<r>底前|底|年底|末|前|[上下]半年|\d{{1,2}}月底?前?|春节前|第?[一二三四]季度)?[^。；，\d]{{0,3}}(?:[，]?(?:全面|基本|全部|将|实现|建成|完成|达到|竣工|投产|投用|开工|形成|启动|力争|全[市县省区])|[{_ONES}]?[^。；\d]{{0,8}}(?:建成|完成|竣工|投产|投用|投入使用|开工|通车))"
)
_AHEAD = re.compile("力争|预计|有望|确保|争取|计划|将|拟|目标|下一步|届时|要|务必|规划")
_TOLD_OF = re.compile(
    "曾|当时|原计划|原定|原本|提出|明确|要求|印发|出台|以来|已|时间表|方案|规划|纲要|意见|批复|会议|《"
)
_PLAN_YEARS = re.compile(
    rf"(?P<n>[{_ONES}]|\d)年(?:行动|攻坚|建设|提升|倍增|滚动|发展|整治|改造|专项|实施|跃升){{0,3}}(?:计划|方案|规划)?》?(?:（|\()(?P<a>{_Y})年?[—－–~～至-]{{1,2}}(?P<b>{_Y})年?(?:）|\))"
)
_PLAN_BEFORE = re.compile(
    rf"(?:（|\()(?P<a>{_Y})年?[—－–~～至-]{{1,2}}(?P<b>{_Y})年?(?:）|\))》?(?P<n>[{_ONES}]|\d)年(?:行动|攻坚|计划|规划)"
)
_SPAN = re.compile(
    rf"(?:从|自)?(?P<a>{_Y})年?(?:到|至|[—－–~～-])(?P<b>{_Y})年(?:的|，|这|，这)?(?:连续|用|历时|共计?)?(?P<n>[{_ONES}]|\d)年(?:间|来|时间|里|内|期间|中)"
)
_TERM = re.compile(
    rf"(?:有效期|期限|任期|合作期|服务期|建设期|试点期|聘期)(?:为|是|共)?(?P<n>[{_ONES}]|\d)年[，（(](?:自|从)?(?P<a>{_Y})年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?(?:起)?(?:到|至|[—－–~～-])(?P<b>{_Y})年"
)
_TWO_YEARS = re.compile(rf"{_Y}年?(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?起?(?:到|至|[—－–~～-]{{1,2}}){_Y}")
_SCHOOL_YEAR = re.compile(rf"(?<!\d)(?P<a>{_Y})[—－–~～/-](?P<b>{_Y})(?:学年|年度|供暖季|采暖季|雪季|榨季|赛季)")
_FAR = 1


def past_deadline(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 力争2023年底前建成 in an article of 2025, where its sentence tells of no earlier plan."""
    for found in reading.whole.find(_TO_BE):
        if int(found["y"]) >= reading.day.year:
            continue
        text = found.passage.text
        start, end = sentence(text, found.span())
        before = text[start : found.span()[0]]
        ahead = _AHEAD.search(before[-8:] + found[0])
        if ahead and not _TOLD_OF.search(text[start:end]) and not re.search(_Y, before):
            message = tr("{year}年早于本篇的年份，却是计划", year=found["y"])
            yield told(found, message, group="y", detail=tr("核对年份：是写错了，还是已经过期的计划。"))


def years_of_plan(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 三年行动计划（2022—2025年）, which are four, and stretches told with another number of years."""
    if next(reading.whole.find_numbers(_TWO_YEARS), None) is None:
        return
    for pattern, slack in ((_PLAN_YEARS, 0), (_PLAN_BEFORE, 0), (_SPAN, _FAR), (_TERM, _FAR)):
        for found in reading.whole.find(pattern):
            count = 2 if found["n"] == "两" else number_of(found["n"])
            years = int(found["b"]) - int(found["a"]) + 1
            if not years - slack <= count <= years:
                message = tr(
                    "{a}年到{b}年是{years}年，不是{said}年", a=found["a"], b=found["b"], years=years, said=found["n"]
                )
                yield told(found, message, detail=tr("核对起止年份和年数。"))


def school_years(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 2023—2025学年, which is no one year."""
    for found in reading.whole.find_numbers(_SCHOOL_YEAR) if reading.whole.has("学年") else ():
        if int(found["b"]) - int(found["a"]) != 1 and "学年" in found[0]:
            yield told(found, tr("一个学年跨前后两年：{found}", found=found[0]))


RULES = (
    ArticleRule(
        id="dates.past-plan",
        title=tr("计划的年份已过"),
        level=Level.WARNING,
        check=past_deadline,
        why=tr("计划的期限晚于成文时间"),
    ),
    ArticleRule(
        id="dates.span",
        title=tr("年数与起止不符"),
        level=Level.WARNING,
        check=years_of_plan,
        why=tr("年数=末年-首年，首尾都算再加一"),
    ),
    ArticleRule(id="dates.school-year", title=tr("学年的起止"), level=Level.WARNING, check=school_years),
)
