"""House words under edit: every change is in the library at once, and can be taken back by name while one works."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from editor.desk.ports import Library
from editor.model.errors import UserError
from editor.model.house_word_edits import drop_house_words, put_house_words
from editor.model.house_words import HouseWord, HouseWords
from editor.text.sanitise import sanitise


@dataclass(frozen=True, slots=True, kw_only=True)
class _WordStep:
    label: str
    before: HouseWords
    after: HouseWords


class HouseWordBook(QObject):
    """Shows what the library holds. changed: there are other words; refused: why a change was not made."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, library: Library, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._author = library, author
        self._past: list[_WordStep] = []
        self._future: list[_WordStep] = []
        self.words = library.house_words.stored()

    @property
    def writable(self) -> bool:
        """Whether this program has the library."""
        return not self._library.read_only

    @property
    def why_read_only(self) -> str:
        """Why nothing can be changed, empty where it can."""
        return self._library.why_read_only

    @property
    def undo_label(self) -> str:
        """The name of the change that undo takes back, empty for none."""
        return self._past[-1].label if self._past else ""

    @property
    def redo_label(self) -> str:
        """The name of the change that redo makes again, empty for none."""
        return self._future[-1].label if self._future else ""

    def put(self, label: str, words: Iterable[HouseWord]) -> bool:
        """Add words, or write over those of their identities, as one named step. Returns whether anything is other."""
        return self._apply(label, lambda known: put_house_words(known, map(_clean, words)))

    def drop(self, label: str, uids: Iterable[str]) -> bool:
        """Take words away as one named step."""
        return self._apply(label, lambda known: drop_house_words(known, uids))

    def undo(self) -> None:
        """Take the last change back."""
        if self._past and self._saved(self._past[-1].after, self._past[-1].before):
            self._future.append(self._past.pop())
            self.changed.emit()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        if self._future and self._saved(self._future[-1].before, self._future[-1].after):
            self._past.append(self._future.pop())
            self.changed.emit()

    def _apply(self, label: str, change: Callable[[HouseWords], HouseWords]) -> bool:
        before = self.words
        try:
            after = change(before)
        except UserError as error:
            self.refused.emit(str(error))
            return False
        if after.words == before.words or not self._saved(before, after):
            return False
        self._past.append(_WordStep(label=label, before=before, after=after))
        self._future.clear()
        self.changed.emit()
        return True

    def _saved(self, before: HouseWords, after: HouseWords) -> bool:
        try:
            self._library.house_words.save(before, after, author=self._author)
        except UserError as error:
            self.refused.emit(str(error))
            return False
        self.words = after
        return True


def _clean(word: HouseWord) -> HouseWord:
    """Return a word as it was typed or read without what no renderer takes."""
    return replace(
        word,
        name=sanitise(word.name),
        instead=tuple(map(sanitise, word.instead)),
        sections=tuple(map(sanitise, word.sections)),
        exceptions=tuple(map(sanitise, word.exceptions)),
        reason=sanitise(word.reason),
        source=sanitise(word.source),
    )
