"""Source, link and date of a text, lifted out of the lines at its beginning and end."""

import datetime as dt
import re
from dataclasses import dataclass, field

from editor.intake.word.forms import DATE_LINE
from editor.intake.word.lines import Item, Line, Role
from editor.intake.word.marks import MARK, bare
from editor.model.body import Text, plain, text_of
from editor.model.runs import part
from editor.text.dates import find_date
from editor.text.fact_lines import address_of_line, figure_source_of_line, is_card_line, source_at_end, source_of_line

# lines from the beginning and the end
_HEAD, _TAIL = 8, 6
# a date alone among so many lines below the title is its date
_TOP = 3
_LONGEST, _LONGEST_LINK = 80, 2000
_SOURCES = frozenset(("来源", "信息来源", "文章来源", "稿件来源", "发布机构", "发文机构"))
_DATES = frozenset(("发布时间", "发布日期", "发文日期", "成文日期", "日期"))
_LABEL = re.compile(r"(?:^|(?<=[\s　|｜]))([一-鿿]{2,6})\s*[:：]\s*")
_CLOCK = re.compile(r"\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$")
_BRACKETED = re.compile(r"[（(\[【](.*)[）)\]】]", re.DOTALL)
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
        if isinstance(item, Line) and (at < _HEAD or at >= last) and _may_be_fact(item):
            left = _left(facts, item, top=at < _TOP, near_end=at >= last)
            facts.items.extend([left] if left else [])
        else:
            facts.items.append(item)
    _take_ending(facts)
    _take_date(facts)
    return facts


def _may_be_fact(line: Line) -> bool:
    text = line.text.strip()
    long = len(text) > (_LONGEST_LINK if "://" in text else _LONGEST)
    return not (long or line.role is not Role.TEXT or line.numbered or any(run.footnote for run in line.runs))


def _left(facts: Facts, line: Line, *, top: bool, near_end: bool) -> Line | None:
    """Return what is left of a line once the facts in it are kept: all of it, a part, nothing."""
    text = line.text.strip()
    link = address_of_line(text)[1] or _linked(line, text)
    if link:
        taken = not facts.link or facts.link == link
        facts.link = facts.link or link
        return None if taken else line
    if near_end and is_card_line(text) and not facts.link_caption:
        facts.link_caption = text
        return None
    if top and DATE_LINE.fullmatch(text) and not facts.published and find_date(text):
        facts.published = find_date(text)
        return None
    rest = _without_pairs(facts, text)
    if rest is not None:
        return line.with_runs(text_of(rest)) if rest else None
    return None if _source(facts, text) else line


def _linked(line: Line, text: str) -> str:
    """Return the address of a line that only names it, e.g. 原文链接."""
    links = {run.link for run in line.runs if bare(run.text).strip(" ：:")}
    links.discard("")
    return links.pop() if len(links) == 1 and _CALLED.fullmatch(text) else ""


def _without_pairs(facts: Facts, text: str) -> str | None:
    """Take source and date from a line such as 来源：X 作者：Y; return the rest, None where neither is there."""
    inside = _BRACKETED.fullmatch(text)
    bare_text = (inside[1] if inside else text).strip()
    labels = list(_LABEL.finditer(bare_text))
    if not labels or labels[0].start():
        return None
    ends = [*(label.start() for label in labels[1:]), len(bare_text)]
    pairs = [
        (label[1], bare_text[label.end() : end].strip(" 　|｜"), label.start(), end)
        for label, end in zip(labels, ends, strict=True)
    ]
    rest = [
        bare_text[start:end].strip(" 　|｜") for label, value, start, end in pairs if not _kept(facts, label, value)
    ]
    return "　".join(rest) if len(rest) < len(pairs) else None


def _kept(facts: Facts, label: str, value: str) -> bool:
    """Keep a labelled fact; return whether it is one that was missing."""
    if label in _SOURCES and value and not facts.source:
        facts.source = value
        return True
    day = _CLOCK.sub("", value)
    if label in _DATES and not facts.published and DATE_LINE.fullmatch(day) and find_date(day):
        facts.published = find_date(day)
        return True
    return False


def _source(facts: Facts, text: str) -> bool:
    found = source_of_line(text) or figure_source_of_line(text)
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
