"""What a package holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.model.approval import Signed
from editor.model.issue import Issue
from editor.model.publication import Publication
from editor.model.signed_scan import SignedScan


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file as it came into the library. name: as its owner called it, for people only, never a path."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalEvidence:
    """What proves elsewhere that an issue was approved. files: those that the last approval names.

    scans: of forms signed on paper; they prove nothing.
    """

    approvals: tuple[Signed, ...]
    introductions: tuple[Signed, ...] = ()
    files: tuple[bytes, ...] = ()
    scans: tuple[tuple[SignedScan, bytes], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """An issue with all it needs. pictures: bytes by sha256; a picture not among them keeps its place on the page."""

    issue: Issue
    publication: Publication
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    originals: tuple[Original, ...] = ()
    proof: ApprovalEvidence | None = None
