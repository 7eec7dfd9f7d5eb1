"""Lines of the contents one entry a line: leaders without a folio go, several entries in one line are parted."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.intake.past_issue.contents import HEADINGS, is_contents_heading
from editor.intake.past_issue.heads import head_of, is_numbered
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.text.characters import ends_sentence, fold

_HEADED = re.compile(r"([^:：]{2,6})[:：]\s*(\S.*)")
_LEADERS = re.compile(r"(?<=[^\s.…·_⋯])\s*[.．…·_⋯\s]{4,}$")
_APART = re.compile(r"[ \u3000\t]{2,}(?=\S)")
_LONG, _MOST, _FEWEST = 40, 80, 2


def with_entries(lines: Lines) -> list[SourceLine]:
    """Return lines of which those of the contents hold one entry each; a heading with some behind it stands alone."""
    made: list[SourceLine] = []
    for line in lines:
        match = _HEADED.match(line.text) if line.told is None and line.form is None else None
        if match and fold(match[1]) in HEADINGS and not any(is_contents_heading(one) for one in made):
            made += [replace(line, text=match[1]), replace(line, text=match[2], gap=0)]
        else:
            made.append(line)
    start = next((at for at, line in enumerate(made) if is_contents_heading(line)), None)
    return made if start is None else contents_lines(made, start)


def contents_lines(lines: Lines, start: int) -> list[SourceLine]:
    """Return lines of which those below the heading at `start` hold one entry each, as far as the contents may go.

    Several entries of one line keep its number.
    """
    made, at = list(lines[:start]), start
    while at < len(lines) and at - start < _MOST:
        line = lines[at]
        if line.told is not None or (len(line.text) > _LONG and ends_sentence(line.text)):
            break
        made += _entries(line)
        at += 1
    return [*made, *lines[at:]]


def _entries(line: SourceLine) -> Iterator[SourceLine]:
    text = _LEADERS.sub("", line.text)
    parts = _APART.split(text)
    marked = [head_of(part) for part in parts]
    numbered = all(is_numbered(one.kind) and one.kind == marked[0].kind for one in marked)
    bulleted = all(one.kind and one.kind == marked[0].kind and not one.order for one in marked)
    if len(parts) < _FEWEST or line.form is not None or not (numbered or bulleted):
        yield replace(line, text=text) if text != line.text else line
        return
    for at, part in enumerate(parts):
        yield replace(line, text=part, gap=line.gap if at == 0 else 0)
