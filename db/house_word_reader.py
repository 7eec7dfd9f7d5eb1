"""Reading house words: rows of the registers, decoded together, since there may be tens of thousands."""

from collections.abc import Sequence

from db.archive_values import HOUSE_WORDS, register_value
from db.checks import CHECKS, Column, checksum
from db.entries import Rows
from db.row_damage import sound
from editor.interchange.codec import decode_rows
from editor.model.errors import UserError
from editor.model.house_words import HouseWord

_CHECKED = CHECKS["registers"]["checksum"]
_STORED = f"SELECT {', '.join(_CHECKED)}, checksum FROM registers WHERE register = ?"  # noqa: S608 - no input
_STATE = "SELECT count(*), coalesce(sum(checksum), 0) FROM registers WHERE register = ?"
State = tuple[int, int]
"""How many there are, and the sum of their checksums: other words have another one."""


def state(rows: Rows) -> State:
    """Return what tells whether any word is another one."""
    many, checksums = rows(_STATE, HOUSE_WORDS)[0]
    return many, checksums


def stored(rows: Rows) -> tuple[State, tuple[HouseWord, ...]]:
    """Return the house words, in no order, without damaged ones, and their state."""
    found = rows(_STORED, HOUSE_WORDS)
    now = len(found), sum(row["checksum"] or 0 for row in found)
    return now, _quick(found) or sound(_word, [row.__getitem__ for row in found])


def _quick(found: Sequence[Sequence[object]]) -> tuple[HouseWord, ...]:
    """Return the words where every row is as it was written, else none."""
    if any(kept != checksum(*values) for *values, kept in found):
        return ()
    try:
        words = decode_rows(HouseWord, [str(row[_CHECKED.index("data")]) for row in found])
    except UserError:
        return ()
    said = [(row[_CHECKED.index("uid")], row[_CHECKED.index("name")]) for row in found]
    return words if [(one.uid, one.name) for one in words] == said else ()


def _word(row: Column) -> HouseWord:
    entry = register_value(row)
    if not isinstance(entry, HouseWord):
        raise TypeError(entry)
    return entry
