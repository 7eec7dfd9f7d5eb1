"""The tags of our own PDF with the characters that they hold."""

from collections import defaultdict
from collections.abc import Iterator

from editor.document.pdf_contents import Glyph, Marked, PdfContents, PlacedPicture, Tag
from editor.intake.pdf.glyph_text import Piece, lines_of, plain_text, runs_of, stripped
from editor.model.body import Text


class TaggedPages:
    """Looks up what tags hold."""

    def __init__(self, contents: PdfContents) -> None:
        """Sort characters and pictures by their marks."""
        self.faces = contents.faces
        self._glyphs: dict[Marked, list[Glyph]] = defaultdict(list)
        self._pictures: dict[Marked, PlacedPicture] = {}
        for number, page in enumerate(contents.pages):
            for glyph in page.glyphs:
                self._glyphs[Marked(number, glyph.mark)].append(glyph)
            for picture in page.pictures:
                self._pictures[Marked(number, picture.mark)] = picture

    def glyphs(self, tag: Tag | Marked) -> list[Glyph]:
        """Return the characters of an element in reading order."""
        places = (tag,) if isinstance(tag, Marked) else tag.marked()
        return [glyph for place in places for glyph in self._glyphs.get(place, ())]

    def plain(self, tag: Tag | Marked) -> str:
        """Return the text of an element without its looks."""
        return plain_text(self.glyphs(tag))

    def lines(self, tag: Tag) -> tuple[str, ...]:
        """Return the text of an element by printed lines."""
        return tuple(filter(None, map(plain_text, lines_of(self.glyphs(tag), self.faces))))

    def runs(self, pieces: Iterator[Piece] | tuple[Piece, ...]) -> Text:
        """Return pieces as runs without blanks at the ends."""
        return stripped(runs_of(pieces, self.faces))

    def picture(self, tag: Tag) -> PlacedPicture | None:
        """Return the picture of a figure, None without one."""
        return next((self._pictures[place] for place in tag.marked() if place in self._pictures), None)

    def pieces(self, tag: Tag) -> Iterator[Piece]:
        """Yield the text of a paragraph: links and footnotes in place. Cards hung below it are no part of it."""
        for child in tag.children:
            if isinstance(child, Marked):
                yield Piece(tuple(self.glyphs(child)))
            elif child.kind == "Note":
                yield Piece(footnote=self.note(child))
            elif child.kind == "Link" and child.address:
                yield Piece(tuple(self.glyphs(child)), link=child.address)
            elif child.kind not in ("Div", "Lbl"):
                yield from self.pieces(child)

    def note(self, tag: Tag) -> str:
        """Return the words of a footnote without its number, which stands in a paragraph of its own before them."""
        paragraph = next(tag.tags(), tag)
        words = [child for child in paragraph.children if not (isinstance(child, Tag) and child.kind == "P")]
        return "".join(self.plain(child) for child in words) or "？"

    def page(self, tag: Tag) -> int:
        """Return the page on which an element begins, -1 for an empty one."""
        return next((place.page for place in tag.marked()), -1)
