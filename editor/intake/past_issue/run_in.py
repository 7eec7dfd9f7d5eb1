"""Titles that run into their text: ●标题。正文…, a paragraph an article."""

import re
from dataclasses import replace

from editor.intake.past_issue.forms import PREFACE, decorated_section, may_name_section
from editor.intake.past_issue.heads import head_of, is_enclosing
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.structure import LineForm
from editor.model.block_kinds import as_paragraph
from editor.model.body import plain
from editor.model.runs import part

_TITLE = re.compile(r"([^。；！？]{6,40})[。！？]\s*(?=\S{8,})")
_FEWEST = 2


def without_run_in(lines: Lines) -> list[SourceLine]:
    """Return lines with a title and its text as two, where every article of a body begins so; both keep the number."""
    first = next((line for line in lines if not _is_above(line)), None)
    kind = _kind(first) if first else ""
    own = [line for line in lines if kind and _kind(line) == kind]
    if not kind or len(own) < _FEWEST or any(head_of(line.text).kind == kind for line in lines if line not in own):
        return list(lines)
    return [part for line in lines for part in (_parts(line) if line in own else (line,))]


def _is_above(line: SourceLine) -> bool:
    """Return whether a line may stand above the first article: a section's name, an editor's word."""
    name = decorated_section(line.text) and may_name_section(line.text)
    return bool(name or PREFACE.match(line.text)) or is_enclosing(head_of(line.text).kind)


def _kind(line: SourceLine) -> str:
    """Return the kind of marks of a paragraph that begins with a title, empty for another line."""
    head = head_of(line.text)
    whole = line.told is None and not line.of_object and bool(_TITLE.match(head.text))
    return head.kind if whole and not head.tag else ""


def _parts(line: SourceLine) -> tuple[SourceLine, ...]:
    head = head_of(line.text)
    match = _TITLE.match(head.text)
    if match is None:
        return (line,)
    text = head.text[match.end() :]
    title = replace(line, text=match[1], form=None, shown=LineRole.TITLE)
    return title, replace(line, text=text, gap=0, form=_form(line, text))


def _form(line: SourceLine, text: str) -> LineForm | None:
    block = as_paragraph(line.form.block) if line.form and line.form.block else None
    if line.form is None or block is None:
        return line.form
    words = plain(block.runs)
    start = words.find(text[:8]) if words else -1
    return replace(line.form, block=replace(block, runs=part(block.runs, max(start, 0), len(words))))
