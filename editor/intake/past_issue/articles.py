"""Cutting the body of a past issue into articles."""

from dataclasses import dataclass, field

from editor.intake.past_issue.contents import Contents, Entry
from editor.intake.past_issue.forms import (
    SUBTITLE,
    begins_article,
    decorated_section,
    ends_article,
    is_source,
    looks_like_title,
    numbered_titles,
    section_name,
    stands_like_title,
)
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.looks import title_lines
from editor.intake.past_issue.reading_types import Doubt, LineRole
from editor.intake.past_issue.structure import PLAIN_LOOK, LineLook
from editor.intake.past_issue.title_lines import broken_title
from editor.intake.past_issue.title_matching import Match, match_titles
from editor.model.article import Title
from editor.model.language import tr
from editor.text.characters import fold

_ALONE = "正文"


@dataclass(slots=True)
class Found:
    """An article's lines. section: its index; contents_title: as the contents print it, empty without contents."""

    section: int
    title: Title
    contents_title: str
    title_lines: tuple[SourceLine, ...]
    lines: list[SourceLine] = field(default_factory=list)

    @property
    def look(self) -> LineLook:
        """What its title looks like, in a file with looks."""
        form = self.title_lines[0].form
        return form.look if form else PLAIN_LOOK


@dataclass(slots=True)
class Cut:
    """A body in articles. before: lines above the first one; named: lines that only repeat a section's name."""

    sections: list[str]
    found: list[Found] = field(default_factory=list)
    before: list[SourceLine] = field(default_factory=list)
    named: list[SourceLine] = field(default_factory=list)
    missing: tuple[Entry, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)

    def begin(self, title: Found) -> None:
        """Add an article; its section may be one that an editor chose."""
        chosen = title.title_lines[0].section
        if chosen:
            if chosen not in self.sections:
                self.sections.append(chosen)
            title.section = self.sections.index(chosen)
        self.found.append(title)

    def add(self, line: SourceLine) -> None:
        """Add a line to the last article."""
        (self.found[-1].lines if self.found else self.before).append(line)

    def doubt(self, line: SourceLine, reason: str) -> None:
        """Remember a line to be looked at; what an editor has said needs no second look."""
        if line.told is None:
            self.doubts.append(Doubt(line=line.number, text=line.text, reason=reason))


def cut_by_contents(lines: Lines, contents: Contents) -> Cut:
    """Return the articles that the contents name, and those between them that they don't."""
    matches, missing = match_titles(lines, contents.entries)
    cut = Cut(sections=list(contents.sections), missing=missing)
    names = {fold(name): place for place, name in enumerate(contents.sections)}
    at, named = 0, -1
    while at < len(lines):
        match = matches.get(at)
        if match:
            _begin_listed(cut, lines, match)
            at += match.count
        elif lines[at].told is None and fold(section_name(lines[at].text)) in names:
            cut.named.append(lines[at])
            named = names[fold(section_name(lines[at].text))]
            at += 1
            continue
        else:
            at += _take(cut, lines, at, named)
        named = -1
    return cut


def cut_by_form(lines: Lines) -> Cut:
    """Return the articles of a text without contents: a title is a short line after a link or source, no sentence."""
    cut = Cut(sections=[])
    numbered = numbered_titles(lines)
    ends = any(ends_article(line) or is_source(line) for line in lines)
    section, at = -1, 0
    while at < len(lines):
        name = _section_of(lines[at])
        if name and at + 1 < len(lines) and looks_like_title(lines[at + 1]):
            section = len(cut.sections)
            cut.sections.append(name)
            cut.named.append(lines[at])
            at += 1
            continue
        above = cut.named[-1].number if cut.named else 0
        first = not cut.found or (at > 0 and lines[at - 1].number == above)
        unsure = not ends and not first and lines[at].shown is None and stands_like_title(lines, at)
        begins = at in numbered or unsure or (looks_like_title(lines[at]) if first else _begins(lines, at))
        at += _take_by_form(cut, lines, at, max(section, 0), begins=begins)
        if unsure:
            cut.doubt(lines[at - 1], tr("没有要目，也没有来源和链接，按标题的样子分成一篇"))
    cut.sections = cut.sections or [_ALONE]
    return cut


def _take_by_form(cut: Cut, lines: Lines, at: int, section: int, *, begins: bool) -> int:
    line = lines[at]
    if line.told is LineRole.TITLE or (line.told is None and begins):
        count = title_lines(lines, at) if line.shown is LineRole.TITLE else 1 + _is_two_lines(lines, at)
        cut.sections = cut.sections or [_ALONE]
        cut.begin(_article(lines, at, count, section))
        return count
    cut.add(line)
    return 1


def _section_of(line: SourceLine) -> str:
    """Return the name of the section that a line begins by its marks or its look, empty for another line."""
    if line.told is not None:
        return ""
    return section_name(line.text) if line.shown is LineRole.SECTION else decorated_section(line.text)


def _begins(lines: Lines, at: int) -> bool:
    return lines[at].shown is LineRole.TITLE or (lines[at].shown is None and begins_article(lines, at))


def _begin_listed(cut: Cut, lines: Lines, match: Match) -> None:
    found = _article(lines, match.at, match.count, match.entry.section, entry=match.entry.title)
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
    if line.told is LineRole.TITLE or (line.told is None and cut.found and begins):
        section = named if named >= 0 else cut.found[-1].section if cut.found else 0
        if not cut.sections:
            cut.sections.append(_ALONE)
        count = title_lines(lines, at) if line.shown is LineRole.TITLE else 1
        cut.begin(_article(lines, at, count, section))
        cut.doubt(line, tr("要目里没有这个标题，看样子是另一篇的开头，先单独作一篇"))
        return count
    cut.add(line)
    return 1


def _article(lines: Lines, at: int, count: int, section: int, *, entry: str = "") -> Found:
    heads = tuple(lines[at : at + count])
    title = broken_title("\n".join(line.text for line in heads), spaced=entry)
    return Found(section=section, title=title, contents_title=entry, title_lines=heads)


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
