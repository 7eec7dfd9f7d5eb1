"""Writers of issues, one per format of `formats.FORMATS`: an issue with all that belongs to it to bytes of a file."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from editor.desk.formats import PDF, WORD
from editor.desk.printing import Progress
from editor.interchange.issue_file import write_issue
from editor.model.dataclass import dataclass
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Publication
from editor.model.used_pictures import stored_pictures

if TYPE_CHECKING:
    from editor.desk.review.released import ReleasedFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueToWrite:
    """What a writer may need. printed: PDF and Word file, as far as wanted; they are made together before.

    pictures: bytes by sha256; originals: name and bytes of files for the package; released: the signed files;
    progress: called before a long step.
    """

    issue: Issue
    publication: Publication
    pictures: Mapping[str, bytes]
    originals: tuple[tuple[str, bytes], ...]
    released: "ReleasedFiles | None"
    printed: Mapping[str, bytes]
    progress: Progress


def pdf_bytes(to_write: IssueToWrite) -> bytes:
    """Return the PDF."""
    return to_write.printed[PDF.key]


def word_bytes(to_write: IssueToWrite) -> bytes:
    """Return the Word file."""
    return to_write.printed[WORD.key]


def json_bytes(to_write: IssueToWrite) -> bytes:
    """Return the issue file."""
    return write_issue(to_write.issue, to_write.publication)


def package_bytes(to_write: IssueToWrite) -> bytes:
    """Return the package with the pictures in use, the originals and the signed files."""
    # imported only for a package: most exports make none, and it takes a thirtieth of their time
    from editor.interchange.package import Original, Package, write_package

    to_write.progress(tr("打包"))
    issue, publication, released = to_write.issue, to_write.publication, to_write.released
    # only pictures in use: readers of packages refuse others, such as those left from earlier edits
    used = {one.sha256 for one in stored_pictures(issue, publication)}
    package = Package(
        issue=issue,
        publication=publication,
        pictures={digest: data for digest, data in to_write.pictures.items() if digest in used},
        originals=tuple(Original(name=name, data=data) for name, data in to_write.originals),
        proof=released.proof if released else None,
    )
    return write_package(package)
