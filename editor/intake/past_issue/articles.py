"""Cutting the body of a past issue into articles."""

from editor.intake.past_issue.contents import Contents
from editor.intake.past_issue.cut import ALONE, Cut, Found
from editor.intake.past_issue.forms import (
    PREFACE,
    SUBTITLE,
    begins_article,
    begins_text,
    decorated_section,
    ends_article,
    is_source,
    looks_like_title,
    section_name,
    stands_like_title,
)
from editor.intake.past_issue.heads import head_of
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.looks import title_lines
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.title_lines import broken_title
from editor.intake.past_issue.title_matching import Match, match_titles
from editor.model.language import tr
from editor.text.characters import ends_sentence, fold


def cut_by_contents(lines: Lines, contents: Contents) -> Cut:
    """Return the articles that the contents name, and those between them that they don't."""
    matches, missing = match_titles(lines, contents.entries)
    cut = Cut(sections=list(contents.sections), missing=missing)
    at, named = 0, -1
    while at < len(lines):
        match = matches.get(at)
        name = "" if match or _is_preface(cut, lines[at]) else _listed_section(lines[at], contents)
        if match:
            _begin_listed(cut, lines, match, cut.section if cut.named else -1)
            at += match.count
        elif name:
            anew = cut.section < 0 or cut.sections[cut.section] != name
            named = cut.name_section(name, lines[at])
            at += 1
            if anew and at < len(lines) and at not in matches and _has_no_title(lines, at):
                cut.begin_untitled(name, lines[at - 1])
            continue
        else:
            at += _take(cut, lines, at, named)
        named = -1
    return cut.without_empty().with_preface()


def _is_preface(cut: Cut, line: SourceLine) -> bool:
    """Return whether a line begins an editor's word above the first article."""
    return not cut.found and not cut.before and line.told is None and bool(PREFACE.match(line.text))


def _listed_section(line: SourceLine, contents: Contents) -> str:
    """Return the section that a line names: one of the contents, or one that stands out as such."""
    if line.told is not None:
        return ""
    keys = {line.key, line.bare_key, fold(section_name(line.text))}
    known = next((name for name in contents.sections if fold(name) in keys), "")
    return known or ((line.bare or section_name(line.text)) if line.shown is LineRole.SECTION else "")


def cut_by_form(lines: Lines) -> Cut:
    """Return the articles of a text without contents: a title is a short line after a link or source, no sentence."""
    cut = Cut(sections=[])
    shown = sum(line.shown is LineRole.TITLE for line in lines)
    ends = shown > 1 or any(ends_article(line) or is_source(line) for line in lines)
    at = 0
    while at < len(lines):
        if _is_preface(cut, lines[at]):
            cut.add(lines[at])
            at += 1
            continue
        name = _section_of(lines[at])
        if name and at + 1 < len(lines) and (lines[at].shown or looks_like_title(lines[at + 1])):
            anew = cut.section < 0 or cut.sections[cut.section] != name
            cut.name_section(name, lines[at])
            at += 1
            if anew and _has_no_title(lines, at):
                cut.begin_untitled(name, lines[at - 1])
            continue
        above = cut.named[-1].number if cut.named else 0
        untitled = bool(cut.found and cut.found[-1].title_lines[0].number == above)
        first = not cut.found or (at > 0 and lines[at - 1].number == above and not untitled)
        unsure = not ends and not first and lines[at].shown is None and stands_like_title(lines, at)
        # where titles stand out, a line that does not is one only after an article's end
        plain = looks_like_title(lines[at]) and not (shown and lines[at].shown is None and not cut.found)
        begins = unsure or (plain if first else _begins(lines, at))
        at += _take_by_form(cut, lines, at, max(cut.section, 0), begins=begins)
        if unsure:
            cut.doubt(lines[at - 1], tr("没有要目，也没有来源和链接，按标题的样子分成一篇"))
    cut.sections = cut.sections or [ALONE]
    return cut.with_preface()


def _take_by_form(cut: Cut, lines: Lines, at: int, section: int, *, begins: bool) -> int:
    line = lines[at]
    if line.told is LineRole.TITLE or (line.told is None and begins):
        count = title_lines(lines, at) if line.shown is LineRole.TITLE else 1 + _is_two_lines(lines, at)
        cut.sections = cut.sections or [ALONE]
        cut.begin(_article(lines, at, count, section))
        return count
    cut.add(line)
    return 1


def _has_no_title(lines: Lines, at: int) -> bool:
    """Return whether text stands right below a section's name."""
    line = lines[at]
    if line.told is not None or line.of_object or line.shown is not None or looks_like_title(line):
        return line.shown is LineRole.TEXT
    return begins_text(lines, at) or ends_sentence(line.text)


def _section_of(line: SourceLine) -> str:
    """Return the name of the section that a line begins by its marks or its look, empty for another line."""
    if line.told is not None or line.of_object or line.shown is LineRole.TITLE:
        return ""
    return (line.bare or section_name(line.text)) if line.shown is LineRole.SECTION else decorated_section(line.text)


def _begins(lines: Lines, at: int) -> bool:
    return lines[at].shown is LineRole.TITLE or (lines[at].shown is None and begins_article(lines, at))


def _begin_listed(cut: Cut, lines: Lines, match: Match, section: int) -> None:
    """Begin an article of the contents. section: the one that the body names above it, -1 for none."""
    section = section if section >= 0 else match.entry.section
    found = _article(lines, match.at, match.count, section, entry=match.entry.title)
    found.author = match.entry.author
    cut.begin(found)
    if not match.exact:
        reason = tr("标题和要目里的“{title}”不完全一样，按最接近的归在一起", title=match.entry.title)
        cut.doubt(lines[match.at], reason)


def _take(cut: Cut, lines: Lines, at: int, named: int) -> int:
    """Add a line to the article above, or begin one that the contents don't name.

    named: index of the section whose name stands right above, -1 for none.
    """
    line = lines[at]
    begins = _begins(lines, at) or (named >= 0 and _begins(lines[at:], 0))
    if line.form is None and line.told is None and cut.found and not cut.found[-1].lines and named < 0:
        # right below a title stands its second line, or who wrote it
        begins = False
    if line.told is LineRole.TITLE or (line.told is None and cut.found and begins):
        section = named if named >= 0 else cut.section if cut.named else cut.found[-1].section if cut.found else 0
        if not cut.sections:
            cut.sections.append(ALONE)
        count = title_lines(lines, at) if line.shown is LineRole.TITLE else 1
        cut.begin(_article(lines, at, count, section))
        cut.doubt(line, tr("要目里没有这个标题，看样子是另一篇的开头，先单独作一篇"))
        return count
    cut.add(line)
    return 1


def _article(lines: Lines, at: int, count: int, section: int, *, entry: str = "") -> Found:
    heads = tuple(lines[at : at + count])
    title = broken_title("\n".join((_bare(heads, entry), *(line.text for line in heads[1:]))), spaced=entry)
    return Found(section=section, title=title, contents_title=entry, title_lines=heads)


def _bare(heads: Lines, entry: str) -> str:
    """Return a title's first line without the mark or number that the contents or its own look say is none of it."""
    first = heads[0]
    if first.bare or not entry:
        return first.bare or first.text
    whole = fold("".join(line.text for line in heads))
    return first.text if whole == fold(entry) else head_of(first.text).text if _ends(whole, entry) else first.text


def _ends(whole: str, entry: str) -> bool:
    return whole.endswith(fold(entry))


def _is_two_lines(lines: Lines, at: int) -> bool:
    """Return whether a title goes on in the next line, without a blank line between them."""
    if (
        at + 2 >= len(lines)
        or lines[at + 1].gap
        or lines[at + 1].told is not None
        or SUBTITLE.match(lines[at + 1].text)
    ):
        return False
    return looks_like_title(lines[at + 1]) and len(lines[at + 2].text) >= 30 and len(lines[at].text) >= 8
