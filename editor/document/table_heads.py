"""Which rows of a table are heads or its total, the same in every format."""

from editor.model.body import Table, plain

_MOST = 6
_TOTALS = frozenset(("合计", "总计", "小计", "共计", "总和"))


def may_repeat(table: Table) -> bool:
    """Return whether the header rows may stand again on next pages: more than six leave too little of a page."""
    return 1 <= table.header_rows <= min(_MOST, len(table.rows))


def is_head(table: Table, row: int) -> bool:
    """Return whether a row is set as a head. row: from 0."""
    return row < table.header_rows


def total_row(table: Table) -> int | None:
    """Return the last row where it is the table's total, bold with a rule above; None where there is none."""
    last = len(table.rows)
    if last <= table.header_rows:
        return None
    first = "".join(plain(table.grid()[last][0]).split())
    return last if first in _TOTALS else None


def is_total(table: Table, row: int) -> bool:
    """Return whether a row is the table's total."""
    return row == len(table.rows) and total_row(table) == row
