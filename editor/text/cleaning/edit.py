"""Edits of a text, and how those that follow each other become replacements in the text before all of them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple


class Edit(NamedTuple):
    """The code points from start to end become text.

    group: edits of a rule with the same number stand or fall together, None for one that stands alone; bold: what
    lies between the edits of its group becomes bold.
    """

    start: int
    end: int
    text: str
    group: int | None = None
    bold: bool = False


class Splice(NamedTuple):
    """The code points from start to end of the first text become text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What stands or falls together in a text. rule: id of the first that had a hand in it; bold: spans to set bold.

    All places are those of the first text.
    """

    rule: str
    splices: tuple[Splice, ...]
    bold: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Touch:
    """An edit as a stretch of the first text, in which nothing of it is left. bold: whether it begins bold text."""

    start: int
    end: int
    rule: str
    group: int
    bold: bool


@dataclass(slots=True)
class Composition:
    """A text under edit, rule after rule. first: as it was; text: as it is now."""

    first: str
    text: str = ""
    # where every character of the text stood in the first, -1 for a new one
    _origins: list[int] = field(default_factory=list)
    _touched: list[_Touch] = field(default_factory=list)
    _groups: int = 0

    def __post_init__(self) -> None:
        """Begin with a text that nothing has changed."""
        self.text = self.first

    def add(self, rule: str, edits: Iterable[Edit]) -> bool:
        """Apply edits of the text as it is now, in any order; return whether there were any.

        Those that change nothing, and of those that overlap all but the first, are left out with their groups.
        """
        chosen = _standing(self.text, edits)
        if not chosen:
            return False
        if not self._touched:
            self._origins = list(range(len(self.first)))
        self._note(rule, chosen)
        origins: list[int] = []
        at = 0
        for one in chosen:
            origins += self._origins[at : one.start]
            origins += [-1] * len(one.text)
            at = one.end
        self._origins = origins + self._origins[at:]
        self.text = spliced(self.text, chosen)
        return True

    def replacements(self) -> tuple[Replacement, ...]:
        """Return what became of the first text, in order; nothing for what came back to what it was."""
        if not self._touched:
            return ()
        splices = tuple(self._splices())
        return tuple(_replacements(splices, self._touched, self.first))

    def _note(self, rule: str, edits: list[Edit]) -> None:
        known: dict[int, int] = {}
        befores = _kept_before(self._origins)
        afters = _kept_after(self._origins, len(self.first))
        for one in edits:
            number = self._groups
            if one.group is not None:
                number = known.setdefault(one.group, self._groups)
            self._groups += number == self._groups
            self._touched.append(_Touch(befores[one.start], afters[one.end], rule, number, one.bold))

    def _splices(self) -> Iterator[Splice]:
        """Yield the stretches of the first text that are not there any more, with what stands in their place."""
        kept = [(-1, -1), *((now, was) for now, was in enumerate(self._origins) if was >= 0)]
        for (now, was), (then, will) in pairwise((*kept, (len(self.text), len(self.first)))):
            if then - now > 1 or will - was > 1:
                yield Splice(was + 1, will, self.text[now + 1 : then])


def spliced(text: str, edits: Iterable[Edit | Splice]) -> str:
    """Return text with edits applied, which are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for one in edits:
        parts += (text[at : one.start], one.text)
        at = one.end
    return "".join((*parts, text[at:]))


def _standing(text: str, edits: Iterable[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    dropped: set[int | None] = set()
    for one in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        apart = not kept or one.start > kept[-1].end or (one.start == kept[-1].end and one.start < one.end)
        if apart and text[one.start : one.end] != one.text:
            kept.append(one)
        else:
            dropped.add(one.group)
    dropped.discard(None)
    return [one for one in kept if one.group not in dropped] if dropped else kept


def _kept_before(origins: list[int]) -> list[int]:
    """Return for each place of the text where the first goes on behind the last character that is left before it."""
    found, last = [0], 0
    for was in origins:
        last = was + 1 if was >= 0 else last
        found.append(last)
    return found


def _kept_after(origins: list[int], length: int) -> list[int]:
    """Return for each place of the text where the first character that is left behind it stood."""
    found, last = [length], length
    for was in reversed(origins):
        last = was if was >= 0 else last
        found.append(last)
    return found[::-1]


def _replacements(splices: tuple[Splice, ...], touched: list[_Touch], first: str) -> Iterator[Replacement]:
    starts = [one.start for one in splices]
    homes = [max(bisect_right(starts, one.start) - 1, 0) for one in touched]
    groups = _Groups()
    for one, home in zip(touched, homes, strict=True):
        groups.join(home, -1 - one.group)
    members: dict[int, list[int]] = {}
    for number in range(len(splices)):
        members.setdefault(groups.root(number), []).append(number)
    owned: dict[int, list[_Touch]] = {}
    for one, home in zip(touched, homes, strict=True):
        owned.setdefault(groups.root(home), []).append(one)
    for root, numbers in members.items():
        made = tuple(
            splices[number] for number in numbers if first[slice(*splices[number][:2])] != splices[number].text
        )
        bold = tuple(_bold_spans(owned[root]))
        if made or bold:
            yield Replacement(rule=owned[root][0].rule, splices=made, bold=bold)


def _bold_spans(touched: list[_Touch]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between two edits of a group that makes bold."""
    marks: dict[int, list[_Touch]] = {}
    for one in touched:
        if one.bold:
            marks.setdefault(one.group, []).append(one)
    yield from ((pair[0].end, pair[-1].start) for pair in marks.values() if pair[0].end < pair[-1].start)


class _Groups:
    """Which numbers belong together."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def root(self, number: int) -> int:
        while (parent := self._parents.get(number, number)) != number:
            number = parent
        return number

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)), reverse=True)
        # splices have the higher numbers, so that the root of a group is the first of its splices where it can be
        self._parents[second] = first
