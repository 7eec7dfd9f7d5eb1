"""Cleaning a whole issue: what no page can print is taken out of every text, and said."""

import dataclasses
import datetime as dt
from collections import Counter
from enum import Enum
from typing import Any, TypeVar

from editor.model.issue import Article, Title
from editor.model.language import tr
from editor.model.picture import Picture
from editor.model.publication import Look, NumberingRule
from editor.text.sanitise import clean

T = TypeVar("T")
# values without text for people
_LEFT = (str, int, type(None), dt.date, Enum, Look, Picture, NumberingRule)


@dataclasses.dataclass(slots=True)
class _Account:
    """What was taken out: by title of the article, empty for the rest, and character."""

    place: str = ""
    removed: dict[str, Counter[str]] = dataclasses.field(default_factory=dict)

    def note(self, removed: tuple[tuple[str, int], ...]) -> None:
        self.removed.setdefault(self.place, Counter()).update(dict(removed))


def cleaned(value: T) -> tuple[T, tuple[str, ...]]:
    """Return an issue or publication with every text sanitised, and a sentence for each place that changed."""
    account = _Account()
    made = _value(value, account)
    return made, tuple(_sentence(place, found) for place, found in account.removed.items() if found)


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
    made = dataclasses.replace(
        value, **{field.name: _value(getattr(value, field.name), account) for field in dataclasses.fields(value)}
    )
    if isinstance(value, Article):
        account.place = ""
    return made


def _title(title: Title, account: _Account) -> Title:
    """Move the breaks with the characters that were taken out before them."""
    text = _text(title.text, account)
    moved = (len(clean(title.text[:place]).text) for place in title.breaks)
    return Title(text=text, breaks=tuple(sorted({place for place in moved if 0 < place < len(text)})))


def _text(text: str, account: _Account) -> str:
    cleaning = clean(text)
    account.note(cleaning.removed)
    return cleaning.text


def _sentence(place: str, found: Counter[str]) -> str:
    named = tr("、").join(tr("U+{ord:04X} {n} 个", ord=ord(char), n=count) for char, count in sorted(found.items()))
    where = f"“{clean(place).text}”" if place else tr("期刊资料")
    return tr("{where}里去掉了印不出来的字符：{named}。", where=where, named=named)
