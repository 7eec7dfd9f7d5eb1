"""Running heads, feet and page numbers: what stands at the same place of several pages."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from editor.intake.pdf.page_lines import Line
from editor.text.characters import fold

# of a page's height from its edges: where heads and feet stand
_MARGIN = 0.14
# pt that the same line may differ in height from page to page
_SAME_PLACE = 6
_FOLIO = re.compile(
    r"[-—–·•|\s]*(?:第)?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:[页版])?(?:\s*[/／|,，]?\s*(?:共)?\s*\d{1,4}\s*页?)?[-—–·•|\s]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Running:
    """lines: those to be left out; texts: what they say, each once, without page numbers."""

    lines: frozenset[Line]
    texts: tuple[str, ...]


def running_lines(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> Running:
    """Return the lines that repeat at the same place of several pages but for numbers, and page numbers."""
    places: dict[tuple[str, bool], list[Line]] = defaultdict(list)
    for lines, height in zip(pages, heights, strict=True):
        for line in lines:
            if line.bottom < _MARGIN * height or line.top > (1 - _MARGIN) * height:
                key = _DIGITS.sub("#", fold(line.text)), line.middle < height / 2
                places[key].append(line)
    found = [line for lines in places.values() for line in _repeated(lines, len(pages))]
    found += [line for lines in pages for line in _beside(lines, set(found))]
    known = {line for lines in pages for line in _outside(lines, set(found))}
    folios = [line for lines, height in zip(pages, heights, strict=True) for line in _folios(lines, height, known)]
    texts = dict.fromkeys(line.text for line in found if line in known and not _FOLIO.fullmatch(line.text))
    return Running(frozenset((*known, *folios)), tuple(texts))


def _repeated(lines: list[Line], pages: int) -> list[Line]:
    """Return lines of one text that stand once a page at one height on several pages, a third of them at least."""
    at_height: dict[int, list[int]] = defaultdict(list)
    for line in lines:
        at_height[round(line.middle)].append(line.page)
    fits: dict[int, bool] = {}
    for height in at_height:
        near = [
            page for one in range(height - _SAME_PLACE, height + _SAME_PLACE + 1) for page in at_height.get(one, ())
        ]
        fits[height] = len(near) == len(set(near)) >= max(_FEWEST, min(pages // 3, 6))
    return [line for line in lines if fits[round(line.middle)]]


def _outside(lines: Sequence[Line], known: set[Line]) -> list[Line]:
    """Return the running lines that have no line of the text between them and the page's edge."""
    rest = [line for line in lines if line not in known and not _FOLIO.fullmatch(line.text)]
    top, foot = min((line.top for line in rest), default=0.0), max((line.bottom for line in rest), default=0.0)
    return [line for line in lines if line in known and (line.middle < top or line.middle > foot or not rest)]


def _beside(lines: Sequence[Line], known: set[Line]) -> list[Line]:
    """Return lines at the height of a running one: a part's name that changes from page to page."""
    heights = {round(line.middle) for line in lines if line in known}
    near = {height + shift for height in heights for shift in (-2, -1, 0, 1, 2)}
    return [line for line in lines if line not in known and round(line.middle) in near]


def _folios(lines: Sequence[Line], height: float, known: set[Line]) -> list[Line]:
    """Return the page numbers outside all other lines of a page."""
    rest = [line for line in lines if line not in known]
    numbers = [line for line in rest if _FOLIO.fullmatch(line.text)]
    others = [line for line in rest if not _FOLIO.fullmatch(line.text)]
    top = min((line.top for line in others), default=height / 2)
    foot = max((line.bottom for line in others), default=height / 2)
    outside = (line for line in numbers if line.bottom < top or line.top > foot)
    return [line for line in outside if line.bottom < _MARGIN * height or line.top > (1 - _MARGIN) * height]
