"""Number, total and date of the issue; numbers of points in an article."""

import re
from collections.abc import Iterator

from editor.model.issue import Issue, IssueKind
from editor.model.numbering import next_number
from editor.proof.context import Context, Reading
from editor.proof.finding import Field, Hit, Level, Place
from editor.proof.rule import ArticleRule, IssueRule
from editor.proof.words import hit

_DAYS = "一二三四五六日"
_ONES = "一二三四五六七八九"
_POINT = re.compile(r"(?:^|(?<=[。；：\n]))(十?[一二三四五六七八九]|十)是")


def series(context: Context) -> Iterator[Hit]:
    """Yield a number or total that does not follow the previous issue's."""
    issue, previous = context.issue, context.previous
    if previous is None or IssueKind.SUPPLEMENT in (issue.number.kind, previous.number.kind):
        return
    due = next_number(previous.number, issue.date)
    if issue.number.number != due.number:
        yield _number(issue, f"期号是第{issue.number.number}期，接上一期应是第{due.number}期")
    if None not in (issue.number.total, due.total) and issue.number.total != due.total:
        yield _number(issue, f"总期号是第{issue.number.total}期，接上一期应是第{due.total}期")


def order(context: Context) -> Iterator[Hit]:
    """Yield a date that is not after the previous issue's."""
    issue, previous = context.issue, context.previous
    if previous is not None and issue.date <= previous.date:
        yield _date(issue, f"日期{issue.date}不晚于上一期的{previous.date}")


def year(context: Context) -> Iterator[Hit]:
    """Yield a number counted in another year than the date's."""
    issue = context.issue
    if issue.number.year != issue.date.year:
        yield _number(issue, f"期号按{issue.number.year}年编，日期却在{issue.date.year}年")


def weekday(context: Context) -> Iterator[Hit]:
    """Yield a date on which the publication does not appear."""
    issue, rule = context.issue, context.setting.numbering
    if issue.date in rule.extra or issue.number.kind in (IssueKind.SUPPLEMENT, IssueKind.SPECIAL):
        return
    if issue.date in rule.skipped:
        yield _date(issue, f"{issue.date}是停刊的日子")
    elif issue.date.isoweekday() != rule.weekday:
        day, due = _DAYS[issue.date.weekday()], _DAYS[rule.weekday - 1]
        yield _date(issue, f"{issue.date}是星期{day}，本刊逢星期{due}出刊")


def points(reading: Reading) -> Iterator[Hit]:
    """Yield a point 三是 that neither follows 二是 nor begins anew."""
    before = 0
    for passage in reading.body:
        for found in _POINT.finditer(passage.text):
            value = _value(found[1])
            if before and value > before + 1:
                message = f"“{_word(before)}是”之后是“{found[1]}是”，缺“{_word(before + 1)}是”"
                yield hit(passage, found.span(), message)
            before = value


def _value(word: str) -> int:
    return (10 if word.startswith("十") else 0) + (_ONES.find(word[-1]) + 1)


def _word(value: int) -> str:
    return ("十" if value >= 10 else "") + (_ONES[value % 10 - 1] if value % 10 else "")


def _number(issue: Issue, message: str) -> Hit:
    subject = f"{issue.number.year} {issue.number.number} {issue.number.total}"
    return Hit(place=Place(where="cover", field=Field.NUMBER), message=message, subject=subject)


def _date(issue: Issue, message: str) -> Hit:
    return Hit(place=Place(where="cover", field=Field.DATE), message=message, subject=issue.date.isoformat())


RULES = (
    IssueRule(id="numbers.series", title="期号接不上", level=Level.ERROR, check=series, why="期号、总期号逐期加一"),
    IssueRule(id="numbers.order", title="日期早于上一期", level=Level.ERROR, check=order),
    IssueRule(id="numbers.year", title="期号与日期不在一年", level=Level.ERROR, check=year),
    IssueRule(
        id="numbers.weekday", title="不是出刊日", level=Level.WARNING, check=weekday, why="出刊日按刊物的编号规则"
    ),
    ArticleRule(id="numbers.points", title="序号跳号", level=Level.WARNING, check=points),
)
