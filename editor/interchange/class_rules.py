"""What versions of the files make of each class; the model of issues is imported only to read or write some of it."""

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

# what is signed, chained or remembered of it: none of these classes may gain a field (see `versions`)
_AS_SIGNED = ("editor.model.approval", "editor.interchange.statements", "editor.desk.review.")


class ClassRules(NamedTuple):
    """later, newer, older: of its fields, see `versions`; name: in the schema; tag: of a kind of blocks, else empty."""

    later: frozenset[str]
    newer: frozenset[str]
    older: Mapping[str, tuple[Any, Callable[[Any], Any]]]
    name: str
    tag: str


@functools.cache
def class_rules(model: type) -> ClassRules:
    """Return what is to be known of a dataclass to read and write it."""
    if model.__module__.startswith(_AS_SIGNED):
        return ClassRules(frozenset(), frozenset(), MappingProxyType({}), model.__name__, "")
    from editor.interchange.versions import LATER, NEWER, OLDER
    from editor.model.article import Contribution
    from editor.model.block_kinds import BLOCK_KINDS, kind_name

    return ClassRules(
        later=LATER.get(model, frozenset()),
        newer=NEWER.get(model, frozenset()),
        older=OLDER.get(model, MappingProxyType({})),
        # the published schema has called it so since its first version
        name="Hand" if model is Contribution else model.__name__,
        tag=kind_name(model) if model in BLOCK_KINDS else "",
    )
