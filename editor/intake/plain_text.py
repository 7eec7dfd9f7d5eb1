"""Plain text to blocks: headings, lists and tables are recognised by their form."""

from collections.abc import Callable, Iterator

from editor.intake.past_issue.runs import bold_runs
from editor.intake.size_guard import check_size
from editor.model.body import Block, Heading, ItemList, Paragraph, Table, text_of
from editor.text.joining import Whole
from editor.text.line_forms import bullet, continues, heading_level, typed_number
from editor.text.sanitise import sanitise

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


def paragraphs_from_text(text: str) -> tuple[Block, ...]:
    """Return a paragraph for each line that has text, everything in it as it is. Raises UserError for over 5 MB."""
    check_size(text)
    return tuple(Paragraph(runs=text_of(line)) for line in sanitise(text).split("\n") if line.strip())


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
    rows = list(_while(lines, at, lambda line, _: bullet(line) is not None))
    items = tuple(bold_runs(row.strip()[bullet(row) :]) for row in rows)
    return ([ItemList(items=items)] if items else []), len(rows)


def _counted(lines: list[str], at: int) -> Found:
    """Read a numbered list: at least two lines that count from 1; a single number stays text."""
    rows = list(_while(lines, at, lambda line, place: typed_number(line)[0] == place + 1))
    if len(rows) < 2:
        return [], 0
    items = tuple(bold_runs(row.strip()[typed_number(row)[1] :]) for row in rows)
    return [ItemList(ordered=True, items=items)], len(rows)


def _while(lines: list[str], at: int, fits: Callable[[str, int], bool]) -> Iterator[str]:
    for place in range(at, len(lines)):
        if not fits(lines[place], place - at):
            return
        yield lines[place]


def _line(line: str) -> Block:
    return typed_heading(line) or Paragraph(runs=bold_runs(line))


def typed_heading(line: str) -> Heading | None:
    """Return the heading that a short line with a typed number is, None for other lines."""
    level = heading_level(line.replace("**", ""))
    return Heading(level=level, runs=bold_runs(line)) if level else None


def _joined(lines: list[str]) -> Iterator[str]:
    """Yield joined lines; a blank line always ends one."""
    first, whole = "", None
    for line in (*lines, ""):
        if first and not (line.strip() and continues(whole or Whole(first), line)):
            yield first if whole is None else str(whole)
            first, whole = "", None
        if not first:
            first = line
        else:
            whole = whole or Whole(first.rstrip())
            whole.add(line.strip())
