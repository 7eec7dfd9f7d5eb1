"""Several cells of a table at once: chosen by keys and pointer, copied, emptied, pasted over."""

from PySide6.QtCore import QMimeData, QPointF
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.model.block_texts import TextField
from editor.model.table_edits import CellRange, emptied, filled, part_of
from editor.ui.body.cell_clipboard import copied_cells, pasted_cells, pasted_runs
from editor.ui.body.object_mouse import text_under
from editor.ui.body.object_texts import ObjectTexts
from editor.ui.body.object_walk import TextStep, cell_at, cell_location, walk
from editor.ui.body.objects import BodyObjects
from editor.ui.body.shapes import kind_of
from editor.ui.body.text_writing import TextWriting
from editor.ui.body.writer import write_runs


class CellRanges:
    """Of one body."""

    def __init__(self, edit: QTextEdit, objects: BodyObjects, texts: ObjectTexts, writing: TextWriting) -> None:
        """Serve one body."""
        self._edit, self._objects, self._texts, self._writing = edit, objects, texts, writing

    def type_over(self) -> None:
        """Let what is typed take the place of the open text where more cells are chosen."""
        if self._texts.cells and self._texts.field:
            self._texts.choose_cells(None)
            self._texts.field.selectAll()

    def drag(self, point: QPointF) -> bool:
        """Choose the cells from the open one to a point. Returns False while it is still over the open one."""
        table, at = self._texts.table, self._texts.location
        over = text_under(self._edit, self._objects, point)
        if table is None or at is None or over is None or over.block != at.block:
            return self._texts.cells is not None
        if at.field is not TextField.CELL or over.field is not TextField.CELL or over == at:
            self._texts.choose_cells(None)
            return False
        self._texts.choose_cells(CellRange(*cell_at(table, at), *cell_at(table, over)))
        return True

    def copy(self) -> QMimeData | None:
        """Return the chosen cells for the clipboard, None where only words are chosen."""
        table, cells = self._texts.table, self._texts.cells
        return copied_cells(part_of(table, cells)) if table and cells else None

    def paste(self, data: QMimeData) -> None:
        """Put in what a clipboard brings: cells from the open one on, else words at the caret."""
        table, at, field = self._texts.table, self._texts.location, self._texts.field
        if at is None or field is None:
            return
        grid = pasted_cells(data) if table and at.field is TextField.CELL else None
        if table is None or grid is None or len(grid) * len(grid[0]) == 1:
            runs = grid[0][0] if grid else pasted_runs(data)
            self.type_over()
            kind = kind_of(field.textCursor().blockFormat())
            field.edit_text(lambda cursor: write_runs(cursor, runs, kind, self._objects.theme))
            return
        row, column = cell_at(table, at)
        if self._texts.cells:
            row, column = self._texts.cells.rows.start, self._texts.cells.columns.start
        made = filled(table, row, column, grid)
        self._writing.write(made)
        self._texts.open(cell_location(made, row, column))
        self._texts.choose_cells(CellRange(row, column, row + len(grid) - 1, column + max(map(len, grid)) - 1))

    def extend(self, step: TextStep, move: QTextCursor.MoveOperation) -> bool:
        """Choose more or fewer cells, once the caret can go no further in its own."""
        table, at, field = self._texts.table, self._texts.location, self._texts.field
        if table is None or at is None or field is None or at.field is not TextField.CELL:
            return False
        if not self._texts.cells and field.textCursor().movePosition(move, QTextCursor.MoveMode.KeepAnchor):
            return False
        begun = self._texts.cells or CellRange(*cell_at(table, at), *cell_at(table, at))
        to = walk(table, cell_location(table, begun.to_row, begun.to_column), step)
        if to and to.field is TextField.CELL:
            row, column = cell_at(table, to)
            same_line = row == begun.to_row if step in (TextStep.LEFT, TextStep.RIGHT) else True
            if same_line:
                self._texts.choose_cells(CellRange(begun.row, begun.column, row, column))
        return True

    def choose_all(self) -> bool:
        """Choose all cells, once the words of the open one are chosen. Returns False before that."""
        table, field, at = self._texts.table, self._texts.field, self._texts.location
        if table is None or field is None or at is None or at.field is not TextField.CELL:
            return False
        if len(field.textCursor().selectedText()) < field.document().characterCount() - 1:
            return False
        self._texts.open(cell_location(table, 0, 0))
        self._texts.choose_cells(CellRange(0, 0, len(table.rows), len(table.head) - 1))
        return True

    def copy_out(self) -> None:
        """Copy the chosen cells."""
        data = self.copy()
        if data:
            QGuiApplication.clipboard().setMimeData(data)

    def empty(self, *, cut: bool) -> None:
        """Empty the chosen cells. cut: copy them first."""
        table, cells = self._texts.table, self._texts.cells
        if cut:
            self.copy_out()
        if table and cells:
            self._writing.write(emptied(table, cells))
            self._texts.follow()
