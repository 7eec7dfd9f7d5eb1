"""Tables written as text: cells separated by tabs or bars."""

import re

from editor.model.body import Table, text_of

_RULE = re.compile(r"^[|\s:+-]+$")


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


def _cells(line: str) -> list[str]:
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
