"""What this machine trusts, got only by commands that ask for it: loading it costs the others a part of their start."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.desk.review.introductions import Trust

OpenTrust = Callable[[], "Trust"]


def own_trust() -> "Trust":
    """Return the machine's own."""
    from editor.desk.review.trust import TrustFile

    return TrustFile()
