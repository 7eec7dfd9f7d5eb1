"""Rows that are not as they were stored: found by their checksums, named for the user."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from db.checks import Column, spoilt
from editor.model.damage import Damage, DamageError, Record
from editor.model.errors import UserError
from editor.model.language import tr

T = TypeVar("T")


@contextmanager
def naming_damage(
    record: Record, name: Callable[[], str], row: Column, *, uid: str = "uid", place: str = ""
) -> Iterator[None]:
    """Raise DamageError for a row that does not fit its checksums or cannot be read. name: called only then."""
    try:
        _check(record, row)
        yield
    except (UserError, ValueError, KeyError, TypeError) as error:
        of = str(row(place)) if place else ""
        raise DamageError([Damage(record=record, name=name(), uid=str(row(uid)), place=of)]) from error


def sound(value: Callable[[Column], T], rows: Iterable[Column]) -> tuple[T, ...]:
    """Return the values of undamaged rows; the list of damages names the others."""
    found = []
    for row in rows:
        try:
            found.append(value(row))
        except DamageError:
            continue
    return tuple(found)


def is_whole(sha256: object, data: object) -> bool:
    """Return whether bytes have the sha256 of their row."""
    return isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == sha256


def agree(message: tuple[object, ...], columns: tuple[object, ...]) -> None:
    """Raise ValueError where a row's columns say otherwise than its data."""
    if message != columns:
        raise ValueError("columns say otherwise than the data")


def short_words(row: Column, name: str) -> str:
    """Return the text of a column, shortened for a sentence."""
    from editor.text.sanitise import sanitise

    return sanitise(str(row(name)))[:40] or tr("（无标题）")


def _check(record: Record, row: Column) -> None:
    if spoilt(record, row):
        raise ValueError("a checksum does not fit")
