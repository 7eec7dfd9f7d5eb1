"""Strict twins of the model's dataclasses.

msgspec cannot decode unions of dataclasses and does not refuse unknown fields of one; with its Structs it does both. So
every dataclass gets a Struct (its twin) with the same fields, and values are converted through it in both directions.
"""

import dataclasses
import functools
import types
import typing
from typing import Any

import msgspec

from editor.interchange.versions import LATER, NEWER, OLDER
from editor.model.article import Contribution
from editor.model.block_kinds import BLOCK_KINDS, kind_name

_TAGS: dict[type, str] = {kind: kind_name(kind) for kind in BLOCK_KINDS}
_OUTSIDE: dict[type, str] = {Contribution: "Hand"}
"""Names in the published schema that differ from the class's name."""


def mirrored(kind: Any) -> Any:  # noqa: ANN401 - any annotation of the model
    """Return the type that msgspec decodes in place of kind."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _struct(kind)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return tuple.__class_getitem__(tuple(mirrored(part) for part in arguments))
    if origin in (typing.Union, types.UnionType):
        return functools.reduce(lambda one, other: one | other, (mirrored(part) for part in arguments))
    return kind


def to_mirror(value: Any) -> Any:  # noqa: ANN401
    """Return a model value as its twin."""
    if isinstance(value, tuple):
        return tuple(map(to_mirror, value))
    twin = _twin(value.__class__)
    if twin is None:
        return value
    struct, names, newer = twin
    made = {name: to_mirror(getattr(value, name)) for name in names}
    for name, default in newer:
        part = getattr(value, name)
        if part != default:
            made[name] = to_mirror(part)
    return struct(**made)


def from_mirror(value: Any) -> Any:  # noqa: ANN401
    """Return a twin as the model value. Raises ValueError for values that the model refuses."""
    if isinstance(value, tuple):
        return tuple(map(from_mirror, value))
    if isinstance(value, msgspec.Struct):
        model = _models()[type(value)]
        parts = ((name, getattr(value, name)) for name in _names(model))
        made = {name: from_mirror(part) for name, part in parts if part is not msgspec.UNSET}
        return model(**(made if model not in OLDER else _upgraded(model, made)))
    return value


def has_newer(value: Any) -> bool:  # noqa: ANN401
    """Return whether a model value holds a field of NEWER that is written."""
    if isinstance(value, tuple):
        return any(map(has_newer, value))
    twin = _twin(value.__class__)
    if twin is None:
        return False
    kind, newer = value.__class__, twin[2]
    return any(getattr(value, name) != default for name, default in newer) or any(
        has_newer(getattr(value, name)) for name in _leading_to_newer(kind)
    )


@functools.cache
def _leading_to_newer(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass whose values may hold a field of NEWER."""
    hints = typing.get_type_hints(kind)
    return tuple(name for name in _names(kind) if any(map(_reaches_newer, _classes_in(hints[name]))))


@functools.cache
def _reaches_newer(kind: type) -> bool:
    return kind in NEWER or (dataclasses.is_dataclass(kind) and bool(_leading_to_newer(kind)))


def _classes_in(annotation: Any) -> tuple[type, ...]:  # noqa: ANN401 - any annotation of the model
    arguments = typing.get_args(annotation)
    inside = tuple(one for part in arguments for one in _classes_in(part))
    return inside if arguments else (annotation,) if isinstance(annotation, type) else ()


def _upgraded(model: type, fields: dict[str, Any]) -> dict[str, Any]:
    return fields | {name: upgrade(fields[name]) for name, (_, upgrade) in OLDER[model].items()}


@functools.cache
def _twin(kind: type) -> tuple[type[msgspec.Struct], tuple[str, ...], tuple[tuple[str, Any], ...]] | None:
    """Return the struct of a dataclass, its fields, and those of NEWER with their defaults; None for another type."""
    if not dataclasses.is_dataclass(kind):
        return None
    newer = NEWER.get(kind, frozenset())
    defaults = tuple((field.name, field.default) for field in dataclasses.fields(kind) if field.name in newer)
    return _struct(kind), tuple(name for name in _names(kind) if name not in newer), defaults


@functools.cache
def _names(model: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(model))


@functools.cache
def _models() -> dict[type, type]:
    return {}


@functools.cache
def _struct(model: type) -> type[msgspec.Struct]:
    hints = typing.get_type_hints(model) | {name: kind for name, (kind, _) in OLDER.get(model, {}).items()}
    tagging: dict[str, Any] = {"tag_field": "type", "tag": _TAGS[model]} if model in _TAGS else {}
    struct = msgspec.defstruct(
        _OUTSIDE.get(model, model.__name__),
        [_field(field, mirrored(hints[field.name]), model) for field in dataclasses.fields(model)],
        frozen=True,
        forbid_unknown_fields=True,
        kw_only=True,
        **tagging,
    )
    _models()[struct] = model
    return struct


def _field(field: Any, kind: Any, model: type) -> Any:  # noqa: ANN401
    """Return a field of a struct; required, unless it was added after version 1 or may be left out (NEWER)."""
    if field.name in NEWER.get(model, ()):
        return (field.name, kind | msgspec.UnsetType, msgspec.UNSET)
    later = field.name in LATER.get(model, ())
    return (field.name, kind, to_mirror(field.default)) if later else (field.name, kind)
