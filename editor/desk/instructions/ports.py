"""Port: what keeping instructions needs of a library."""

import datetime as dt
from typing import Protocol

from editor.model.instruction import Instruction


class InstructionLibrary(Protocol):
    """The instructions of a library."""

    def listed(self, issue: str = "") -> tuple[Instruction, ...]:
        """Return those of an issue, or all of the library, by day; withdrawn ones are left out."""

    def put(self, one: Instruction, scan: tuple[str, bytes] | None = None) -> None:
        """Keep an instruction, in place of the one with its uid; scan: name and bytes of its file, where it is new.

        Raises UserError where the library is only read.
        """

    def withdraw(self, uid: str, at: dt.datetime) -> None:
        """Count an instruction no more; nothing of it is thrown away. Raises UserError like `put`."""
