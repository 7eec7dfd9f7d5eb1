"""The contents of a past issue: sections, titles and folios."""

import re
from dataclasses import dataclass, field

from editor.intake.past_issue.lines import Lines, SourceLine
from editor.text.characters import fold

HEADINGS = frozenset(("本期要目", "本期目录", "目录", "要目", "本期导读", "本期目次", "目次", "contents"))
_BEFORE = re.compile(r"^[-•·*]?\s*(\d{1,3})(?:\s*[.、:：]\s*|\s+)(?=\D|\d{4})(.+)$")
_AFTER = re.compile(r"^[-•·*]?\s*(.+?)(?:\s*[.…·—]{2,}\s*|\s+|\t+)[（(]?(\d{1,3})[)）]?$")


@dataclass(slots=True)
class Contents:
    """heading: as printed; end: index of the first line after it; entries: titles by section, in order."""

    heading: str
    start: int
    end: int
    sections: list[tuple[str, list[str]]] = field(default_factory=list)

    def titles(self) -> list[tuple[int, str]]:
        """Return (section, title) in order."""
        return [(place, title) for place, (_, titles) in enumerate(self.sections) for title in titles]


def find_contents(lines: Lines) -> Contents | None:
    """Return the contents, None for a text without."""
    for start, line in enumerate(lines):
        if line.key in HEADINGS:
            contents = _read(lines, start)
            if contents.titles():
                return contents
    return None


def _read(lines: Lines, start: int) -> Contents:
    contents = Contents(heading=lines[start].text, start=start, end=start + 1)
    for at in range(start + 1, len(lines)):
        title = entry_title(lines[at])
        if title:
            _section(contents)[1].append(title)
        elif _names_section(lines, at) and not _is_repeat(contents, lines[at]):
            contents.sections.append((lines[at].text, []))
        else:
            break
        contents.end = at + 1
    return contents


def _section(contents: Contents) -> tuple[str, list[str]]:
    if not contents.sections:
        contents.sections.append(("正文", []))
    return contents.sections[-1]


def entry_title(line: SourceLine) -> str:
    """Return the title of an entry whose folio stands before or after it, empty for another line."""
    for pattern, group in ((_BEFORE, 2), (_AFTER, 1)):
        match = pattern.match(line.text)
        if match:
            return match[group].strip()
    return ""


def _names_section(lines: Lines, at: int) -> bool:
    """Return whether a line is a section's name: short, with an entry or another section's name after it."""
    if len(fold(lines[at].text)) > 14 or at + 1 >= len(lines):
        return False
    return bool(entry_title(lines[at + 1])) or (
        at + 2 < len(lines) and bool(entry_title(lines[at + 2])) and lines[at + 1].gap > 0
    )


def _is_repeat(contents: Contents, line: SourceLine) -> bool:
    """Return whether the body begins here, with a section's name or a title again."""
    known = {fold(name) for name, _ in contents.sections} | {fold(title) for _, title in contents.titles()}
    return line.key in known
