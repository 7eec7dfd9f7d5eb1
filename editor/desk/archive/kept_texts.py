"""The port of 似已刊: what the desk needs of a library to tell whether an article was printed before."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from editor.model.number import Number
from editor.text.similar.fingerprint import Fingerprint
from editor.text.similar.likeness import Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """An article of a library. issue: uid, empty for one in no issue; number, date: of its issue.

    discarded: it lies in 废稿箱.
    """

    article: str
    issue: str
    telling: Telling
    number: Number | None = None
    date: dt.date | None = None
    discarded: bool = False


class KeptTexts(Protocol):
    """A library's articles, found by their likeness."""

    def near(self, asked: Fingerprint, *, but: str = "", limit: int = 12) -> tuple[KeptText, ...]:
        """Return the articles that share most with this one, all with its link or its documents. but: uid left out."""

    def unread(self) -> int:
        """Return how many articles are not read yet: of a library from before, or one just written."""

    def read_on(self, told: Callable[[int, int], None] = lambda *_: None, *, most: int | None = None) -> None:
        """Read the articles that are not read yet, some in each transaction. told: done and all of them.

        most: no more than these now, None for all. What `told` raises stops the reading; what was read stays.
        """
