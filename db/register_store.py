"""The registers of an open library: read, written, their tags renamed in every article."""

from collections.abc import Mapping

from db import checkpoints, clock, registers
from db.engine import Opened
from editor.desk.ports import Checkpoint
from editor.desk.registers.usage import Usage
from editor.desk.used_words import UsedWords, registered_first
from editor.model.registers import Registers


class RegisterStore:
    """The part of an open library that holds its registers."""

    def __init__(self, *, reading: Opened, writing: Opened) -> None:
        """Take how sessions of the library are opened."""
        self._reading, self._writing = reading, writing

    def stored(self) -> Registers:
        """Return the registers."""
        with self._reading() as session:
            return registers.stored(session)

    def save(self, before: Registers, after: Registers, *, author: str) -> None:
        """Write what differs from before in one transaction. Raises UserError where the library holds another value."""
        with self._writing() as session:
            registers.save(session, before, after, author=author, at=clock.utc_now())

    def retag(
        self, name: str, names: Mapping[str, str], *, registers: tuple[Registers, Registers], author: str
    ) -> Checkpoint:
        """Write registers and their tags' new names in every article in one transaction (see the port)."""
        with self._writing() as session:
            return checkpoints.Writer(session, author=author, at=clock.utc_now(), progress=None).retag(
                name, names, registers
            )

    def usage(self) -> Usage:
        """Return where the registers' entries are used."""
        with self._reading() as session:
            return registers.usage(session)

    def used_words(self) -> UsedWords:
        """Return words of the registers, then what articles and credits use, the most used first."""
        with self._reading() as session:
            return registered_first(registers.used_words(session), registers.stored(session))
