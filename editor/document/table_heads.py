"""Which header rows of a table stand again on its next pages, the same in every format."""

from editor.model.body import Table

_MOST = 6


def repeats_heads(table: Table) -> bool:
    """Return whether the header rows are repeated: more than six would leave too little of the page, or none."""
    return 1 <= table.header_rows <= _MOST
