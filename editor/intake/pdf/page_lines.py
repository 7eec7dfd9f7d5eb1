"""Printed lines of a page: characters on one baseline, without what stands far apart."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.document.pdf_contents import Face, Glyph, PdfContents, PlacedLink
from editor.intake.pdf.glyph_text import Piece, runs_of
from editor.model.body import Text

# em: characters further apart are in different cells or columns; a baseline this far away is another line's
_APART, _ANOTHER = 1.3, 0.55
# em: those that were not set one after the other are of one line only if they are nearer
_JOINED = 0.7
# em: marks beside each other are set closer than their squares
_OVERLAP = 1.1
# em between two hanzi, or hanzi and Latin: less is no blank that somebody typed
_TYPED = 0.9
_OPENING, _CLOSING = frozenset("（《“‘【〔〈「『"), frozenset("）》”’】〕〉」』，。、；：！？")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A printed line, or a part of one. page: from 0; size: of most of its characters; edges in pt."""

    page: int
    glyphs: tuple[Glyph, ...]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.text for glyph in self.glyphs).strip()

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.top + self.bottom) / 2


def page_lines(contents: PdfContents, number: int) -> list[Line]:
    """Return the lines of a page from the top, those of one height from the left."""
    faces = contents.faces
    pieces = _joined(_pieces(contents.pages[number].glyphs, faces), faces)
    lines = [line_of(number, piece, faces) for piece in pieces]
    return sorted((line for line in lines if line.text), key=lambda line: (round(line.bottom), line.left))


def line_of(page: int, glyphs: Sequence[Glyph], faces: Sequence[Face]) -> Line:
    """Return the line of these characters. They have at least one that is no blank, or the line has no text."""
    seen = [glyph for glyph in glyphs if not glyph.text.isspace()] or list(glyphs)
    size = Counter(faces[glyph.face].size for glyph in seen).most_common(1)[0][0]
    own = [glyph for glyph in seen if faces[glyph.face].size == size]
    return Line(
        page=page,
        glyphs=_spaced(glyphs, faces),
        left=min(map(_ink_left, seen)),
        top=min(glyph.top for glyph in own),
        right=max(map(_ink_right, seen)),
        bottom=own[0].bottom,
        size=size,
        bold=all(faces[glyph.face].bold for glyph in seen),
    )


def _ink_left(glyph: Glyph) -> float:
    """Return where a character begins: opening marks have their blank half on the left, which may stand outside."""
    half = (glyph.right - glyph.left) / 2 if glyph.text in _OPENING else 0.0
    return glyph.left + half


def _ink_right(glyph: Glyph) -> float:
    half = (glyph.right - glyph.left) / 2 if glyph.text in _CLOSING else 0.0
    return glyph.right - half


def _pieces(glyphs: Iterable[Glyph], faces: Sequence[Face]) -> list[list[Glyph]]:
    """Return characters that follow each other on one baseline."""
    pieces: list[list[Glyph]] = []
    for glyph in glyphs:
        if not pieces or not _follows(pieces[-1][-1], glyph, faces):
            pieces.append([])
        pieces[-1].append(glyph)
    return [piece for piece in pieces if any(not glyph.text.isspace() for glyph in piece)]


def _follows(before: Glyph, glyph: Glyph, faces: Sequence[Face]) -> bool:
    size = max(faces[before.face].size, faces[glyph.face].size) or 1.0
    if abs(glyph.bottom - before.bottom) > _ANOTHER * size:
        return False
    if (glyph.left, glyph.right) == (before.left, before.right):
        # one sign for two characters, as many faces draw ——
        return True
    return -_OVERLAP * size <= glyph.left - before.right <= _APART * size


def _joined(pieces: list[list[Glyph]], faces: Sequence[Face]) -> list[list[Glyph]]:
    """Join pieces of one line that were not set one after the other."""
    pieces.sort(key=lambda piece: (round(piece[0].bottom), piece[0].left))
    made: list[list[Glyph]] = []
    for piece in pieces:
        near = next((one for one in reversed(made[-8:]) if _same_line(one, piece, faces)), None)
        if near is None:
            made.append(list(piece))
        else:
            near += piece
    return made


def _same_line(before: list[Glyph], piece: list[Glyph], faces: Sequence[Face]) -> bool:
    size = faces[piece[0].face].size or 1.0
    near = piece[0].left - before[-1].right <= _JOINED * size
    return near and abs(before[-1].bottom - piece[0].bottom) < 0.3 * size and _follows(before[-1], piece[0], faces)


def _spaced(glyphs: Sequence[Glyph], faces: Sequence[Face]) -> tuple[Glyph, ...]:
    """Return characters with a blank where a distance is one: between Latin words, and where it is wide."""
    made: list[Glyph] = []
    for at, glyph in enumerate(glyphs):
        after = glyphs[at + 1] if at + 1 < len(glyphs) else None
        if not glyph.gap:
            made.append(glyph)
        elif made and after and _is_blank(made[-1], after, faces):
            made.append(glyph._replace(gap=False))
    return tuple(made)


def _is_blank(before: Glyph, after: Glyph, faces: Sequence[Face]) -> bool:
    if before.text.isspace() or after.text.isspace():
        return False
    if before.text.isascii() and after.text.isascii():
        return True
    return after.left - before.right > _TYPED * max(faces[before.face].size, 1.0)


def pieces_of(line: Line, links: Sequence[PlacedLink]) -> list[Piece]:
    """Return a line's characters, those under a link apart."""
    if not links:
        return [Piece(line.glyphs)]
    made: list[tuple[str, list[Glyph]]] = []
    for glyph in line.glyphs:
        address = _address(glyph, links)
        if not made or made[-1][0] != address:
            made.append((address, []))
        made[-1][1].append(glyph)
    return [Piece(tuple(glyphs), link=address) for address, glyphs in made]


def _address(glyph: Glyph, links: Sequence[PlacedLink]) -> str:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    inside = (one.address for one in links if one.left <= x <= one.right and one.top <= y <= one.bottom)
    return next(inside, "")


def line_runs(line: Line, contents: PdfContents) -> Text:
    """Return a line as runs with its links."""
    return runs_of(pieces_of(line, contents.pages[line.page].links), contents.faces)
