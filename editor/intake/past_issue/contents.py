"""The contents of a past issue: sections, titles and folios."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from editor.intake.past_issue.forms import decorated_section, is_source, may_name_section, section_name
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.number_line import has_numbering, numbering_rest
from editor.text.characters import ends_sentence, fold

HEADINGS = frozenset(
    ("本期要目", "本期目录", "目录", "要目", "本期导读", "导读", "本期目次", "目次", "本期内容", "contents")
)
_BULLET = re.compile(r"^[-•·*●◆■▪]\s*")
_BEFORE = re.compile(r"^(\d{1,3})(?:\s*[.、:：．]\s*|\s+)(\S.*)$")
_AFTER = re.compile(
    r"^(.+?)(?:\s*[.…·—_⋯]{2,}\s*|\s+|\t+|\s*/\s*|\s*(?=[（(]\d))(?:第\s*)?[（(]?P?\.?(\d{1,3})[)）]?(?:\s*页)?$"
)
_FOLIO = re.compile(r"^[（(]?\d{1,3}[)）]?$")
_LONGEST, _MOST_LINES, _WRAPPED = 60, 3, 12
# lines of contents; no issue has more
_MOST = 600
# a section whose entries the contents forget
_LAST_SECTION = 8
_AROUND = "—-·【】[]◆■ "


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A title in the contents. lines: numbers of its lines."""

    title: str
    section: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """What lines say, alone and with up to two below them; pairs: two lines below each other. All for comparison."""

    keys: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@dataclass(slots=True)
class Contents:
    """heading: as printed; end: index of the first line after it. section_lines: -1: a folio alone."""

    heading: str
    heading_line: int
    start: int
    end: int
    sections: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    section_lines: dict[int, int] = field(default_factory=dict)


def find_contents(lines: Lines) -> Contents | None:
    """Return the contents, None for a text without."""
    for start, line in enumerate(lines):
        if _is_heading(line):
            contents = _read(lines, start)
            if contents.entries:
                return contents
    return None


def heading_at(lines: Lines) -> int | None:
    """Return the index of the line that heads the contents, None where there is none."""
    return next((at for at, line in enumerate(lines) if _is_heading(line)), None)


def _is_heading(line: SourceLine) -> bool:
    if line.told is not None:
        return False
    bare = line.text.strip(_AROUND)
    return fold(bare) in HEADINGS or (has_numbering(bare) and fold(numbering_rest(bare).strip(_AROUND)) in HEADINGS)


def titles_of_line(text: str) -> Iterator[str]:
    """Yield the titles that a line of the contents may hold, the likeliest first: folios before or behind are none."""
    bare = _BULLET.sub("", text)
    before, after = _BEFORE.match(bare), _AFTER.match(bare)
    if before and _BULLET.match(text):
        yield before[2].strip()
    both = _AFTER.match(before[2]) if before else None
    if both:
        yield both[1].strip()
    if before:
        yield before[2].strip()
    if after:
        yield after[1].strip()
    yield bare.strip()


def _read(lines: Lines, start: int) -> Contents:
    end = _end(lines, start)
    body = _Body(keys=_keys(lines, end), pairs=frozenset((one.key, two.key) for one, two in pairwise(lines[end:])))
    contents = Contents(heading=lines[start].text, heading_line=lines[start].number, start=start, end=end)
    folios = any(_has_folio(line.text) for line in lines[start + 1 : end])
    at = start + 1
    while at < end:
        at += _take(contents, lines, at, body, folios=folios)
    return contents


def _take(contents: Contents, lines: Lines, at: int, body: _Body, *, folios: bool) -> int:
    """Read the entry or the section's name that begins at a line; return its number of lines."""
    line = lines[at]
    if _take_row(contents, line):
        return 1
    if _FOLIO.match(line.text):
        contents.section_lines[line.number] = -1
        return 1
    for count in range(min(_MOST_LINES, contents.end - at), 0, -1):
        title = _known_title(lines, at, count, body)
        if title and not (count == 1 and _is_section(lines, at, contents.end, body, folios=folios)):
            _add(contents, title, lines[at : at + count])
            return count
    if _is_section(lines, at, contents.end, body, folios=folios):
        contents.section_lines[line.number] = len(contents.sections)
        contents.sections.append(section_name(line.text))
        return 1
    count = _wrapped(lines, at, contents.end) if folios else 1
    _add(contents, next(titles_of_line(_joined(lines[at : at + count]))), lines[at : at + count])
    return count


def _take_row(contents: Contents, line: SourceLine) -> bool:
    """Read a table's row that names a section beside its first entry, or has an entry alone."""
    first, tab, rest = line.text.partition("\t")
    name, entry = "".join(first.split()), rest.strip()
    if not tab or not line.of_object or not _BEFORE.match(entry) or not may_name_section(name or entry[:1]):
        return False
    if name:
        contents.section_lines[line.number] = len(contents.sections)
        contents.sections.append(name)
    _add(contents, next(titles_of_line(entry)), [line])
    return True


def _known_title(lines: Lines, at: int, count: int, body: _Body) -> str:
    """Return the title that some lines make together, where the body has it on a line or two, else nothing.

    A line that is a title of its own goes on none: a section's name and the title below it stand together in the body.
    """
    below = lines[at + 1 : at + count]
    own = any(fold(title) in body.keys for line in below for title in titles_of_line(line.text))
    if own and (len(lines[at].text) < _WRAPPED or any(_has_folio(line.text) for line in (lines[at], *below[:-1]))):
        return ""
    return next((title for title in titles_of_line(_joined(lines[at : at + count])) if fold(title) in body.keys), "")


def _add(contents: Contents, title: str, lines: Lines) -> None:
    if not contents.sections:
        contents.sections.append("正文")
    numbers = tuple(line.number for line in lines)
    contents.entries.append(Entry(title=title, section=len(contents.sections) - 1, lines=numbers))


def _is_section(lines: Lines, at: int, end: int, body: _Body, *, folios: bool) -> bool:
    """Return whether a line names a section: without a folio where entries have them, or marked, with entries below."""
    text = lines[at].text
    if not may_name_section(text) or _has_folio(text):
        return False
    if decorated_section(text) or section_name(text) != text:
        return True
    if at + 1 >= end:
        return folios and len(text) <= _LAST_SECTION
    if folios:
        return fold(text) not in body.keys or not _is_bullet(text)
    # the body has a section's name right above the title below it
    return (lines[at].key, lines[at + 1].key) in body.pairs


def _wrapped(lines: Lines, at: int, end: int) -> int:
    """Return how many lines an entry takes that the body has not got: up to the folio behind it."""
    if _has_folio(lines[at].text) or len(lines[at].text) < _WRAPPED or at + 1 >= end:
        return 1
    return 2 if _AFTER.match(_BULLET.sub("", lines[at + 1].text)) and not lines[at + 1].gap else 1


def _end(lines: Lines, start: int) -> int:
    """Return where the body begins: with a line that repeats one of the contents, or with a paragraph."""
    seen: set[str] = set()
    for at in range(start + 1, min(len(lines), start + _MOST)):
        text = lines[at].text
        if any(key in seen for key in _keys_at(lines, at) if len(key) > 1 and not key.isdigit()):
            return at
        if _is_body(lines[at]):
            return _above_title(lines, start, at)
        seen |= {fold(title) for title in titles_of_line(text)} | {fold(section_name(text))}
        seen |= {fold(cell) for cell in text.split("\t")} | {
            fold(title) for cell in text.split("\t") for title in titles_of_line(cell)
        }
        if at > start + 1:
            seen |= {fold(title) for title in titles_of_line(lines[at - 1].text + text)}
    return min(len(lines), start + _MOST)


def _above_title(lines: Lines, start: int, end: int) -> int:
    """Return where the body begins whose first paragraph, source or link stands at `end`: with the title above it."""
    if lines[end].told is not None:
        return end
    folios = any(_has_folio(line.text) for line in lines[start + 1 : end])
    if not folios:
        return max(end - 1, start + 1)
    while end > start + 2 and not _has_folio(lines[end - 1].text) and not _FOLIO.match(lines[end - 1].text):
        end -= 1
    return end


def _is_body(line: SourceLine) -> bool:
    """Return whether a line is none of the contents: a paragraph, a source, what an editor has named."""
    long = len(line.text) > _LONGEST and ends_sentence(line.text)
    return line.told is not None or long or is_source(line) or "http" in line.text


def _keys_at(lines: Lines, at: int) -> Iterator[str]:
    """Yield the keys of a line, alone and with the ones below it."""
    yield fold(section_name(lines[at].text))
    key = ""
    for line in lines[at : at + _MOST_LINES]:
        key += line.key
        yield key


def _keys(lines: Lines, start: int) -> frozenset[str]:
    return frozenset(key for at in range(start, len(lines)) for key in _keys_at(lines, at) if len(key) <= 2 * _LONGEST)


def _has_folio(text: str) -> bool:
    bare = _BULLET.sub("", text)
    return bool(_BEFORE.match(bare) or _AFTER.match(bare))


def _is_bullet(text: str) -> bool:
    return bool(_BULLET.match(text))


def _joined(lines: Lines) -> str:
    return "".join(line.text for line in lines)
