"""采用通报 as a paper: what units sent in, what of it was printed, and their points."""

from dataclasses import dataclass

from editor.document.papers import Fact, PaperHeading


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """A unit of the ranking; numbers as printed. months: points of each month of `AdoptionReport.months`."""

    rank: str
    unit: str
    received: str
    adopted: str
    headlines: str
    rate: str
    points: str
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceLine:
    """A piece that was printed. mark: 头条, or empty."""

    issue: str
    title: str
    section: str
    mark: str
    points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPieces:
    """The pieces of a unit. count: in words."""

    unit: str
    count: str
    pieces: tuple[PieceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionReport:
    """采用通报. lead: its first sentence; months: their names, empty where the period is one; total: the last line.

    rules: how points are counted; empty: the sentence printed when nothing came in.
    """

    heading: PaperHeading
    lead: str
    facts: tuple[Fact, ...]
    units: tuple[UnitLine, ...]
    total: UnitLine | None
    months: tuple[str, ...]
    pieces: tuple[UnitPieces, ...]
    rules: tuple[str, ...]
    empty: str
