"""Plain text to blocks: headings, lists and tables are recognised by their form."""

import re
from collections.abc import Callable, Iterator

from editor.intake.past_issue.runs import bold_runs
from editor.intake.size_guard import check_size
from editor.model.body import Block, Heading, ItemList, Paragraph, Table
from editor.text.characters import ends_sentence
from editor.text.joining import Whole
from editor.text.sanitise import sanitise

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_HEADINGS = (
    re.compile(rf"{_NUMERAL}、\s*\S.{{0,28}}"),
    re.compile(rf"[（(]{_NUMERAL}[）)]\s*\S.{{0,28}}"),
    re.compile(r"\d{1,2}(?:[.．](?!\d)|、)\s*\S.{0,28}"),
)
_BULLET = re.compile(r"(?:[•●■◆▪‣◦]\s*|[-*·]\s+)(\S.*)")
_COUNTED = re.compile(r"(\d{1,3})(?:[.．)）](?!\d)|、)\s*(\S.*)")
_BROKEN_LENGTH = 30
# characters, with number, marks of bold text and blanks
_LONGEST_HEADING = 200

Found = tuple[list[Block], int]


def blocks_from_text(text: str, *, join_lines: bool = False) -> tuple[Block, ...]:
    """Return the blocks of plain text, one per line.

    join_lines: join lines that a page or a mail broke: 30 characters or more without an end of sentence, or with a
    bracket left open. Raises UserError for over 5 MB.
    """
    check_size(text)
    raw = sanitise(text).split("\n")
    lines = [line for line in (_joined(raw) if join_lines else raw) if line.strip()]
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        found, count = _read(lines, at)
        blocks.extend(found)
        at += count
    return tuple(blocks)


def _read(lines: list[str], at: int) -> Found:
    readers: tuple[Callable[[list[str], int], Found], ...] = (_table, _bullets, _counted)
    for read in readers:
        found, count = read(lines, at)
        if count:
            return found, count
    return [_line(lines[at].strip())], 1


def _table(lines: list[str], at: int) -> Found:
    """Read a table: at least two lines with the same number of cells, separated by tabs."""
    tabs = lines[at].count("\t")
    # a tab at the ends only indents
    if "\t" not in lines[at].strip():
        return [], 0
    rows = list(_while(lines, at, lambda line, _: line.count("\t") == tabs))
    if len(rows) < 2:
        return [], 0
    head, *rest = [tuple(bold_runs(cell.strip()) for cell in row.split("\t")) for row in rows]
    return [Table(head=head, rows=tuple(rest))], len(rows)


def _bullets(lines: list[str], at: int) -> Found:
    rows = list(_while(lines, at, lambda line, _: _BULLET.fullmatch(line.strip()) is not None))
    items = tuple(bold_runs(_BULLET.sub(r"\1", row.strip())) for row in rows)
    return ([ItemList(items=items)] if items else []), len(rows)


def _counted(lines: list[str], at: int) -> Found:
    """Read a numbered list: at least two lines that count from 1; a single number stays text."""
    rows = list(_while(lines, at, lambda line, place: _number(line) == place + 1))
    if len(rows) < 2:
        return [], 0
    items = tuple(bold_runs(_COUNTED.sub(r"\2", row.strip())) for row in rows)
    return [ItemList(ordered=True, items=items)], len(rows)


def _number(line: str) -> int:
    match = _COUNTED.fullmatch(line.strip())
    return int(match[1]) if match else 0


def _while(lines: list[str], at: int, fits: Callable[[str, int], bool]) -> Iterator[str]:
    for place in range(at, len(lines)):
        if not fits(lines[place], place - at):
            return
        yield lines[place]


def _line(line: str) -> Block:
    return _heading(line) or Paragraph(runs=bold_runs(line))


def _heading(line: str) -> Heading | None:
    bare = line.replace("**", "")
    level = next((level for level, form in enumerate(_HEADINGS, 1) if form.fullmatch(bare)), 0)
    if level and not ends_sentence(bare) and not re.search("[。；！？]", bare):
        return Heading(level=level, runs=bold_runs(bare))
    return None


def _joined(lines: list[str]) -> Iterator[str]:
    """Yield joined lines; a blank line always ends one."""
    first, whole = "", None
    for line in (*lines, ""):
        if first and not (line.strip() and _continues(whole or Whole(first), line)):
            yield first if whole is None else str(whole)
            first, whole = "", None
        if not first:
            first = line
        else:
            whole = whole or Whole(first.rstrip())
            whole.add(line.strip())


def _continues(before: Whole, line: str) -> bool:
    if before.ends_sentence or "\t" in line:
        return False
    if before.length <= _LONGEST_HEADING and _heading(str(before).strip()):
        return False
    begins = _BULLET.match(line.strip()) or _COUNTED.match(line.strip()) or _heading(line.strip())
    return not begins and (before.length >= _BROKEN_LENGTH or before.is_open)
