"""What the palette offers, and which of it answers a query, best first. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from editor.text.seeking import Match, seek, spell, words_of


class Group(StrEnum):
    """The palette's headings."""

    RECENT = "最近用过"
    COMMANDS = "命令"
    ARTICLES = "文章"
    LIBRARY = "刊库"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
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

    entry: Entry
    places: tuple[int, ...] = ()


class Answers:
    """Answers to one query after another over the same entries; a longer query looks only at what is left."""

    def __init__(self, entries: Iterable[Entry], recent: Sequence[str] = (), *, otherwise: Entry | None = None) -> None:
        """Make ready. recent: keys used lately, the last one first; otherwise: ends all answers, {} is the query."""
        self._entries, self._otherwise = tuple(entries), otherwise
        self._order = {group: place for place, group in enumerate(dict.fromkeys(one.group for one in self._entries))}
        self._recent = {key: place for place, key in enumerate(recent)}
        self._query, self._left = "", self._entries

    def to(self, query: str) -> list[Answer]:
        """Return the answers, group by group; all entries for an empty query, those used lately first."""
        words = words_of(query)
        if not words:
            return self._everything()
        # what does not answer a query answers no longer one
        known = self._left if self._query and query.startswith(self._query) else self._entries
        found = [(entry, match) for entry in known if (match := _match(words, entry))]
        self._query, self._left = query, tuple(entry for entry, _ in found)
        found.sort(key=lambda pair: self._rank(words, *pair))
        answers = [Answer(entry, match.places) for entry, match in found]
        if self._otherwise:
            answers.append(Answer(replace(self._otherwise, text=self._otherwise.text.format(query.strip()))))
        return answers

    @property
    def commands(self) -> int:
        """How many commands there are."""
        return sum(one.group == Group.COMMANDS for one in self._entries)

    def _everything(self) -> list[Answer]:
        usable = [one for one in self._entries if one.key in self._recent and not one.reason]
        usable.sort(key=lambda one: self._recent[one.key])
        lately = [replace(one, group=Group.RECENT) for one in usable]
        return [Answer(entry) for entry in (*lately, *self._entries)]

    def _rank(self, words: tuple[str, ...], entry: Entry, match: Match) -> tuple[int, ...]:
        return (
            self._order[entry.group],
            bool(entry.reason),
            0 if match.places else 1 if _begins(words, entry) else 2,
            self._recent.get(entry.key, len(self._recent)),
            match.start > 0,
            not match.literal,
            len(entry.text),
        )


def _match(words: tuple[str, ...], entry: Entry) -> Match | None:
    """Return where an entry's text answers, a match without places where its English name does."""
    found = seek(words, spell(entry.text))
    english = entry.english.casefold()
    return found or (Match((), literal=True) if english and all(word in english for word in words) else None)


def _begins(words: tuple[str, ...], entry: Entry) -> bool:
    """Return whether words of the English name begin so."""
    english = f" {entry.english.casefold()}"
    return all(f" {word}" in english for word in words)
