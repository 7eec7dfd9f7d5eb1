"""The library together with what this machine trusts and remembers; needed to judge approvals."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from editor.desk.review.introductions import Trust, TrustedKey
from editor.desk.review.keyring import Keyring, keyring_of
from editor.model.dataclass import dataclass

if TYPE_CHECKING:
    from editor.desk.ports import Library, LibraryReader
    from editor.desk.review.ports import ReviewLibrary, ReviewReader


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOffice:
    """A library that is only read, on this machine."""

    library: "LibraryReader"
    trust: Trust

    @property
    def place(self) -> str:
        """The absolute path of the library."""
        return str(self.library.place.absolute())

    @property
    def review(self) -> "ReviewReader":
        """The review's data in the library."""
        return self.library.review

    def keyring(self) -> Keyring:
        """Return the keys trusted here. Raises UserError where the confirmed fingerprints cannot be read."""
        return keyring_of(self.review, self.trust)

    def known(self) -> Mapping[str, TrustedKey]:
        """Return them by key. Raises UserError as above."""
        return self.keyring().known


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(ReadingOffice):
    """An open library on this machine."""

    library: "Library"
    trust: Trust

    @property
    def review(self) -> "ReviewLibrary":
        """What the library keeps for the review."""
        return self.library.review
