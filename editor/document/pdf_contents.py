"""What stands on the pages of a PDF as plain values: characters, ruled lines, pictures, links, and its tags.

Made in `pages`, where PDFium lives, and read in `intake`, which must not know it. Lengths in pt from a page's upper
left corner. The many small ones are named tuples: they go from process to process.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

UNMARKED = -1
"""Mark of what belongs to no tag: running heads, folios, repeated heads of tables."""


class Face(NamedTuple):
    """How characters look. font: its name without the mark of a subset; size: pt as printed; colour: 0xRRGGBB."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: int


class Glyph(NamedTuple):
    """A character. face: index into `PdfContents.faces`; mark: of its tag; gap: a blank that is only a distance."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    face: int
    mark: int = UNMARKED
    gap: bool = False


class Rule(NamedTuple):
    """A ruled line, thin in one direction."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Whether it runs from left to right."""
        return self.right - self.left >= self.bottom - self.top


class PlacedPicture(NamedTuple):
    """A picture. data: PNG or JPEG, empty where it could not be taken out."""

    left: float
    top: float
    right: float
    bottom: float
    data: bytes
    mark: int = UNMARKED


class PlacedLink(NamedTuple):
    """An area that leads to an address."""

    left: float
    top: float
    right: float
    bottom: float
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPage:
    """A page. glyphs: in the order in which they were set; drawings: how many shapes are no ruled lines."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()
    links: tuple[PlacedLink, ...] = ()
    drawings: int = 0
    turned: int = 0


class Marked(NamedTuple):
    """What a tag holds directly. page: from 0; mark: as that of its characters and pictures."""

    page: int
    mark: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """An element of the structure tree (PDF 1.7, 14.7.2). kind: P, H2, Table …; title, alt: as given.

    address: of a link; rows, columns: that a cell takes; numbering: of a list; box: left, foot, right and head in the
    page's own coordinates, or empty.
    """

    kind: str
    children: tuple["Tag | Marked", ...] = ()
    title: str = ""
    alt: str = ""
    address: str = ""
    rows: int = 1
    columns: int = 1
    numbering: str = ""
    box: tuple[float, ...] = ()

    def tags(self) -> Iterator["Tag"]:
        """Yield its elements."""
        return (child for child in self.children if isinstance(child, Tag))

    def all_tags(self) -> Iterator["Tag"]:
        """Yield all elements below it in reading order."""
        for tag in self.tags():
            yield tag
            yield from tag.all_tags()

    def marked(self) -> Iterator[Marked]:
        """Yield what it and its elements hold, in reading order."""
        for child in self.children:
            if isinstance(child, Tag):
                yield from child.marked()
            else:
                yield child

    def has(self, *kinds: str) -> bool:
        """Return whether there is an element of these kinds below it."""
        return any(tag.kind in kinds for tag in self.all_tags())


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfContents:
    """A whole PDF. title, creator: of its metadata; tags: None for a PDF without."""

    title: str
    creator: str
    pages: tuple[PdfPage, ...]
    faces: tuple[Face, ...]
    tags: Tag | None = None
