"""Which columns of a table hold figures and are set flush right; the rule of `resources/typeset/parts/blocks.typ`."""

import re

from editor.model.body import Table, plain

_FIGURE = re.compile(r"[+\-−±]?[0-9][0-9,.]*[%％‰]?")


def figure_columns(table: Table) -> tuple[bool, ...]:
    """Return for every column whether more than half of its cells below the head are figures."""

    def figures(column: int) -> int:
        return sum(_FIGURE.fullmatch(plain(row[column])) is not None for row in table.rows)

    return tuple(2 * figures(column) > len(table.rows) for column in range(len(table.head)))
