"""Font files that an office adds to its library: known by sha256, described by what is in them."""

from bisect import bisect_right

from editor.model.dataclass import dataclass

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFace:
    """A face of a font file. families: its names in every language; weight: 100 to 900; ranges: code points, sorted."""

    families: tuple[str, ...]
    weight: int
    ranges: Ranges

    def has(self, char: str) -> bool:
        """Return whether the face has a glyph for char."""
        at = bisect_right(self.ranges, (ord(char), 0x110000)) - 1
        return at >= 0 and ord(char) <= self.ranges[at][1]

    @property
    def name(self) -> str:
        """The name to show: a Chinese one where there is one."""
        return next((family for family in self.families if not family.isascii()), self.families[0])

    @property
    def count(self) -> int:
        """How many characters it has."""
        return sum(last - first + 1 for first, last in self.ranges)


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A font file. name: as it came in; faces: one, or those of a collection in order."""

    sha256: str
    name: str
    faces: tuple[FontFace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """A font with its bytes."""

    font: Font
    data: bytes
