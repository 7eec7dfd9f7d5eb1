"""From the coordinates of a PDF's page, whose origin and rotation are its own, to pt from its upper left corner."""

from dataclasses import dataclass
from typing import Self

import pypdfium2


@dataclass(frozen=True, slots=True)
class PageFrame:
    """width, height: pt, as shown; left, foot: of the shown part in its coordinates; turns: clockwise quarters."""

    width: float
    height: float
    left: float
    foot: float
    turns: int

    @classmethod
    def of(cls, page: pypdfium2.PdfPage) -> Self:
        """Return a page's frame."""
        left, foot, _, _ = page.get_cropbox()
        return cls(page.get_width(), page.get_height(), left, foot, page.get_rotation() // 90 % 4)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of an area of the page, as shown."""
        (x1, y1), (x2, y2) = self.point(left, bottom), self.point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the page as shown."""
        x, y = x - self.left, y - self.foot
        match self.turns:
            case 1:
                return y, x
            case 2:
                return self.width - x, y
            case 3:
                return self.width - y, self.height - x
            case _:
                return x, self.height - y

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """Return a direction of the page as shown, y downwards."""
        match self.turns:
            case 1:
                return y, x
            case 2:
                return -x, y
            case 3:
                return -y, -x
            case _:
                return x, -y
