"""Cells on the clipboard: copied as spreadsheets and word processors read them, pasted from what those write."""

from PySide6.QtCore import QMimeData

from editor.export.html import blocks_html
from editor.interchange.cleaning import cleaned
from editor.interchange.codec import decode, encode
from editor.model.block_kinds import as_table, is_text
from editor.model.body import Block, Table, Text, plain, text_of
from editor.text.cell_grid import grid_from_tabs
from editor.text.sanitise import sanitise
from editor.ui.body.clipboard import BLOCKS_FORMAT, Clip, read_html


def copied_cells(table: Table) -> QMimeData:
    """Return cells, as a table of their own, for the clipboard."""
    data = QMimeData()
    data.setData(BLOCKS_FORMAT, encode(Clip(blocks=(table,))))
    data.setHtml(blocks_html((table,), {}))
    data.setText("\n".join("\t".join(plain(cell) for cell in row) for row in table.grid()))
    return data


def pasted_cells(data: QMimeData) -> Table | None:
    """Return the cells that a clipboard holds, None for one that holds no table. UserError beyond all bounds."""
    found = [table for block in _blocks(data) if (table := as_table(block))]
    if found:
        return found[0]
    text = _plain(data)
    return _cells_of(text) if "\t" in text or "\n" in text else None


def pasted_runs(data: QMimeData) -> Text:
    """Return what a clipboard holds as one line of runs: a cell has no lines. Raises UserError beyond all bounds."""
    blocks = _blocks(data)
    if len(blocks) == 1 and is_text(blocks[0]):
        return blocks[0].runs
    return text_of(" ".join(_plain(data).split()))


def _plain(data: QMimeData) -> str:
    # Qt's text names files that were copied by their addresses
    return sanitise(data.text()).strip("\n") if data.hasText() and not data.hasUrls() else ""


def _blocks(data: QMimeData) -> tuple[Block, ...]:
    if data.hasFormat(BLOCKS_FORMAT):
        return cleaned(decode(Clip, bytes(data.data(BLOCKS_FORMAT).data())).blocks)[0]
    return read_html(data.html()).blocks if data.hasHtml() else ()


def _cells_of(text: str) -> Table:
    head, *rest = (tuple(map(text_of, row)) for row in grid_from_tabs(text))
    return Table(head=head, rows=tuple(rest))
