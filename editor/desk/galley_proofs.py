"""Stamps of galley proofs and watermarks of drafts."""

import datetime as dt

from editor.document.print_options import GalleyProof
from editor.interchange.canonical import content_hash
from editor.model.issue import Issue
from editor.model.issue_state import EDITABLE, IssueState

_PROOF = "校样"
_WATERMARKS = {IssueState.SUBMITTED: "送审稿"} | dict.fromkeys(EDITABLE, _PROOF)
_CODE_LENGTH = 8


def draft_watermark(issue: Issue) -> str:
    """Return the watermark of an issue that is not approved yet, empty for one that is."""
    return _WATERMARKS.get(issue.archive.state, "")


def proof_of(issue: Issue, number: int, at: dt.datetime) -> GalleyProof:
    """Return a galley proof's stamp; its code changes with the printed content."""
    return GalleyProof(number=number, at=at, code=content_hash(issue)[:_CODE_LENGTH])
