"""Which of the lines that stand out are titles, and which name sections."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from editor.intake.past_issue.bodies import is_body
from editor.intake.past_issue.bylines import byline
from editor.intake.past_issue.contents import Contents
from editor.intake.past_issue.cut import ALONE
from editor.intake.past_issue.forms import (
    begins_text,
    ends_article,
    is_source,
    is_text_like,
    looks_like_title,
    may_name_section,
)
from editor.intake.past_issue.heads import head_of, is_enclosing, is_numbered
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.looks import HeadStyle, head_styles, signatures
from editor.intake.past_issue.reading_types import LineRole
from editor.text.characters import fold

# how many of a rank's lines have a title right below, so that the rank is that of sections
_MOST = 0.6
# letters of a section's name in the middle, where numbers below it count from 1 again
_NAME = 8
_SHORTEST_KEY = 3
_MARKS = re.compile(r"[，。；：！？、,.;:!?（）()|\d—]")


@dataclass(slots=True)
class Ranks:
    """The styles of titles and of sections; named: indices of single lines that name sections.

    guessed: those of lines that stand out by nothing but where they stand.
    """

    titles: set[HeadStyle] = field(default_factory=set)
    sections: set[HeadStyle] = field(default_factory=set)
    named: set[int] = field(default_factory=set)
    guessed: frozenset[int] = frozenset()


def with_shown(lines: Lines, listed: Contents | None) -> list[SourceLine]:
    """Return lines with what they stand out as; as they are where nothing does, or all is one text."""
    signed = signatures(lines)
    lines = [replace(line, shown=LineRole.SOURCE) if at in signed else line for at, line in enumerate(lines)]
    heads = {at: style for at, style in head_styles(lines).items() if at not in signed}
    ranks = _by_contents(lines, heads, listed) if listed and listed.entries else _by_rank(lines, heads, listed)
    if not listed or listed.sections in ([], [ALONE]):
        ranks.guessed = frozenset(at for at in range(len(lines)) if _is_above_title(lines, heads, at, ranks))
    reader = _Shower(lines, heads, ranks)
    return [reader.shown(at) for at in range(len(lines))]


class _Shower:
    """Says line by line what it stands out as; numbered titles have to count on."""

    def __init__(self, lines: Lines, heads: Mapping[int, HeadStyle], ranks: Ranks) -> None:
        self._lines, self._heads, self._ranks = lines, heads, ranks
        self._formed = any(line.form is not None for line in lines) and bool(ranks.titles)
        self._last, self._anew = 0, False

    def shown(self, at: int) -> SourceLine:
        """Return a line with what it stands out as."""
        line, style = self._lines[at], self._heads.get(at)
        if line.told is not None or line.shown is not None:
            return line
        head = head_of(line.text)
        bare = head.text if head.kind else ""
        if at in self._ranks.named or (style in self._ranks.sections and may_name_section(head.text)):
            self._anew = True
            return replace(line, shown=LineRole.SECTION, bare=bare)
        if at in self._ranks.guessed:
            self._anew = True
            return replace(line, shown=LineRole.SECTION, guessed=True)
        if style in self._ranks.titles:
            before = 0 if self._anew and head.order == 1 else self._last
            if self._counts_on(at, style):
                skips = is_numbered(style.kind) and head.order != before + 1 if style else False
                return replace(line, shown=LineRole.TITLE, bare=bare, section=head.tag, skips=skips)
            line = replace(line, out_of_turn=not self._is_listed(at, style))
        if not self._formed or line.form is None:
            return line
        # one that somebody made larger or smaller than the others is told by what stands around it
        above = style is not None and at > 0 and _ends(self._lines[at - 1])
        return line if above else replace(line, shown=LineRole.TEXT)

    def _counts_on(self, at: int, style: HeadStyle | None) -> bool:
        """Return whether a numbered line is the next title, one left out at most, and none of a list in an article."""
        if style is None or not is_numbered(style.kind):
            return True
        order = head_of(self._lines[at].text).order
        next_one = self._last < order <= self._last + 2 or (order == 1 and self._anew)
        if self._is_listed(at, style) or not next_one:
            return False
        self._last, self._anew = order, False
        return True

    def _is_listed(self, at: int, style: HeadStyle | None) -> bool:
        beside = [self._lines[place] for place in (at - 1, at + 1) if 0 <= place < len(self._lines)]
        return style is not None and any(head_of(line.text).kind == style.kind for line in beside)


def _is_above_title(lines: Lines, heads: Mapping[int, HeadStyle], at: int, ranks: Ranks) -> bool:
    """Return whether a short line without a look of its own stands between an article's end and a title."""
    line = lines[at]
    if at + 1 >= len(lines) or at in heads or heads.get(at + 1) not in ranks.titles or line.shown is not None:
        return False
    if line.told is not None or line.of_object or not 2 <= len(line.text) <= _NAME or _MARKS.search(line.text):
        return False
    if is_source(line) or byline(line.text) is not None or is_body(line.text):
        return False
    return at == 0 or is_text_like(lines[at - 1].text) or is_source(lines[at - 1])


def _ends(line: SourceLine) -> bool:
    return ends_article(line) or is_source(line)


# --- with contents


def _by_contents(lines: Lines, heads: Mapping[int, HeadStyle], listed: Contents) -> Ranks:
    """Return the style that most of the listed titles have, and those of lines right above titles."""
    entries = [fold(entry.title) for entry in listed.entries]
    names = {fold(name) for name in listed.sections}
    found = [at for at in range(len(lines)) if _is_listed(lines[at], entries)]
    counts = Counter(heads[at] for at in found if at in heads)
    ranks = Ranks()
    if counts and 2 * counts.total() >= len(found):
        ranks.titles = {counts.most_common(1)[0][0]}
    titles = {at for at, style in heads.items() if style in ranks.titles} | set(found)
    for style in set(heads.values()) - ranks.titles:
        own = [at for at, one in heads.items() if one == style and at not in found]
        known = sum(lines[at].bare_key in names or lines[at].key in names for at in own)
        above = sum(at + 1 in titles for at in own)
        if (
            own
            and all(may_name_section(head_of(lines[at].text).text) for at in own)
            and (2 * known > len(own) or above >= _MOST * len(own))
        ):
            ranks.sections.add(style)
    return ranks


def _is_listed(line: SourceLine, entries: Sequence[str]) -> bool:
    keys = [key for key in (line.key, line.bare_key) if len(key) > _SHORTEST_KEY]
    return line.told is None and any(entry.startswith(key) for entry in entries for key in keys)


# --- without


def _by_rank(lines: Lines, heads: Mapping[int, HeadStyle], listed: Contents | None) -> Ranks:
    """Return the styles of titles and sections: the highest rank is one of sections where titles stand below.

    Looks rank by themselves; marks by which comes first, since an article's own follow its title.
    """
    ranks = Ranks()
    names = {fold(name) for name in listed.sections} if listed else set()
    ranks.named = {at for at, line in enumerate(lines) if line.told is None and names & {line.key, line.bare_key}}
    first: dict[HeadStyle, int] = {}
    for at, style in heads.items():
        if at not in ranks.named:
            first.setdefault(style, at)
    order = sorted(first, key=lambda one: (_rank(one), first[one]))
    for place, style in enumerate(order):
        own = [at for at, one in heads.items() if one == style and at not in ranks.named]
        if _names_sections(lines, heads, own, frozenset(order[place + 1 :])):
            ranks.sections.add(style)
        elif _is_inside(lines, own, ranks, heads):
            return ranks
        else:
            ranks.titles.add(style)
            ranks.sections |= _smaller_sections(lines, heads, style, order[place + 1 :])
            return ranks
    return ranks


def _smaller_sections(
    lines: Lines, heads: Mapping[int, HeadStyle], titles: HeadStyle, lower: Sequence[HeadStyle]
) -> set[HeadStyle]:
    """Return styles below that of titles whose lines stand right above titles, as names on a coloured bar do."""
    found = set()
    for style in lower:
        own = [at for at, one in heads.items() if one == style]
        short = all(may_name_section(head_of(lines[at].text).text) for at in own)
        if short and sum(heads.get(at + 1) == titles for at in own) == len(own):
            found.add(style)
    return found


def _rank(style: HeadStyle) -> tuple[bool, int, float, bool, bool]:
    look = style.look
    return not look.declared, look.level or 99, -look.size, not look.strong, not look.centred


def _is_inside(lines: Lines, own: Sequence[int], ranks: Ranks, heads: Mapping[int, HeadStyle]) -> bool:
    """Return whether lines are subheads of an article whose title stands out by nothing."""
    above = [at for at in range(own[0]) if at not in ranks.named and heads.get(at) not in ranks.sections]
    if lines[own[0]].form is not None:
        numbered = sum(is_numbered(head_of(lines[at].text).kind) for at in own)
        return bool(above) and 2 * numbered > len(own)
    # a title without a mark stands right above its text, a paragraph above the first title does not
    return any(looks_like_title(lines[at]) and begins_text(lines, at + 1) for at in above)


def _names_sections(
    lines: Lines, heads: Mapping[int, HeadStyle], own: Sequence[int], lower: frozenset[HeadStyle]
) -> bool:
    if not own or not all(may_name_section(head_of(lines[at].text).text) for at in own):
        return False
    below = [at + 1 for at in own if _is_title_below(lines, heads, at + 1, lower)]
    if len(below) < _MOST * len(own):
        return False
    counted = sum(is_numbered(head_of(lines[at].text).kind) for at in below)
    if is_enclosing(heads[own[0]].kind) or 2 * counted <= len(below):
        return True
    # what numbers stand below may be a title with its subheads, or a section with its titles
    lengths = sorted(len(head_of(lines[at].text).text) for at in own)
    return lengths[len(lengths) // 2] <= _NAME


def _is_title_below(lines: Lines, heads: Mapping[int, HeadStyle], at: int, lower: frozenset[HeadStyle]) -> bool:
    if at >= len(lines):
        return False
    if at in heads:
        return heads[at] in lower
    return lines[at].form is None and looks_like_title(lines[at]) and begins_text(lines, at + 1)
