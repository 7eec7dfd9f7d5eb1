"""Which edition of an issue its pages are: the first, or a 修订版 that corrects a published one.

It follows from approvals and log and is not part of the content: pages are set with it before they are signed, and the
approval states the same number.
"""

from editor.desk.ports import LibraryReader
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED, FIRST_EDITION


def edition_of(library: LibraryReader, issue: Issue) -> int:
    """Return the edition that an issue is or will be signed as. Raises UserError where its approval cannot be read."""
    if not library.review.approvals(issue.uid):
        return FIRST_EDITION
    # imported only for issues that were approved: it takes a quarter of a second
    from editor.desk.review.approvals import current
    from editor.desk.review.steps import was_published

    one = current(library.review, issue.uid)
    if one is None:
        return FIRST_EDITION
    corrected = issue.archive.state not in CLOSED and was_published(library, issue.uid)
    return one.approval.revision + corrected


def printed_edition(library: LibraryReader, issue: Issue) -> int:
    """Return the edition named on pages; the first where the approval cannot be read, which the review reports."""
    try:
        return edition_of(library, issue)
    except UserError:
        return FIRST_EDITION
