"""What a user asks of the archive: words as typed, filters that were ticked, the order; and searches that are kept."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from editor.desk.archive.values import Query, SearchField, SearchOrder, Term

Filter = tuple[SearchField, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """words: in the language of queries; filters: fields with a value, several of one field are alternatives."""

    words: str = ""
    filters: tuple[Filter, ...] = ()
    order: SearchOrder = SearchOrder.RANKED

    @property
    def fields(self) -> tuple[SearchField, ...]:
        """The fields that it is filtered by, in the order in which they were ticked."""
        return tuple(dict.fromkeys(field for field, _ in self.filters))

    def toggled(self, field: SearchField, value: str) -> "Asked":
        """Return the same with a filter more, or without it where it was there."""
        one = (field, value)
        left = tuple(other for other in self.filters if other != one)
        return replace(self, filters=left if one in self.filters else (*self.filters, one))

    def without(self, field: SearchField) -> "Asked":
        """Return the same without the filters of a field."""
        return replace(self, filters=tuple(one for one in self.filters if one[0] is not field))


def narrowed(query: Query, filters: Iterable[Filter]) -> Query:
    """Return a query whose hits have, of every field that is filtered, one of its values."""
    groups: dict[SearchField, list[Term]] = {}
    for field, value in filters:
        groups.setdefault(field, []).append(Term(text=value, field=field))
    return replace(query, wanted=(*query.wanted, *map(tuple, groups.values())))


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """常用检索: what was asked, under a name of the user's."""

    name: str
    asked: Asked


def saved_text(saved: SavedSearch) -> str:
    """Return a saved search as a line to be kept."""
    asked = saved.asked
    filters = [[field.name, value] for field, value in asked.filters]
    kept = {"name": saved.name, "words": asked.words, "filters": filters, "order": asked.order.value}
    return json.dumps(kept, ensure_ascii=False)


def saved_search(line: str) -> SavedSearch | None:
    """Return the search that a kept line says; None for a line of another program or a later version."""
    try:
        kept: dict[str, Any] = json.loads(line)
        filters = tuple((SearchField[field], str(value)) for field, value in kept["filters"])
        asked = Asked(words=str(kept["words"]), filters=filters, order=SearchOrder(kept["order"]))
        return SavedSearch(name=str(kept["name"]), asked=asked)
    except (ValueError, KeyError, TypeError):
        return None
