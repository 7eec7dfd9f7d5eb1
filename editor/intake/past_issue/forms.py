"""What lines of an article look like: titles, ends of articles, captions, numbered lines."""

import re
from dataclasses import replace

from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.reading_types import LineRole
from editor.text.characters import ends_sentence
from editor.text.fact_lines import figure_source_of_line, has_card_words, source_at_end, source_of_line

_LINK = re.compile(r"https?://")
_SENTENCE = re.compile(r"[。；]|来源\s*[:：]")
_LONGEST_TITLE = 80
_LONGEST_SECTION, _SHORTEST_TITLE = 14, 8
_COUNTED = re.compile(r"^\d{1,2}\s*[.、．]\s*(\S.*)$")
_COUNTED_HANZI = re.compile(r"^[一二三四五六七八九十]{1,3}、\s*(\S.*)$")
CAPTION = re.compile(r"^图\s*\d+(?:[-—.]\d+)?(?=\s|[^\d\s])")
TABLE_CAPTION = re.compile(r"^表\s*\d+(?:[-—.]\d+)?(?=\s|[^\d\s])")
TABLE_NOTE = re.compile(r"^(?:注|说明|备注|数据来源|资料来源)\s*[:：]")
SUBTITLE = re.compile(r"^\s*(?:——|—|--|──)\s*[^\s—\-─].*$")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
HEADINGS = (
    re.compile(rf"^{_NUMERAL}、[^。；！？]{{1,28}}$"),
    re.compile(rf"^[（(]{_NUMERAL}[）)][^。；！？]{{1,28}}$"),
)
NUMBERED = re.compile(rf"^(?:[（(]?\d{{1,2}}[）).、．]|[（(]?{_NUMERAL}[）)、]|第{_NUMERAL}[，、]|[①-⑳⑴-⒇•●■◆▪])")
_DECORATED = re.compile(r"^[【〖\[［]\s*(.{1,14}?)\s*[】〗\]］]$|^[◆■●▲★※◇□]\s*(.{1,14})$|^[·•]\s*(.{1,12}?)\s*[·•]$")
_NUMBERED_SECTION = re.compile(rf"^{_NUMERAL}、\s*(.{{1,12}})$")


def decorated_section(text: str) -> str:
    """Return the name in a line that is marked as a section's, 【要闻】 or ◆ 要闻, empty for another line."""
    match = _DECORATED.match(text)
    return next(filter(None, match.groups()), "") if match and not ends_sentence(text.rstrip("】〗]］")) else ""


def section_name(text: str) -> str:
    """Return a section's name without what marks it as one, 一、 included."""
    match = _NUMBERED_SECTION.match(text)
    return decorated_section(text) or (match[1] if match else text)


def may_name_section(text: str) -> bool:
    """Return whether a line is short enough for a section's name."""
    return len(section_name(text)) <= _LONGEST_SECTION and not ends_sentence(text.rstrip("】〗]］"))


def ends_article(line: SourceLine) -> bool:
    """Return whether articles end with such a line: their link, or their source in brackets."""
    return bool(_LINK.search(line.text)) or bool(source_at_end(line.text)[0])


def is_source(line: SourceLine) -> bool:
    """Return whether a line has nothing but a source."""
    return bool(named_source(line.text))


def named_source(text: str) -> str:
    """Return the source, an article's or a figure's, that is all of a line; empty for another line."""
    return source_of_line(text) or figure_source_of_line(text)


def looks_like_title(line: SourceLine) -> bool:
    """Return whether a line may be an article's title: short, no sentence, none of the other lines of an article."""
    if line.told is not None:
        return line.told is LineRole.TITLE
    if line.shown is not None or line.of_object:
        return line.shown is LineRole.TITLE
    if len(line.text) > _LONGEST_TITLE or len(line.text) < 4 or "\t" in line.text or line.text.startswith("|"):
        return False
    others = (CAPTION, TABLE_CAPTION, TABLE_NOTE, NUMBERED, SUBTITLE, *HEADINGS)
    if any(form.match(line.text) for form in others) or has_card_words(line.text) or _LINK.search(line.text):
        return False
    if _SENTENCE.search(line.text) or is_source(line):
        return False
    # a line broken off by the page ends in a comma, a title in none
    return not ends_sentence(line.text.rstrip("）)”")) and line.text[-1] not in "，、,"


def begins_article(lines: Lines, at: int) -> bool:
    """Return whether an unlisted article seems to begin here: a title after an article's end, with text below it."""
    if not looks_like_title(lines[at]) or at + 1 >= len(lines):
        return False
    below = lines[at + 1]
    if at + 2 < len(lines) and not is_source(below) and (looks_like_title(below) or SUBTITLE.match(below.text)):
        below = lines[at + 2]
    has_text = len(below.text) >= 30 or is_source(below) or bool(HEADINGS[0].match(below.text))
    return has_text and (at == 0 or _is_end(lines, at - 1) or (is_source(lines[at + 1]) and _is_own_source(lines, at)))


def _is_end(lines: Lines, at: int) -> bool:
    return ends_article(lines[at]) or (is_source(lines[at]) and not _is_figures(lines, at))


def _is_own_source(lines: Lines, at: int) -> bool:
    """Return whether the source below a line is followed by text, so that the line above it is its title."""
    return at + 2 < len(lines) and len(lines[at + 2].text) >= 30 and (at == 0 or ends_sentence(lines[at - 1].text))


def _is_figures(lines: Lines, at: int) -> bool:
    above = lines[at - 1].text if at else ""
    return lines[at].gap >= 3 or bool(CAPTION.match(above)) or "\t" in above or above.startswith("|")


def stands_like_title(lines: Lines, at: int) -> bool:
    """Return whether a line stands between paragraphs as a title does, without an article's end above it."""
    if not looks_like_title(lines[at]) or at + 1 >= len(lines) or len(lines[at].text) < _SHORTEST_TITLE:
        return False
    return len(lines[at + 1].text) >= 30 and (at == 0 or ends_sentence(lines[at - 1].text))


def numbered_titles(lines: Lines) -> frozenset[int]:
    """Return the indices of titles that count from 1, as bulletins without contents number them; none for others."""
    for form in (_COUNTED, _COUNTED_HANZI):
        if not lines or not form.match(lines[0].text):
            continue
        found = [at for at, line in enumerate(lines) if _is_numbered_title(lines, at, form, line)]
        if len(found) > 1:
            return frozenset(found)
    return frozenset()


def _is_numbered_title(lines: Lines, at: int, form: re.Pattern[str], line: SourceLine) -> bool:
    match = form.match(line.text)
    bare = match[1] if match and line.told is None else ""
    after_end = at == 0 or _is_end(lines, at - 1)
    return bool(bare) and after_end and looks_like_title(replace(line, text=bare))
