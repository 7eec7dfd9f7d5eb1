"""What a line of the contents may hold: a title with marks, a folio, an author, a section in one line."""

import re
from collections.abc import Iterator

from editor.intake.past_issue.bodies import is_body, is_person
from editor.intake.past_issue.heads import BULLETS, head_of, is_enclosing
from editor.intake.past_issue.lines import Lines
from editor.text.characters import fold

BULLET = re.compile(rf"^[-·*{BULLETS}]\s*")
BEFORE = re.compile(r"^(\d{1,3})(?:\s*[.、:：．]\s*|\s+)(\S.*)$")
AFTER = re.compile(
    r"^(.+?)(?:\s*[.…·—_⋯]{2,}\s*|\s+|\t+|\s*/\s*|\s*(?=[（(]\d))(?:第\s*)?[（(]?P?\.?(\d{1,3})[)）]?(?:\s*页)?$"
)
_RANGE = r"\d{1,3}\s*[—–\-~～至]\s*\d{1,3}"
RANGED = re.compile(rf"^(.+?)[\s.…·—_⋯]*(?:第\s*)?(?:[（(]\s*P?{_RANGE}\s*[)）]|(?<=[\s.…·—_⋯])P?{_RANGE})(?:\s*页)?$")
_AUTHOR = re.compile(
    r"^(.{4,}?)(?:\s*[/／|｜丨]\s*|\s*[（(]\s*|\s*[.…·_⋯—]{3,}\s*|\s+)"
    r"([\u4e00-\u9fff][\u4e00-\u9fff 　、·]{1,20})\s*[）)]?$"
)
_DIGITS, _NAME = 3, 12
_APART = re.compile(r"\s*(?:[（(]|[.…·_⋯—]{3,}|[/／|｜丨]|[ \u3000]{2,}|\t)")
FOLIO = re.compile(rf"^[（(]?(?:P?\d{{1,3}}|第\s*\d{{1,3}}\s*页|{_RANGE})[)）]?$")
SHEET = re.compile(r"^[（(]?[Pp]\.?\d{1,3}[）)]?[\s　:：|｜]+(?=\S)")


def titles_of_line(text: str) -> Iterator[str]:
    """Yield the titles that a line of the contents may hold, the likeliest first: folios before or behind are none."""
    bare = SHEET.sub("", BULLET.sub("", text))
    before = BEFORE.match(bare)
    if before and BULLET.match(text):
        yield before[2].strip()
    for whole in without_folio(bare):
        head = head_of(whole)
        if head.kind and not is_enclosing(head.kind):
            yield from without_folio(head.text)
        yield whole


def without_folio(text: str) -> Iterator[str]:
    """Yield a text without folio and author behind it, without the folio alone, and as it is."""
    for form in (AFTER, RANGED):
        match = form.match(text)
        if match:
            yield match[1].strip()
            yield from _without_author(match[1].strip())
    yield text.strip()
    yield from _without_author(text)
    # a folio set right behind an author
    bare = text.rstrip("0123456789")
    if 0 < len(text) - len(bare) <= _DIGITS:
        yield from _without_author(bare)


def _without_author(text: str) -> Iterator[str]:
    match = _AUTHOR.match(text)
    if match:
        yield match[1].strip()


def author_of(lines: Lines, title: str) -> str:
    """Return who is named behind an entry's title: a person or a body."""
    texts = tuple(text for whole in without_folio(joined_text(lines)) for text in (whole, head_of(whole).text))
    found = (_AUTHOR.match(text) for text in texts)
    named = next((match[2].strip() for match in found if match and fold(match[1]).endswith(fold(title))), "")
    apart = any(title in text and _APART.match(text[text.index(title) + len(title) :]) for text in texts)
    return named if is_body(named) or all(map(is_person, named.split())) or (apart and len(named) <= _NAME) else ""


def has_folio(text: str) -> bool:
    """Return whether a line has a folio before or behind its title."""
    bare = BULLET.sub("", text)
    return bool(BEFORE.match(bare) or AFTER.match(bare))


def joined_text(lines: Lines) -> str:
    """Return lines that an entry takes as one text."""
    return "".join(line.text for line in lines)
