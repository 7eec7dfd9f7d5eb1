"""Three-way merge of rows: changes of the publication's rows applied to an issue's own."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, TypeVar

from editor.model.credits import Credit
from editor.model.publication import Contact, Publisher

Row = TypeVar("Row", bound=Credit | Contact | Publisher)


def merged(
    own: tuple[Row, ...], before: tuple[Row, ...], after: tuple[Row, ...], called: Callable[[Row], str]
) -> tuple[Row, ...]:
    """Return an issue's rows with what differs between before and after.

    Rows correspond by identity, else by name. A row that the issue has removed stays out; one that it has changed keeps
    its own values and is not deleted.
    """
    if before == after:
        return own
    if own == before:
        return after
    old, new = {row.uid: row for row in before}, {row.uid: row for row in after}
    here = {_key(row, old, called): row for row in own}
    there = [_row(row, here.pop(row.uid, None), old.get(row.uid)) for row in after]
    left = [row for key, row in here.items() if key not in old or key in new or row != old[key]]
    found = [row for row in there if row is not None]
    if [row.uid for row in before if row.uid in new] != [row.uid for row in after if row.uid in old]:
        return (*found, *left)
    return _in_own_order(own, found, left)


def _key(row: Row, old: dict[str, Row], called: Callable[[Row], str]) -> str:
    if row.uid in old:
        return row.uid
    return next((one.uid for one in old.values() if called(one) == called(row)), row.uid)


def _row(row: Row, own: Row | None, old: Row | None) -> Row | None:
    if old is None:
        return own or row
    if own is None:
        return None
    changed: dict[str, Any] = {
        field.name: getattr(row, field.name)
        for field in fields(row)
        if getattr(row, field.name) != getattr(old, field.name) and getattr(own, field.name) == getattr(old, field.name)
    }
    return replace(own, **changed)


def _in_own_order(own: tuple[Row, ...], found: list[Row], left: list[Row]) -> tuple[Row, ...]:
    """Return rows in the issue's order, new ones last."""
    made = {row.uid: row for row in (*found, *left)}
    known = [made[row.uid] for row in own if row.uid in made]
    return (*known, *(row for row in found if all(row.uid != one.uid for one in own)))
