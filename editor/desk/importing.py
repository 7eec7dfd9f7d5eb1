"""Bringing an issue into the library from a text of a past issue or from an issue file."""

from dataclasses import dataclass
from pathlib import Path

from editor.desk.files import read_file
from editor.desk.ports import Library
from editor.intake.past_issue import Unplaced, read_past_issue
from editor.interchange.issue_file import read_issue
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.publication import Publication

_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What came in. unplaced: lines of the text that found no place, kept with the original; report: sentences."""

    issue: Issue
    unplaced: tuple[Unplaced, ...] = ()
    report: tuple[str, ...] = ()


def import_file(path: Path, library: Library) -> Import:
    """Read an issue and add it with the original bytes. Raises UserError for a file that is none; nothing changes."""
    data = read_file(path)
    if len(data) > _LARGEST:
        raise UserError(f"“{path.name}”超过 64 MB，不像一期简报的文本，请检查是否选错了文件。")
    publication, outcome = _read(path, data)
    known = {entry.uid for entry in library.publications()}
    if publication.uid not in known:
        library.save_publication(publication)
    library.add_issue(outcome.issue)
    library.add_original(path.name, data)
    return outcome


def _read(path: Path, data: bytes) -> tuple[Publication, Import]:
    if path.suffix.lower() == ".json":
        issue, publication = read_issue(data)
        return publication, Import(issue=issue)
    reading = read_past_issue(data, name=path.name)
    report = tuple(str(line) for line in reading.report)
    return reading.publication, Import(issue=reading.issue, unplaced=reading.unplaced, report=report)
