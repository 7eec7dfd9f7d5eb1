"""What a package holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.model.approval import Signed
from editor.model.issue import Issue
from editor.model.publication import Publication
from editor.model.signed_scan import SignedScan


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file as it was imported. name: its original name, only to be shown, never used as a path."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalEvidence:
    """What proves to another library that an issue was approved. files: those that the last approval names.

    scans: of forms signed on paper; verification does not use them.
    """

    approvals: tuple[Signed, ...]
    introductions: tuple[Signed, ...] = ()
    files: tuple[bytes, ...] = ()
    scans: tuple[tuple[SignedScan, bytes], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """An issue with its files. pictures: bytes by sha256; a missing picture leaves its place empty on the page."""

    issue: Issue
    publication: Publication
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    originals: tuple[Original, ...] = ()
    proof: ApprovalEvidence | None = None
