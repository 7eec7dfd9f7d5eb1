"""The articles of an open library, found by their likeness."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from db import likeness
from db.entries import Asked
from editor.desk.archive.kept_texts import KeptText
from editor.text.similar.fingerprint import Fingerprint

if TYPE_CHECKING:
    from db.engine import Opened

# of a transaction: a write of the window waits for it, 0.1 s
_AT_ONCE = 50


class LikenessStore:
    """The part of an open library that tells whether an article was printed before."""

    def __init__(self, *, asking: Asked, writing: "Opened") -> None:
        """Take how the library is read and written."""
        self._asking, self._writing = asking, writing

    def near(self, asked: Fingerprint, *, but: str = "", limit: int = 12) -> tuple[KeptText, ...]:
        """Return the articles that share most with this one, all with its link or its documents. but: uid left out."""
        with self._asking() as rows:
            return likeness.near(rows, asked, but=but, limit=limit)

    def unread(self) -> int:
        """Return how many articles are not read yet."""
        with self._asking() as rows:
            return likeness.unread(rows)

    def read_on(self, told: Callable[[int, int], None] = lambda *_: None, *, most: int | None = None) -> None:
        """Read the articles that are not read yet, some in each transaction. told: done and all; most: of now."""
        from db.engine import plain, rows_of

        left, done = self.unread(), 0
        whole = left if most is None else min(left, most)
        while done < whole:
            with self._writing() as session:
                read = likeness.read_some(plain(session), rows_of(session), min(_AT_ONCE, whole - done))
            if not read:
                break
            done += read
            told(min(done, whole), whole)
