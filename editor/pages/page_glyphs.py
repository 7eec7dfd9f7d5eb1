"""The characters of a page with place and face. For one thread only."""

import ctypes
import math
import re
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from editor.document.pdf_contents import UNMARKED, Face, Glyph
from editor.pages.page_frame import PageFrame

# where a square of Chinese text ends above and below its baseline, in em: the same for all fonts, unlike their own
_ABOVE, _BELOW = 0.88, 0.12
_BOLD_WEIGHT = 600
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kai|楷", re.IGNORECASE)
_HYPHENS = frozenset((0x02, 0xFFFE, 0xAD))
# PDFium's mark of a hyphen at a line's end becomes Unicode's
SOFT_HYPHEN = "\u00ad"
_UNREADABLE = "\ufffd"
_LONGEST_NAME = 256


class Faces:
    """The faces met so far, each with its index."""

    def __init__(self) -> None:
        """Begin without any."""
        self._indices: dict[Face, int] = {}

    def index(self, face: Face) -> int:
        """Return the index of a face."""
        return self._indices.setdefault(face, len(self._indices))

    def found(self) -> tuple[Face, ...]:
        """Return the faces by their indices."""
        return tuple(self._indices)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What the characters of a text object share."""

    face: int
    mark: int
    size: float
    askew: bool


def glyphs_of(text: pypdfium2.PdfTextPage, frame: PageFrame, faces: Faces) -> tuple[tuple[Glyph, ...], int]:
    """Return the characters of a page, and how many were left out because they stand askew (watermarks)."""
    return _Reader(text, frame, faces).read()


class _Reader:
    def __init__(self, text: pypdfium2.PdfTextPage, frame: PageFrame, faces: Faces) -> None:
        self._text, self._frame, self._faces = text, frame, faces
        self._pieces: dict[int, _Piece] = {}
        self._found: list[Glyph] = []
        self._askew = 0

    def read(self) -> tuple[tuple[Glyph, ...], int]:
        high = 0
        for at in range(self._text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(self._text.raw, at)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
            high = 0
            self._take(at, code)
        return tuple(self._found), self._askew

    def _take(self, at: int, code: int) -> None:
        if pdfium.FPDFText_IsGenerated(self._text.raw, at) == 1:
            self._gap(chr(code))
            return
        char = self._char(at, code)
        if not char:
            return
        piece = self._piece(at)
        if piece.askew:
            self._askew += not char.isspace()
        else:
            self._found.append(self._glyph(at, char, piece))

    def _char(self, at: int, code: int) -> str:
        if code in _HYPHENS:
            return SOFT_HYPHEN
        if code == 0 or pdfium.FPDFText_HasUnicodeMapError(self._text.raw, at) == 1:
            return _UNREADABLE
        return "" if code < 0x20 else chr(code)

    def _gap(self, char: str) -> None:
        """Add a blank that PDFium found between two characters; line ends are seen by the places of characters."""
        if char == " " and self._found:
            last = self._found[-1]
            self._found.append(
                Glyph(" ", last.right, last.top, last.right, last.bottom, last.face, last.mark, gap=True)
            )

    def _glyph(self, at: int, char: str, piece: _Piece) -> Glyph:
        left, bottom, right, top = self._text.get_charbox(at, loose=True)
        left, _, right, _ = self._frame.box(left, bottom, right, top)
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text.raw, at, x, y)
        _, base = self._frame.point(x.value, y.value)
        top, bottom = base - _ABOVE * piece.size, base + _BELOW * piece.size
        return Glyph(char, left, top, right, bottom, piece.face, piece.mark)

    def _piece(self, at: int) -> _Piece:
        found = pdfium.FPDFText_GetTextObject(self._text.raw, at)
        key = ctypes.cast(found, ctypes.c_void_p).value or 0
        if key not in self._pieces:
            self._pieces[key] = self._new_piece(at, found)
        return self._pieces[key]

    def _new_piece(self, at: int, found: object) -> _Piece:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._text.raw, at, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = abs(pdfium.FPDFText_GetFontSize(self._text.raw, at)) * scale
        x, y = self._frame.direction(matrix.a, matrix.b)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(found) if found else UNMARKED
        return _Piece(self._faces.index(self._face(at, size)), mark, size, askew=abs(y) > 0.1 * abs(x) or x < 0)

    def _face(self, at: int, size: float) -> Face:
        buffer, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._text.raw, at, buffer, _LONGEST_NAME, flags)
        font = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
        weight = pdfium.FPDFText_GetFontWeight(self._text.raw, at)
        return Face(
            font=font,
            size=round(size, 1),
            bold=weight >= _BOLD_WEIGHT or bool(_BOLD.search(font)),
            italic=bool(_ITALIC.search(font)),
            colour=self._colour(at),
        )

    def _colour(self, at: int) -> int:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        pdfium.FPDFText_GetFillColor(self._text.raw, at, red, green, blue, alpha)
        return red.value << 16 | green.value << 8 | blue.value
