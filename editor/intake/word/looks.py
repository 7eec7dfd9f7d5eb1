"""Headings that only their look tells: short bold or larger lines between paragraphs, without a style or a number."""

import re

from editor.intake.word.forms import DATE_LINE, DOCUMENT_NUMBER
from editor.intake.word.lines import Item, Line, Role
from editor.text.line_forms import heading_level
from editor.text.person_names import is_person_name

_LONGEST = 30
# a text of bold paragraphs has no heading by bold type
_MOST_STRONG = 0.4
_ENDS = "。；：:，,、！？!?…"
_HANZI = re.compile(r"[㐀-鿿]{2}")
_ISSUER = re.compile(r"\S*(?:局|厅|部|委|办|院|会|社|报|站|中心|公司|政府|办公室|编辑部|通讯员.*|记者.*)")
_ASIDE = re.compile(r"[（(【\[].*[）)】\]]|附\s*件.*|[图表]\s*\d.*")

_Look = tuple[int, bool]


def looked_levels(items: list[Item], size: int) -> dict[str, int]:
    """Return the levels of such headings, 1 to 3, by the uid of their line. size: of most characters, half-points."""
    if _strong_share(items) > _MOST_STRONG:
        return {}
    found = {at: _look(item, size) for at, item in enumerate(items) if isinstance(item, Line) and _stands(item, size)}
    headings = {at: look for at, look in found.items() if _leads(items, at, found)}
    levels = _levels_of(set(headings.values()), _known(items, size))
    return {items[at].uid: levels[look] for at, look in headings.items()}


def _strong_share(items: list[Item]) -> float:
    lines = [item for item in items if isinstance(item, Line)]
    strong = sum(len(line.text) for line in lines if line.strong)
    return strong / max(1, sum(len(line.text) for line in lines))


def _look(line: Line, size: int) -> _Look:
    return max(line.size, size), line.strong


def _stands(line: Line, size: int) -> bool:
    """Return whether a line may be such a heading by itself."""
    text = line.text.strip()
    if line.role is not Role.TEXT or line.level or line.right or line.numbered or not (line.strong or line.size > size):
        return False
    fits = len(text) <= _LONGEST and _HANZI.search(text) and text[-1:] not in _ENDS
    apart = _ASIDE.fullmatch(text) or DATE_LINE.fullmatch(text) or DOCUMENT_NUMBER.fullmatch(text)
    return bool(fits and not apart and "。" not in text)


def _leads(items: list[Item], at: int, found: dict[int, _Look]) -> bool:
    """Return whether text, or a heading of a lesser look, comes next; the issuer below a title leads nothing."""
    below = items[at + 1] if at + 1 < len(items) else None
    text = _text(items[at])
    alone = sum(look == found[at] for look in found.values()) == 1
    if not isinstance(below, Line) or (at == 0 and alone and (_ISSUER.fullmatch(text) or is_person_name(text))):
        return False
    if DOCUMENT_NUMBER.fullmatch(below.text.strip()):
        # the letterhead
        return False
    if found[at] in (found.get(at - 1), found.get(at + 1)):
        # lines of one look together are something else, e.g. who takes part
        return False
    return at + 1 in found or not below.strong


def _text(item: Item) -> str:
    return item.text.strip() if isinstance(item, Line) else ""


def _known(items: list[Item], size: int) -> dict[_Look, int]:
    """Return the level that headings by style or number have by their look, where they stand out at all."""
    made: dict[_Look, int] = {}
    for item in items:
        if isinstance(item, Line) and (item.strong or item.size > size):
            level = item.level or heading_level(item.text.strip())
            if level:
                made[_look(item, size)] = min(level, 3, made.get(_look(item, size), level))
    return made


def _levels_of(looks: set[_Look], known: dict[_Look, int]) -> dict[_Look, int]:
    """Return a level for each look: as headings with numbers have it, else one below the next greater look."""
    made = dict(known)
    for look in sorted(looks - known.keys(), reverse=True):
        made[look] = min(3, 1 + max((level for other, level in made.items() if other > look), default=0))
    return made
