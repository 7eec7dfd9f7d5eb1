"""An article under abridging as a value: what is kept and struck, and what is left of it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from editor.desk.abridging.unit import SentenceState, Span, Unit
from editor.desk.overview import article_characters
from editor.model.article import Article
from editor.model.body import Block
from editor.model.dataclass import dataclass


class Place(NamedTuple):
    """A sentence. unit: number of its block, from 0; sentence: number in the block, from 0."""

    unit: int
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Abridgement:
    """article: as it stands; units: its blocks, with what the original says besides, in order."""

    article: Article
    units: tuple[Unit, ...]

    def places(self) -> tuple[Place, ...]:
        """Return every sentence in order."""
        return tuple(
            Place(number, sentence) for number, unit in enumerate(self.units) for sentence in range(len(unit.ends))
        )

    def state(self, place: Place) -> SentenceState:
        """Return what is decided on a sentence."""
        return self.units[place.unit].state(place.sentence)

    def with_sentences(self, places: Iterable[Place], *, struck: bool) -> "Abridgement":
        """Return it with sentences struck or kept."""
        spans: dict[int, list[Span]] = {}
        for place in places:
            spans.setdefault(place.unit, []).append(self.units[place.unit].span(place.sentence))
        return self._with_spans(spans, struck=struck)

    def with_words(self, unit: int, span: Span, *, struck: bool) -> "Abridgement":
        """Return it with words of a block struck or kept; of a block that is not cut all of it."""
        found = self.units[unit]
        return self._with_spans({unit: [(0, found.ends[-1]) if found.whole else span]}, struck=struck)

    def toggled(self, places: Iterable[Place]) -> "Abridgement":
        """Return it with sentences struck where all of them are kept, else kept."""
        chosen = tuple(places)
        return self.with_sentences(chosen, struck=all(self.state(one) is SentenceState.KEPT for one in chosen))

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks that are left."""
        return tuple(block for block in (unit.result() for unit in self.units) if block is not None)

    def result(self) -> Article:
        """Return the article as it becomes; the same object where nothing would change."""
        blocks = self.blocks()
        return self.article if blocks == self.article.blocks else replace(self.article, blocks=blocks)

    def characters(self) -> int:
        """Return the 字数 of what is left, counted as everywhere."""
        return article_characters(self.result())

    def whole_characters(self) -> int:
        """Return the 字数 of all that can be kept."""
        return article_characters(replace(self.article, blocks=tuple(map(_whole, self.units))))

    def changed(self) -> bool:
        """Return whether anything was decided otherwise than it began."""
        return any(unit.struck != unit.begun for unit in self.units)

    def _with_spans(self, spans: dict[int, list[Span]], *, struck: bool) -> "Abridgement":
        units = list(self.units)
        for number, found in spans.items():
            for span in found:
                units[number] = units[number].with_span(span, struck=struck)
        made = tuple(units)
        return self if made == self.units else replace(self, units=made)


def _whole(unit: Unit) -> Block:
    return unit.block if unit.whole else replace(unit, struck=(), standing=False).result() or unit.block
