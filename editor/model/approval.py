"""Signed approvals, introductions of keys, and entries of the log: once written, none of them is changed."""

import datetime as dt
import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from editor.model.dataclass import dataclass
from editor.model.issue_state import FIRST_EDITION, IssueState
from editor.model.language import mark_tr
from editor.model.uid import check_uid

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FontUsed:
    """A font file that the pages were set with, or could have been."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A statement over one revision of an issue. All digests are sha256, in hexadecimal digits.

    label: the issue in words, as in the titles of both files; revision: 1, from 2 on a 修订版 with a reason;
    content: of the canonical printed content, with the issue's own profile and look; pdf, word: of the files, which
    decide; at: UTC; key: the chief's public one; replaces: of the statement that this one supersedes; log: of the
    library's last entry before.
    """

    issue: str
    publication: str
    label: str
    content: str
    pdf: str
    word: str
    fonts: tuple[FontUsed, ...]
    program: str
    name: str
    at: dt.datetime
    key: str
    log: str
    revision: int = FIRST_EDITION
    reason: str = ""
    replaces: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for malformed identities, digests or an instant that is not UTC."""
        check_uid(self.issue)
        check_uid(self.publication)
        _check_digests(self.content, self.pdf, self.word, self.key, *(font.sha256 for font in self.fonts))
        _check_digests(*filter(None, (self.log, self.replaces)))
        _check_utc(self.at)
        if self.revision < FIRST_EDITION:
            raise ValueError("revisions count from 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """Names the holder of a public key; signed with that key or with another one. replaces: the key it supersedes."""

    key: str
    name: str
    at: dt.datetime
    replaces: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for malformed keys or an instant that is not UTC."""
        _check_digests(self.key, *filter(None, (self.replaces,)))
        _check_utc(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A statement exactly as it was signed. key: of the signer; both in hexadecimal digits."""

    statement: str
    key: str
    signature: str


class LogAction(StrEnum):
    """Kinds of log entries. RESTORED: a backup replaced the library; ACCEPTED: someone declared the log to be right."""

    REMARK = "remark"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    ABANDONED = "abandoned"
    RECEIVED = "received"
    SCANNED = "scanned"
    SCAN_WITHDRAWN = "scan-withdrawn"
    MEMBER = "member"
    KEY = "key"
    RULES = "rules"
    RESTORED = "restored"
    ACCEPTED = "accepted"
    MENDED = "mended"


ACTION_NAMES: Mapping[LogAction, str] = MappingProxyType(
    {
        LogAction.REMARK: mark_tr("送审附言"),
        LogAction.SUBMITTED: mark_tr("送审"),
        LogAction.RETURNED: mark_tr("退回"),
        LogAction.APPROVED: mark_tr("签发"),
        LogAction.PUBLISHED: mark_tr("印发"),
        LogAction.CORRECTED: mark_tr("开始更正"),
        LogAction.ABANDONED: mark_tr("放弃更正"),
        LogAction.RECEIVED: mark_tr("收下别处签发的一期"),
        LogAction.SCANNED: mark_tr("存入签字扫描件"),
        LogAction.SCAN_WITHDRAWN: mark_tr("撤下签字扫描件"),
        LogAction.MEMBER: mark_tr("改名单"),
        LogAction.KEY: mark_tr("登记密钥"),
        LogAction.RULES: mark_tr("改签发规定"),
        LogAction.RESTORED: mark_tr("从备份还原"),
        LogAction.ACCEPTED: mark_tr("认可现在的记录"),
        LogAction.MENDED: mark_tr("修复损坏的记录"),
    }
)
STATE_AFTER: Mapping[LogAction, IssueState] = MappingProxyType(
    {
        LogAction.SUBMITTED: IssueState.SUBMITTED,
        LogAction.RETURNED: IssueState.RETURNED,
        LogAction.APPROVED: IssueState.APPROVED,
        LogAction.PUBLISHED: IssueState.PUBLISHED,
        LogAction.CORRECTED: IssueState.CORRECTING,
        LogAction.ABANDONED: IssueState.PUBLISHED,
    }
)
"""The issue's state after each logged step; the entry of a received issue names its state in the detail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEvent:
    """What is to be logged. No field may be added: the hashes of all entries written so far would change.

    at: UTC; issue: uid of the issue (of the publication where rules of approval change), empty for neither; detail:
    words or a digest.
    """

    action: LogAction
    name: str
    at: dt.datetime
    issue: str = ""
    detail: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError when the instant is not UTC."""
        _check_utc(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """An event in the log. number: from 1; before: hash of the entry before, empty for the first; hash: of this one."""

    number: int
    event: LogEvent
    before: str
    hash: str


def _check_digests(*digests: str) -> None:
    for digest in digests:
        if not _DIGEST.fullmatch(digest):
            raise ValueError(f"not 64 hexadecimal digits: {digest!r}")


def _check_utc(at: dt.datetime) -> None:
    if at.utcoffset() != dt.timedelta(0):
        raise ValueError("an event's instant is given in UTC")
