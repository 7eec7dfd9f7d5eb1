"""Cleaning a whole issue: what no page can print and what no link may lead to is taken out, and said."""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from typing import Any, TypeVar

from editor.model.body import Run
from editor.model.issue import Article, Title, Wording
from editor.model.language import tr
from editor.model.picture import Picture
from editor.model.publication import Look, NumberingRule
from editor.text.address import has_foreign_scheme, usable_address
from editor.text.sanitise import clean

T = TypeVar("T")
_SHOWN = 60
# values without text for people
_LEFT = (str, int, type(None), dt.date, Enum, Look, Picture, NumberingRule)


@dataclasses.dataclass(slots=True)
class _Account:
    """What was taken out: by title of the article, empty for the rest. links: whether they are looked at."""

    links: bool
    place: str = ""
    removed: dict[str, Counter[str]] = dataclasses.field(default_factory=dict)
    unlinked: Counter[str] = dataclasses.field(default_factory=Counter)
    sources: dict[str, str] = dataclasses.field(default_factory=dict)

    def note(self, removed: tuple[tuple[str, int], ...]) -> None:
        self.removed.setdefault(self.place, Counter()).update(dict(removed))

    def sentences(self) -> Iterator[str]:
        """Yield what there is to say of each place."""
        yield from (_said_removed(place, found) for place, found in self.removed.items() if found)
        for place, count in self.unlinked.items():
            yield tr("{where}里有 {n} 个链接不是网页或邮件地址，只留下文字。", where=_where(place), n=count)
        for place, link in self.sources.items():
            yield tr("{where}的原文链接“{link}”不是网页地址，没有带入。", where=_where(place), link=link)


def cleaned(value: T, *, links: bool = True) -> tuple[T, tuple[str, ...]]:
    """Return an issue, publication or blocks with every text fit to print, and a sentence for each place that changed.

    links: whether those that lead to no web page or mail become plain text.
    """
    account = _Account(links=links)
    made = _value(value, account)
    return made, tuple(account.sentences())


def _value(value: Any, account: _Account) -> Any:  # noqa: ANN401
    if isinstance(value, str) and not isinstance(value, Enum):
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
    made = dataclasses.replace(value, **fields | _links(value, fields, account))
    if isinstance(value, Article):
        account.place = ""
    return made


def _links(value: Any, fields: dict[str, Any], account: _Account) -> dict[str, str]:  # noqa: ANN401
    """Return the link of a run or an article where it may not stay as it is."""
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
    """Move the breaks with the characters that were taken out before them."""
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
