"""领导批示: what a leader wrote about a printed article. It belongs to the archive, never to what is signed."""

import datetime as dt
import re
from dataclasses import dataclass

from editor.model.uid import check_uid

LONGEST_NAME, LONGEST_WORDS = 60, 5000
_DIGEST = re.compile(r"(?:[0-9a-f]{64})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """day: on which it was written; scan: sha256 of an original, empty without one; name, at: who entered it, UTC."""

    uid: str
    issue: str
    article: str
    leader: str
    day: dt.date
    words: str
    name: str
    at: dt.datetime
    post: str = ""
    scan: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for malformed identities, texts empty or too long, or an instant that is not UTC."""
        for uid in (self.uid, self.issue, self.article):
            check_uid(uid)
        if not self.leader.strip() or not (self.words.strip() or self.scan):
            raise ValueError("an instruction has a leader, and words or a scan")
        if max(len(self.leader), len(self.post)) > LONGEST_NAME or len(self.words) > LONGEST_WORDS:
            raise ValueError("no instruction is so long")
        if not _DIGEST.fullmatch(self.scan) or self.at.utcoffset() != dt.timedelta(0):
            raise ValueError("a digest is 64 hexadecimal digits, an event's instant is given in UTC")
