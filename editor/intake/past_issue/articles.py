"""Cutting the body of a past issue into articles."""

import re
from dataclasses import dataclass

from editor.intake.past_issue.contents import Contents
from editor.intake.past_issue.front import broken_title
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.model.article import Title
from editor.text.characters import ends_sentence, fold

_LINK = re.compile(r"https?://")
_LONGEST_TITLE = 80


@dataclass(slots=True)
class Found:
    """An article's lines. section: its index; contents_title: as the contents print it, empty without contents."""

    section: int
    title: Title
    contents_title: str
    lines: list[SourceLine]


def cut_by_contents(lines: Lines, contents: Contents) -> tuple[list[Found], list[SourceLine]]:
    """Return the articles that the contents name, in their order, and the lines before the first one.

    A title is found where a line, or two joined lines, equal it apart from width and blanks.
    """
    found: list[Found] = []
    start, before = 0, list(lines)
    for section, entry in contents.titles():
        place = _find_title(lines, start, entry)
        if place is None:
            continue
        at, count = place
        _close(found, lines[start:at])
        before = list(lines[:at]) if not found else before
        text = " ".join(line.text for line in lines[at : at + count])
        title = broken_title(text, spaced=entry if count == 1 else "")
        found.append(Found(section=section, title=title, contents_title=entry, lines=[]))
        start = at + count
    _close(found, lines[start:])
    _drop_section_names(found, contents)
    names = {fold(name) for name, _ in contents.sections}
    return found, [line for line in before if line.key not in names]


def cut_by_form(lines: Lines) -> list[Found]:
    """Return the articles of a text without contents: a title is a short line after a link or source, no sentence.

    The first line begins the first article.
    """
    found: list[Found] = []
    for at, line in enumerate(lines):
        if not found or (_ends_article(lines[at - 1]) and _is_title(line)):
            found.append(Found(section=0, title=broken_title(line.text), contents_title="", lines=[]))
        else:
            found[-1].lines.append(line)
    return found


def _find_title(lines: Lines, start: int, entry: str) -> tuple[int, int] | None:
    wanted = fold(entry)
    for at in range(start, len(lines)):
        if lines[at].key == wanted:
            return at, 1
        if at + 1 < len(lines) and lines[at].key + lines[at + 1].key == wanted:
            return at, 2
    return None


def _close(found: list[Found], lines: Lines) -> None:
    if found:
        found[-1].lines = list(lines)


def _drop_section_names(found: list[Found], contents: Contents) -> None:
    """Remove section names alone on a line, which the openers put at the end of the article before."""
    names = {fold(name) for name, _ in contents.sections}
    for article in found:
        while article.lines and article.lines[-1].key in names:
            article.lines.pop()


def _ends_article(line: SourceLine) -> bool:
    return bool(_LINK.search(line.text)) or bool(re.search(r"来源[:：][^。]*[）)]$", line.text))


def _is_title(line: SourceLine) -> bool:
    is_card = "二维码" in line.text or _LINK.search(line.text)
    return len(line.text) <= _LONGEST_TITLE and not is_card and not ends_sentence(line.text.rstrip("）)”"))
