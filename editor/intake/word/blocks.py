"""Lines as blocks: headings by Word's levels or by their typed numbers, lists, quotations, paragraphs."""

import itertools
import re
from collections import Counter

from editor.intake.html.flow import plain_heading
from editor.intake.word.lines import Item, Line, Role, with_marker, without_front
from editor.intake.word.looks import looked_levels
from editor.intake.word.losses import Account, Loss
from editor.intake.word.numbering import Numbered
from editor.model.body import Block, Heading, ItemList, Paragraph, Quote, Text
from editor.text.line_forms import bullet, heading_level, typed_number

_LONGEST, _LONGEST_SPOKEN = 60, 25
_FORMS = (
    re.compile(r"(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}[章部编])\s*\S.*"),
    re.compile(r"(?:[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}节)\s*\S.*"),
    re.compile(r"\d{1,2}(?:[.．](?!\d)|、)\s*\S.*"),
)
_SENTENCE = re.compile("[。；！？]")
_COUNT = re.compile(r"([1-9]\d{0,3})[.．、)）]?")


def blocks_of(items: list[Item], *, above: int, size: int, account: Account) -> list[Block]:
    """Return the blocks of items. above: level of the heading that the title was; size: of the text, half-points."""
    uses = Counter(item.numbered.list_id for item in items if isinstance(item, Line) and item.numbered)
    return _Maker(items, above, size, account, uses).blocks()


class _Maker:
    """Blocks being made. uses: how many paragraphs a list of Word numbers."""

    def __init__(self, items: list[Item], above: int, size: int, account: Account, uses: Counter[str]) -> None:
        self._items, self._above, self._size, self._account, self._uses = items, above, size, account, uses
        self._made: list[Block] = []
        self._looked, self._leading = looked_levels(items, size) | _spoken(items), _leading_lists(items)

    def blocks(self) -> list[Block]:
        """Return the blocks."""
        at = 0
        while at < len(self._items):
            at += self._take(at)
        return self._made

    def _take(self, at: int) -> int:
        """Make what begins at an item; return its number of items."""
        item = self._items[at]
        if not isinstance(item, Line):
            self._made.append(item)
            return 1
        level = self._level(item)
        if level and not self._lists_on(at):
            self._made.append(Heading(level=level, runs=plain_heading(with_marker(item).runs), uid=item.uid))
            return 1
        if item.numbered and item.numbered.marker:
            return self._numbered(at)
        return self._typed_list(at) or self._text(item)

    def _text(self, line: Line) -> int:
        kind = Quote if line.role is Role.QUOTE else Paragraph
        self._made.append(kind(runs=line.runs, uid=line.uid))
        return 1

    def _level(self, line: Line) -> int:
        """Return the level of a heading, 0 for other lines."""
        marked = with_marker(line)
        text = marked.text.strip()
        typed = next((level for level, form in enumerate(_FORMS, 1) if form.fullmatch(text)), 0)
        if line.level or line.role is Role.TITLE:
            whole = len(text) > _LONGEST and _SENTENCE.search(text)
            ranked = typed or min(max(line.level - self._above, 1), 3)
            return 0 if whole else ranked
        if line.role is not Role.TEXT or line.right:
            return 0
        stands_out = (line.strong or line.size > self._size) and len(text) <= _LONGEST
        if typed and stands_out and not _SENTENCE.search(text) and text[-1:] not in "：:，,":
            return typed
        return heading_level(text) or self._looked.get(line.uid, 0)

    def _lists_on(self, at: int) -> bool:
        """Return whether a line with 1. is one of a list and no heading: its neighbours count on or before."""
        line = self._items[at]
        if not isinstance(line, Line) or line.level or line.strong or line.size > self._size:
            return False
        if line.numbered and line.numbered.list_id not in self._leading and self._is_among_numbered(at):
            return True
        number = self._number(at)
        if number == 0:
            return False
        alone = line.numbered and self._uses[line.numbered.list_id] == 1
        return self._number(at + 1) == number + 1 or (number > 1 and self._number(at - 1) == number - 1) or bool(alone)

    def _is_among_numbered(self, at: int) -> bool:
        """Return whether a neighbour is numbered by Word too: lines of a list, of whatever level."""
        beside = (self._next(at - 1) if at else None, self._next(at + 1))
        return any(isinstance(one, Line) and one.numbered and not one.level for one in beside)

    def _number(self, at: int) -> int:
        """Return the number that an item begins with, Word's or a typed one of a short line; 0 for none."""
        item = self._items[at] if 0 <= at < len(self._items) else None
        if not isinstance(item, Line) or item.role is not Role.TEXT or item.level:
            return 0
        if item.numbered:
            return _count(item.numbered)
        text = item.text.strip()
        return typed_number(text)[0] if heading_level(text) == len(_FORMS) else 0

    def _typed_list(self, at: int) -> int:
        """Make a list of lines with typed bullets, or of short lines that count from 1; return how many."""
        lines: list[Text] = []
        while (item := self._next(at + len(lines))) is not None:
            fits = isinstance(item, Line) and item.role is Role.TEXT and not (item.level or item.numbered)
            if not fits or not isinstance(item, Line) or not (length := bullet(item.text)):
                break
            lines.append(without_front(item.runs, length))
        if lines:
            self._add_list(at, lines, ordered=False)
            return len(lines)
        while (number := self._number(at + len(lines))) == len(lines) + 1:
            item = self._items[at + len(lines)]
            if not isinstance(item, Line) or item.numbered or number > 999:
                break
            lines.append(without_front(item.runs, typed_number(item.text)[1]))
        if len(lines) < 2:
            return 0
        self._add_list(at, lines, ordered=True)
        return len(lines)

    def _add_list(self, at: int, lines: list[Text], *, ordered: bool) -> None:
        first = self._items[at]
        uid = first.uid
        self._made.append(ItemList(ordered=ordered, items=tuple(lines), uid=uid))

    def _numbered(self, at: int) -> int:
        """Make the lists of consecutive numbered lines; where one is broken its numbers become text."""
        run = [self._items[at]]
        while isinstance(item := self._next(at + len(run)), Line) and item.numbered and item.numbered.marker:
            if self._level(item) and not self._lists_on(at + len(run)):
                break
            run.append(item)
        lines = [line for line in run if isinstance(line, Line)]
        self._account.note(Loss.NESTED, len({line.numbered.level for line in lines if line.numbered}) > 1)
        for group in _groups(lines):
            self._add_group(group)
        return len(run)

    def _next(self, at: int) -> Item | None:
        return self._items[at] if at < len(self._items) else None

    def _add_group(self, group: list[Line]) -> None:
        first = group[0].numbered
        numbers = [_count(line.numbered) for line in group if line.numbered]
        single = len(group) == 1 and first is not None and not first.bullet and self._uses[first.list_id] > 1
        if first and (first.bullet or (numbers == list(range(1, len(group) + 1)) and not single)):
            items = tuple(line.runs for line in group)
            self._made.append(ItemList(ordered=not first.bullet, items=items, uid=group[0].uid))
            return
        self._account.note(Loss.NUMBERS, bool(numbers[0]))
        self._made.extend(Paragraph(runs=with_marker(line).runs, uid=line.uid) for line in group)


def _spoken(items: list[Item]) -> dict[str, int]:
    """Return the levels of headings with a full stop, by uid: （一）压实属地责任。 alone above a longer paragraph."""
    made = {}
    for item, below in itertools.pairwise(items):
        if not (isinstance(item, Line) and isinstance(below, Line)) or item.role is not Role.TEXT or item.numbered:
            continue
        text = item.text.strip()
        level = next((level for level, form in enumerate(_FORMS[:2], 1) if form.fullmatch(text)), 0)
        alone = len(text) <= _LONGEST_SPOKEN and text.find("。") == len(text) - 1 and not _SENTENCE.search(text[:-1])
        if level and alone and len(below.text) > len(text) and not _FORMS[level - 1].match(below.text.strip()):
            made[item.uid] = level
    return made


def _leading_lists(items: list[Item]) -> frozenset[str]:
    """Return the lists of Word whose lines lead paragraphs, as headings do, their last lines not counted."""
    lines = [(at, item) for at, item in enumerate(items) if isinstance(item, Line) and item.numbered]
    last = {item.numbered.list_id: at for at, item in lines if item.numbered}
    found = set()
    for at, item in lines:
        below = items[at + 1] if at + 1 < len(items) else None
        if item.numbered and at != last[item.numbered.list_id] and isinstance(below, Line) and not below.numbered:
            found.add(item.numbered.list_id)
    return frozenset(found)


def _count(numbered: Numbered) -> int:
    """Return the number of a marker that our lists print too: 1. 1、 1）; 0 for any other."""
    found = None if numbered.bullet else _COUNT.fullmatch(numbered.marker)
    return int(found[1]) if found else 0


def _groups(lines: list[Line]) -> list[list[Line]]:
    """Return consecutive lines that make one list: bullets, or numbers each one more than the one before."""
    made: list[list[Line]] = []
    for line in lines:
        if made and _follows(made[-1][-1].numbered, line.numbered):
            made[-1].append(line)
        else:
            made.append([line])
    return made


def _follows(before: Numbered | None, after: Numbered | None) -> bool:
    if before is None or after is None or before.bullet != after.bullet:
        return False
    return before.bullet or (_count(after) > 1 and _count(after) == _count(before) + 1)
