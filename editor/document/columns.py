"""How the columns of a table share its width, the same in every format."""

from editor.document.measure import display_width
from editor.model.body import Table, plain

_PADDING = 2.9
_NARROWEST, _WIDEST = 2.0, 16.0


def column_shares(table: Table) -> list[float]:
    """Return a share for every column: its longest cell in em with its padding, within sensible bounds."""
    rows = (table.head, *table.rows)
    longest = [max(display_width(plain(row[at])) for row in rows) for at in range(len(table.head))]
    return [min(max(width, _NARROWEST), _WIDEST) + _PADDING for width in longest]
