"""Where the contents of an issue end and its body begins."""

from collections.abc import Iterator

from editor.intake.past_issue.entry_lines import FOLIO, has_folio, titles_of_line
from editor.intake.past_issue.forms import decorated_section, is_source, may_name_section, section_name
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.text.characters import ends_sentence, fold

_LONGEST, _MOST_LINES = 60, 3
# a section whose entries the contents forget
_LAST_SECTION = 8

# lines of contents; no issue has more
_MOST = 600


def contents_end(lines: Lines, start: int) -> int:
    """Return where the body begins: with a line that repeats one of the contents, or with a paragraph."""
    seen: set[str] = set()
    for at in range(start + 1, min(len(lines), start + _MOST)):
        text = lines[at].text
        if any(key in seen for key in _keys_at(lines, at) if len(key) > 1 and not key.isdigit()):
            return _above_sections(lines, start, at)
        if _is_body(lines[at]):
            return _above_title(lines, start, at)
        seen |= {fold(title) for title in titles_of_line(text)} | {fold(section_name(text))}
        seen |= {fold(cell) for cell in text.split("\t")} | {
            fold(title) for cell in text.split("\t") for title in titles_of_line(cell)
        }
        if at > start + 1:
            seen |= {fold(title) for title in titles_of_line(lines[at - 1].text + text)}
    return min(len(lines), start + _MOST)


def _above_sections(lines: Lines, start: int, end: int) -> int:
    """Return where the body begins that repeats an entry at `end`: with the names of its sections above that."""
    folios = any(has_folio(line.text) for line in lines[start + 1 : end])
    later: frozenset[str] | None = None
    while end - 1 > start + 1:
        line = lines[end - 1]
        if line.told is not None or line.of_object or not may_name_section(line.text) or has_folio(line.text):
            break
        marked = decorated_section(line.text) or line.ruled or (lines[end].ruled and not line.gap)
        plain = len(line.text) <= _LAST_SECTION and (line.gap or line.form is not None)
        later = later if later is not None else keys_from(lines, end)
        if FOLIO.match(line.text) or later & {line.key, line.bare_key}:
            break
        if not marked and not (plain and (folios or line.form is not None)):
            break
        end -= 1
    return end


def _above_title(lines: Lines, start: int, end: int) -> int:
    """Return where the body begins whose first paragraph, source or link stands at `end`: with the title above it."""
    if lines[end].told is not None:
        return end
    folios = any(has_folio(line.text) for line in lines[start + 1 : end])
    if not folios:
        return max(end - 1, start + 1)
    while end > start + 2 and not has_folio(lines[end - 1].text) and not FOLIO.match(lines[end - 1].text):
        end -= 1
    return end


def _is_body(line: SourceLine) -> bool:
    """Return whether a line is none of the contents: a paragraph, a source, what an editor has named."""
    long = len(line.text) > _LONGEST and ends_sentence(line.text)
    return line.told is not None or long or is_source(line) or "http" in line.text


def _keys_at(lines: Lines, at: int) -> Iterator[str]:
    """Yield the keys of a line, alone and with the ones below it."""
    yield fold(section_name(lines[at].text))
    for first in {lines[at].key, lines[at].bare_key}:
        key = first
        yield key
        for line in lines[at + 1 : at + _MOST_LINES]:
            key += line.key
            yield key


def keys_from(lines: Lines, start: int) -> frozenset[str]:
    """Return what lines say, alone and with up to two below them, for comparison."""
    return frozenset(key for at in range(start, len(lines)) for key in _keys_at(lines, at) if len(key) <= 2 * _LONGEST)
