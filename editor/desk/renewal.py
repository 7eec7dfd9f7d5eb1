"""The next issue, prepared from the last one."""

from editor.desk.ports import Library
from editor.model.issue import Issue, Number
from editor.model.numbering import next_issue


def new_issue(library: Library, reference: str = "latest") -> Issue:
    """Add the issue that follows the referenced one and return it. Raises UserError when the number is taken."""
    previous = library.issue(library.find(reference).uid)
    issue = next_issue(previous, library.publication(previous.publication), series=_series(library, previous))
    library.add_issue(issue)
    return issue


def _series(library: Library, previous: Issue) -> Number:
    """Return the last number of the publication up to the previous issue; a 增刊 has none of its own."""
    numbered = (
        entry.number
        for entry in library.issues()
        if entry.publication == previous.publication and entry.date <= previous.date and entry.number.number is not None
    )
    return next(numbered, previous.number)
