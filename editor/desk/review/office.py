"""What every look at an approval needs: the library, and the keys that this machine trusts."""

from collections.abc import Mapping
from dataclasses import dataclass

from editor.desk.ports import Library
from editor.desk.review.introductions import Trust, TrustedKey, trusted_keys
from editor.desk.review.ports import ReviewLibrary


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An open library at this machine."""

    library: Library
    trust: Trust

    @property
    def review(self) -> ReviewLibrary:
        """What the library keeps for the review."""
        return self.library.review

    def known(self) -> Mapping[str, TrustedKey]:
        """Return the keys that count here."""
        return trusted_keys(self.review.introductions(), self.trust.confirmed())
