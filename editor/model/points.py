"""积分: what a publication gives a unit for a piece of it that was printed."""

from editor.model.dataclass import dataclass

MOST_POINTS = 100


def _check(points: int) -> None:
    if not 0 <= points <= MOST_POINTS:
        raise ValueError(f"no points: {points}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPoints:
    """What a piece of a section counts. section: its name; points: from 0 to `MOST_POINTS`."""

    section: str
    points: int

    def __post_init__(self) -> None:
        """Raise ValueError for points that are none."""
        _check(self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """adopted: for a piece that was printed; headline: for the first article of an issue, in place of that.

    sections: for those that count differently from `adopted`.
    """

    adopted: int = 1
    headline: int = 3
    sections: tuple[SectionPoints, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError for points that are none, or for a section named twice."""
        _check(self.adopted)
        _check(self.headline)
        if len({one.section for one in self.sections}) != len(self.sections):
            raise ValueError("a section counts once")

    def of(self, section: str, *, headline: bool) -> int:
        """Return what a piece counts."""
        if headline:
            return self.headline
        return next((one.points for one in self.sections if one.section == section), self.adopted)


USUAL_POINTS = Points()
