"""What makes a copy of an approved PDF: its number, its stamp, and which approved file it comes from."""

import re
from collections.abc import Mapping

from editor.model.dataclass import dataclass

_DIGEST = re.compile(r"[0-9a-f]{64}")
_SHORT = 16
MOST_WORDS = 24
"""The most characters of a stamp, which must fit on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyMark:
    """approved: sha256 of the approved PDF; number: as printed, empty for none; words: of the stamp, empty for none.

    serial: the number stands as 份号 at the head of the first page as well; program: version that made the copy.
    """

    approved: str
    number: str = ""
    words: str = ""
    serial: bool = False
    program: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed digest, or a stamp without room."""
        if not _DIGEST.fullmatch(self.approved):
            raise ValueError(f"not 64 hexadecimal digits: {self.approved!r}")
        if len(self.words) > MOST_WORDS:
            raise ValueError(f"a stamp has {MOST_WORDS} characters at most")

    @property
    def foot(self) -> str:
        """The line at the foot of every page."""
        number = f"编号 {self.number}" if self.number else ""
        return "　".join(filter(None, (number, self.words, f"由签发的 PDF {self.approved[:_SHORT]} 派生")))


_APPROVED, _NUMBER, _WORDS = "BulletinApproved", "BulletinCopy", "BulletinStamp"
_SERIAL, _PROGRAM = "BulletinSerial", "BulletinProgram"
KEYS = (_APPROVED, _NUMBER, _WORDS, _SERIAL, _PROGRAM)
"""Entries of a PDF's information dictionary that hold a mark."""
_YES = "yes"


def mark_entries(mark: CopyMark) -> dict[str, str]:
    """Return the entries of a mark, empty ones too."""
    values = (mark.approved, mark.number, mark.words, _YES if mark.serial else "", mark.program)
    return dict(zip(KEYS, values, strict=True))


def mark_of(entries: Mapping[str, str]) -> CopyMark | None:
    """Return the mark that entries make, None where they make none."""
    try:
        return CopyMark(
            approved=entries.get(_APPROVED, ""),
            number=entries.get(_NUMBER, ""),
            words=entries.get(_WORDS, ""),
            serial=entries.get(_SERIAL) == _YES,
            program=entries.get(_PROGRAM, ""),
        )
    except ValueError:
        return None
