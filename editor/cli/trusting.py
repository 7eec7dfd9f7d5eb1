"""What this machine trusts; imported only by commands that need it, to keep the start of the others short."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.desk.review.introductions import Trust

OpenTrust = Callable[[], "Trust"]


def own_trust() -> "Trust":
    """Return the trust file of this machine."""
    from editor.desk.review.trust import TrustFile

    return TrustFile()
