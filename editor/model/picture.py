"""A picture as the model sees it: its identity and size; the bytes lie in the library or the package."""

import re

from editor.model.dataclass import dataclass

MOST_PIXELS = 50_000_000
"""More than any print needs; a picture that claims more is refused before it is decoded."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A stored picture. sha256: of the stored bytes; media_type: image/png or image/jpeg; width, height: px."""

    sha256: str
    media_type: str
    width: int
    height: int

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed digest, a foreign media type or an empty area."""
        if not _SHA256.fullmatch(self.sha256):
            raise ValueError(f"not a sha256 digest: {self.sha256!r}")
        if self.media_type not in ("image/png", "image/jpeg"):
            raise ValueError(f"not a stored picture format: {self.media_type!r}")
        if self.width < 1 or self.height < 1:
            raise ValueError("a picture has at least one pixel")


@dataclass(frozen=True, slots=True, kw_only=True)
class VectorPicture:
    """A drawing of Office as it came, kept beside the picture made of it; never printed itself.

    sha256: of its bytes; media_type: image/emf or image/wmf (RFC 7903).
    """

    sha256: str
    media_type: str

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed digest or a foreign media type."""
        if not _SHA256.fullmatch(self.sha256):
            raise ValueError(f"not a sha256 digest: {self.sha256!r}")
        if self.media_type not in ("image/emf", "image/wmf"):
            raise ValueError(f"not a kept drawing's format: {self.media_type!r}")


StoredPicture = Picture | VectorPicture
"""What is stored by its sha256: pictures that are printed, and drawings that they were made from."""
