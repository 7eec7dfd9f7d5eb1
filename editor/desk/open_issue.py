"""An issue read from the library to work on, with everything that setting and exporting it needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from editor.desk.fonts import look_fonts
from editor.desk.pictures import picture_bytes
from editor.desk.ports import Arrival, Library
from editor.desk.review.editions import printed_edition
from editor.interchange.sample import sample_issue
from editor.model.approval import FIRST_EDITION
from editor.model.font import FontFile
from editor.model.issue import Issue
from editor.model.publication import Publication
from editor.model.registers import NO_REGISTERS, Registers
from editor.model.used_pictures import article_pictures, used_pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIssue:
    """An issue with its publication. pictures: bytes by sha256, those of articles in the drawer too.

    fonts: the office's own that its look asks for; registers: of its library; edition: see `review.editions`.
    """

    issue: Issue
    publication: Publication
    pictures: Mapping[str, bytes]
    fonts: tuple[FontFile, ...] = ()
    registers: Registers = NO_REGISTERS
    edition: int = FIRST_EDITION


def open_issue(library: Library, uid: str) -> OpenIssue:
    """Return an issue of the library. Raises UserError when it is not there."""
    space = library.workspace(uid)
    issue, aside = space.issue, article_pictures((*space.drawer.pending, *(one.article for one in space.drawer.trash)))
    return OpenIssue(
        issue=issue,
        publication=library.publication(issue.publication),
        pictures=picture_bytes(issue, library) | library.pictures(picture.sha256 for picture in aside),
        fonts=look_fonts(issue, library),
        registers=library.registers(),
        edition=printed_edition(library, issue),
    )


def add_sample(library: Library) -> Issue:
    """Add the sample that ships with the program and return it. Raises UserError when its number is taken."""
    issue, publication, pictures = sample_issue()
    used = tuple((picture, pictures[picture.sha256]) for picture in used_pictures(issue))
    library.take_in(Arrival(issue=issue, publication=publication, pictures=used))
    return issue
