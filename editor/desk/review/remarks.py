"""Results of a verification."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from editor.model.approval import Approval
from editor.model.dataclass import dataclass


class Doubt(StrEnum):
    """Reason why something is not what was approved, or why that is unknown; the value is for other programs."""

    UNAPPROVED = "unapproved"
    CONTENT = "content"
    PDF = "pdf"
    WORD = "word"
    MISSING = "missing"
    SIGNATURE = "signature"
    UNKNOWN_KEY = "unknown-key"
    REPLACED_KEY = "replaced-key"
    OTHER_ISSUE = "other-issue"
    TWO_CHIEFS = "two-chiefs"
    SUPERSEDED = "superseded"
    CLOCK = "clock"
    LOG = "log"
    ROLLED_BACK = "rolled-back"
    STATE = "state"
    OTHER_PROGRAM = "other-program"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One doubt in one sentence. note: only a note, which does not change the verdict."""

    doubt: Doubt
    words: str
    note: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether something is what was approved. what: a file's name or the issue in words.

    copy: of a copy made of the approved file, which one it is; empty for the approved file itself.
    """

    what: str
    remarks: tuple[Remark, ...] = ()
    approval: Approval | None = None
    copy: str = ""

    @property
    def holds(self) -> bool:
        """Whether there are no serious remarks."""
        return self.approval is not None and not any(serious(self.remarks))


def serious(messages: Iterable[Remark]) -> Iterator[Remark]:
    """Yield the remarks that are not just notes."""
    return (one for one in messages if not one.note)


def remarks(doubt: Doubt, sentences: Iterable[str]) -> tuple[Remark, ...]:
    """Return sentences as remarks of one doubt."""
    return tuple(Remark(doubt=doubt, words=words) for words in sentences)
