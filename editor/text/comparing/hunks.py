"""The shortest edit between two lists of tokens, made readable: short gaps are joined, ends moved to punctuation.

The shortest edit keeps every character that both texts happen to share, even inside a word such as 数据平台.
"""

from dataclasses import dataclass
from itertools import pairwise

from editor.text.comparing.seams import seam

_Tokens = list[str]


@dataclass(slots=True)
class Hunk:
    """The equal tokens before an edit, and the edit: tokens removed and added."""

    same: _Tokens
    removed: _Tokens
    added: _Tokens


def hunks_of(before: _Tokens, after: _Tokens) -> list[Hunk]:
    """Return the shortest edit. The last hunk may edit nothing."""
    # imported with the first comparison, to keep the start short
    from rapidfuzz.distance import Indel

    hunks = [Hunk([], [], [])]
    for step in Indel.opcodes(before, after):
        old, new = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        if step.tag != "equal":
            hunks[-1].removed += old
            hunks[-1].added += new
        elif hunks[-1].removed or hunks[-1].added:
            hunks.append(Hunk(old, [], []))
        else:
            hunks[-1].same += old
    return hunks


def joined(hunks: list[Hunk]) -> list[Hunk]:
    """Return edits joined with their neighbours where the equal part between two is no longer than either."""
    made: list[Hunk] = []
    for hunk in hunks:
        made.append(hunk)
        while len(made) > 1 and _is_crumb(made[-1].same, made[-2], made[-1]):
            late, early = made.pop(), made[-1]
            early.removed += late.same + late.removed
            early.added += late.same + late.added
    return made


def settled(hunks: list[Hunk]) -> list[Hunk]:
    """Return pure insertions and removals shifted along equal characters to the beginning or end of a phrase."""
    for early, late in pairwise(hunks):
        if bool(early.removed) != bool(early.added):
            _settle(early, late)
    return hunks


def _is_crumb(same: _Tokens, early: Hunk, late: Hunk) -> bool:
    size = len(same)
    return size <= max(len(early.removed), len(early.added)) and size <= max(len(late.removed), len(late.added))


def _settle(hunk: Hunk, late: Hunk) -> None:
    """Shift an edit along the equal tokens around it to the best place."""
    edit = hunk.removed or hunk.added
    line = hunk.same + edit + late.same
    start, size = len(hunk.same), len(edit)
    first = start
    while first > 0 and line[first - 1] == line[first - 1 + size]:
        first -= 1
    last = start
    while last + size < len(line) and line[last] == line[last + size]:
        last += 1
    best = max(range(first, last + 1), key=lambda at: (seam(line, at) + seam(line, at + size), at == start))
    edit[:] = line[best : best + size]
    hunk.same, late.same = line[:best], line[best + size :]
