"""Numbers of Word's lists: a part of its own says how each level counts, the text only names list and level."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.intake.word.counting import counted
from editor.intake.word.markup import attribute, child, chosen, number, qn, short, switch, value, whole
from editor.intake.word.package import Element

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_LONGEST_TEXT = 60
_DEFAULT_BULLET = "•"
# chains of lists that name each other by styles
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Level:
    """How a level counts. text: with %1 for the number of the first level; restart: after which level it is anew."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of a paragraph. marker: as printed, empty for an invisible one; list_id, level: of which list."""

    marker: str
    bullet: bool
    list_id: str
    level: int


@dataclass(slots=True)
class _Counter:
    """Where a list stands. used: numbers of the levels; begun: which levels have counted since they began."""

    used: list[int] = field(default_factory=lambda: [0] * _LEVELS)
    begun: list[bool] = field(default_factory=lambda: [False] * _LEVELS)


class Numbering:
    """The lists of a file, and how far each has counted. Paragraphs are asked in the order of the text."""

    def __init__(self, root: Element | None) -> None:
        """Take the root of the part, None where there is none."""
        everything = () if root is None else tuple(root)
        self._abstract = {attribute(one, "w:abstractNumId"): one for one in everything if short(one) == "w:abstractNum"}
        self._lists = {attribute(one, "w:numId"): one for one in everything if short(one) == "w:num"}
        self._by_style = {value(one, "w:styleLink"): key for key, one in self._abstract.items() if _links(one)}
        self._levels: dict[str, Mapping[int, Level]] = {}
        self._counters: dict[str, _Counter] = {}
        self._restarted: set[str] = set()

    def begin(self) -> None:
        """Count from the start again, for another reading of the text."""
        self._counters.clear()
        self._restarted.clear()

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """Return the level that a paragraph style has in a list."""
        return next((at for at, one in self._of(list_id).items() if style and one.style == style), None)

    def next(self, list_id: str, level: int) -> Numbered | None:
        """Return the number of the next paragraph of a list, None for what is no list."""
        levels = self._of(list_id)
        if list_id not in self._lists or not levels:
            return None
        level = min(max(level, 0), _LEVELS - 1)
        own = levels.get(level, Level())
        counter = self._counters.setdefault(self._base(list_id), _Counter())
        self._restart(list_id, counter)
        self._count(counter, levels, level)
        bullet = own.form == "bullet"
        marker = own.text.strip() or _DEFAULT_BULLET if bullet else _printed(own, levels, counter)
        return Numbered(marker=marker.strip(), bullet=bullet, list_id=list_id, level=level)

    def _count(self, counter: _Counter, levels: Mapping[int, Level], level: int) -> None:
        for above in range(level):
            if not counter.begun[above]:
                counter.used[above], counter.begun[above] = levels.get(above, Level()).start, True
        own = levels.get(level, Level())
        counter.used[level] = counter.used[level] + 1 if counter.begun[level] else own.start
        counter.begun[level] = True
        for below in range(level + 1, _LEVELS):
            restart = levels.get(below, Level()).restart
            if restart is None or (restart > level):
                counter.begun[below] = False

    def _restart(self, list_id: str, counter: _Counter) -> None:
        """Begin anew where a list says so the first time it is used."""
        if list_id in self._restarted:
            return
        self._restarted.add(list_id)
        for override in self._lists[list_id].findall(qn("w:lvlOverride")):
            level = whole(attribute(override, "w:ilvl"))
            if child(override, "w:startOverride") is not None and level is not None and 0 <= level < _LEVELS:
                counter.begun[level] = False

    def _base(self, list_id: str) -> str:
        element = self._lists.get(list_id)
        return self._linked(value(element, "w:abstractNumId"))

    def _linked(self, abstract: str) -> str:
        """Return the list that a list takes its levels from; a circle ends after a few steps."""
        for _ in range(_DEEPEST):
            style = value(self._abstract.get(abstract), "w:numStyleLink")
            if not style or style not in self._by_style:
                break
            abstract = self._by_style[style]
        return abstract

    def _of(self, list_id: str) -> Mapping[int, Level]:
        if list_id not in self._levels:
            self._levels[list_id] = self._read(list_id)
        return self._levels[list_id]

    def _read(self, list_id: str) -> Mapping[int, Level]:
        made = dict(_levels(self._abstract.get(self._base(list_id))))
        element = self._lists.get(list_id)
        for override in () if element is None else element.findall(qn("w:lvlOverride")):
            made.update(_levels(override))
            at, start = whole(attribute(override, "w:ilvl")), number(override, "w:startOverride")
            if at is not None and start is not None:
                old = made.get(at, Level())
                made[at] = Level(old.form, old.text, start, old.restart, old.legal, old.style)
        return made


def _links(element: Element) -> bool:
    return bool(value(element, "w:styleLink"))


def _levels(element: Element | None) -> dict[int, Level]:
    found = () if element is None else element.findall(qn("w:lvl"))
    made = {}
    for one in found:
        at = whole(attribute(one, "w:ilvl"))
        if at is not None and 0 <= at < _LEVELS:
            made[at] = _level(one, at)
    return made


def _level(element: Element, at: int) -> Level:
    text = child(element, "w:lvlText")
    start = number(element, "w:start")
    return Level(
        form=_form(element),
        text=_level_text(f"%{at + 1}." if text is None else attribute(text), _form(element)),
        start=1 if start is None else start,
        restart=number(element, "w:lvlRestart"),
        legal=switch(element, "w:isLgl") is True,
        style=value(element, "w:pStyle"),
    )


def _level_text(text: str, form: str) -> str:
    """Return the text of a level; LibreOffice writes ? for 、 into .rtf."""
    text = text[:_LONGEST_TEXT]
    return text.replace("?", "、") if form.startswith("chinese") else text


def _form(element: Element) -> str:
    """Return the form of a level's numbers; custom ones such as 01, 02 stand beside one that older programs know."""
    plain = child(element, "w:numFmt")
    alternatives = child(element, "mc:AlternateContent")
    if plain is None and alternatives is not None:
        branch = chosen(alternatives)
        plain = child(branch, "w:numFmt")
        if attribute(plain) == "custom":
            wide = attribute(plain, "w:format").split(",")[0].strip()
            return "decimalZero" if wide in ("01", "001", "0001") else "decimal"
    return attribute(plain) or "decimal"


def _printed(own: Level, levels: Mapping[int, Level], counter: _Counter) -> str:
    if own.form == "none":
        return _PLACE.sub("", own.text)

    def shown(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        form = "decimal" if own.legal else levels.get(at, Level()).form
        return "" if form in ("none", "bullet") else counted(counter.used[at], form)

    return _PLACE.sub(shown, own.text)
