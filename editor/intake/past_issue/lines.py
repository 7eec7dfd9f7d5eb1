"""Lines of a text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from editor.intake.past_issue.reading_types import Correction, LineRole
from editor.text.characters import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A line with text. number: from 1 in the file; gap: blank lines before it.

    told: what an editor said that it is, None where nothing was said; section: of a title, as the editor chose it.
    """

    number: int
    text: str
    gap: int
    told: LineRole | None = None
    section: str = ""

    @property
    def key(self) -> str:
        """The text for comparison."""
        return _folded(self.text)


@lru_cache(maxsize=1 << 15)
def _folded(text: str) -> str:
    return fold(text)


Lines = Sequence[SourceLine]


def split_lines(text: str) -> list[SourceLine]:
    """Return the lines that hold anything, each knowing how many blank ones stand before it."""
    lines: list[SourceLine] = []
    gap = 0
    for number, raw in enumerate(text.split("\n"), 1):
        stripped = raw.strip(" \u3000\u00a0") if "\t" in raw else raw.strip()
        if stripped.strip():
            lines.append(SourceLine(number=number, text=stripped, gap=gap))
            gap = 0
        else:
            gap += 1
    return lines


def told_lines(lines: Lines, corrections: Iterable[Correction]) -> list[SourceLine]:
    """Return lines with what an editor said about them; the last word about a line counts."""
    said = {one.line: one for one in corrections}
    return [
        replace(line, told=said[line.number].role, section=said[line.number].section) if line.number in said else line
        for line in lines
    ]


def groups(lines: Lines) -> list[list[SourceLine]]:
    """Return lines that stand together without a blank one between them."""
    found: list[list[SourceLine]] = []
    for line in lines:
        if line.gap or not found:
            found.append([])
        found[-1].append(line)
    return found
