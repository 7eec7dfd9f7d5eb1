"""Which sentences are current, and where keys lead from them. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.desk.abridging import Place


@dataclass(frozen=True, slots=True)
class SentenceRange:
    """places: all of them in order; first: where the range was begun; last: where it is now; numbers among places."""

    places: tuple[Place, ...]
    first: int = 0
    last: int = 0

    @property
    def current(self) -> Place | None:
        """The sentence that keys go on from, None where there is none."""
        return self.places[self.last] if self.places else None

    @property
    def chosen(self) -> tuple[Place, ...]:
        """The sentences from the first to the last, whichever comes first."""
        return self.places[min(self.first, self.last) : max(self.first, self.last) + 1]

    def by_sentence(self, by: int, *, extend: bool = False) -> "SentenceRange":
        """Return the range after so many steps; it ends at the text's ends."""
        return self._to(self.last + by, extend=extend)

    def by_paragraph(self, by: int, *, extend: bool = False) -> "SentenceRange":
        """Return the range at the start of the paragraph before, its own where it is inside one, or after.

        Extended downwards it takes paragraphs whole.
        """
        if not self.places:
            return self
        unit = self.places[self.last].unit
        starts = [number for number, place in enumerate(self.places) if place.sentence == 0]
        if by < 0:
            return self._to(next((one for one in reversed(starts) if one < self.last), 0), extend=extend)
        if not extend:
            return self._to(next((one for one in starts if one > self.last), self.last), extend=False)
        end = _last_of(self.places, unit)
        after = self.places[min(end + 1, len(self.places) - 1)].unit
        return self._to(end if self.last < end else _last_of(self.places, after), extend=True)

    def whole_paragraph(self) -> "SentenceRange":
        """Return the range over the paragraph it is in."""
        if not self.places:
            return self
        unit = self.places[self.last].unit
        first = next(number for number, place in enumerate(self.places) if place.unit == unit)
        return replace(self, first=first, last=_last_of(self.places, unit))

    def at(self, place: Place) -> "SentenceRange":
        """Return the range of one sentence."""
        number = self.places.index(place)
        return replace(self, first=number, last=number)

    def _to(self, number: int, *, extend: bool) -> "SentenceRange":
        last = min(max(number, 0), max(len(self.places) - 1, 0))
        return replace(self, first=self.first if extend else last, last=last)


def _last_of(places: Sequence[Place], unit: int) -> int:
    return max(number for number, place in enumerate(places) if place.unit == unit)
