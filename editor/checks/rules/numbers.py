"""Number, total and date of the issue; numbers of points in an article."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts, Context
from editor.checks.finding import FindingField, FindingLocation, Level, RuleHit
from editor.checks.rule import ArticleRule, IssueRule
from editor.checks.words import hit
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.number import IssueKind
from editor.model.numbering import next_number
from editor.model.saying import said_weekday, said_weekly

_ONES = "一二三四五六七八九"
_POINT = re.compile(r"(?:^|(?<=[。；：\n]))(十?[一二三四五六七八九]|十)是")


def series(context: Context) -> Iterator[RuleHit]:
    """Yield a number or total that does not follow the previous issue's."""
    issue, previous = context.issue, context.previous
    if previous is None or IssueKind.SUPPLEMENT in (issue.number.kind, previous.number.kind):
        return
    due = next_number(previous.number, issue.date)
    if issue.number.number != due.number:
        yield _number(
            issue, tr("期号是第{number}期，接上一期应是第{number2}期", number=issue.number.number, number2=due.number)
        )
    if None not in (issue.number.total, due.total) and issue.number.total != due.total:
        yield _number(
            issue, tr("总期号是第{total}期，接上一期应是第{total2}期", total=issue.number.total, total2=due.total)
        )


def order(context: Context) -> Iterator[RuleHit]:
    """Yield a date that is not after the previous issue's."""
    issue, previous = context.issue, context.previous
    if previous is not None and issue.date <= previous.date:
        yield _date(issue, tr("日期{date}不晚于上一期的{date2}", date=issue.date, date2=previous.date))


def year(context: Context) -> Iterator[RuleHit]:
    """Yield a number counted in another year than the date's."""
    issue = context.issue
    if issue.number.year != issue.date.year:
        yield _number(issue, tr("期号按{year}年编，日期却在{year2}年", year=issue.number.year, year2=issue.date.year))


def weekday(context: Context) -> Iterator[RuleHit]:
    """Yield a date on which the publication does not appear."""
    issue, rule = context.issue, context.setting.numbering
    if issue.date in rule.extra or issue.number.kind in (IssueKind.SUPPLEMENT, IssueKind.SPECIAL):
        return
    if issue.date in rule.skipped:
        yield _date(issue, tr("{date}是停刊的日子", date=issue.date))
    elif issue.date.isoweekday() != rule.weekday:
        day, due = said_weekday(issue.date), said_weekly()[rule.weekday - 1]
        yield _date(issue, tr("{date}是{day}，本刊{due}出刊", date=issue.date, day=day, due=due))


def points(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a point 三是 that neither follows 二是 nor begins anew."""
    before = 0
    for passage in reading.body:
        for found in _POINT.finditer(passage.text):
            value = _value(found[1])
            if value == before > 1:
                yield hit(passage, found.span(), tr("序号“{here}”重复", here=found[0]))
            elif before and value > before + 1:
                message = tr(
                    "“{word}是”之后是“{found}是”，缺“{word2}是”",
                    word=_word(before),
                    found=found[1],
                    word2=_word(before + 1),
                )
                yield hit(passage, found.span(), message)
            before = value


def _value(word: str) -> int:
    return (10 if word.startswith("十") else 0) + (_ONES.find(word[-1]) + 1)


def _word(value: int) -> str:
    return ("十" if value >= 10 else "") + (_ONES[value % 10 - 1] if value % 10 else "")


def _number(issue: Issue, message: str) -> RuleHit:
    subject = f"{issue.number.year} {issue.number.number} {issue.number.total}"
    return RuleHit(place=FindingLocation(where="cover", field=FindingField.NUMBER), message=message, subject=subject)


def _date(issue: Issue, message: str) -> RuleHit:
    return RuleHit(
        place=FindingLocation(where="cover", field=FindingField.DATE), message=message, subject=issue.date.isoformat()
    )


RULES = (
    IssueRule(
        id="numbers.series", title=tr("期号接不上"), level=Level.ERROR, check=series, why=tr("期号、总期号逐期加一")
    ),
    IssueRule(id="numbers.order", title=tr("日期早于上一期"), level=Level.ERROR, check=order),
    IssueRule(id="numbers.year", title=tr("期号与日期不在一年"), level=Level.ERROR, check=year),
    IssueRule(
        id="numbers.weekday",
        title=tr("不是出刊日"),
        level=Level.WARNING,
        check=weekday,
        why=tr("出刊日按刊物的编号规则"),
    ),
    ArticleRule(id="numbers.points", title=tr("序号跳号"), level=Level.WARNING, check=points),
)
