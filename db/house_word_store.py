"""The house words of an open library: read once for as long as nobody writes others, and written."""

from typing import TYPE_CHECKING

from db import clock
from db import house_word_reader as reader
from db.entries import Asked, Rows
from editor.model.errors import UserError
from editor.model.house_words import HouseWords
from editor.model.language import tr

if TYPE_CHECKING:
    from db.engine import Opened


class HouseWordStore:
    """The part of an open library that holds its house words."""

    def __init__(self, *, asking: Asked, writing: "Opened") -> None:
        """Take how the library is read and written."""
        self._asking, self._writing = asking, writing
        self._kept: tuple[reader.State, HouseWords] | None = None

    def stored(self) -> HouseWords:
        """Return the house words; the same object until there are others."""
        with self._asking() as rows:
            return self._stored(rows)

    def save(self, before: HouseWords, after: HouseWords, *, author: str) -> None:
        """Write what differs from before in one transaction. Raises UserError where the library holds another value."""
        from db import house_words
        from db.engine import plain, rows_of

        with self._writing() as session:
            rows = rows_of(session)
            held = self._stored(rows)
            if held is not before and held.words != before.words:
                raise UserError(tr("用语表在别处改过，没有存上。请关闭这个窗口再打开，重做刚才的修改。"))
            house_words.save(plain(session), before, after, author=author, at=clock.utc_now())
            made = reader.state(rows), after
        # only what is in the library for sure
        self._kept = made

    def _stored(self, rows: Rows) -> HouseWords:
        kept = self._kept
        if kept is None or kept[0] != reader.state(rows):
            state, words = reader.stored(rows)
            kept = self._kept = state, HouseWords(words)
        return kept[1]
