"""Where a line of a title may end: between words, beside no mark that belongs to its neighbour."""

import re
from functools import lru_cache
from itertools import pairwise

from editor.model.dataclass import dataclass
from editor.text.characters import is_han
from editor.text.segments import words_of

_OPEN = "《（“‘〈「『【〔(<["
_CLOSE = "》）”’〉」』】〕)，。、；：！？…—·,.;:!?%％>]"
# a line never begins with these words, since they belong to what is before them
_BOUND_LEFT = frozenset(
    "的地得了着过之等和与及或暨并性化者们式型度率量类级版稿市省县区州部局厅委办院会社处科所站法税费书奖令案网病品业家员"
    "内外上下中前后间时起"
) | {"以及", "等部门"}
# a line never ends with these, since they belong to what comes
_BOUND_RIGHT = frozenset(
    "对在为将把被从向由让以于按就因非不未已再更如最各该本每某新老大小高低多全总副原迎除第约近超达至省市县区"
) | {"中共"}
# after these a line may end although they are of one character
_ENDS = frozenset("的和与及或等市省县区州部局厅委办院会社处法税奖化性后中内外前者业品网")
# a line may begin with these, though they are of one character
_BEGINS = frozenset("对在为将把被从向由让以按就因")
# a remark in brackets stays with the words before it: （试行）
_REMARK = re.compile(r"[（(〔][^（）()〔〕]{1,12}[）)〕]")
_LATIN = re.compile("[!-~\u00c0-\u024f’]")
_INSIDE = 8
_SINGLE = 12


@dataclass(frozen=True, slots=True)
class Seam:
    """A place between two words. good: nothing speaks against it; cost: how much does, in em of unevenness."""

    at: int
    left: str
    right: str
    good: bool
    cost: float


@lru_cache(maxsize=1024)
def seams(text: str) -> tuple[Seam, ...]:
    """Return where a line of the text may end, in order; never inside a word, a number, or a remark in brackets."""
    words = words_of(text)
    found: list[Seam] = []
    remarks = [match.span() for match in _REMARK.finditer(text)]
    at = 0
    for number, (left, right) in enumerate(pairwise(words)):
        at += len(left)
        if _may_break(left, right) and not _in_latin(text, at) and not any(start <= at < end for start, end in remarks):
            found.append(_seam(text, at, words, number))
    return tuple(found)


def pieces(text: str) -> tuple[str, ...]:
    """Return text cut where its lines may end; joined they are the text again."""
    ends = [0, *(seam.at for seam in seams(text) if seam.good), len(text)]
    return tuple(text[start:end] for start, end in pairwise(ends) if end > start)


def _may_break(left: str, right: str) -> bool:
    if right[0] in _CLOSE or left[-1] in _OPEN:
        return False
    return right not in ("的", "和") and not right.isspace()


def _in_latin(text: str, at: int) -> bool:
    """Return whether a place is inside Latin text, which the typesetter breaks itself."""
    return bool(_LATIN.match(text[:at].rstrip()[-1:]) and _LATIN.match(text[at:].lstrip()[:1]))


def _seam(text: str, at: int, words: tuple[str, ...], number: int) -> Seam:
    left, right = words[number], words[number + 1]
    before = words[number - 1] if number else ""
    good = right not in _BOUND_LEFT and not _leads(left, before) and not _single(left, right)
    depth = sum(text.count(mark, 0, at) for mark in "《（“(") - sum(text.count(mark, 0, at) for mark in "》）”)")
    return Seam(at=at, left=left, right=right, good=good, cost=_INSIDE * depth + (0 if good else _SINGLE))


def _leads(left: str, before: str) -> bool:
    """Return whether a word belongs to what comes: 对|原产于, but also the 省 of 转发省|财政厅."""
    if left in "省市县区" and is_han(before[-1:]) and before not in ("转发", "印发", "关于", "与", "和", "及"):
        return False
    return left in _BOUND_RIGHT


def _single(left: str, right: str) -> bool:
    """Return whether a character alone is at the seam, most likely a part of a word that the list has not."""
    alone = len(left) == 1 and is_han(left) and left not in _ENDS
    return alone or (len(right) == 1 and is_han(right) and right not in _BEGINS)
