"""Entries of registers and checkpoints from the columns of a library."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from db.checks import Column
from db.row_damage import agree, naming_damage, short_words
from db.values import kept
from editor.desk.ports import Checkpoint
from editor.model.damage import Record
from editor.model.house_words import HouseWord
from editor.model.language import tr
from editor.model.registers import Person, Tag, Term

HOUSE_WORDS = "house_words"
Entry = Person | Tag | Term | HouseWord
REGISTERS: Mapping[str, type[Person] | type[Tag] | type[Term] | type[HouseWord]] = MappingProxyType(
    {
        "people": Person,
        "tags": Tag,
        "bodies": Term,
        "sources": Term,
        "documents": Term,
        HOUSE_WORDS: HouseWord,
    }
)


def register_value(row: Column) -> Entry:
    """Return the entry of a register of its row. Raises DamageError."""
    with naming_damage(
        Record.REGISTER, lambda: tr("名录里的“{name}”", name=short_words(row, "name")), row, place="register"
    ):
        entry = kept(REGISTERS[str(row("register"))], row("data"))
        agree((entry.uid, entry.name), (row("uid"), row("name")))
        return entry


def checkpoint_value(row: Column, issues: int) -> Checkpoint:
    """Return the checkpoint of its row. Raises DamageError."""
    with naming_damage(Record.CHECKPOINT, lambda: tr("替换记录“{name}”", name=short_words(row, "name")), row):
        at = dt.datetime.fromisoformat(row("at"))
        return Checkpoint(uid=row("uid"), name=row("name"), author=row("author"), at=at, issues=issues)
