"""The dataclasses of this program, made in a third of the time: there are hundreds, and they are made at every start.

The standard library compiles six functions for each; here one text holds those that differ from class to class. What a
class is, its fields, its errors and what its values cost are the same (`tests/model/test_value.py`).
"""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - to be imported from here
else:

    def dataclass(cls: type | None = None, /, **how: bool) -> Any:  # noqa: ANN401 - as the standard library's
        """Return a class as a dataclass, quickly where it is frozen, with slots, and takes keywords alone."""
        if cls is None:
            return lambda made: dataclass(made, **how)
        return _frozen(cls) if how == _QUICK and _is_plain(cls) else dataclasses.dataclass(**how)(cls)


_QUICK = {"frozen": True, "slots": True, "kw_only": True}
_with_fields: Callable[[type], Any] = dataclasses.dataclass(
    init=False, repr=False, eq=False, kw_only=True, match_args=False
)


class _Factory:
    """Stands where a default is made for each value."""

    def __repr__(self) -> str:
        return "<factory>"


def _is_plain(cls: type) -> bool:
    """Return whether a class has no dataclass before it, and fields of the usual kind alone."""
    if any(map(dataclasses.is_dataclass, cls.__mro__)):
        return False
    marked = (one for one in vars(cls).values() if isinstance(one, dataclasses.Field))
    kinds = map(str, vars(cls).get("__annotations__", {}).values())
    return all(one.init and one.repr and one.compare and one.hash is None for one in marked) and not any(
        word in kind for kind in kinds for word in ("ClassVar", "InitVar", "KW_ONLY")
    )


def _frozen(cls: type) -> type:
    made = _with_fields(cls)
    made.__dataclass_params__.frozen = True
    fields: dict[str, dataclasses.Field[Any]] = made.__dataclass_fields__
    own = {name: value for name, value in vars(made).items() if name not in (*fields, "__dict__", "__weakref__")}
    if own.get("__hash__", cls) is None:
        # Python's own answer to a class with __eq__
        del own["__hash__"]
    shared = {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete, "__repr__": _representation}
    pickled = {"__getstate__": _state, "__setstate__": _take_state}
    body = shared | pickled | _written(made, fields) | own | {"__slots__": tuple(fields), "__match_args__": ()}
    kind: Callable[..., type] = type(made)
    return kind(made.__name__, made.__bases__, body)


def _written(cls: type, fields: "dict[str, dataclasses.Field[Any]]") -> dict[str, Callable[..., Any]]:
    """Return the functions that name the fields: __init__, __eq__ and __hash__."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_FACTORY": _Factory()}
    parameters, lines = ["self", "*"], []
    for name, field in fields.items():
        default, value = "", name
        if field.default is not MISSING:
            default, known[f"_of_{name}"] = f"=_of_{name}", field.default
        elif field.default_factory is not MISSING:
            default, known[f"_of_{name}"] = "=_FACTORY", field.default_factory
            value = f"_of_{name}() if {name} is _FACTORY else {name}"
        parameters.append(f"{name}{default}")
        lines.append(f"_set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    mine, others = ("".join(f"{who}.{name}, " for name in fields) for who in ("self", "other"))
    text = f"""
def __init__({", ".join(parameters)}):
    {"; ".join(lines)}
def __eq__(self, other):
    return ({mine}) == ({others}) if other.__class__ is self.__class__ else NotImplemented
def __hash__(self):
    return hash(({mine}))
"""
    functions: dict[str, Any] = {}
    exec(text, known, functions)  # noqa: S102 - as dataclasses does; every name is a field's
    for name, function in functions.items():
        function.__qualname__, function.__module__ = f"{cls.__qualname__}.{name}", cls.__module__
    functions["__init__"].__annotations__ = {name: field.type for name, field in fields.items()} | {"return": None}
    return functions


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _representation(self: Any) -> str:  # noqa: ANN401 - a value of any class
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__qualname__}({fields})"


def _state(self: Any) -> list[Any]:  # noqa: ANN401
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _take_state(self: object, state: list[Any]) -> None:
    for name, value in zip(self.__dataclass_fields__, state, strict=True):  # type: ignore[attr-defined]
        object.__setattr__(self, name, value)
