"""Source, link and date of a text, lifted out of the lines at its beginning and end."""

import datetime as dt
import re
from dataclasses import dataclass, field

from editor.intake.byline import is_issuer, read_byline
from editor.intake.web.leftovers import PageLoss
from editor.intake.web.phrases import phrase_loss
from editor.intake.web.written import read_credit
from editor.intake.word.forms import DATE_LINE
from editor.intake.word.lines import Item, Line, Role
from editor.intake.word.marks import MARK, bare
from editor.model.body import Text, plain, text_of
from editor.model.runs import part
from editor.text.characters import ends_sentence
from editor.text.dates import find_date, read_date
from editor.text.fact_lines import address_of_line, figure_source_of_line, is_card_line, source_at_end, source_of_line
from editor.text.link_names import names_source_link

# lines from the beginning and the end
_HEAD, _TAIL = 8, 6
# a date alone among so many lines below the title is its date
_TOP = 3
_LONGEST, _LONGEST_LINK = 80, 2000
_SOURCES = frozenset(
    ("来源", "信息来源", "文章来源", "稿件来源", "发布机构", "发文机构", "供稿单位", "报送单位", "投稿单位", "来稿单位")
)
_DATES = frozenset(("发布时间", "发布日期", "发文日期", "成文日期", "日期"))
_LABEL = re.compile(r"(?:^|(?<=[\s　|｜]))([一-鿿]{2,6})\s*[:：]\s*")
_CLOCK = re.compile(r"\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$")
_NO_YEAR = re.compile(r"\d{1,2}月\d{1,2}日")
_BRACKETED = re.compile(r"[（(\[【](.*)[）)\]】]", re.DOTALL)
_GAP = re.compile(r"[\s\u3000\u00a0]{2,}")
_LABELLED = re.compile(r"来源\s*[:：]")
_LEFTOVERS = frozenset((PageLoss.TOOLS, PageLoss.COUNTS, PageLoss.NEIGHBOURS))
_SHORTEST_LEFTOVER, _SHORTEST_TEXT = 4, 30


@dataclass(slots=True)
class Facts:
    """What was found. link_caption: the line beside a code to scan; leftovers: lines of web pages left out.

    saved: when the file was, None where it does not say; year_told: the date has its year from there.
    """

    source: str = ""
    link: str = ""
    link_caption: str = ""
    published: dt.date | None = None
    leftovers: int = 0
    saved: dt.date | None = None
    year_told: bool = False
    items: list[Item] = field(default_factory=list)


def take_facts(items: list[Item], saved: dt.date | None = None) -> Facts:
    """Return source, link and date with the items that are left. A date that signs the text stays in it too."""
    facts = Facts(saved=saved)
    last = len(items) - _TAIL
    for at, item in enumerate(items):
        if isinstance(item, Line) and (at < _HEAD or at >= last) and _may_be_fact(item):
            left = _left(facts, item, top=at < _TOP and not _has_text(items[:at]), near_end=at >= last)
            facts.items.extend([left] if left else [])
        else:
            facts.items.append(item)
    _take_ending(facts)
    _take_signature(facts)
    return facts


def _has_text(items: list[Item]) -> bool:
    """Return whether the text has begun: below it, a body's name signs."""
    return any(
        isinstance(item, Line) and len(item.text) > _SHORTEST_TEXT and ends_sentence(item.text) for item in items
    )


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
    if (near_end and _card(facts, text)) or (top and (_dated(facts, text) or _kept_without_year(facts, text))):
        return None
    rest = _without_pairs(facts, text)
    if rest is not None:
        return line.with_runs(text_of(rest)) if rest else None
    taken = _source(facts, text) or _web_leftover(facts, text, top=top) or (top and _byline(facts, text))
    return None if taken else line


def _card(facts: Facts, text: str) -> bool:
    if facts.link_caption or not is_card_line(text):
        return False
    facts.link_caption = text
    return True


def _dated(facts: Facts, text: str) -> bool:
    """Keep the date that is all of a line; return whether it was one that was missing."""
    if facts.published or not DATE_LINE.fullmatch(text):
        return False
    facts.published = find_date(text)
    return facts.published is not None


def _byline(facts: Facts, text: str) -> bool:
    """Keep who issued the text and when, from a line without labels; return whether the line says nothing else."""
    found = read_byline(text)
    if found is None or (found.source and facts.source) or (found.date and facts.published):
        return False
    facts.source, facts.published = found.source or facts.source, found.date or facts.published
    return found.whole


def _web_leftover(facts: Facts, text: str, *, top: bool) -> bool:
    """Return whether a line came from a web page, e.g. 2025-01-16 来源：X 阅读量：30 【打印】, whose facts are kept."""
    squeezed = "".join(text.split())
    if len(squeezed) >= _SHORTEST_LEFTOVER and phrase_loss(squeezed) in _LEFTOVERS:
        facts.leftovers += 1
        return True
    credit = read_credit(_GAP.sub("\u2003", text)) if top and not ends_sentence(text) else None
    if credit is None or not credit.source or facts.source or not _LABELLED.search(text):
        return False
    facts.source, facts.published = credit.source, facts.published or credit.date
    facts.leftovers += 1
    return True


def _linked(line: Line, text: str) -> str:
    """Return the address of a line that only names it, e.g. 原文链接."""
    links = {run.link for run in line.runs if bare(run.text).strip(" ：:")}
    links.discard("")
    return links.pop() if len(links) == 1 and names_source_link(text) else ""


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
        dated = read_byline(value)
        signed = dated.date if dated and dated.whole and not facts.published else None
        facts.source = dated.source if dated and dated.source and signed else value
        facts.published = facts.published or signed
        return True
    day = _CLOCK.sub("", value)
    if label in _DATES and not facts.published and DATE_LINE.fullmatch(day) and find_date(day):
        facts.published = find_date(day)
        return True
    return label in _DATES and _kept_without_year(facts, day)


def _kept_without_year(facts: Facts, text: str) -> bool:
    """Keep a day and month as the last such day before the file was saved; return whether it was one."""
    if facts.published or facts.saved is None or not _NO_YEAR.fullmatch(text):
        return False
    years = (facts.saved.year, facts.saved.year - 1)
    days = (found for year in years if (found := read_date(text, year=year)))
    facts.published = next((found for found in days if found <= facts.saved), None)
    facts.year_told = facts.published is not None
    return facts.year_told


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


def _take_signature(facts: Facts) -> None:
    """Read who signs the text, and the date below; the lines stay."""
    texts = [item.text.strip() if isinstance(item, Line) else "" for item in facts.items[-_TAIL:]]
    at = next((at for at in range(len(texts) - 1, -1, -1) if DATE_LINE.fullmatch(texts[at])), None)
    if at is None:
        return
    facts.published = facts.published or find_date(texts[at])
    if at and not facts.source and is_issuer(texts[at - 1]):
        facts.source = texts[at - 1]
