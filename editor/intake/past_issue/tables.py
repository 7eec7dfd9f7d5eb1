"""Tables written as text: cells separated by tabs or bars, a caption above and a note below them."""

import re
from dataclasses import replace

from editor.intake.past_issue.forms import TABLE_CAPTION, TABLE_NOTE
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.reading_types import LineRole
from editor.model.body import Table, text_of

_RULE = re.compile(r"^[|\s:+-]+$")
_LONGEST_CAPTION, _LONGEST_NOTE = 60, 120


def captioned_table(lines: Lines, at: int) -> tuple[Table | None, dict[int, LineRole]]:
    """Return the table whose caption or first row stands at a line, and what its lines are; None where none does."""
    caption = _is_caption(lines[at])
    start = at + 1 if caption else at
    end = start
    while end < len(lines) and _is_row(lines[end]) and (end == start or lines[end].gap == 0):
        end += 1
    table = read_table([line.text for line in lines[start:end]]) if end - start > 1 else None
    if table is None:
        return None, {}
    roles = {line.number: LineRole.TABLE for line in lines[start:end]}
    if caption:
        table = replace(table, caption=lines[at].text)
        roles = {lines[at].number: LineRole.CAPTION} | roles
    if end < len(lines) and _is_note(lines[end]):
        table = replace(table, note=lines[end].text)
        roles[lines[end].number] = LineRole.TABLE
    return table, roles


def is_table_line(text: str) -> bool:
    """Return whether a line looks like a row."""
    return "\t" in text.strip() or (text.count("|") >= 2 and text.strip().startswith("|"))


def read_table(lines: list[str]) -> Table | None:
    """Return the table of these rows, the first as its head; None when they differ in length."""
    rows = [_cells(line) for line in lines if not _RULE.match(line) or "\t" in line]
    if len(rows) < 2 or len({len(row) for row in rows}) != 1 or len(rows[0]) < 2:
        return None
    head, *rest = [tuple(text_of(cell) for cell in row) for row in rows]
    return Table(head=head, rows=tuple(rest))


def _is_caption(line: SourceLine) -> bool:
    if line.told is not None:
        return line.told is LineRole.CAPTION
    return bool(TABLE_CAPTION.match(line.text)) and len(line.text) <= _LONGEST_CAPTION


def _is_row(line: SourceLine) -> bool:
    return line.told is None and is_table_line(line.text)


def _is_note(line: SourceLine) -> bool:
    short = len(line.text) <= _LONGEST_NOTE and line.gap <= 1
    return line.told is None and short and bool(TABLE_NOTE.match(line.text))


def _cells(line: str) -> list[str]:
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
