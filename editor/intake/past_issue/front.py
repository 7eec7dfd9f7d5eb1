"""The front of a past issue: cover and credits page."""

from dataclasses import dataclass, field, replace

from editor.intake.past_issue.labels import is_label, split_label
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.number_line import (
    NumberLine,
    find_number,
    has_numbering,
    is_numbering,
    numbering_rest,
    read_number_line,
)
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.rows import INTERNAL, NOTICE, Rows, is_row, made_by, read_rows
from editor.intake.past_issue.title_lines import broken_title
from editor.model.article import Title
from editor.text.characters import fold, is_han

_LONGEST_ROWS = 60


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
    _read_head(front, lines[start:end])
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
    while end < len(lines) and lines[end].told is None and _is_front_row(lines[end].text):
        end += 1
    return end


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
    """Read masthead (the line repeated on the credits page), slogan (above it) and strapline (below it)."""
    cover = [line for line in cover if not line.of_object]
    named = [(place, line) for place, line in enumerate(cover) if not INTERNAL.match(line.text)]
    end = len(cover)
    later = {line.key for line in lines[end:]}
    usual = min(1, len(named) - 1) if len(named) != 2 else 0
    at = next((at for at, (_, line) in enumerate(named) if line.key in later), usual)
    place, line = named[at] if named else (end, None)
    front.slogan = "".join(other.text for other in cover[:place])
    front.strapline = "".join(other.text for other in cover[place + 1 :])
    front.roles |= {other.number: LineRole.SLOGAN for other in cover}
    if line:
        front.masthead = _closed(line.text)
        front.roles[line.number] = LineRole.MASTHEAD


def _closed(text: str) -> str:
    """Return a name without the blanks between letters that are set apart."""
    parts = text.split()
    return "".join(parts) if len(parts) > 1 and all(len(part) == 1 and is_han(part) for part in parts) else text


def _read_head(front: ParsedFront, lines: Lines) -> None:
    """Read number and date, and what stands beside them: who made the issue, the name, a word of caution."""
    for line in lines:
        rest = numbering_rest(line.text) if has_numbering(line.text) else line.text
        front.roles[line.number] = LineRole.NUMBER
        if rest:
            _read_beside(front, replace(line, text=rest))


def _read_beside(front: ParsedFront, line: SourceLine) -> None:
    if INTERNAL.match(line.text):
        front.slogan += line.text
    elif is_row(line.text):
        read_rows(front.rows, [line])
    elif maker := made_by(line.text, bare=True):
        front.rows.credits.append(maker)
    elif not front.masthead:
        front.masthead = _closed(line.text)
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
