"""Several cells of a table at once: chosen by keys and pointer, copied, emptied, pasted over."""

from PySide6.QtCore import QMimeData, QPointF
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from editor.model.block_texts import TextField
from editor.model.body import Text, text_of
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.table_edits import with_cell
from editor.model.table_ranges import CellRange, emptied, filled, part_of, whole_range
from editor.ui.body.cell_clipboard import copied_cells, pasted_cells, pasted_runs
from editor.ui.body.edits import CursorEdit
from editor.ui.body.object_field import ObjectField
from editor.ui.body.object_mouse import text_under
from editor.ui.body.object_texts import ObjectTexts
from editor.ui.body.object_walk import TextStep, cell_at, cell_location, extended
from editor.ui.body.objects import BodyObjects
from editor.ui.body.places import lines_of
from editor.ui.body.reader import line_runs
from editor.ui.body.shapes import Kind, block_format, kind_of
from editor.ui.body.text_writing import TextWriting
from editor.ui.body.writer import write_runs
from editor.ui.kit.failures import show_failure


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
        self._texts.choose_cells(whole_range(table, CellRange(*cell_at(table, at), *cell_at(table, over))))
        return True

    def copy(self) -> QMimeData | None:
        """Return the chosen cells for the clipboard, None where only words are chosen."""
        table, cells = self._texts.table, self._texts.cells
        return copied_cells(part_of(table, cells)) if table and cells else None

    def paste(self, data: QMimeData) -> None:
        """Put in what a clipboard brings: cells from the open one on, words at the caret, a picture below it all."""
        if data.hasUrls() or not (data.hasText() or data.hasHtml()):
            self._texts.close()
            self._edit.insertFromMimeData(data)
            return
        try:
            self._paste(data)
        except UserError as error:
            show_failure(self._edit.window(), tr("没有粘贴"), str(error))

    def _paste(self, data: QMimeData) -> None:
        table, at, field = self._texts.table, self._texts.location, self._texts.field
        if at is None or field is None:
            return
        in_cell = table if at.field is TextField.CELL else None
        cells = pasted_cells(data) if in_cell else None
        if in_cell is None or cells is None or (not cells.rows and len(cells.head) == 1):
            self._paste_runs(field, cells.head[0] if cells else pasted_runs(data))
            return
        row, column = cell_at(in_cell, at)
        if self._texts.cells:
            row, column = self._texts.cells.rows.start, self._texts.cells.columns.start
        made = filled(in_cell, row, column, cells)
        self._writing.write(made)
        self._texts.open(cell_location(made, row, column))
        self._texts.choose_cells(CellRange(row, column, row + len(cells.rows), column + len(cells.head) - 1))

    def _paste_runs(self, field: ObjectField, runs: Text) -> None:
        """Put runs in at the caret; a caption and the like take their words alone."""
        self.type_over()
        kind = kind_of(field.textCursor().blockFormat())
        in_cell = kind in (Kind.CELL, Kind.HEAD)
        put = runs if in_cell else text_of("".join(run.text for run in runs if not run.footnote))
        field.edit_text(lambda cursor: write_runs(cursor, put, kind, self._objects.theme))

    def restyle(self, act: CursorEdit) -> None:
        """Do something to the words of all chosen cells at once, as lines of one text."""
        table, cells, theme = self._texts.table, self._texts.cells, self._objects.theme
        if table is None or cells is None:
            return
        places = [place for place in table.places() if cells.holds(*place)]
        lines = QTextDocument()
        cursor = QTextCursor(lines)
        for number, (row, column) in enumerate(places):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(block_format(Kind.CELL, ""))
            write_runs(cursor, table.grid()[row][column], Kind.CELL, theme)
        cursor.select(QTextCursor.SelectionType.Document)
        act(cursor, theme)
        made = table
        for (row, column), line in zip(places, lines_of(lines), strict=True):
            made = with_cell(made, row, column, line_runs(line))
        self._writing.write(made)
        self._texts.follow()

    def extend(self, step: TextStep, move: QTextCursor.MoveOperation) -> bool:
        """Choose more or fewer cells, once the caret can go no further in its own."""
        table, at, field = self._texts.table, self._texts.location, self._texts.field
        if table is None or at is None or field is None or at.field is not TextField.CELL:
            return False
        if not self._texts.cells and field.textCursor().movePosition(move, QTextCursor.MoveMode.KeepAnchor):
            return False
        begun = self._texts.cells or whole_range(table, CellRange(*cell_at(table, at), *cell_at(table, at)))
        self._texts.choose_cells(extended(table, begun, step))
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
