"""The next issue, prepared from the last one."""

from editor.desk.ports import Library
from editor.model.issue import Issue
from editor.model.numbering import next_issue


def new_issue(library: Library, reference: str = "latest") -> Issue:
    """Add the issue that follows the referenced one and return it. Raises UserError when the number is taken."""
    previous = library.issue(library.find(reference).uid)
    issue = next_issue(previous, library.publication(previous.publication))
    library.add_issue(issue)
    return issue
