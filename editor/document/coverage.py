"""Which characters can be printed: those of the shipped fonts, of the office's own, of the faces of rare characters.

A mark is set in one face with the letter that it stands on, so both must be in one.
"""

import functools
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from editor.model.font import FontFace
from editor.text.sanitise import is_invisible
from resources import resource

LAST_RESORT = "BulletinSong-Regular"
BOLD = "BulletinSong-Bold"
GETA = "〓"
"""Geta mark, the usual substitute for a missing character."""
LAYOUT = frozenset("\t\n \u00a0\u3000\u2003")
# in the order in which they are asked; packed in fonts/rare, they are loaded only for a document that needs them
RARE = tuple(
    f"BulletinRare{name}"
    for name in (
        *("Song", "Math", "Latin", "Symbols", "Signs", "Operators", "Han", "Arabic", "Hebrew", "Tibetan", "Mongolian"),
        *("Yi", "Tai", "NewTai", "Thai", "Lao", "Khmer", "Myanmar", "Devanagari", "Bengali", "Tamil", "Armenian"),
        "Georgian",
    )
)
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x180B, 0x1810))
# joined to what stands before them though they are no marks: half-width sound marks, tones of skin
_JOINED = (range(0xFF9E, 0xFFA0), range(0x1F3FB, 0x1F400))


def has_glyph(face: str, char: str) -> bool:
    """Return whether a shipped face, named by its file, has a glyph for char."""
    firsts, lasts = _ranges(face)
    at = bisect_right(firsts, ord(char)) - 1
    return at >= 0 and ord(char) <= lasts[at]


def unprintable(text: str, faces: Iterable[FontFace]) -> tuple[str, ...]:
    """Return the characters of text that no font has, sorted. faces: the office's own of a look."""
    return tuple(sorted({text[at] for at in missing_places(text, faces)}))


def missing_places(text: str, faces: Iterable[FontFace]) -> tuple[int, ...]:
    """Return where in text a character stands that no font has. faces: the office's own of a look."""
    if is_shipped(text):
        return ()
    own, base = tuple(faces), ""
    found = []
    for at, char in enumerate(text):
        if is_unseen(char):
            continue
        joined = _is_joined(char)
        together = base + char if joined else char
        if not _is_set(together, own):
            found.append(at)
        elif not (joined and is_selector(char)):
            base = together
    return tuple(found)


def can_print(char: str, faces: Iterable[FontFace]) -> bool:
    """Return whether any font has the character. faces: the office's own of a look."""
    return not missing_places(char, faces)


def is_shipped(text: str) -> bool:
    """Return whether the shipped fonts have all of a text, the faces of rare characters left out."""
    return all(map(_is_shipped, set(text)))


def are_shipped(texts: Iterable[str]) -> bool:
    """Return whether the shipped fonts have all of some texts, the faces of rare characters left out."""
    return all(map(_is_shipped, set().union(*texts)))


def shipped_form(text: str) -> str:
    """Return text with 〓 for characters that the shipped fonts lack, the faces of rare characters left out."""
    return "".join(char if _is_shipped(char) else GETA for char in text)


def rare_faces(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the faces of rare characters that texts need, in their order."""
    chars = {char for char in set().union(*texts) if not _is_shipped(char)}
    needed = set().union(*(_faces_of(char) for char in chars)) if chars else set()
    return tuple(face for face in RARE if face in needed)


def _faces_of(char: str) -> tuple[str, ...]:
    """Return the face of a rare character; of a mark every one that might have its letter too."""
    faces = tuple(face for face in RARE if has_glyph(face, char))
    return (*faces, *_LETTERS) if _is_joined(char) and not is_selector(char) else faces[:1]


def is_unseen(char: str) -> bool:
    """Return whether a character is printed as nothing: it only tells renderers what to do with others."""
    return is_invisible(char) or (char not in "\t\n" and unicodedata.category(char) == "Cc")


def is_selector(char: str) -> bool:
    """Return whether a character chooses among forms of the one before it, and has none itself."""
    return any(ord(char) in one for one in _SELECTORS)


_LETTERS = ("BulletinRareMath", "BulletinRareLatin")


def _is_joined(char: str) -> bool:
    return unicodedata.category(char)[0] == "M" or any(ord(char) in one for one in _JOINED)


def _is_set(together: str, own: Sequence[FontFace]) -> bool:
    """Return whether one font has a letter with its marks, as they are or composed."""
    forms = {"".join(char for char in form if not is_selector(char)) for form in _forms(together)}
    return any(map(_is_of_one_face, forms)) or any(all(map(face.has, form)) for form in forms for face in own)


def _is_of_one_face(form: str) -> bool:
    return is_shipped(form) or any(all(has_glyph(face, char) for char in form) for face in RARE)


def _forms(together: str) -> Iterator[str]:
    yield together
    if len(together) > 1:
        yield unicodedata.normalize("NFC", together)


@functools.lru_cache(maxsize=65536)
def _is_shipped(char: str) -> bool:
    # kept, since a whole issue is checked at every pause of typing
    return char in LAYOUT or has_glyph(LAST_RESORT, char)


@functools.cache
def _ranges(face: str) -> tuple[list[int], list[int]]:
    folder = "fonts/rare" if face in RARE else "fonts"
    ends = resource(f"{folder}/{face}.txt").read_text(encoding="ascii").replace("-", " ").split()
    codes = [int(end, 16) for end in ends]
    return codes[::2], codes[1::2]
