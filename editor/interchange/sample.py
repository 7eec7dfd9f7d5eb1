"""The sample issue that ships with the program: our own writing, every kind of block."""

from editor.interchange.issue_file import read_issue
from editor.model.issue import Issue
from editor.model.publication import Publication
from resources import resource


def sample_issue() -> tuple[Issue, Publication, dict[str, bytes]]:
    """Return the issue, its publication and the pictures by sha256."""
    issue, publication = read_issue(resource("sample/issue.json").read_bytes())
    pictures = {entry.name.partition(".")[0]: entry.read_bytes() for entry in resource("sample/pictures").iterdir()}
    return issue, publication, pictures
