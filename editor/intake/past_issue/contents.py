"""The contents of a past issue: sections, titles and folios."""

from dataclasses import dataclass, field, replace

from editor.intake.past_issue.contents_end import contents_end
from editor.intake.past_issue.contents_sections import BodyLines, body_lines, is_section
from editor.intake.past_issue.entry_lines import (
    AFTER,
    BEFORE,
    BULLET,
    FOLIO,
    RANGED,
    SHEET,
    author_of,
    has_folio,
    joined_text,
    titles_of_line,
    without_folio,
)
from editor.intake.past_issue.forms import (
    begins_text,
    looks_like_title,
    may_name_section,
    section_name,
)
from editor.intake.past_issue.heads import BULLETS, head_of
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.number_line import has_numbering, numbering_rest
from editor.text.characters import fold

_WORDS = ("要目", "目录", "导读", "目次", "内容", "要闻目录", "主要内容", "提要", "标题", "文章", "信息目录", "篇目")
HEADINGS = frozenset(
    (
        *(before + word for before in ("", "本期", "本刊", "今日", "本辑", "本周") for word in _WORDS),
        "contents",
        "目录contents",
        "contents目录",
        "本期看点",
        "今日看点",
        "导读目录",
        "内容提要",
        "标题新闻",
    )
)
_ROW_HEADS = frozenset(("栏目", "标题", "题目", "页码", "页次", "序号", "作者", "篇名", "目录", "页"))
_LONGEST, _MOST_LINES, _WRAPPED = 60, 3, 12
_AROUND = f"—-–·【】[]〖〗［］「」『』《》<>〈〉()（）=＝~*|｜:：─━ \u3000{BULLETS}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A title in the contents. lines: numbers of its lines; author: who is named behind it."""

    title: str
    section: int
    lines: tuple[int, ...]
    author: str = ""


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
        if is_contents_heading(line):
            contents = _read(lines, start)
            if contents.entries or contents.sections:
                return contents
    return None


def heading_at(lines: Lines) -> int | None:
    """Return the index of the line that heads the contents, None where there is none."""
    return next((at for at, line in enumerate(lines) if is_contents_heading(line)), None)


def is_contents_heading(line: SourceLine) -> bool:
    """Return whether a line heads the contents."""
    if line.told is not None:
        return False
    bare = line.text.strip(_AROUND)
    return fold(bare) in HEADINGS or (has_numbering(bare) and fold(numbering_rest(bare).strip(_AROUND)) in HEADINGS)


def _read(lines: Lines, start: int) -> Contents:
    end = contents_end(lines, start)
    body = body_lines(lines, end)
    contents = Contents(heading=lines[start].text, heading_line=lines[start].number, start=start, end=end)
    folios = any(has_folio(line.text) for line in lines[start + 1 : end])
    at = start + 1
    while at < end:
        at += _take(contents, lines, at, body, folios=folios)
    if contents.entries and all(_names_section(lines, end, entry) for entry in contents.entries):
        _take_as_sections(contents)
    return contents


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


def _take(contents: Contents, lines: Lines, at: int, body: BodyLines, *, folios: bool) -> int:
    """Read the entry or the section's name that begins at a line; return its number of lines."""
    line = lines[at]
    if _take_row(contents, line, body):
        return 1
    if FOLIO.match(line.text):
        contents.section_lines[line.number] = -1
        return 1
    for count in range(min(_MOST_LINES, contents.end - at), 0, -1):
        title = _known_title(lines, at, count, body)
        if title and not (count == 1 and is_section(lines, at, contents.end, body, folios=folios)):
            _add(contents, title, lines[at : at + count])
            return count
    if is_section(lines, at, contents.end, body, folios=folios):
        contents.section_lines[line.number] = len(contents.sections)
        folio = AFTER.match(line.text) or RANGED.match(line.text)
        contents.sections.append(section_name(folio[1] if folio else line.text))
        return 1
    count = _wrapped(lines, at, contents.end) if folios else 1
    _add(contents, next(titles_of_line(joined_text(lines[at : at + count]))), lines[at : at + count])
    return count


def _take_row(contents: Contents, line: SourceLine, body: BodyLines) -> bool:
    """Read a table's row that names a section beside its first entry, or has an entry alone."""
    if "\t" not in line.text or not line.of_object:
        return False
    cells = [" ".join(cell.split()) for cell in line.text.split("\t")]
    words = [cell for cell in dict.fromkeys(cells) if cell and not FOLIO.match(cell) and cell not in _ROW_HEADS]
    known = [cell for cell in words if any(fold(title) in body.keys for title in titles_of_line(cell))]
    numbered = [cell for cell in words if BEFORE.match(cell)]
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


def _known_title(lines: Lines, at: int, count: int, body: BodyLines) -> str:
    """Return the title that some lines make together, where the body has it on a line or two, else nothing.

    A line that is a title of its own goes on none: a section's name and the title below it stand together in the body.
    """
    below = lines[at + 1 : at + count]
    own = any(fold(title) in body.keys for line in below for title in titles_of_line(line.text))
    if own and (len(lines[at].text) < _WRAPPED or any(has_folio(line.text) for line in (lines[at], *below[:-1]))):
        return ""
    titles = list(titles_of_line(joined_text(lines[at : at + count])))
    return next((title for keys in (body.single, body.keys) for title in titles if fold(title) in keys), "")


def _add(contents: Contents, title: str, lines: Lines) -> None:
    head = next(
        (one for one in map(head_of, without_folio(SHEET.sub("", BULLET.sub("", lines[0].text)))) if one.tag), None
    )
    author = author_of(lines, title)
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


def _wrapped(lines: Lines, at: int, end: int) -> int:
    """Return how many lines an entry takes that the body has not got: up to the folio behind it."""
    if has_folio(lines[at].text) or len(lines[at].text) < _WRAPPED or at + 1 >= end:
        return 1
    return 2 if AFTER.match(BULLET.sub("", lines[at + 1].text)) and not lines[at + 1].gap else 1
