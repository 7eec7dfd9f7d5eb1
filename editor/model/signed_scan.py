"""A scan of the form signed on paper: archive metadata of an approval; verification does not use it."""

import datetime as dt
import re
from enum import StrEnum

from editor.model.dataclass import dataclass
from editor.model.uid import check_uid

_DIGEST = re.compile(r"[0-9a-f]{64}")
MOST_SCAN_BYTES = 20 * 1024 * 1024
_LONGEST = 200


class ScanKind(StrEnum):
    """What a scan is stored as."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"


ENDINGS = {ScanKind.PDF: ".pdf", ScanKind.JPEG: ".jpg", ScanKind.PNG: ".png"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedScan:
    """issue: uid; approval: sha256 of its statement; sha256: of the bytes; title: the file's name; at: UTC."""

    issue: str
    approval: str
    sha256: str
    kind: ScanKind
    title: str
    name: str
    at: dt.datetime

    def __post_init__(self) -> None:
        """Raise ValueError for malformed identities, digests, a title without end or an instant that is not UTC."""
        check_uid(self.issue)
        if not (_DIGEST.fullmatch(self.approval) and _DIGEST.fullmatch(self.sha256)):
            raise ValueError("a digest is 64 hexadecimal digits")
        if len(self.title) > _LONGEST or self.at.utcoffset() != dt.timedelta():
            raise ValueError("no scan has such a title, or such a time")
