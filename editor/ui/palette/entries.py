"""What the palette offers, and which of it answers a query, best first. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from editor.model.language import mark_tr
from editor.text.characters import fold
from editor.text.seeking import matches


class Group(StrEnum):
    """The palette's headings."""

    RECENT = mark_tr("最近用过")
    COMMANDS = mark_tr("命令")
    ARTICLES = mark_tr("文章")
    LIBRARY = mark_tr("刊库")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaletteEntry:
    """One line. group: its heading; trail: at its right end; reason: why it cannot be used now, empty when it can."""

    key: str
    group: str
    text: str
    english: str = ""
    icon: str = ""
    trail: str = ""
    keys: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An entry with the places of its text that were sought."""

    entry: PaletteEntry
    places: tuple[int, ...] = ()


class Answers:
    """Answers to one query after another over the same entries; a longer query looks only at what is left."""

    def __init__(
        self, entries: Iterable[PaletteEntry], recent: Sequence[str] = (), *, otherwise: PaletteEntry | None = None
    ) -> None:
        """Make ready. recent: keys used lately, the last one first; otherwise: ends all answers, {} is the query."""
        self._entries, self._otherwise = tuple(entries), otherwise
        self._order = {group: place for place, group in enumerate(dict.fromkeys(one.group for one in self._entries))}
        self._recent = {key: place for place, key in enumerate(recent)}
        self._query, self._left = "", self._entries

    def to(self, query: str) -> list[Answer]:
        """Return the answers, group by group; all entries for an empty query, those used lately first."""
        words = _words(query)
        if not words:
            return self._everything()
        # what does not answer a query answers no longer one
        known = self._left if self._query and query.startswith(self._query) else self._entries
        found = [(entry, places) for entry in known if (places := _places(words, entry)) is not None]
        self._query, self._left = query, tuple(entry for entry, _ in found)
        found.sort(key=lambda pair: self._rank(words, *pair))
        answers = [Answer(entry, places) for entry, places in found]
        if self._otherwise:
            answers.append(Answer(replace(self._otherwise, text=self._otherwise.text.format(words=query.strip()))))
        return answers

    def make_ready(self) -> None:
        """Read what the first query needs, a third of a second; from any thread."""
        for entry in self._entries:
            matches("a", entry.text)

    @property
    def commands(self) -> int:
        """How many commands there are."""
        return sum(one.group == Group.COMMANDS for one in self._entries)

    def _everything(self) -> list[Answer]:
        usable = [one for one in self._entries if one.key in self._recent and not one.reason]
        usable.sort(key=lambda one: self._recent[one.key])
        lately = [replace(one, group=Group.RECENT) for one in usable]
        return [Answer(entry) for entry in (*lately, *self._entries)]

    def _rank(self, words: tuple[str, ...], entry: PaletteEntry, places: tuple[int, ...]) -> tuple[int, ...]:
        return (
            self._order[entry.group],
            bool(entry.reason),
            0 if places else 1 if _begins(words, entry) else 2,
            self._recent.get(entry.key, len(self._recent)),
            places[:1] > (0,),
            not all(word in fold(entry.text) for word in words),
            len(entry.text),
        )


def _words(query: str) -> tuple[str, ...]:
    """Return the words sought, each of which may stand anywhere; apostrophes alone are none."""
    return tuple(word for word in map(fold, query.split()) if word.strip("'’"))


def _places(words: tuple[str, ...], entry: PaletteEntry) -> tuple[int, ...] | None:
    """Return the places of an entry's text that answer, none of them where its English name does; None: no answer."""
    found = [matches(word, entry.text) for word in words]
    if all(found):
        return tuple(sorted({place for spans in found for start, end in spans or () for place in range(start, end)}))
    english = entry.english.casefold()
    return () if english and all(word in english for word in words) else None


def _begins(words: tuple[str, ...], entry: PaletteEntry) -> bool:
    """Return whether words of the English name begin so."""
    english = f" {entry.english.casefold()}"
    return all(f" {word}" in english for word in words)
