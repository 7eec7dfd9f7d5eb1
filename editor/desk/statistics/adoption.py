"""采用通报: what each unit sent in, how much of it was printed, and the points that it has for that."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from editor.desk.issue_entry import IssueEntry
from editor.desk.statistics.counting import short_label
from editor.desk.statistics.facts import ArticleFacts
from editor.desk.statistics.period import Period
from editor.model.dataclass import dataclass
from editor.model.origin import ReceiptState
from editor.model.points import Points


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedPiece:
    """A piece that was printed. date: of its issue, issue: its name; headline: it was the first of it."""

    title: str
    section: str
    issue: str
    date: dt.date
    headline: bool
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMonth:
    """A month of a unit. month: its first day."""

    month: dt.date
    received: int = 0
    adopted: int = 0
    points: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAdoption:
    """A unit in a period. received: by the day a piece came in; adopted: by the date of the issue that printed it.

    taken: of the pieces received, those that stand in an issue, of whatever date; rank: from 1, units with the same
    points share one; unit: empty for pieces without.
    """

    unit: str
    received: int
    taken: int
    adopted: int
    headlines: int
    rejected: int
    points: int
    months: tuple[UnitMonth, ...]
    pieces: tuple[AdoptedPiece, ...]
    rank: int = 0

    @property
    def rate(self) -> int | None:
        """采用率: percentage of the pieces received that were taken, None where none came in within the period."""
        return round(100 * self.taken / self.received) if self.received else None


def adoptions(
    facts: Iterable[ArticleFacts], entries: Iterable[IssueEntry], period: Period, points: Points
) -> tuple[UnitAdoption, ...]:
    """Return every unit that sent something in a period or was printed in it, the one with most points first."""
    known = {one.uid: one for one in entries}
    by_unit: defaultdict[str, list[ArticleFacts]] = defaultdict(list)
    for one in facts:
        if one.receipt:
            by_unit[one.receipt.unit.strip()].append(one)
    made = (_adoption(unit, of_it, known, period, points) for unit, of_it in by_unit.items())
    found = sorted(
        (one for one in made if one.received or one.adopted),
        key=lambda one: (one.unit == "", -one.points, -one.adopted, -one.received, one.unit),
    )
    return tuple(_ranked(found))


def _ranked(found: list[UnitAdoption]) -> Iterator[UnitAdoption]:
    rank = 0
    for at, one in enumerate(found, 1):
        if at == 1 or one.points != found[at - 2].points:
            rank = at
        yield replace(one, rank=rank)


def _adoption(
    unit: str, articles: list[ArticleFacts], entries: dict[str, IssueEntry], period: Period, points: Points
) -> UnitAdoption:
    came = [one for one in articles if one.receipt and period.holds(one.receipt.received)]
    pieces = tuple(sorted(_pieces(articles, entries, period, points), key=lambda one: one.date))
    return UnitAdoption(
        unit=unit,
        received=len(came),
        taken=sum(bool(one.issue) for one in came),
        adopted=len(pieces),
        headlines=sum(one.headline for one in pieces),
        rejected=sum(one.receipt is not None and one.receipt.state is ReceiptState.REJECTED for one in came),
        points=sum(one.points for one in pieces),
        months=tuple(_month(month, came, pieces) for month in period.months()),
        pieces=pieces,
    )


def _pieces(
    articles: list[ArticleFacts], entries: dict[str, IssueEntry], period: Period, points: Points
) -> Iterator[AdoptedPiece]:
    for one in articles:
        entry = entries.get(one.issue)
        if entry and period.holds(entry.date):
            first = one.place == 0
            yield AdoptedPiece(
                title=one.title,
                section=one.section,
                issue=short_label(entry),
                date=entry.date,
                headline=first,
                points=points.of(one.section, headline=first),
            )


def _month(month: dt.date, came: list[ArticleFacts], pieces: tuple[AdoptedPiece, ...]) -> UnitMonth:
    printed = [one for one in pieces if one.date.replace(day=1) == month]
    return UnitMonth(
        month=month,
        received=sum(one.receipt is not None and one.receipt.received.replace(day=1) == month for one in came),
        adopted=len(printed),
        points=sum(one.points for one in printed),
    )
