"""The text of our own PDF, as any of the common tools gives it, is read back as the issue.

What is recognised by: the page of contents with date and number beside its heading, and running heads or folios. Bold
type, marks of lists, pictures and cells are no part of such a text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from editor.intake.past_issue.back import HEADINGS as BACK_HEADINGS
from editor.intake.past_issue.contents import HEADINGS
from editor.intake.past_issue.lines import SourceLine
from editor.intake.past_issue.number_line import NumberLine, read_number_line
from editor.intake.pdf.own_text_articles import read_article, read_back, without_imprint
from editor.intake.pdf.own_text_front import read_text_front
from editor.intake.pdf.own_text_titles import FoundTitle, find_titles
from editor.intake.pdf.tagged_front import TaggedContents
from editor.intake.pdf.tagged_issue import TaggedIssue
from editor.text.characters import fold
from editor.text.dates import find_date

_FOLIO = re.compile(r"[—–-]\s*\d{1,4}\s*[—–-]")
_BARE_FOLIO = re.compile(r"\d{2,4}")
_LEADERS = re.compile(r"(?:\.\s?){3,}\s*\d{0,4}$")
_RUNNING = re.compile(r"^(.{1,40}?)\s*第\s*[\d—–-]+\s*期(?:\s*总第\s*[\d—–-]+\s*期)?(?:\s+(.{1,20}))?$")
_TOTAL = re.compile(r"^总第\s*[\d—–-]+\s*期$")
_AGAIN = re.compile(r"^续表\s*\d*$")
_NUMBER = re.compile(r"(?<!总)第\s*\d{1,4}\s*(?:—\s*\d{1,4}\s*)?期|增刊")
_NUMBER_TOTAL = re.compile(r"总\s*第\s*\d{1,6}\s*(?:—\s*\d{1,6}\s*)?期")
_SUBJECT = re.compile(r"\S{1,20}专刊")
_PART = re.compile(r"^第\s*[\d—–-]+\s*期(?:\s*总第\s*[\d—–-]+\s*期)?$")
_FEWEST, _LONGEST_HEAD = 2, 30


@dataclass(slots=True)
class OwnText:
    """issue: what the text says; doubts: whole sentences; lost: lines that are nowhere in it."""

    issue: TaggedIssue
    doubts: list[str] = field(default_factory=list)
    lost: list[SourceLine] = field(default_factory=list)


def read_own_text(text: str) -> OwnText | None:
    """Return the issue that the text of our own PDF says, None for any other text."""
    lines = _with_whole_heads(_lines(text))
    heading = _contents_heading(lines)
    if heading is None or not _is_own(lines[heading:]):
        return None
    number = _number_line(lines[: heading + 80])
    body = _contents_end(lines, heading)
    if number is None or body is None:
        return None
    return _read(lines, heading, body, number)


def _read(lines: list[SourceLine], heading: int, body: int, number: NumberLine) -> OwnText | None:
    running = _running_name(lines[heading + 1 :])
    listed = [line for line in lines[heading + 1 : body] if not _is_continued(line, lines[heading])]
    kept, heads = _without_heads(lines[body:], running)
    kept, recipients = without_imprint(kept)
    titles = find_titles(listed, kept)
    if not titles:
        return None
    layout = _Layout(front=lines[:heading], heading=lines[heading], kept=kept, heads=heads, running=running)
    made = _issue(layout, titles, number)
    made.issue.front.credits += recipients
    return made


def _running_name(lines: Sequence[SourceLine]) -> str:
    """Return the masthead in the running heads, empty without any."""
    found = (match for line in lines if not find_date(line.text) and (match := _RUNNING.match(line.text)))
    names = Counter(match[1] for match in found if match[1] != "总")
    name, count = names.most_common(1)[0] if names else ("", 0)
    return name if count >= _FEWEST else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """front: lines before the contents; kept: lines of the articles; heads: lines that begin pages without a name."""

    front: list[SourceLine]
    heading: SourceLine
    kept: list[SourceLine]
    heads: set[int]
    running: str


def _issue(layout: _Layout, titles: list[FoundTitle], number: NumberLine) -> OwnText:
    kept, heads = layout.kept, layout.heads
    front, doubts, lost = read_text_front(layout.front, titles, layout.running)
    contents = TaggedContents(heading=_heading_text(layout.heading.text), official=not heads)
    made = TaggedIssue(number_line=number, front=front, contents=contents)
    result = OwnText(made, doubts, lost)
    lost += kept[: titles[0].start - bool(titles[0].section)]
    end = _back(kept, titles[-1].end, heads)
    for at, title in enumerate(titles):
        if title.section or not made.sections:
            made.sections.append((title.section or "正文", []))
            contents.sections.append((made.sections[-1][0], []))
        after = titles[at + 1] if at + 1 < len(titles) else None
        stop = (after.start - bool(after.section)) if after else (end if end is not None else len(kept))
        own = [line for line in kept[title.end : stop] if not _is_section(line, titles)]
        made.sections[-1][1].append(read_article(title.title, own, official=not heads))
        contents.sections[-1][1].append(title.entry)
    if end is not None:
        made.back_heading = kept[end].text
        made.publishers += read_back(kept[end + 1 :])
    return result


def _is_section(line: SourceLine, titles: Sequence[FoundTitle]) -> bool:
    return any(title.section and fold(title.section) == line.key for title in titles)


def _back(kept: Sequence[SourceLine], start: int, heads: set[int]) -> int | None:
    """Return where the back matter begins: a known heading, or a page whose head names no section."""
    known = (at for at in range(start, len(kept)) if kept[at].key in BACK_HEADINGS)
    bare = (at for at in range(start, len(kept)) if kept[at].number in heads and len(kept[at].text) <= 16)
    return next(known, next(bare, None))


# --- lines


def _lines(text: str) -> list[SourceLine]:
    """Return the lines with text. gap: how far a line is indented, as the tool that keeps the layout writes it."""
    made = []
    for number, raw in enumerate(text.replace("\f", "\n").split("\n"), 1):
        words = _spread(raw.strip())
        if words:
            made.append(SourceLine(number=number, text=words, gap=len(raw) - len(raw.lstrip(" "))))
    return made


def _with_whole_heads(lines: list[SourceLine]) -> list[SourceLine]:
    """Join running heads that a tool cut before the number."""
    names = Counter(
        one.text for one, after in pairwise(lines) if _PART.match(after.text) and len(one.text) <= _LONGEST_HEAD
    )
    common = {name for name, count in names.items() if count >= _FEWEST}
    made: list[SourceLine] = []
    for line in lines:
        if made and made[-1].text in common and _PART.match(line.text):
            made[-1] = SourceLine(number=made[-1].number, text=f"{made[-1].text} {line.text}", gap=made[-1].gap)
        else:
            made.append(line)
    return made


def _spread(text: str) -> str:
    """Return a line whose characters all stand apart with them together."""
    parts = text.split(" ")
    return "".join(parts) if len(parts) > 1 and all(len(part) == 1 and part > "\u3000" for part in parts) else text


def _contents_heading(lines: Sequence[SourceLine]) -> int | None:
    for at, line in enumerate(lines):
        name = next((name for name in HEADINGS if line.key.startswith(name)), None)
        rest = line.key[len(name) :] if name else ""
        if name and (find_date(rest) if rest else _dated_soon(lines, at)):
            return at
    return None


def _dated_soon(lines: Sequence[SourceLine], at: int) -> bool:
    return any(read_number_line(line.text) for line in lines[at + 1 : at + 60])


def _heading_text(text: str) -> str:
    return re.split(r"\s+\d{4}", text)[0].strip()


def _is_own(lines: Sequence[SourceLine]) -> bool:
    heads = sum(bool(_RUNNING.match(line.text)) for line in lines)
    folios = sum(bool(_FOLIO.fullmatch(line.text)) for line in lines)
    return max(heads, folios) >= _FEWEST


def _contents_end(lines: Sequence[SourceLine], heading: int) -> int | None:
    """Return where the articles begin: at the first running head, or after the last line with leaders."""
    leaders = [at for at, line in enumerate(lines) if at > heading and _LEADERS.search(line.text)]
    if leaders:
        return leaders[-1] + 1
    heads = (at for at, line in enumerate(lines) if at > heading and _is_head(line, lines[heading]))
    return next(heads, None)


def _is_head(line: SourceLine, heading: SourceLine) -> bool:
    match = _RUNNING.match(line.text)
    return bool(match) and not find_date(line.text) and not _is_continued(line, heading)


def _is_continued(line: SourceLine, heading: SourceLine) -> bool:
    """Return whether a line is the head of the contents' next page, or its date."""
    name = fold(_heading_text(heading.text))
    return line.key.startswith(f"{name}(续)") or bool(read_number_line(line.text)) or bool(_TOTAL.match(line.text))


def _without_heads(lines: list[SourceLine], running: str) -> tuple[list[SourceLine], set[int]]:
    """Return the lines without heads and folios, and the numbers of those that begin pages without a section's name."""
    kept: list[SourceLine] = []
    first: set[int] = set()
    at = 0
    while at < len(lines):
        count, named = _head_at(lines, at, running)
        if count:
            at += count
            if not named and at < len(lines):
                first.add(lines[at].number)
        elif _is_folio(lines, at, running):
            at += 1
        else:
            kept.append(lines[at])
            at += 1
    return kept, first


def _head_at(lines: Sequence[SourceLine], at: int, running: str) -> tuple[int, bool]:
    """Return how many lines a running head takes, 0 for none, and whether it names a section."""
    match = _RUNNING.match(lines[at].text)
    if not match or match[1] != running or find_date(lines[at].text):
        return 0, False
    count, named = 1, bool(match[2])
    if at + count < len(lines) and _TOTAL.match(lines[at + count].text):
        count += 1
    return count, named


def _is_folio(lines: Sequence[SourceLine], at: int, running: str) -> bool:
    text = lines[at].text
    if _FOLIO.fullmatch(text) or _AGAIN.match(text):
        return True
    if not running or not _BARE_FOLIO.fullmatch(text):
        return False
    return at + 1 == len(lines) or bool(_head_at(lines, at + 1, running)[0])


def _number_line(lines: Sequence[SourceLine]) -> NumberLine | None:
    """Return date and number, which tools tear apart."""
    date = next((line.text for line in lines if find_date(line.text)), "")
    number = next((match[0] for line in lines if (match := _NUMBER.search(line.text))), "")
    total = next((match[0] for line in lines if (match := _NUMBER_TOTAL.search(line.text))), "")
    subject = next((match[0] for line in lines if (match := _SUBJECT.search(line.text))), "")
    found = find_date(date)
    if found is None:
        return None
    return read_number_line(f"{found.year}年{found.month}月{found.day}日 {number} {total} {subject}".strip())
