"""An issue read from the library to work on, with everything that setting and exporting it needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from editor.desk.fonts import look_fonts
from editor.desk.pictures import picture_bytes
from editor.desk.ports import Arrival, Library
from editor.desk.review.editions import printed_edition
from editor.document.faces import apply_fonts
from editor.document.look import LookTable, look_table
from editor.interchange.sample import sample_issue
from editor.model.approval import FIRST_EDITION
from editor.model.font import FontFile
from editor.model.issue import Issue
from editor.model.publication import Publication
from editor.model.registers import NO_REGISTERS, Registers
from editor.model.used_pictures import stored_article_pictures, used_pictures
from editor.model.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintableIssue:
    """An issue with its publication. pictures: bytes by sha256, those of articles put aside as well.

    fonts: the office's own that its look asks for; registers: of its library; edition: see `review.editions`.
    """

    issue: Issue
    publication: Publication
    pictures: Mapping[str, bytes]
    fonts: tuple[FontFile, ...] = ()
    registers: Registers = NO_REGISTERS
    edition: int = FIRST_EDITION

    @property
    def look(self) -> LookTable:
        """The issue's look with the fonts that were added to it."""
        return apply_fonts(look_table(self.issue.look), tuple(file.font for file in self.fonts))


def printable_issue(library: Library, uid: str) -> PrintableIssue:
    """Return an issue of the library. Raises UserError when it is not there."""
    return printable_workspace(library, library.workspace(uid))


def printable_workspace(library: Library, space: Workspace) -> PrintableIssue:
    """Return the issue of a workspace that was read from the library."""
    issue, aside = (
        space.issue,
        stored_article_pictures((*space.drawer.pending, *(one.article for one in space.drawer.trash))),
    )
    return PrintableIssue(
        issue=issue,
        publication=library.publication(issue.publication),
        pictures=picture_bytes(issue, library) | library.files.pictures(picture.sha256 for picture in aside),
        fonts=look_fonts(issue, library),
        registers=library.registers.stored(),
        edition=printed_edition(library, issue),
    )


def add_sample(library: Library) -> Issue:
    """Add the sample that ships with the program and return it. Raises UserError when its number is taken."""
    issue, publication, pictures = sample_issue()
    used = tuple((picture, pictures[picture.sha256]) for picture in used_pictures(issue))
    library.take_in(Arrival(issue=issue, publication=publication, pictures=used))
    return issue
