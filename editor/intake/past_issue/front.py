"""The front of a past issue: cover and credits page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from editor.intake.past_issue.bodies import is_body
from editor.intake.past_issue.forms import is_text_like
from editor.intake.past_issue.head_number import find_number
from editor.intake.past_issue.labels import is_label, split_label
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.masthead import NAME, SECRET, apart, closed, name_of, one_cell, unmarked
from editor.intake.past_issue.number_line import (
    NumberLine,
    has_numbering,
    is_numbering,
    numbering_rest,
    read_number_line,
)
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.rows import INTERNAL, NOTICE, Rows, is_row, made_by, read_rows
from editor.intake.past_issue.structure import PICTURE
from editor.intake.past_issue.title_lines import broken_title
from editor.model.article import Title
from editor.text.characters import fold

_LONGEST_ROWS, _SHORTEST_NAME, _SHORT = 60, 3, 30


@dataclass(slots=True)
class ParsedFront:
    """What comes before the contents. rows: credits, contacts and notice; roles: of lines, by their number."""

    number_line: NumberLine | None = None
    masthead: str = ""
    slogan: str = ""
    strapline: str = ""
    headline: Title = field(default_factory=lambda: Title(text=""))
    rows: Rows = field(default_factory=Rows)
    roles: dict[int, LineRole] = field(default_factory=dict)


def read_front(lines: Lines) -> ParsedFront:
    """Return the front: cover lines up to number and date, headline, number and date again, then rows of credits."""
    front = ParsedFront(number_line=find_number(lines))
    if front.number_line is None:
        _read_cover(front, lines, lines)
        return front
    start, end = _head(lines, front.number_line)
    _read_cover(front, lines[:start], lines)
    _read_head(front, lines[start:end], front.number_line.lines)
    again = next((at for at in range(end, len(lines)) if read_number_line(lines[at].text)), None)
    headed = again if again is not None else _first_row(lines, end)
    _read_headline(front, lines[end:headed])
    if again is not None:
        front.roles[lines[again].number] = LineRole.NUMBER
    read_rows(front.rows, lines[headed + 1 :] if again is not None else lines[headed:])
    front.roles |= front.rows.roles
    return front


def front_end(lines: Lines) -> int:
    """Return where the articles begin in a text without contents: after number and date, and rows of credits."""
    number_line = find_number(lines)
    if number_line is None:
        return 0
    _, end = _head(lines, number_line)
    while end < len(lines) and lines[end].told is None and (_is_front_row(lines[end].text) or _is_maker(lines, end)):
        end += 1
    return end


def _is_maker(lines: Lines, at: int) -> bool:
    """Return whether a line right below number and date is but the body that made the issue."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return is_body(lines[at].text) and 0 < len(below) < _SHORT and not is_text_like(below)


def _is_front_row(text: str) -> bool:
    row = is_row(text) and len(text) <= _LONGEST_ROWS
    return row or bool(NOTICE.match(text) or INTERNAL.match(text)) or made_by(text) is not None


def _head(lines: Lines, number_line: NumberLine) -> tuple[int, int]:
    """Return from where to where number, date and what stands beside them go."""
    places = [at for at, line in enumerate(lines) if line.number in number_line.lines]
    start, end = min(places), max(places) + 1
    while end < len(lines) and (is_numbering(lines[end].text) and not read_number_line(lines[end].text)):
        end += 1
    while start and is_numbering(lines[start - 1].text):
        start -= 1
    return start, end


def _read_cover(front: ParsedFront, cover: Lines, lines: Lines) -> None:
    """Read masthead, slogan (above it), strapline (below it), and rows of credits."""
    shown = [part for line in map(one_cell, cover) if line.text != PICTURE for part in apart(line)]
    front.roles |= {line.number: LineRole.SLOGAN for line in cover}
    rows = [line for line in shown if _is_front_row(line.text) and not INTERNAL.match(line.text)]
    named = [line for line in shown if line not in rows]
    read_rows(front.rows, rows)
    front.roles |= front.rows.roles
    name = name_of(named, lines[len(cover) :])
    place = named.index(name) if name else len(named)
    front.slogan = "".join(other.text for other in named[:place])
    front.strapline = "".join(other.text for other in named[place + 1 :])
    if name:
        front.masthead = closed(unmarked(name.text))
        front.roles[name.number] = LineRole.MASTHEAD
    if name and place and len(front.masthead) < _SHORTEST_NAME:
        # a name over two lines: 月报 alone is none
        front.masthead = closed(named[place - 1].text) + front.masthead
        front.slogan = "".join(other.text for other in named[: place - 1])
        front.roles[named[place - 1].number] = LineRole.MASTHEAD


def _read_head(front: ParsedFront, lines: Lines, numbered: Sequence[int]) -> None:
    """Read number and date, and what stands beside them: who made the issue, the name, a word of caution."""
    between = [line for line in lines if not has_numbering(line.text) and line.number not in numbered]
    name = None if front.masthead else name_of([line for line in between if NAME.search(closed(line.text))], ())
    if name:
        front.masthead = closed(unmarked(name.text))
    for line in lines:
        rest = numbering_rest(line.text) if has_numbering(line.text) or line.number in numbered else line.text
        front.roles[line.number] = LineRole.NUMBER
        if _is_counted(line.text, rest):
            continue
        for part in _parts_beside(rest):
            _read_beside(front, replace(line, text=part))


def _is_counted(text: str, rest: str) -> bool:
    """Return whether the rest of a line is but the number, written without a word."""
    return not rest or (rest.strip("第（()）〔〕[]【】 ").isdigit() and rest in text)


def _parts_beside(rest: str) -> list[str]:
    """Return what stands far apart in a line, unless it is rows of credits."""
    return [rest] if is_row(rest) else [part for part in re.split(r"\t|[ \u3000]{2,}", rest) if part]


def _read_beside(front: ParsedFront, line: SourceLine) -> None:
    if INTERNAL.match(line.text) or SECRET.match(line.text):
        front.slogan += line.text
    elif is_row(line.text):
        read_rows(front.rows, [line])
    elif maker := made_by(line.text, bare=True):
        front.rows.credits.append(maker)
    elif not front.masthead:
        front.masthead = closed(line.text)
        front.roles[line.number] = LineRole.MASTHEAD
    elif fold(line.text) not in (fold(front.masthead), fold(front.strapline)):
        front.strapline += line.text


def _read_headline(front: ParsedFront, lines: Lines) -> None:
    """Read the cover's headline; the name may be printed again below it."""
    kept = []
    for line in lines:
        if line.key == fold(front.masthead):
            front.roles[line.number] = LineRole.MASTHEAD
        elif INTERNAL.match(line.text):
            front.slogan += line.text
            front.roles[line.number] = LineRole.SLOGAN
        elif is_body(line.text) and (maker := made_by(line.text, bare=True)):
            front.rows.credits.append(maker)
            front.roles[line.number] = LineRole.CREDIT
        else:
            kept.append(line)
            front.roles[line.number] = LineRole.HEADLINE
    front.headline = broken_title("\n".join(line.text for line in kept))


def _first_row(lines: Lines, start: int) -> int:
    """Return where the credits begin when number and date are not repeated."""
    if start < len(lines) and made_by(lines[start].text):
        return start
    places = (at for at in range(start, len(lines)) if is_label(split_label(lines[at].text)[0]))
    return next(places, min(start + 1, len(lines)))
