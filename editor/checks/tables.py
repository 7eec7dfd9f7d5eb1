"""Tables of what is often written wrong, see resources/checks/NOTICE.md. Read and compiled when the first rule asks."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.checks.context import ArticleTexts
from editor.checks.passage import Found
from resources import resource

_BREAK = "\x00"
_LOOKING = re.compile(r"\(\?<?[=!][^()]*\)")
_GROUP = re.compile(r"\([^()]*\)[?*]?(?:\{[\d,]+\})?")
_CLASS = re.compile(r"(?:\[[^\]]*\]|\\[dsw])(?:[?*+]|\{[\d,]+\})?")
# a group that is counted: what is wrong in a pattern that also has its neighbours
_FIRST_GROUP = re.compile(r"\((?!\?)((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")
_AROUND = 24
_OTHERS = re.compile(r"\\.|.[?*]|\$|\^")


class Entry(NamedTuple):
    """What is wrong, what is right (empty where a person has to say), and the fields behind them.

    needles: one of them stands in every text that the pattern matches; none where that cannot be told.
    """

    wrong: re.Pattern[str]
    right: str
    others: tuple[str, ...]
    needles: tuple[str, ...]

    @property
    def source(self) -> str:
        """The clause or publication behind the entry."""
        return self.others[-1] if self.others else ""


@functools.cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the fields of every line of a table."""
    lines = resource(f"checks/{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@functools.cache
def sought(name: str, before: str = "", behind: str = "") -> tuple[Entry, ...]:
    """Return the entries of a table. before, behind: patterns of what stands around each."""
    return tuple(
        Entry(re.compile(f"{before}(?:{wrong}){behind}", re.MULTILINE), right, tuple(others), needles(wrong))
        for wrong, right, *others in rows(name)
    )


def listed(reading: ArticleTexts, entries: tuple[Entry, ...]) -> Iterator[tuple[Found, Entry]]:
    """Yield where entries of a table stand in an article: a search for plain words first, which is much faster."""
    has = reading.whole.has
    for entry in entries:
        if not entry.needles or any(map(has, entry.needles)):
            yield from ((found, entry) for found in reading.whole.find(entry.wrong))


@functools.cache
def pointed(name: str) -> tuple[tuple[Entry, tuple[str, ...]], ...]:
    """Return the entries of a table whose first group is what is wrong: plain words, each with these."""
    found = []
    for entry in sought(name):
        group = _FIRST_GROUP.search(entry.wrong.pattern)
        words = needles(group[1]) if group else ()
        assert words, f"no plain words in the first group of {entry.wrong.pattern}"  # noqa: S101
        found.append((entry, words))
    return tuple(found)


def listed_around(
    reading: ArticleTexts, entries: tuple[tuple[Entry, tuple[str, ...]], ...]
) -> Iterator[tuple[Found, Entry]]:
    """Yield where entries stand around what is wrong in them: only the text beside these words is searched."""
    text = reading.whole.masked
    for entry, words in entries:
        for word in words:
            at = text.find(word) if word[0] in reading.whole.chars else -1
            while at >= 0:
                match = entry.wrong.search(text, max(0, at - _AROUND), at + len(word) + _AROUND)
                if match and match.start(1) <= at < match.end(1):
                    passage, shift = reading.whole.at(match.start())
                    yield Found(passage, shift, match), entry
                at = text.find(word, at + len(word))


def needles(pattern: str) -> tuple[str, ...]:
    """Return plain words of which one stands in every match of a simple pattern, none where there may be others."""
    bare, before = _LOOKING.sub("", _CLASS.sub(_BREAK, pattern)), ""
    while bare != before:
        bare, before = _GROUP.sub(_BREAK, bare), bare
    bare = _OTHERS.sub(_BREAK, bare)
    words = [max(part.split(_BREAK), key=len) for part in bare.split("|")]
    return tuple(words) if all(words) else ()
