"""Which lines are titles and names of sections by their looks, in a file that has looks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from editor.intake.past_issue.contents import Contents
from editor.intake.past_issue.forms import CAPTION, NUMBERED, TABLE_CAPTION, ends_article, is_source, may_name_section
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.structure import PLAIN_LOOK, LineLook
from editor.text.characters import ends_sentence, fold
from editor.text.fact_lines import address_of_line, has_card_words

_LONGEST = 80
# of the size of the text: what is larger stands out
_LARGER = 1.06
# how many of a rank's lines have a title right below, so that the rank is that of sections
_MOST = 0.6


def with_shown(lines: Lines, listed: Contents | None) -> list[SourceLine]:
    """Return lines with what their looks say; as they are where nothing stands out, or all is one text."""
    body = _body_look(lines)
    heads = [at for at, line in enumerate(lines) if body and _is_head(line, body)]
    titles, sections = _by_contents(lines, heads, listed) if listed else _by_rank(lines, heads)
    if titles is None:
        return list(lines)
    return [_shown(lines, at, set(heads), titles, sections) for at in range(len(lines))]


def title_lines(lines: Lines, at: int) -> int:
    """Return how many lines the title takes that begins at a line whose look says so."""
    count = 1
    while at + count < len(lines) and lines[at + count].shown is LineRole.TITLE and lines[at + count].told is None:
        first, line = lines[at].form, lines[at + count].form
        if first is None or line is None or first.look != line.look:
            break
        count += 1
    return count


def _shown(lines: Lines, at: int, heads: set[int], titles: LineLook, sections: frozenset[LineLook]) -> SourceLine:
    line = lines[at]
    if line.form is None or line.told is not None:
        return line
    if at not in heads:
        return replace(line, shown=LineRole.TEXT)
    if line.form.look in sections:
        return replace(line, shown=LineRole.SECTION)
    if line.form.look == titles:
        return replace(line, shown=LineRole.TITLE)
    # one that somebody made larger or smaller than the others is told by what stands around it
    above = at > 0 and (ends_article(lines[at - 1]) or is_source(lines[at - 1]))
    return line if above else replace(line, shown=LineRole.TEXT)


def _body_look(lines: Lines) -> LineLook | None:
    looks: Counter[LineLook] = Counter()
    for line in lines:
        if line.form is not None and not line.of_object:
            looks[line.form.look] += len(line.text)
    return looks.most_common(1)[0][0] if looks else None


def _is_head(line: SourceLine, body: LineLook) -> bool:
    if line.form is None or line.of_object or line.form.declared is not None or len(line.text) > _LONGEST:
        return False
    look = line.form.look
    out = look.declared or look.level or look.size > _LARGER * body.size
    out = out or (look.strong and not body.strong) or (look.centred and not body.centred)
    others = (CAPTION, TABLE_CAPTION)
    if not out or is_source(line) or address_of_line(line.text)[1] or has_card_words(line.text):
        return False
    return not ends_sentence(line.text.rstrip("）)”")) and not any(form.match(line.text) for form in others)


def _look(line: SourceLine) -> LineLook:
    return line.form.look if line.form else PLAIN_LOOK


def _by_contents(
    lines: Lines, heads: Sequence[int], listed: Contents | None
) -> tuple[LineLook | None, frozenset[LineLook]]:
    """Return the look that most of the listed titles have."""
    keys = [fold(entry.title) for entry in listed.entries] if listed else []
    named = (lines[at] for at in heads if any(len(lines[at].key) > 3 and key.startswith(lines[at].key) for key in keys))
    found = Counter(map(_look, named))
    if not found:
        return None, frozenset()
    return found.most_common(1)[0][0], frozenset()


def _by_rank(lines: Lines, heads: Sequence[int]) -> tuple[LineLook | None, frozenset[LineLook]]:
    """Return the look of titles and those of sections: the highest rank is one of sections where titles stand below."""
    ranks = sorted({_look(lines[at]) for at in heads}, key=_rank)
    sections: set[LineLook] = set()
    for place, look in enumerate(ranks):
        own = [at for at in heads if _look(lines[at]) == look]
        if _names_sections(lines, own, frozenset(heads), frozenset(ranks[place + 1 :])):
            sections.add(look)
        elif sum(bool(NUMBERED.match(lines[at].text)) for at in own) * 2 > len(own):
            return None, frozenset()
        else:
            return look, frozenset(sections)
    return None, frozenset()


def _rank(look: LineLook) -> tuple[bool, int, float, bool, bool]:
    return not look.declared, look.level or 99, -look.size, not look.strong, not look.centred


def _names_sections(lines: Lines, own: Sequence[int], heads: frozenset[int], lower: frozenset[LineLook]) -> bool:
    if not own or not all(may_name_section(lines[at].text) for at in own):
        return False
    below = [lines[at + 1] for at in own if at + 1 in heads]
    titled = [line for line in below if _look(line) in lower and not NUMBERED.match(line.text)]
    return len(titled) >= _MOST * len(own)
