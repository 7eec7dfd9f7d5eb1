"""What lines of an article look like: titles, ends of articles, captions, numbered lines."""

import re

from editor.intake.past_issue.bylines import byline
from editor.intake.past_issue.heads import head_of, is_numbered
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.sources import editor_line, labelled_source, source_in_brackets, source_line, source_name
from editor.text.characters import ends_sentence
from editor.text.fact_lines import figure_source_of_line, has_card_words, source_at_end, source_of_line

_LINK = re.compile(r"https?://")
_SENTENCE = re.compile(r"[。；]|来源\s*[:：]")
_LONGEST_TITLE = 80
_LONGEST_SECTION, _SHORTEST_TITLE = 14, 8
_LONG = 30
CAPTION = re.compile(r"^图\s*\d+(?:[-—.]\d+)?(?=\s|[^\d\s])")
TABLE_CAPTION = re.compile(r"^表\s*\d+(?:[-—.]\d+)?(?=\s|[^\d\s])")
TABLE_NOTE = re.compile(r"^(?:注|说明|备注|数据来源|资料来源)\s*[:：]")
PREFACE = re.compile(
    r"^[【〖（(\[]?\s*(编者按|编者的话|按语|卷首语|卷首|导语|前言|引言|开篇的话|写在前面|本期导言|本期要点|本周要点|核心提示|内容提要|阅读提示|本刊按|按(?=\s*[:：]))\s*[】〗）)\]]?\s*(?:[:：]\s*|$)"
)
"""How an editor's word above the first article begins."""
SUBTITLE = re.compile(r"^\s*(?:——|—|--|──)\s*[^\s—\-─].*$")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
HEADINGS = (
    re.compile(rf"^{_NUMERAL}、[^。；！？]{{1,28}}$"),
    re.compile(rf"^[（(]{_NUMERAL}[）)][^。；！？]{{1,28}}$"),
)
NUMBERED = re.compile(rf"^(?:[（(]?\d{{1,2}}[）).、．]|[（(]?{_NUMERAL}[）)、]|第{_NUMERAL}[，、]|[①-⑳⑴-⒇•●■◆▪])")
_NUMBERED_SECTION = re.compile(rf"^{_NUMERAL}、\s*(.{{1,12}})$")


def decorated_section(text: str) -> str:
    """Return the name in a line that is marked as a section's, 【要闻】 or ◆ 要闻, empty for another line."""
    head = head_of(text)
    marked = head.kind and not head.tag and not is_numbered(head.kind) and not is_sure_source(text)
    return head.text if marked and len(head.text) <= _LONGEST_SECTION and not ends_sentence(head.text) else ""


def section_name(text: str) -> str:
    """Return a section's name without what marks it as one, 一、 included."""
    match = _NUMBERED_SECTION.match(text)
    return decorated_section(text) or (match[1] if match else text)


def may_name_section(text: str) -> bool:
    """Return whether a line is short enough for a section's name."""
    return len(section_name(text)) <= _LONGEST_SECTION and not ends_sentence(text.rstrip("】〗]］"))


def ends_article(line: SourceLine) -> bool:
    """Return whether articles end with such a line: their link, their source in brackets, their editor."""
    if _LINK.search(line.text) or source_at_end(line.text)[0] or editor_line(line.text)[0]:
        return True
    note = source_in_brackets(line.text)
    return note is not None and note.sure


def is_source(line: SourceLine) -> bool:
    """Return whether a line has nothing but a source."""
    return line.shown is LineRole.SOURCE or bool(named_source(line.text))


def named_source(text: str) -> str:
    """Return the source, an article's or a figure's, that is all of a line; empty for another line."""
    several = labelled_source(text)
    if several:
        return several.name
    labelled = source_of_line(text)
    if labelled:
        return source_name(labelled).name or labelled
    note = source_line(text)
    return figure_source_of_line(text) or (note.name if note and note.sure else "")


def is_sure_source(text: str) -> bool:
    """Return whether a line says by its words that it is a source."""
    note = source_line(text)
    return note is not None and note.sure


def is_text_like(text: str) -> bool:
    """Return whether a line is the end of a paragraph, or of what stands below it."""
    return text.rstrip()[-1:] in "。！？!?；;”）)】" or bool(_LINK.search(text))


def begins_text(lines: Lines, at: int) -> bool:
    """Return whether the text of an article may begin at a line: a paragraph, its author or source, its first head."""
    if at >= len(lines):
        return False
    line = lines[at]
    if len(line.text) >= _LONG or is_source(line) or HEADINGS[0].match(line.text):
        return True
    told = byline(line.text) is not None or bool(SUBTITLE.match(line.text))
    return told or line.text.rstrip()[-1:] in "。；;"


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
    if _SENTENCE.search(line.text) or is_source(line) or byline(line.text) is not None:
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
