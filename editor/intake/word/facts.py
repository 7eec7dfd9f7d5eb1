"""Source, link and date of a text, lifted out of the lines at its beginning and end."""

import datetime as dt
import re
from dataclasses import dataclass, field

from editor.intake.past_issue.body import is_card_line, link_of_line, source_at_end, source_of_line
from editor.intake.word.forms import DATE_LINE
from editor.intake.word.lines import Item, Line, Role
from editor.intake.word.marks import MARK, bare
from editor.model.body import Text, plain
from editor.model.runs import part
from editor.text.dates import find_date

# lines from the beginning and the end
_HEAD, _TAIL = 8, 6
_LONGEST, _LONGEST_LINK = 80, 2000
_SOURCES = ("来源", "信息来源", "文章来源", "稿件来源", "发布机构", "发文机构")
_DATES = ("发布时间", "发布日期", "发文日期", "日期", "时间", "成文日期")
_PAIR = re.compile(
    rf"({'|'.join((*_SOURCES, *_DATES))})\s*[:：]\s*(.*?)(?=\s+(?:{'|'.join((*_SOURCES, *_DATES))})\s*[:：]|$)"
)
_CALLED = re.compile(r"(?:原文|阅读原文|查看原文|点击查看原文|原文链接|原文地址|网页链接|链接)\s*[:：]?")


@dataclass(slots=True)
class Facts:
    """What was found. link_caption: the line beside a code to scan."""

    source: str = ""
    link: str = ""
    link_caption: str = ""
    published: dt.date | None = None
    items: list[Item] = field(default_factory=list)


def take_facts(items: list[Item]) -> Facts:
    """Return source, link and date with the items that are left. A date that signs the text stays in it too."""
    facts = Facts()
    last = len(items) - _TAIL
    for at, item in enumerate(items):
        near_end = at >= last
        if isinstance(item, Line) and (at < _HEAD or near_end) and _taken(facts, item, near_end=near_end):
            continue
        facts.items.append(item)
    _take_ending(facts)
    _take_date(facts)
    return facts


def _taken(facts: Facts, line: Line, *, near_end: bool) -> bool:
    """Return whether a whole line was only a fact, and keep that."""
    text = line.text.strip()
    if len(text) > (_LONGEST_LINK if "://" in text else _LONGEST) or line.role is not Role.TEXT or line.numbered:
        return False
    if any(run.footnote for run in line.runs):
        return False
    link = link_of_line(text) or _linked(line, text)
    if link:
        taken = not facts.link or facts.link == link
        facts.link = facts.link or link
        return taken
    if near_end and is_card_line(text) and not facts.link_caption:
        facts.link_caption = text
        return True
    return _pairs(facts, text) or _source(facts, text)


def _linked(line: Line, text: str) -> str:
    """Return the address of a line that only names it, e.g. 原文链接."""
    links = {run.link for run in line.runs if bare(run.text).strip(" ：:")}
    links.discard("")
    return links.pop() if len(links) == 1 and _CALLED.fullmatch(text) else ""


def _pairs(facts: Facts, text: str) -> bool:
    """Take a line such as 来源：X 发布时间：Y, where nothing else stands in it."""
    bare_text = text.strip("（）()[]【】 　")
    pairs = _PAIR.findall(bare_text)
    if not pairs or not _PAIR.match(bare_text):
        return False
    sources = [value.strip() for label, value in pairs if label in _SOURCES and value.strip()]
    dates = [find_date(value) for label, value in pairs if label in _DATES]
    if len(sources) > 1 or not all(dates) or (sources and facts.source) or (dates and facts.published):
        return False
    if not sources and not dates:
        return False
    facts.source = sources[0] if sources else facts.source
    facts.published = dates[0] if dates else facts.published
    return True


def _source(facts: Facts, text: str) -> bool:
    found = source_of_line(text)
    if not found or facts.source:
        return False
    facts.source = found
    return True


def _take_ending(facts: Facts) -> None:
    """Take （来源：X） from the end of the last text, of an item of a list too."""
    at = next((at for at in range(len(facts.items) - 1, -1, -1) if isinstance(facts.items[at], Line)), None)
    line = None if at is None else facts.items[at]
    if at is None or not isinstance(line, Line) or facts.source or line.level:
        return
    text = line.text
    source, start = source_at_end(text)
    rest = _front(line.runs, start)
    if source and not any(run.footnote for run in line.runs[len(rest) :]):
        facts.source = source
        if bare(plain(rest)).strip():
            facts.items[at] = line.with_runs(rest)
        else:
            del facts.items[at]


def _front(runs: Text, count: int) -> Text:
    """Return the first so many characters of runs, marks of notes not counted, without blanks at the end."""
    raw, at = plain(runs), count
    for mark in MARK.finditer(raw):
        # marks before the place move it
        at += len(mark[0]) if mark.start() <= at else 0
    return part(runs, 0, len(raw[:at].rstrip()))


def _take_date(facts: Facts) -> None:
    """Read the date below the text, which signs it; the line stays."""
    if facts.published:
        return
    for item in reversed(facts.items[-_TAIL:]):
        if isinstance(item, Line) and DATE_LINE.fullmatch(item.text.strip()):
            facts.published = find_date(item.text)
            return
