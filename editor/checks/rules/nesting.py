"""Quotes within quotes, titles within titles, and what 《》 do not belong to."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit, TextEdit
from editor.checks.passage import Passage
from editor.checks.rule import ArticleRule
from editor.checks.words import edit, many, told
from editor.model.language import tr

_PAIRS = {"“": "”", "《": "》", "（": "）"}
_INNER = {"“": "‘", "”": "’", "《": "〈", "》": "〉"}
# GB/T 15834, appendix A: names that are no works
_NO_WORK = re.compile(
    r"《([^《》\n]{2,24}(?:大会|会议|论坛|峰会|研讨会|博览会|活动周|宣传周|启动仪式|执照|许可证|登记证|资格证|毕业证|不动产权证|奖状|称号))》"
)
_MARKS = re.compile("[“”《》\n]")
_SAME = re.compile(r"“[^“”‘’\n]{1,30}(“)(?=[，。；：、）]|$)", re.MULTILINE)
_Pair = tuple[int, int]


def nested_quotes(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield “” inside of “”."""
    yield from _nested(reading, "“", tr("引号里面再用引号，里层用‘’"))


def nested_titles(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 《》 inside of 《》."""
    yield from _nested(reading, "《", tr("书名号里面再用书名号，里层用〈〉"))


def same_quotes(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield “ where the quote that it would close began with “ as well, and no ” follows."""
    for found in reading.whole.find(_SAME):
        yield told(found, tr("这里应是后引号"), group=1, becomes="”")


def no_work(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 《》 around the names of meetings, licences and honours."""
    for found in reading.whole.find(_NO_WORK):
        yield told(found, tr("会议、活动、证照的名称不用书名号"), becomes=found[1])


def _nested(reading: ArticleTexts, mark: str, message: str) -> Iterator[RuleHit]:
    for passage in reading.passages:
        for start, end in _inner(passage, mark) if passage.text.count(mark) > 1 else ():
            edits: list[TextEdit] = [edit(passage, (at, at + 1), _INNER[passage.text[at]]) for at in (start, end)]
            shown = f"{_INNER[mark]}…{_INNER[_PAIRS[mark]]}"
            yield many([(passage, (start, end + 1))], edits, message, shown)


def _inner(passage: Passage, mark: str) -> Iterator[_Pair]:
    """Yield the pairs that lie directly in another pair, within a line."""
    opened: list[int] = []
    for found in _MARKS.finditer(passage.masked):
        at, char = found.start(), found[0]
        if char == "\n":
            opened.clear()
        elif char == mark:
            opened.append(at)
        elif char == _PAIRS[mark] and opened:
            start = opened.pop()
            if len(opened) == 1 and _closes(passage.masked, mark, at):
                yield start, at


def _closes(text: str, mark: str, at: int) -> bool:
    """Return whether the outer pair is closed as well in this line."""
    end = text.find("\n", at)
    rest = text[at + 1 : end if end >= 0 else None]
    return rest.count(_PAIRS[mark]) > rest.count(mark)


RULES = (
    ArticleRule(
        id="text.nested-quotes",
        title=tr("引号套引号"),
        level=Level.WARNING,
        check=nested_quotes,
        why=tr("GB/T 15834 4.8 引号里面再用引号，外层双、里层单"),
    ),
    ArticleRule(
        id="text.nested-titles",
        title=tr("书名号套书名号"),
        level=Level.WARNING,
        check=nested_titles,
        why=tr("GB/T 15834 4.15 书名号里面再用书名号，外层双、里层单"),
    ),
    ArticleRule(
        id="text.same-quotes",
        title=tr("引号方向"),
        level=Level.WARNING,
        check=same_quotes,
        why=tr("GB/T 15834 4.8 引号前后成对"),
    ),
    ArticleRule(
        id="text.no-work",
        title=tr("书名号用于会议、证照"),
        level=Level.INFO,
        check=no_work,
        why=tr("GB/T 15834 附录A 不能视为作品的会议、活动、证照等名称不用书名号"),
    ),
)
