"""A library's articles in memory, as 似已刊 asks for them."""

from collections.abc import Callable, Sequence

from editor.desk.archive.kept_texts import KeptText
from editor.text.similar.fingerprint import Fingerprint, fingerprint
from editor.text.similar.subject import alike


class MemoryTexts:
    """Articles compared one by one."""

    def __init__(self, kept: Sequence[KeptText]) -> None:
        """Take the articles."""
        self._kept = kept

    def near(self, asked: Fingerprint, *, but: str = "", limit: int = 12) -> tuple[KeptText, ...]:
        """Return those that have something of the asked one."""
        return tuple(one for one in self._kept if one.article != but and _near(asked, one))[:limit]

    def unread(self) -> int:
        """Return none."""
        return 0

    def read_on(self, told: Callable[[int, int], None] = lambda *_: None, *, most: int | None = None) -> None:
        """Do nothing: all are read."""


def _near(asked: Fingerprint, kept: KeptText) -> bool:
    known = fingerprint(kept.telling)
    named = any(alike(one, other) for one in asked.documents for other in known.documents)
    return bool(asked.shingles & known.shingles) or (asked.link != "" and asked.link == known.link) or named
