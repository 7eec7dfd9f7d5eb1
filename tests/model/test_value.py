"""Dataclasses made quickly are what the standard library makes of the same class."""

import copy
import dataclasses
import inspect
import pickle
import typing
from dataclasses import FrozenInstanceError, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.value import dataclass


class Plain:
    """A value."""

    name: str
    year: int = 2025
    parts: tuple[str, ...] = field(default_factory=tuple)

    def __post_init__(self):
        """Raise ValueError for a year before there were any."""
        if self.year < 0:
            raise ValueError("no such year")

    @property
    def words(self):
        """Name and year."""
        return f"{self.name} {self.year}"


class Own:
    """A value that is told and compared in its own way."""

    name: str

    def __eq__(self, other):
        return isinstance(other, type(self)) and self.name.lower() == other.name.lower()

    def __hash__(self):
        return hash(self.name.lower())

    def __repr__(self):
        return f"<{self.name}>"


class Special:
    """A value with a field that is not compared."""

    name: str
    note: str = field(default="", compare=False)


class Shared:
    """A value with something that is no field."""

    most: typing.ClassVar[int] = 3
    name: str


def both(cls):
    """Return the class as made here and by the standard library, from the same body."""
    how = {"frozen": True, "slots": True, "kw_only": True}
    body = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    bodies = [body | {name: copy.copy(value) for name, value in body.items() if isinstance(value, dataclasses.Field)}]
    bodies.append(dict(body))
    return tuple(
        make(**how)(type(cls.__name__, (), one))
        for make, one in zip((dataclass, dataclasses.dataclass), bodies, strict=True)
    )


QUICK, KNOWN = both(Plain)
PICKLED = dataclass(frozen=True, slots=True, kw_only=True)(
    type("PICKLED", (), dict(vars(Plain)) | {"__module__": __name__, "__qualname__": "PICKLED"})
)


@given(st.text(), st.integers(0, 9), st.lists(st.text()).map(tuple))
def test_values_are_the_same(name, year, parts):
    one, other = (kind(name=name, year=year, parts=parts) for kind in (QUICK, KNOWN))
    assert (repr(one), hash(one), one.words) == (repr(other), hash(other), other.words)
    assert one == QUICK(name=name, year=year, parts=parts)
    assert one != other
    assert one != dataclasses.replace(one, year=year + 1)
    assert dataclasses.asdict(one) == dataclasses.asdict(other)


def test_what_a_class_says_of_itself_is_the_same():
    said = [
        (
            str(inspect.signature(kind)),
            typing.get_type_hints(kind.__init__),
            [(one.name, one.type, one.default, one.kw_only) for one in dataclasses.fields(kind)],
            kind.__slots__,
            kind.__match_args__,
            kind.__dataclass_params__.frozen,
            kind.__doc__,
            kind.__init__.__qualname__,
        )
        for kind in (QUICK, KNOWN)
    ]
    assert said[0] == said[1]


@pytest.mark.parametrize("call", [dict, lambda: {"name": "甲", "other": 1}, lambda: {"name": "甲", "year": -1}])
def test_a_wrong_call_is_refused_in_the_same_words(call):
    said = []
    for kind in (QUICK, KNOWN):
        with pytest.raises((TypeError, ValueError)) as error:
            kind(**call())
        said.append(str(error.value))
    assert said[0] == said[1]


@pytest.mark.parametrize("name", ["name", "other"])
def test_no_value_changes(name):
    for kind in (QUICK, KNOWN):
        value = kind(name="甲")
        with pytest.raises((FrozenInstanceError, TypeError)):
            setattr(value, name, "乙")
        with pytest.raises((FrozenInstanceError, TypeError)):
            delattr(value, name)
        assert value.name == "甲"


def test_a_value_is_copied_and_pickled():
    value = PICKLED(name="甲", parts=("一",))
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - its own


def test_a_default_is_made_for_each_value():
    kind = dataclass(frozen=True, slots=True, kw_only=True)(
        type("Made", (), {"__annotations__": {"parts": list}, "parts": field(default_factory=list), "__doc__": "Made."})
    )
    assert kind().parts is not kind().parts


def test_what_a_class_says_itself_stands():
    one, _ = both(Own)
    assert (one(name="A") == one(name="a"), hash(one(name="A")) == hash(one(name="a")), repr(one(name="A"))) == (
        True,
        True,
        "<A>",
    )


@pytest.mark.parametrize("cls", [Special, Shared])
def test_special_fields_are_left_to_the_standard_library(cls):
    one, other = both(cls)
    assert one(name="甲") == one(name="甲")
    assert [field.name for field in dataclasses.fields(one)] == [field.name for field in dataclasses.fields(other)]
    if cls is Special:
        assert one(name="甲", note="一") == one(name="甲", note="二")


def test_a_class_may_follow_another():
    base = dataclass(frozen=True, slots=True, kw_only=True)(
        type("Base", (), {"__annotations__": {"a": int}, "__doc__": "Base."})
    )
    more = dataclass(frozen=True, slots=True, kw_only=True)(
        type("More", (base,), {"__annotations__": {"b": int}, "b": 2, "__doc__": "More."})
    )
    assert repr(more(a=1)) == "More(a=1, b=2)"
    assert more(a=1) == more(a=1, b=2) != more(a=2)
