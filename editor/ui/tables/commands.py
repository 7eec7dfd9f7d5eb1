"""What is done to rows and columns of the table that one writes in."""

from collections.abc import Callable

from editor.model.body import ColumnAlignment, Table
from editor.model.language import tr
from editor.model.table_edits import (
    insert_column,
    insert_row,
    merge_cells,
    remove_columns,
    remove_rows,
    split_cells,
    with_alignment,
    with_header_rows,
)
from editor.model.table_ranges import CellRange, moved_columns, moved_rows, whole_range
from editor.ui.body.object_walk import cell_at, cell_location
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.commands.state import in_table

Place = tuple[int, int]


class TableCommands:
    """Acts on the chosen cells, on the open one where none are."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        editing = context.article.body.editing
        self._context, self._texts, self._writing = context, editing.texts, editing.writing
        self._texts.moved.connect(self._on_moved)

    def insert_row(self, *, below: bool) -> None:
        """Put an empty row in beside the chosen ones."""
        self._change(
            lambda table, at: insert_row(table, at.rows.stop if below else at.rows.start),
            lambda at: (at.rows.stop if below else at.rows.start, at.column),
        )

    def insert_column(self, *, right: bool) -> None:
        """Put an empty column in beside the chosen ones."""
        self._change(
            lambda table, at: insert_column(table, at.columns.stop if right else at.columns.start),
            lambda at: (at.row, at.columns.stop if right else at.columns.start),
        )

    def remove_rows(self) -> None:
        """Take the chosen rows out; all of them are the whole table, which goes by another command."""
        self._change(lambda table, at: remove_rows(table, at.rows), lambda at: (at.rows.start, at.column))

    def remove_columns(self) -> None:
        """Take the chosen columns out, but not all of them."""
        self._change(lambda table, at: remove_columns(table, at.columns), lambda at: (at.row, at.columns.start))

    def move_rows(self, by: int) -> None:
        """Move the chosen rows up (-1) or down (1)."""
        self._change(lambda table, at: moved_rows(table, at.rows, by), lambda at: (at.row + by, at.column))

    def move_columns(self, by: int) -> None:
        """Move the chosen columns left (-1) or right (1)."""
        self._change(lambda table, at: moved_columns(table, at.columns, by), lambda at: (at.row, at.column + by))

    def merge(self) -> None:
        """Make one cell of the chosen ones."""
        self._change(
            lambda table, at: merge_cells(table, at.area),
            _corner,
            tr("选中几个单元格再合并；表头和下面的行不能合到一起"),
        )

    def split(self) -> None:
        """Make single cells of those over several rows or columns."""
        self._change(lambda table, at: split_cells(table, at.area), _corner, tr("这里没有合并过的单元格"))

    def head_to_here(self) -> None:
        """Let the rows down to the chosen ones be the head; where they are it already, let the table have none."""
        self._change(
            lambda table, at: with_header_rows(table, 0 if table.header_rows == at.rows.stop else at.rows.stop), _corner
        )

    def align(self, alignment: ColumnAlignment) -> None:
        """Set the chosen columns to a side."""
        self._change(lambda table, at: with_alignment(table, at.columns, alignment), _corner)

    def _change(
        self,
        change: Callable[[Table, CellRange], Table | None],
        then: Callable[[CellRange], Place],
        refusal: str = "",
    ) -> None:
        """Change the table, and go on in a cell of what came of it. refusal: said where nothing comes of it."""
        table, at, cells = self._texts.table, self._texts.location, self._texts.cells
        if table is None or at is None:
            return
        chosen = cells or whole_range(table, CellRange(*cell_at(table, at), *cell_at(table, at)))
        made = change(table, chosen)
        if made is None or made == table:
            if refusal:
                self._context.show_message(refusal)
            return
        self._writing.write(made)
        row, column = then(chosen)
        row, column = min(max(row, 0), len(made.rows)), min(max(column, 0), len(made.head) - 1)
        self._texts.open(cell_location(made, row, column))

    def _on_moved(self) -> None:
        self._context.states.show_table(on=self._texts.in_cell)


def _corner(chosen: CellRange) -> Place:
    return chosen.rows.start, chosen.columns.start


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
            places=(
                CommandGroup.TEXT.at(350),
                CommandMenu.TABLE.at(50),
                CommandBar.TABLE.at(30, folds=2),
            ),
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
            places=(
                CommandGroup.TEXT.at(400),
                CommandMenu.TABLE.at(150),
                CommandBar.TABLE.at(40, folds=2),
            ),
            writes=True,
            available=in_table,
            run=TableCommands.remove_columns,
        ),
        Command(
            name="table.merge",
            text=tr("合并单元格"),
            english="Merge cells, table",
            keys=("Ctrl+Alt+M",),
            places=(
                CommandGroup.TEXT.at(410),
                CommandMenu.TABLE.at(210),
                CommandBar.TABLE.at(50, text=tr("合并"), folds=1),
            ),
            writes=True,
            available=in_table,
            run=TableCommands.merge,
        ),
        Command(
            name="table.split",
            text=tr("拆分单元格"),
            english="Split cells, table",
            keys=("Ctrl+Alt+Shift+M",),
            places=(
                CommandGroup.TEXT.at(420),
                CommandMenu.TABLE.at(220),
                CommandBar.TABLE.at(60, text=tr("拆分"), folds=1),
            ),
            writes=True,
            available=in_table,
            run=TableCommands.split,
        ),
        Command(
            name="table.head",
            text=tr("表头到这一行（再按一次取消表头）"),
            english="Header down to this row, or none, table",
            places=(CommandGroup.TEXT.at(430), CommandMenu.TABLE.at(230)),
            writes=True,
            available=in_table,
            run=TableCommands.head_to_here,
        ),
        Command(
            name="table.align_auto",
            text=tr("列自动对齐"),
            english="Align columns automatically, table",
            places=(CommandGroup.TEXT.at(440), CommandMenu.TABLE.at(310)),
            writes=True,
            available=in_table,
            run=lambda it: it.align(ColumnAlignment.AUTO),
        ),
        Command(
            name="table.align_left",
            text=tr("列居左"),
            english="Align columns left, table",
            places=(CommandGroup.TEXT.at(450), CommandMenu.TABLE.at(320)),
            writes=True,
            available=in_table,
            run=lambda it: it.align(ColumnAlignment.LEFT),
        ),
        Command(
            name="table.align_centre",
            text=tr("列居中"),
            english="Centre columns, table",
            places=(CommandGroup.TEXT.at(460), CommandMenu.TABLE.at(330)),
            writes=True,
            available=in_table,
            run=lambda it: it.align(ColumnAlignment.CENTRE),
        ),
        Command(
            name="table.align_right",
            text=tr("列居右"),
            english="Align columns right, table",
            places=(CommandGroup.TEXT.at(470), CommandMenu.TABLE.at(340)),
            writes=True,
            available=in_table,
            run=lambda it: it.align(ColumnAlignment.RIGHT),
        ),
    ),
)
