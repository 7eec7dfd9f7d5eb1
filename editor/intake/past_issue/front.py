"""The front of a past issue: cover and credits page."""

import re
from dataclasses import dataclass, field

from editor.intake.past_issue.labels import is_contact_label, is_label, split_label
from editor.intake.past_issue.lines import Lines, SourceLine, groups
from editor.intake.past_issue.names import contact_kind, credit_names
from editor.intake.past_issue.number_line import NumberLine, read_number_line
from editor.model.article import Title
from editor.model.credits import Credit
from editor.model.publication import Contact
from editor.text.characters import fold, is_han, join

_NOTICE = re.compile(r"^((?:版权|特别|免责|郑重)?声\s*明|启\s*事|版权说明)\s*[:：]\s*(.*)$")


@dataclass(slots=True)
class ParsedFront:
    """What comes before the contents. rest: lines that were not understood."""

    number_line: NumberLine | None = None
    masthead: str = ""
    slogan: str = ""
    strapline: str = ""
    headline: Title = field(default_factory=lambda: Title(text=""))
    credits: list[Credit] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    notice_label: str = "声明"
    notice: str = ""


def read_front(lines: Lines) -> ParsedFront:
    """Return the front: cover lines up to the credits page, then its rows."""
    front = ParsedFront()
    numbered = [at for at, line in enumerate(lines) if read_number_line(line.text)]
    if not numbered:
        _read_cover(front, lines, len(lines))
        return front
    front.number_line = read_number_line(lines[numbered[0]].text)
    _read_cover(front, lines, numbered[0])
    start, end = numbered[0] + 1, numbered[1] if len(numbered) > 1 else _first_row(lines, numbered[0] + 1)
    front.headline = _headline([line for line in lines[start:end] if line.key != fold(front.masthead)])
    _read_rows(front, lines[end + 1 if len(numbered) > 1 else end :])
    return front


def broken_title(text: str, *, spaced: str = "") -> Title:
    """Return the title of a line whose blanks mark line breaks.

    A blank between Han characters or Chinese marks is a break, unless `spaced`, the title in the contents, has it.
    """
    breaks, kept = [], ""
    for at, char in enumerate(text):
        if char.isspace() and 0 < at < len(text) - 1 and _is_break(text, at) and text[: at + 1] not in spaced:
            if kept and not text[at - 1].isspace():
                breaks.append(len(kept))
        elif char != "\n":
            kept += char
    return Title(text=kept, breaks=tuple(place for place in breaks if 0 < place < len(kept)))


def _is_break(text: str, at: int) -> bool:
    sides = (text[at - 1], text[at + 1])
    return any(is_han(char) for char in sides) and not any(char.isascii() and char.isalnum() for char in sides)


def _read_cover(front: ParsedFront, lines: Lines, end: int) -> None:
    """Read masthead (the line repeated on the credits page), slogan (above it) and strapline (below it)."""
    cover = list(lines[:end])
    later = {line.key for line in lines[end:]}
    at = next(
        (at for at, line in enumerate(cover) if line.key in later), min(1, len(cover) - 1) if len(cover) != 2 else 0
    )
    if not cover:
        return
    front.masthead = cover[at].text
    front.slogan = "".join(line.text for line in cover[:at])
    front.strapline = "".join(line.text for line in cover[at + 1 :])


def _headline(lines: list[SourceLine]) -> Title:
    return broken_title(" ".join(line.text for line in lines))


def _first_row(lines: Lines, start: int) -> int:
    """Return where the credits begin when the number line is not repeated."""
    places = (at for at in range(start, len(lines)) if is_label(split_label(lines[at].text)[0]))
    return next(places, min(start + 1, len(lines)))


def _read_rows(front: ParsedFront, lines: Lines) -> None:
    for group in _rows(lines):
        notice = _NOTICE.match(group[0].text)
        if notice:
            front.notice_label = re.sub(r"\s", "", notice[1])
            front.notice = _joined([notice[2], *(line.text for line in group[1:])])
        elif front.notice and not is_label(split_label(group[0].text)[0]):
            front.notice = _joined([front.notice, *(line.text for line in group)])
        else:
            _read_row(front, group)


def _rows(lines: Lines) -> list[list[SourceLine]]:
    """Return lines without a gap as one row, unless a later one begins with its own label."""
    found: list[list[SourceLine]] = []
    for group in groups(lines):
        for place, line in enumerate(group):
            if place == 0 or is_label(split_label(line.text)[0]) or _NOTICE.match(line.text):
                found.append([])
            found[-1].append(line)
    return found


def _read_row(front: ParsedFront, group: list[SourceLine]) -> None:
    label, first = split_label(group[0].text)
    values = [value for value in (first, *(line.text for line in group[1:])) if value]
    waiting = front.contacts and not front.contacts[-1].value and not front.contacts[-1].caption
    if waiting and not is_label(label):
        last = front.contacts.pop()
        caption = _joined([line.text for line in group])
        front.contacts.append(Contact(label=last.label, kind=last.kind, caption=caption, uid=last.uid))
    elif is_contact_label(label) or not values:
        value = _joined(values)
        front.contacts.append(Contact(label=label, value=value, kind=contact_kind(label, value)))
    else:
        kind, names = credit_names(values)
        front.credits.append(Credit(role=label, kind=kind, names=names))


def _joined(parts: list[str]) -> str:
    text = ""
    for part in parts:
        text = join(text, part) if text else part
    return text
