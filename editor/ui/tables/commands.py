"""What is done to rows and columns of the table that one writes in."""

from collections.abc import Callable

from editor.model.body import Table
from editor.model.language import tr
from editor.model.table_edits import (
    CellRange,
    grid_of,
    insert_column,
    insert_row,
    move_columns,
    move_rows,
    remove_columns,
    remove_rows,
)
from editor.ui.body.object_walk import cell_at, cell_location
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.commands.state import in_table


class TableCommands:
    """Acts on the chosen cells, on the open one where none are."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        editing = context.article.body.editing
        self._texts, self._writing, self._states = editing.texts, editing.writing, context.states
        self._texts.moved.connect(self._on_moved)

    def insert_row(self, *, below: bool) -> None:
        """Put an empty row in beside the chosen ones."""
        self._change(
            lambda table, at: insert_row(table, at.rows.stop if below else at.rows.start),
            lambda at: (max(1, at.rows.stop if below else at.rows.start), at.column),
        )

    def insert_column(self, *, right: bool) -> None:
        """Put an empty column in beside the chosen ones."""
        self._change(
            lambda table, at: insert_column(table, at.columns.stop if right else at.columns.start),
            lambda at: (at.row, at.columns.stop if right else at.columns.start),
        )

    def remove_rows(self) -> None:
        """Take the chosen rows out."""
        self._change(lambda table, at: remove_rows(table, at.rows), lambda at: (at.rows.start, at.column))

    def remove_columns(self) -> None:
        """Take the chosen columns out."""
        self._change(lambda table, at: remove_columns(table, at.columns), lambda at: (at.row, at.columns.start))

    def move_rows(self, by: int) -> None:
        """Move the chosen rows up (-1) or down (1)."""
        self._change(lambda table, at: move_rows(table, at.rows, by), lambda at: (at.row + by, at.column))

    def move_columns(self, by: int) -> None:
        """Move the chosen columns left (-1) or right (1)."""
        self._change(lambda table, at: move_columns(table, at.columns, by), lambda at: (at.row, at.column + by))

    def _change(
        self, change: Callable[[Table, CellRange], Table], then: Callable[[CellRange], tuple[int, int]]
    ) -> None:
        """Change the table, and go on in a cell of what came of it; nothing where nothing comes of it."""
        table, at, cells = self._texts.table, self._texts.location, self._texts.cells
        if table is None or at is None:
            return
        chosen = cells or CellRange(*cell_at(table, at), *cell_at(table, at))
        made = change(table, chosen)
        if made == table:
            return
        self._writing.write(made)
        row, column = then(chosen)
        row, column = min(row, len(grid_of(made)) - 1), min(column, len(made.head) - 1)
        self._texts.open(cell_location(made, row, column))

    def _on_moved(self) -> None:
        self._states.show_table(on=self._texts.in_cell)


COMMANDS = CommandSet(
    TableCommands,
    (
        Command(
            name="table.row_above",
            text=tr("上方加行"),
            english="Insert row above, table",
            keys=("Ctrl+Alt+Return",),
            places=(CommandGroup.TEXT.at(310), CommandMenu.TABLE.at(10)),
            writes=True,
            available=in_table,
            run=lambda it: it.insert_row(below=False),
        ),
        Command(
            name="table.row_below",
            text=tr("下方加行"),
            english="Insert row below, table",
            keys=("Ctrl+Shift+Return",),
            places=(CommandGroup.TEXT.at(320), CommandMenu.TABLE.at(20), CommandBar.TABLE.at(10, text=tr("加行"))),
            writes=True,
            available=in_table,
            run=lambda it: it.insert_row(below=True),
        ),
        Command(
            name="table.rows_up",
            text=tr("行上移"),
            english="Move rows up, table",
            keys=("Alt+Shift+Up",),
            places=(CommandGroup.TEXT.at(330), CommandMenu.TABLE.at(30)),
            writes=True,
            available=in_table,
            run=lambda it: it.move_rows(-1),
        ),
        Command(
            name="table.rows_down",
            text=tr("行下移"),
            english="Move rows down, table",
            keys=("Alt+Shift+Down",),
            places=(CommandGroup.TEXT.at(340), CommandMenu.TABLE.at(40)),
            writes=True,
            available=in_table,
            run=lambda it: it.move_rows(1),
        ),
        Command(
            name="table.remove_rows",
            text=tr("删行"),
            english="Delete rows, table",
            keys=("Ctrl+Shift+Backspace",),
            places=(CommandGroup.TEXT.at(350), CommandMenu.TABLE.at(50), CommandBar.TABLE.at(30, text=tr("删行"))),
            writes=True,
            available=in_table,
            run=TableCommands.remove_rows,
        ),
        Command(
            name="table.column_left",
            text=tr("左侧加列"),
            english="Insert column left, table",
            keys=("Ctrl+Alt+[",),
            places=(CommandGroup.TEXT.at(360), CommandMenu.TABLE.at(110)),
            writes=True,
            available=in_table,
            run=lambda it: it.insert_column(right=False),
        ),
        Command(
            name="table.column_right",
            text=tr("右侧加列"),
            english="Insert column right, table",
            keys=("Ctrl+Alt+]",),
            places=(CommandGroup.TEXT.at(370), CommandMenu.TABLE.at(120), CommandBar.TABLE.at(20, text=tr("加列"))),
            writes=True,
            available=in_table,
            run=lambda it: it.insert_column(right=True),
        ),
        Command(
            name="table.columns_left",
            text=tr("列左移"),
            english="Move columns left, table",
            keys=("Alt+Shift+Left",),
            places=(CommandGroup.TEXT.at(380), CommandMenu.TABLE.at(130)),
            writes=True,
            available=in_table,
            run=lambda it: it.move_columns(-1),
        ),
        Command(
            name="table.columns_right",
            text=tr("列右移"),
            english="Move columns right, table",
            keys=("Alt+Shift+Right",),
            places=(CommandGroup.TEXT.at(390), CommandMenu.TABLE.at(140)),
            writes=True,
            available=in_table,
            run=lambda it: it.move_columns(1),
        ),
        Command(
            name="table.remove_columns",
            text=tr("删列"),
            english="Delete columns, table",
            keys=("Ctrl+Shift+Del",),
            places=(CommandGroup.TEXT.at(400), CommandMenu.TABLE.at(150), CommandBar.TABLE.at(40, text=tr("删列"))),
            writes=True,
            available=in_table,
            run=TableCommands.remove_columns,
        ),
    ),
)
