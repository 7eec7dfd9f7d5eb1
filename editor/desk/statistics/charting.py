"""Charts of statistics: the numbers of a table as a figure, drawn as every chart of the program is."""

from editor.desk.statistics.tables import StatTable, said_cell
from editor.model.body import ChartKind, Figure
from editor.text.chart_numbers import MOST_CATEGORIES

_MOST_BARS, _MOST_NAMES, _LONGEST = 12, 12, 12


def table_chart(table: StatTable, column: int, unit: str, kind: ChartKind, *, named: int = 0) -> Figure:
    """Return the chart of a column. named: the column of the names; of bars the first dozen, of a line the last rows.

    Of many names on a line only every few are written.
    """
    rows = table.rows[-MOST_CATEGORIES:] if kind is ChartKind.LINE else table.rows[:_MOST_BARS]
    step = -(-len(rows) // _MOST_NAMES)
    lines = tuple(
        (_short(said_cell(row[named])) if at % step == 0 else "", said_cell(row[column])) for at, row in enumerate(rows)
    )
    chart = ((unit, table.heads[column]), *lines) if lines else ()
    return Figure(chart=chart, chart_kind=kind, alt=table.heads[column])


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
