"""The contents of a past issue: sections, titles and folios."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from editor.intake.past_issue.forms import (
    begins_text,
    decorated_section,
    is_source,
    looks_like_title,
    may_name_section,
    section_name,
)
from editor.intake.past_issue.heads import BULLETS, head_of, is_enclosing, is_numbered
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.number_line import has_numbering, numbering_rest
from editor.intake.past_issue.sources import is_body, is_person
from editor.text.characters import ends_sentence, fold

_WORDS = ("要目", "目录", "导读", "目次", "内容", "要闻目录", "主要内容", "提要", "标题", "文章", "信息目录", "篇目")
HEADINGS = frozenset(
    (
        *(before + word for before in ("", "本期", "本刊", "今日", "本辑", "本周") for word in _WORDS),
        "contents",
        "目录contents",
        "本期看点",
        "今日看点",
        "导读目录",
        "内容提要",
        "标题新闻",
    )
)
_BULLET = re.compile(rf"^[-·*{BULLETS}]\s*")
_BEFORE = re.compile(r"^(\d{1,3})(?:\s*[.、:：．]\s*|\s+)(\S.*)$")
_AFTER = re.compile(
    r"^(.+?)(?:\s*[.…·—_⋯]{2,}\s*|\s+|\t+|\s*/\s*|\s*(?=[（(]\d))(?:第\s*)?[（(]?P?\.?(\d{1,3})[)）]?(?:\s*页)?$"
)
_RANGE = r"\d{1,3}\s*[—–\-~～至]\s*\d{1,3}"
_RANGED = re.compile(rf"^(.+?)[\s.…·—_⋯]*(?:第\s*)?(?:[（(]\s*P?{_RANGE}\s*[)）]|(?<=[\s.…·—_⋯])P?{_RANGE})(?:\s*页)?$")
_AUTHOR = re.compile(
    r"^(.{4,}?)(?:\s*[/／|｜丨]\s*|\s*[（(]\s*|\s*[.…·_⋯—]{3,}\s*|\s+)([\u4e00-\u9fff][\u4e00-\u9fff 　、·]{1,20})\s*[）)]?$"
)
_FOLIO = re.compile(rf"^[（(]?(?:P?\d{{1,3}}|第\s*\d{{1,3}}\s*页|{_RANGE})[)）]?$")
_SHEET = re.compile(r"^[（(]?[Pp]\.?\d{1,3}[）)]?[\s　:：|｜]+(?=\S)")
_ROW_HEADS = frozenset(("栏目", "标题", "题目", "页码", "页次", "序号", "作者", "篇名", "目录", "页"))
_LONGEST, _MOST_LINES, _WRAPPED = 60, 3, 12
# lines of contents; no issue has more
_MOST = 600
# a section whose entries the contents forget
_LAST_SECTION = 8
_AROUND = f"—-–·【】[]〖〗［］「」『』《》<>〈〉()（）=＝~*|｜:：─━ \u3000{BULLETS}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A title in the contents. lines: numbers of its lines; author: who is named behind it."""

    title: str
    section: int
    lines: tuple[int, ...]
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """What lines say, alone and with up to two below them; pairs: two lines below each other. All for comparison.

    single: what lines say alone; texted: those of them that text stands right below.
    """

    keys: frozenset[str]
    single: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    texted: frozenset[str]


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
            if contents.entries or contents.sections:
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
    bare = _SHEET.sub("", _BULLET.sub("", text))
    before = _BEFORE.match(bare)
    if before and _BULLET.match(text):
        yield before[2].strip()
    for whole in _without_folio(bare):
        head = head_of(whole)
        if head.kind and not is_enclosing(head.kind):
            yield from _without_folio(head.text)
        yield whole


def _without_folio(text: str) -> Iterator[str]:
    """Yield a text without folio and author behind it, without the folio alone, and as it is."""
    for form in (_AFTER, _RANGED):
        match = form.match(text)
        if match:
            yield match[1].strip()
            yield from _without_author(match[1].strip())
    yield text.strip()
    yield from _without_author(text)


def _without_author(text: str) -> Iterator[str]:
    match = _AUTHOR.match(text)
    if match:
        yield match[1].strip()


def _read(lines: Lines, start: int) -> Contents:
    end = _end(lines, start)
    body = _body(lines, end)
    contents = Contents(heading=lines[start].text, heading_line=lines[start].number, start=start, end=end)
    folios = any(_has_folio(line.text) for line in lines[start + 1 : end])
    at = start + 1
    while at < end:
        at += _take(contents, lines, at, body, folios=folios)
    if contents.entries and all(_names_section(lines, end, entry) for entry in contents.entries):
        _take_as_sections(contents)
    return contents


def _body(lines: Lines, end: int) -> _Body:
    pairs = {
        (one, two)
        for above, below in pairwise(lines[end:])
        for one in (above.key, above.bare_key)
        for two in (below.key, below.bare_key)
    }
    texted = (lines[at] for at in range(end, len(lines)) if begins_text(lines, at + 1))
    return _Body(
        keys=_keys(lines, end),
        single=frozenset(key for line in lines[end:] for key in (line.key, line.bare_key)),
        pairs=frozenset(pairs),
        texted=frozenset(key for line in texted for key in (line.key, line.bare_key)),
    )


def _names_section(lines: Lines, end: int, entry: Entry) -> bool:
    """Return whether an entry is a section's name in the body: right above a title and none of its text."""
    key = fold(entry.title)
    places = [at for at in range(end, len(lines) - 2) if key in (lines[at].key, lines[at].bare_key)]
    if not places or not may_name_section(entry.title) or any(begins_text(lines, at + 1) for at in places):
        return False
    return all(looks_like_title(replace(lines[at + 1], text=head_of(lines[at + 1].text).text)) for at in places)


def _take_as_sections(contents: Contents) -> None:
    """Take entries for sections: contents that name nothing else."""
    contents.section_lines |= {line: at for at, entry in enumerate(contents.entries) for line in entry.lines}
    contents.sections = [entry.title for entry in contents.entries]
    contents.entries = []


def _take(contents: Contents, lines: Lines, at: int, body: _Body, *, folios: bool) -> int:
    """Read the entry or the section's name that begins at a line; return its number of lines."""
    line = lines[at]
    if _take_row(contents, line, body):
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
        folio = _AFTER.match(line.text) or _RANGED.match(line.text)
        contents.sections.append(section_name(folio[1] if folio else line.text))
        return 1
    count = _wrapped(lines, at, contents.end) if folios else 1
    _add(contents, next(titles_of_line(_joined(lines[at : at + count]))), lines[at : at + count])
    return count


def _take_row(contents: Contents, line: SourceLine, body: _Body) -> bool:
    """Read a table's row that names a section beside its first entry, or has an entry alone."""
    if "\t" not in line.text or not line.of_object:
        return False
    cells = [" ".join(cell.split()) for cell in line.text.split("\t")]
    words = [cell for cell in dict.fromkeys(cells) if cell and not _FOLIO.match(cell) and cell not in _ROW_HEADS]
    known = [cell for cell in words if any(fold(title) in body.keys for title in titles_of_line(cell))]
    numbered = [cell for cell in words if _BEFORE.match(cell)]
    entry = next(iter(known[-1:] or numbered[-1:] or (words[-1:] if len(words) == 1 else [])), "")
    if not entry and words:
        return False
    name = words[0] if words and words[0] != entry and may_name_section(words[0]) else ""
    name = "".join(name.split())
    if name and contents.sections[-1:] != [name]:
        contents.sections.append(name)
    if name:
        contents.section_lines[line.number] = len(contents.sections) - 1
    if entry:
        titles = list(titles_of_line(entry))
        _add(contents, next((one for one in titles if fold(one) in body.keys), titles[0]), [line])
    else:
        contents.section_lines[line.number] = -1
    return True


def _known_title(lines: Lines, at: int, count: int, body: _Body) -> str:
    """Return the title that some lines make together, where the body has it on a line or two, else nothing.

    A line that is a title of its own goes on none: a section's name and the title below it stand together in the body.
    """
    below = lines[at + 1 : at + count]
    own = any(fold(title) in body.keys for line in below for title in titles_of_line(line.text))
    if own and (len(lines[at].text) < _WRAPPED or any(_has_folio(line.text) for line in (lines[at], *below[:-1]))):
        return ""
    titles = list(titles_of_line(_joined(lines[at : at + count])))
    return next((title for keys in (body.single, body.keys) for title in titles if fold(title) in keys), "")


def _add(contents: Contents, title: str, lines: Lines) -> None:
    head = next(
        (one for one in map(head_of, _without_folio(_SHEET.sub("", _BULLET.sub("", lines[0].text)))) if one.tag), None
    )
    author = _author(lines, title)
    if head and fold(head.text).startswith(fold(title)):
        if head.tag not in contents.sections:
            contents.sections.append(head.tag)
        place = contents.sections.index(head.tag)
        numbers = tuple(line.number for line in lines)
        contents.entries.append(Entry(title=title, section=place, lines=numbers, author=author))
        return
    if not contents.sections:
        contents.sections.append("正文")
    numbers = tuple(line.number for line in lines)
    contents.entries.append(Entry(title=title, section=len(contents.sections) - 1, lines=numbers, author=author))


def _author(lines: Lines, title: str) -> str:
    """Return who is named behind an entry's title: a person or a body."""
    texts = (text for whole in _without_folio(_joined(lines)) for text in (whole, head_of(whole).text))
    found = (_AUTHOR.match(text) for text in texts)
    named = next((match[2].strip() for match in found if match and fold(match[1]).endswith(fold(title))), "")
    return named if is_body(named) or all(map(is_person, named.split())) else ""


def _is_section(lines: Lines, at: int, end: int, body: _Body, *, folios: bool) -> bool:
    """Return whether a line names a section: without a folio where entries have them, or marked, with entries below."""
    text = lines[at].text
    folio = _AFTER.match(text) or _RANGED.match(text)
    if folio and may_name_section(folio[1]) and is_enclosing(head_of(folio[1]).kind):
        return True
    if at + 1 < end and may_name_section(folio[1] if folio else text) and _stands_above(lines, at, body):
        return True
    if not may_name_section(text) or _has_folio(text):
        return False
    kind = head_of(text).kind
    same = at + 1 < end and head_of(lines[at + 1].text).kind == kind
    if is_enclosing(kind) and decorated_section(text):
        return True
    if section_name(text) != text and at + 1 < end and not (same and not is_numbered(kind)):
        return True
    if at + 1 >= end:
        return folios and len(text) <= _LAST_SECTION
    if folios and {fold(title) for title in titles_of_line(text)} & body.texted:
        return False
    if folios:
        return fold(text) not in body.keys or not _is_bullet(text)
    # the body has a section's name right above the title below it
    return _stands_above(lines, at, body) or (lines[at].key, lines[at + 1].key) in body.pairs


def _stands_above(lines: Lines, at: int, body: _Body) -> bool:
    """Return whether the body has a line right above the one that follows it here, which has text below it."""
    below = {fold(title) for title in titles_of_line(lines[at + 1].text)} & body.texted
    return any((fold(title), key) in body.pairs for title in titles_of_line(lines[at].text) for key in below)


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
            return _above_sections(lines, start, at)
        if _is_body(lines[at]):
            return _above_title(lines, start, at)
        seen |= {fold(title) for title in titles_of_line(text)} | {fold(section_name(text))}
        seen |= {fold(cell) for cell in text.split("\t")} | {
            fold(title) for cell in text.split("\t") for title in titles_of_line(cell)
        }
        if at > start + 1:
            seen |= {fold(title) for title in titles_of_line(lines[at - 1].text + text)}
    return min(len(lines), start + _MOST)


def _above_sections(lines: Lines, start: int, end: int) -> int:
    """Return where the body begins that repeats an entry at `end`: with the names of its sections above that."""
    folios = any(_has_folio(line.text) for line in lines[start + 1 : end])
    later: frozenset[str] | None = None
    while end - 1 > start + 1:
        line = lines[end - 1]
        if line.told is not None or line.of_object or not may_name_section(line.text) or _has_folio(line.text):
            break
        marked = decorated_section(line.text) or line.ruled or (lines[end].ruled and not line.gap)
        plain = len(line.text) <= _LAST_SECTION and (line.gap or line.form is not None)
        later = later if later is not None else _keys(lines, end)
        if _FOLIO.match(line.text) or later & {line.key, line.bare_key}:
            break
        if not marked and not (plain and (folios or line.form is not None)):
            break
        end -= 1
    return end


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
    for first in {lines[at].key, lines[at].bare_key}:
        key = first
        yield key
        for line in lines[at + 1 : at + _MOST_LINES]:
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
