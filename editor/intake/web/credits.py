"""Source and date of a page's article from the lines around its title."""

import datetime as dt
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from editor.intake.web.days import is_relative_time, parted_date
from editor.intake.web.leftovers import PageLoss
from editor.intake.web.lines import PageLine, Region
from editor.intake.web.main_part import is_sentence
from editor.intake.web.titles import FoundTitle
from editor.intake.web.written import Credit, is_medium, read_credit, unlabelled_source

_LINES, _BEFORE, _BEHIND = 16, 4, 6
_HEAD, _TAIL = 8, 3
_LONGEST, _LONGEST_BELOW, _LONGEST_NAME, _LONGEST_PART = 60, 30, 20, 8
_SOURCE_NAMES = re.compile(r"(?<![a-z])(?:source|src|laiyuan|from|media-name|media_name)(?![a-z])")
_WRITERS = re.compile(r"(?<![a-z])(?:credits|byline|authors?|writer|zuozhe)(?![a-z])")
_NAMES = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,4}(?:[\s\u3000、]{1,4}[\u4e00-\u9fff]{1,4}){1,3}")
_LABEL_ALONE = re.compile(r"(?:发布|发文|发表|更新)?(?:时间|日期)[:：]|作者[:：]")
# kinds of lines on which a source may stand as well
_MIXED = (None, PageLoss.COUNTS, PageLoss.TOOLS, PageLoss.EDITORS, PageLoss.LABELS, PageLoss.FOLLOW)


@dataclass(slots=True)
class PageCredits:
    """What the lines say. guess: a source that no label names, empty for none; labelled: whether the date is named."""

    source: str = ""
    date: dt.date | None = None
    labelled: bool = False
    guess: str = ""

    def take(self, found: Credit) -> None:
        """Keep what is not known yet; a date of publication is better than another."""
        self.source = self.source or found.source
        if found.date and (not self.date or (found.labelled and not self.labelled)):
            self.date = found.date
        self.labelled = self.labelled or found.labelled


def read_credits(
    lines: list[PageLine], title: FoundTitle, region: Region, until: int, taken: Collection[int]
) -> PageCredits:
    """Read the lines below the title, then above it, then behind the article, and mark those that say something.

    until: place of the first sentence; taken: places of lines that are something else.
    """
    made = PageCredits()
    begin = max(title.end if title.places else until - _HEAD, 0)
    for at in _places(lines, begin, until, min(title.places, default=until), region):
        if at not in title.places and at not in taken and _may_say(lines[at]):
            _read_line(made, lines, at, behind=at >= region.end)
    last = max((at for at in range(until, region.end) if is_sentence(lines[at])), default=until)
    for at in range(min(max(region.end - _TAIL, until + 1), last + 1), region.end):
        if (
            lines[at].loss in (None, PageLoss.CREDIT)
            and read_credit(lines[at].facts).labelled
            and len(lines[at].squeezed) <= _LONGEST
        ):
            _read_line(made, lines, at, behind=True)
    for at in range(begin, min(until, begin + _LINES)):
        if not (made.source or made.guess) and _names_medium(lines, at):
            made.guess, lines[at].loss = lines[at].text, PageLoss.CREDIT
        elif title.places and lines[at].loss is None and (_names_writers(lines[at]) or _is_person(lines, at)):
            lines[at].loss = PageLoss.CREDIT
    return made


def _may_say(line: PageLine) -> bool:
    """Return whether a line may name the source or the day."""
    return line.loss in _MIXED or line.loss is PageLoss.CREDIT


def _places(lines: list[PageLine], begin: int, until: int, first: int, region: Region) -> Iterator[int]:
    yield from range(begin, min(until, begin + _LINES))
    yield from range(max(first - _BEFORE, 0), first)
    yield from range(region.end, min(region.end + _BEHIND, len(lines)))


def _read_line(made: PageCredits, lines: list[PageLine], at: int, *, behind: bool) -> None:
    """Read a line. behind: behind the article, where lists of other articles have dates too."""
    line = lines[at]
    if _LABEL_ALONE.fullmatch(line.squeezed):
        line.loss = PageLoss.CREDIT
        return
    found = read_credit(line.facts)
    if not (found.source or found.date or found.waits):
        found = replace(found, date=_date_in_parts(lines, at), source=_named_source(line))
    if not (found.source or found.date or found.waits or behind) and is_relative_time(line.facts):
        line.loss, made.guess = PageLoss.CREDIT, made.guess or unlabelled_source(line.facts)
    if behind and not (found.source or found.labelled):
        return
    if not (found.source or found.date or found.waits) or (not found.source and len(line.squeezed) > _LONGEST):
        return
    if found.date and not found.source:
        made.guess = made.guess or unlabelled_source(line.facts)
    if found.waits:
        found = replace(found, source=_line_below(lines, at))
    line.loss = PageLoss.CREDIT
    made.take(found)


def _named_source(line: PageLine) -> str:
    """Return the text of an element that the site calls the source."""
    named = len(line.squeezed) <= _LONGEST_NAME and _SOURCE_NAMES.search(line.names.lower())
    return line.text if named else ""


def _line_below(lines: list[PageLine], at: int) -> str:
    """Return the line below 来源：, and mark it; nothing where it is no name."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.loss or len(below.squeezed) > _LONGEST_BELOW:
        return ""
    below.loss = PageLoss.CREDIT
    return below.text


def _date_in_parts(lines: list[PageLine], at: int) -> dt.date | None:
    """Return the date of a line whose day stands apart, also on the next line, which is marked."""
    two = lines[at : at + 2]
    date = parted_date(two[0].facts)
    if date or len(two) < 2 or max(len(one.squeezed) for one in two) > _LONGEST_PART:
        return date
    date = parted_date(f"{two[0].facts}\u2003{two[1].facts}")
    if date:
        two[1].loss = PageLoss.CREDIT
    return date


def _names_writers(line: PageLine) -> bool:
    """Return whether a line is one that the site calls its authors, and no more than names."""
    return len(line.squeezed) <= _LONGEST_BELOW and _WRITERS.search(line.names.lower()) is not None


def _is_person(lines: list[PageLine], at: int) -> bool:
    """Return whether a line above that of source and date is a name or two."""
    below = lines[at + 1].loss if at + 1 < len(lines) else None
    return below is PageLoss.CREDIT and _NAMES.fullmatch(lines[at].text) is not None and not lines[at].look.rank


def _names_medium(lines: list[PageLine], at: int) -> bool:
    """Return whether a line beside one with the date is the name of a medium."""
    beside = any(one.loss is PageLoss.CREDIT for one in lines[max(at - 1, 0) : at + 2])
    beside = beside or _WRITERS.search(lines[at].names.lower()) is not None
    return lines[at].loss in (None, PageLoss.CREDIT) and beside and is_medium(lines[at].text)
