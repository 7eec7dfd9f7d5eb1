"""The registers of an open library: read, written, their tags renamed in every article."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from db import clock, register_reader
from db.entries import Asked
from editor.desk.ports import Checkpoint
from editor.desk.registers.usage import Usage
from editor.desk.used_words import UsedWords, registered_first
from editor.model.registers import Registers

if TYPE_CHECKING:
    from db.engine import Opened


class RegisterStore:
    """The part of an open library that holds its registers."""

    def __init__(self, *, asking: Asked, writing: "Opened") -> None:
        """Take how the library is read and written."""
        self._asking, self._writing = asking, writing

    def stored(self) -> Registers:
        """Return the registers."""
        with self._asking() as rows:
            return register_reader.stored(rows)

    def save(self, before: Registers, after: Registers, *, author: str) -> None:
        """Write what differs from before in one transaction. Raises UserError where the library holds another value."""
        from db import registers

        with self._writing() as session:
            registers.save(session, before, after, author=author, at=clock.utc_now())

    def retag(
        self, name: str, names: Mapping[str, str], *, registers: tuple[Registers, Registers], author: str
    ) -> Checkpoint:
        """Write registers and their tags' new names in every article in one transaction (see the port)."""
        from db import checkpoints

        with self._writing() as session:
            return checkpoints.Writer(session, author=author, at=clock.utc_now(), progress=None).retag(
                name, names, registers
            )

    def usage(self) -> Usage:
        """Return where the registers' entries are used."""
        with self._asking() as rows:
            return register_reader.usage(rows)

    def used_words(self) -> UsedWords:
        """Return words of the registers, then what articles and credits use, the most used first."""
        with self._asking() as rows:
            return registered_first(register_reader.used_words(rows), register_reader.stored(rows))
