"""Lists: items behind bullets, or behind figures that count from 1."""

import re

from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.runs import bold_runs
from editor.model.body import ItemList

_BULLET = re.compile(r"^[•●■◆▪]\s*(.+)$|^[-·]\s+(.+)$")
_COUNTED = re.compile(r"^(\d{1,2})(?:[.．](?!\d)|、)\s*(\S.*)$")
# a longer one is a numbered paragraph: it keeps its number as it is printed
_LONGEST_ITEM = 60


def read_list(lines: Lines, at: int) -> tuple[ItemList | None, int]:
    """Return the list that begins at a line, and its number of lines; None and 0 where none does."""
    bullets = _items(lines, at)
    if bullets:
        return ItemList(items=tuple(map(bold_runs, bullets))), len(bullets)
    counted = _counted(lines, at)
    if len(counted) > 1:
        return ItemList(ordered=True, items=tuple(map(bold_runs, counted))), len(counted)
    return None, 0


def without_mark(text: str) -> str:
    """Return an item without bullet or number."""
    match = _BULLET.match(text)
    counted = _COUNTED.match(text)
    return (match[1] or match[2]) if match else counted[2] if counted else text


def _items(lines: Lines, at: int) -> list[str]:
    items = []
    for line in (lines[place] for place in range(at, len(lines))):
        match = _BULLET.match(line.text)
        if match is None or line.told is not None:
            break
        items.append(match[1] or match[2])
    return items


def _counted(lines: Lines, at: int) -> list[str]:
    """Return the items that count from 1, all of them short."""
    items: list[str] = []
    for place in range(at, len(lines)):
        match = _match(lines[place])
        if match is None or int(match[1]) != len(items) + 1:
            break
        items.append(match[2])
    return items if all(len(item) <= _LONGEST_ITEM for item in items) else []


def _match(line: SourceLine) -> re.Match[str] | None:
    return None if line.told is not None else _COUNTED.match(line.text)
