"""Cleans a whole issue: removes unprintable characters and unsafe links, and reports what was removed."""

import dataclasses
import datetime as dt
import operator
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from typing import Any, TypeVar

from editor.model.article import Article, Title, Wording
from editor.model.body import Run
from editor.model.language import tr
from editor.model.picture import Picture
from editor.model.publication import Look, NumberingRule
from editor.text.address import has_foreign_scheme, usable_address
from editor.text.sanitise import BREAKS, clean

T = TypeVar("T")
_SHOWN = 60
# values without text to clean
_LEFT = (str, int, type(None), dt.date, Enum, Look, Picture, NumberingRule)


@dataclasses.dataclass(slots=True)
class _Account:
    """Removed characters by title of the article, empty for the rest. links: whether links are checked too."""

    links: bool
    place: str = ""
    removed: dict[str, Counter[str]] = dataclasses.field(default_factory=dict)
    unlinked: Counter[str] = dataclasses.field(default_factory=Counter)
    sources: dict[str, str] = dataclasses.field(default_factory=dict)

    def note(self, removed: tuple[tuple[str, int], ...]) -> None:
        self.removed.setdefault(self.place, Counter()).update(dict(removed))

    def sentences(self) -> Iterator[str]:
        """Yield a message for each place where something was removed."""
        yield from (_said_removed(place, found) for place, found in self.removed.items() if found)
        for place, count in self.unlinked.items():
            yield tr("{where}里有 {n} 个链接不是网页或邮件地址，只留下文字。", where=_where(place), n=count)
        for place, link in self.sources.items():
            yield tr("{where}的原文链接“{link}”不是网页地址，没有带入。", where=_where(place), link=link)


def cleaned(value: T) -> tuple[T, tuple[str, ...]]:
    """Return an issue, publication or blocks with every text fit to print, and a sentence for each place that changed.

    Links that lead to no web page or mail become plain text.
    """
    account = _Account(links=True)
    made = _value(value, account)
    return made, tuple(account.sentences())


def cleaned_change(before: Any, after: T) -> T:  # noqa: ANN401 - of whatever kind after is
    """Return a changed value with its new parts sanitised; parts that before has too stay the same objects.

    So stored values are not changed by reading, and a keystroke costs only the texts that it changed.
    """
    made: T = _changed(before, after)
    return made


def _changed(before: Any, after: Any) -> Any:  # noqa: ANN401
    if after is before or (isinstance(after, _LEFT) and not _is_text(after)):
        return after
    if isinstance(after, tuple):
        return _changed_parts(before if isinstance(before, tuple) else (), after)
    if _is_text(after) or isinstance(after, Title):
        made = after if after == before else _value(_without_breaks(after), _Account(links=False))
        # a clean value stays the same object, and so do its containers: views compare by identity
        return after if made == after else made
    known = before if type(before) is type(after) else None
    fields = [(field.name, getattr(after, field.name)) for field in dataclasses.fields(after)]
    new = _anchored(after, {name: _changed(getattr(known, name, None), value) for name, value in fields})
    # nothing was removed: return the same object, since views compare by identity
    return after if all(new[name] is value for name, value in fields) else dataclasses.replace(after, **new)


def _changed_parts(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    held = {id(part) for part in before}
    # matched by uid where there is one; a run has none and is matched by its index
    named = {part.uid: part for part in before if hasattr(part, "uid")}
    made = tuple(
        part if id(part) in held else _changed(named.get(getattr(part, "uid", ""), _at(before, place)), part)
        for place, part in enumerate(after)
    )
    return after if all(map(operator.is_, made, after)) else made


def _without_breaks(value: str | Title) -> str | Title:
    """Remove line breaks of other programs, which input methods may insert into a text of one line."""
    if isinstance(value, str):
        return value.translate(BREAKS)
    text = value.text.translate(BREAKS)
    if text == value.text:
        return value
    moved = (len(value.text[:place].translate(BREAKS)) for place in value.breaks)
    return Title(text=text, breaks=tuple(sorted({place for place in moved if 0 < place < len(text)})))


def _at(parts: tuple[Any, ...], place: int) -> Any:  # noqa: ANN401
    return parts[place] if place < len(parts) else None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not isinstance(value, Enum)


def _value(value: Any, account: _Account) -> Any:  # noqa: ANN401
    if _is_text(value):
        return _text(value, account)
    if isinstance(value, _LEFT):
        return value
    if isinstance(value, tuple):
        return tuple(_value(part, account) for part in value)
    if isinstance(value, Title):
        return _title(value, account)
    if isinstance(value, Article):
        account.place = value.title.text[:30]
    fields = {field.name: _value(getattr(value, field.name), account) for field in dataclasses.fields(value)}
    made = dataclasses.replace(value, **_anchored(value, fields | _links(value, fields, account)))
    if isinstance(value, Article):
        account.place = ""
    return made


def _anchored(value: Any, fields: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    """Return the fields of a value; of a footnote that had no printable words the anchor is gone too."""
    lost = isinstance(value, Run) and value.footnote and not fields["footnote"]
    return fields | {"text": ""} if lost else fields


def _links(value: Any, fields: dict[str, Any], account: _Account) -> dict[str, str]:  # noqa: ANN401
    """Return a replacement for the link of a run or an article that is not safe; nothing for a safe one."""
    link = fields.get("link", "")
    if not account.links or not link:
        return {}
    if isinstance(value, Run):
        usable = usable_address(link)
        if not usable:
            account.unlinked[account.place] += 1
        return {"link": usable}
    if isinstance(value, (Article, Wording)) and has_foreign_scheme(link):
        account.sources[account.place] = clean(link).text[:_SHOWN]
        return {"link": ""}
    return {}


def _title(title: Title, account: _Account) -> Title:
    """Sanitise a title, moving its breaks by the characters removed before them."""
    text = _text(title.text, account)
    moved = (len(clean(title.text[:place]).text) for place in title.breaks)
    return Title(text=text, breaks=tuple(sorted({place for place in moved if 0 < place < len(text)})))


def _text(text: str, account: _Account) -> str:
    cleaning = clean(text)
    account.note(cleaning.removed)
    return cleaning.text


def _said_removed(place: str, found: Counter[str]) -> str:
    named = tr("、").join(tr("U+{ord:04X} {n} 个", ord=ord(char), n=count) for char, count in sorted(found.items()))
    return tr("{where}里去掉了印不出来的字符：{named}。", where=_where(place), named=named)


def _where(place: str) -> str:
    return f"“{clean(place).text}”" if place else tr("期刊资料")
