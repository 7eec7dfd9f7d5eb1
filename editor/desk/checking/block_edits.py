"""Edits of a block: its printed strings, joined by line feeds, are edited each on its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.desk.checking.run_edits import Splice, spliced, spliced_runs
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, plain


def edited_block(block: Block, splices: Sequence[Splice]) -> Block:
    """Return the block with splices that count in its strings joined by line feeds; those across strings are left."""
    if not splices:
        return block
    match block:
        case Paragraph() | Heading() | Quote():
            return replace(block, runs=spliced_runs(block.runs, splices))
        case ItemList():
            parts = _parts(map(plain, block.items), splices)
            return replace(block, items=tuple(spliced_runs(item, next(parts)) for item in block.items))
        case Figure():
            parts = _parts((block.caption, block.source), splices, skip_empty=True)
            return replace(
                block, caption=spliced(block.caption, next(parts)), source=spliced(block.source, next(parts))
            )
        case Table():
            return _table(block, splices)


def _table(table: Table, splices: Sequence[Splice]) -> Table:
    cells = [plain(cell) for row in (table.head, *table.rows) for cell in row]
    parts = _parts((table.caption, *cells, table.note), splices, skip_empty=True)
    caption = spliced(table.caption, next(parts))

    def row(cells: tuple[Text, ...]) -> tuple[Text, ...]:
        return tuple(spliced_runs(cell, next(parts)) for cell in cells)

    head, rows = row(table.head), tuple(map(row, table.rows))
    return replace(table, caption=caption, head=head, rows=rows, note=spliced(table.note, next(parts)))


def _parts(
    texts: "Iterator[str] | Sequence[str]", splices: Sequence[Splice], *, skip_empty: bool = False
) -> Iterator[list[Splice]]:
    """Yield for every string the splices inside it, counted from its own beginning."""
    start = 0
    for text in texts:
        if skip_empty and not text:
            yield []
            continue
        end = start + len(text)
        yield [
            replace(one, start=one.start - start, end=one.end - start)
            for one in splices
            if start <= one.start and one.end <= end
        ]
        start = end + 1
