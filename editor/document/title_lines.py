"""Breaks a title into lines where the editor set no breaks."""

import math
from collections.abc import Callable
from itertools import accumulate, pairwise

from editor.document.measure import display_width
from editor.model.article import Article, Title
from editor.model.block_texts import block_texts
from editor.model.body import Block
from editor.text.seams import Seam, seams

# what a line ends with most naturally: the verb of issuing
_VERBS = ("发布", "印发", "转发", "公布", "出台", "召开", "通过", "启动")
_SHORTEST = 4
# the smaller, the more a line far from the even share costs
_EVEN = 16


def title_lines(title: str, *, text: str, width: float) -> tuple[str, ...]:
    """Return title in one line where it fits width (em), else in as few even ones as hold it.

    A break goes between words (see `editor.text.seams`), best before 《 or 关于 and after a verb of issuing, rather
    not between words that stand side by side in the article's text. A title without such a place stays one line.
    """
    if display_width(title) <= width:
        return (title,)
    count = math.ceil(display_width(title) / width)
    found = seams(title)
    for strict in (True, False):
        places = [seam for seam in found if not strict or seam.good]
        for lines in (count, count + 1):
            broken = _broken(title, places, lines, text, width)
            if broken:
                return broken
    return (title,)


def _broken(title: str, places: list[Seam], count: int, text: str, width: float) -> tuple[str, ...]:
    """Return the best way to so many lines, empty where there is none."""
    breaker = _Breaker(title, width, count)
    stops = [0, *(seam.at for seam in places), len(title)]
    costs = [0.0, *(_cost(title, seam, text) for seam in places), 0.0]
    # of each stop: the cheapest lines that end there
    ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for number in range(1, count + 1):
        ways = _further(ways, stops, costs, breaker.last if number == count else breaker.line)
    way = ways.get(len(title))
    return tuple(title[start:end].strip() for start, end in pairwise(way[1])) if way else ()


def _further(
    ways: dict[int, tuple[float, tuple[int, ...]]],
    stops: list[int],
    costs: list[float],
    line: Callable[[int, int], float | None],
) -> dict[int, tuple[float, tuple[int, ...]]]:
    """Return the cheapest ways with one line more."""
    longer: dict[int, tuple[float, tuple[int, ...]]] = {}
    for start, (spent, way) in ways.items():
        for stop, cost in zip(stops, costs, strict=True):
            own = line(start, stop) if stop > start else None
            if own is not None and (stop not in longer or spent + cost + own < longer[stop][0]):
                longer[stop] = (spent + cost + own, (*way, stop))
    return longer


class _Breaker:
    """What lines of a title cost, in em off the even share."""

    def __init__(self, title: str, width: float, count: int) -> None:
        self._edges = list(accumulate(map(display_width, title), initial=0.0))
        self._width, self._even = width, self._edges[-1] / count

    def line(self, start: int, end: int) -> float | None:
        """Return the cost of a line, None for one that doesn't fit or is too short."""
        wide = self._edges[end] - self._edges[start]
        off = abs(wide - self._even)
        return off + off * off / _EVEN if wide <= self._width and end - start >= _SHORTEST else None

    def last(self, start: int, end: int) -> float | None:
        """Return the cost of the last line, which is rather the longer one."""
        cost = self.line(start, end) if end == len(self._edges) - 1 else None
        return None if cost is None else cost - 0.1 * (self._edges[end] - self._edges[start])


def _cost(title: str, seam: Seam, text: str) -> float:
    before, after = title[: seam.at], title[seam.at :]
    together = text.count(seam.left + seam.right)
    cost = seam.cost + 24 * together / (min(text.count(seam.left), text.count(seam.right)) + 1)
    if after.startswith("《"):
        return cost - 14
    if after.startswith("关于"):
        return cost - 8
    return cost - 6 if before.endswith(_VERBS) else cost


def article_lines(article: Article, *, title_width: float) -> tuple[str, ...]:
    """Return the title's lines as set: the editor's own, else those that the measure (em) asks for."""
    return lines_of(article.title, article.blocks, title_width)


def lines_of(title: Title, blocks: tuple[Block, ...], width: float) -> tuple[str, ...]:
    """Return the lines of a title above these blocks. width: of the measure (em)."""
    if len(title.lines) > 1:
        return title.lines
    text = "".join(part for block in blocks for part in block_texts(block))
    return title_lines(title.text, text=text, width=width)
