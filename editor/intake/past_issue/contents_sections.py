"""Which lines of the contents name sections: by their marks, by folios, by what stands below them in the body."""

from dataclasses import dataclass
from itertools import pairwise

from editor.intake.past_issue.contents_end import keys_from
from editor.intake.past_issue.entry_lines import AFTER, BULLET, RANGED, has_folio, titles_of_line
from editor.intake.past_issue.forms import begins_text, may_name_section, section_name
from editor.intake.past_issue.heads import head_of, is_enclosing, is_numbered
from editor.intake.past_issue.lines import Lines
from editor.text.characters import fold

# a section whose entries the contents forget
_LAST_SECTION = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLines:
    """What lines say, alone and with up to two below them; pairs: two lines below each other. All for comparison.

    single: what lines say alone; texted: those of them that text stands right below.
    """

    keys: frozenset[str]
    single: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    texted: frozenset[str]


def body_lines(lines: Lines, end: int) -> BodyLines:
    """Return what the lines from one on say."""
    pairs = {
        (one, two)
        for above, below in pairwise(lines[end:])
        for one in (above.key, above.bare_key)
        for two in (below.key, below.bare_key)
    }
    texted = (lines[at] for at in range(end, len(lines)) if begins_text(lines, at + 1))
    return BodyLines(
        keys=keys_from(lines, end),
        single=frozenset(key for line in lines[end:] for key in (line.key, line.bare_key)),
        pairs=frozenset(pairs),
        texted=frozenset(key for line in texted for key in (line.key, line.bare_key)),
    )


def is_section(lines: Lines, at: int, end: int, body: BodyLines, *, folios: bool) -> bool:
    """Return whether a line names a section: without a folio where entries have them, or marked, with entries below."""
    text = lines[at].text
    folio = AFTER.match(text) or RANGED.match(text)
    bare = folio[1] if folio else text
    if may_name_section(bare) and (
        is_enclosing(head_of(bare).kind) or (at + 1 < end and _stands_above(lines, at, body))
    ):
        return True
    if not may_name_section(text) or has_folio(text):
        return False
    if at + 1 >= end:
        return folios and len(text) <= _LAST_SECTION
    return _is_marked_section(lines, at) or _is_bare_section(lines, at, body, folios=folios)


def _is_marked_section(lines: Lines, at: int) -> bool:
    """Return whether a line is marked otherwise than the one below it, which would be the next entry."""
    text, kind = lines[at].text, head_of(lines[at].text).kind
    same = head_of(lines[at + 1].text).kind == kind
    return section_name(text) != text and not (same and not is_numbered(kind))


def _is_bare_section(lines: Lines, at: int, body: BodyLines, *, folios: bool) -> bool:
    text = lines[at].text
    if folios and {fold(title) for title in titles_of_line(text)} & body.texted:
        return False
    if folios:
        return fold(text) not in body.keys or not BULLET.match(text)
    # the body has a section's name right above the title below it
    return _stands_above(lines, at, body) or (lines[at].key, lines[at + 1].key) in body.pairs


def _stands_above(lines: Lines, at: int, body: BodyLines) -> bool:
    """Return whether the body has a line right above the one that follows it here, which has text below it."""
    below = {fold(title) for title in titles_of_line(lines[at + 1].text)} & body.texted
    return any((fold(title), key) in body.pairs for title in titles_of_line(lines[at].text) for key in below)
