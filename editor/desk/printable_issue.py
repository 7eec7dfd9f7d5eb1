"""An issue read from the library to work on, with everything that setting and exporting it needs."""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from editor.desk.fonts import look_fonts
from editor.desk.pictures import picture_bytes
from editor.desk.ports import Arrival, Library
from editor.desk.review.editions import printed_edition
from editor.document.faces import apply_fonts
from editor.document.look import LookTable, look_table
from editor.model.font import FontFile
from editor.model.house_words import NO_HOUSE_WORDS, HouseWords
from editor.model.issue import Issue
from editor.model.issue_state import FIRST_EDITION
from editor.model.publication import Publication
from editor.model.registers import NO_REGISTERS, Registers
from editor.model.used_pictures import stored_article_pictures, used_pictures
from editor.model.workspace import Workspace


def no_house_words() -> HouseWords:
    """Return none."""
    return NO_HOUSE_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintableIssue:
    """An issue with its publication. pictures: bytes by sha256, those of articles put aside as well.

    fonts: the office's own that its look asks for; registers: of its library; edition: see `review.editions`;
    house_words: gives those of its library, read on first use: only the checks ask, and there may be many.
    """

    issue: Issue
    publication: Publication
    pictures: Mapping[str, bytes]
    fonts: tuple[FontFile, ...] = ()
    registers: Registers = NO_REGISTERS
    house_words: Callable[[], HouseWords] = no_house_words
    edition: int = FIRST_EDITION

    @property
    def look(self) -> LookTable:
        """The issue's look with the fonts that were added to it."""
        return apply_fonts(look_table(self.issue.look), tuple(file.font for file in self.fonts))


def house_words_of(library: Library) -> Callable[[], HouseWords]:
    """Return what reads the house words of a library once."""
    return functools.cache(library.house_words.stored)


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
        house_words=house_words_of(library),
        edition=printed_edition(library, issue),
    )


def add_sample(library: Library) -> Issue:
    """Add the sample that ships with the program and return it. Raises UserError when its number is taken."""
    from editor.interchange.sample import sample_issue

    issue, publication, pictures = sample_issue()
    used = tuple((picture, pictures[picture.sha256]) for picture in used_pictures(issue))
    library.take_in(Arrival(issue=issue, publication=publication, pictures=used))
    return issue
