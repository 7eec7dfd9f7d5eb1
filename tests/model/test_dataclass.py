"""The quick dataclasses beside the library's: what a user of a class sees is the same."""

import copy
import dataclasses
import inspect
import pickle
from dataclasses import field
from typing import Any

import pytest

from editor.model.dataclass import dataclass


def _classes(decorate: Any) -> list[Any]:
    @decorate(frozen=True, slots=True, kw_only=True)
    class Named:
        """Fields by keyword alone."""

        text: str
        parts: tuple[str, ...] = ()
        made: list[int] = field(default_factory=lambda: [1])

        def __post_init__(self) -> None:
            if not self.text:
                raise ValueError("text")

    @decorate(frozen=True, slots=True, order=True)
    class Placed:
        """Fields in their order."""

        at: int
        name: str = "x"

    @decorate(frozen=True, slots=True, kw_only=True)
    class Single:
        """One field, and its own equality."""

        text: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, type(self)) and self.text.lower() == other.text.lower()

        def __hash__(self) -> int:
            return hash(self.text.lower())

    @decorate(frozen=True, slots=True, kw_only=True)
    class Heir(Named):
        """Inherits fields."""

        more: int = 0

    return [Named, Placed, Single, Heir]


QUICK, USUAL = _classes(dataclass), _classes(dataclasses.dataclass)
CALLS: list[tuple[int, tuple[Any, ...], dict[str, Any]]] = [
    (0, (), {"text": "a"}),
    (0, (), {"text": "a", "parts": ("b",), "made": []}),
    (1, (1,), {}),
    (1, (1, "y"), {}),
    (2, (), {"text": "A"}),
    (3, (), {"text": "a", "more": 2}),
]


@pytest.mark.parametrize(("at", "given", "named"), CALLS)
def test_a_value_is_as_the_library_makes_it(at, given, named):
    quick, usual = QUICK[at](*given, **named), USUAL[at](*given, **named)
    assert repr(quick) == repr(usual)
    assert dataclasses.asdict(quick) == dataclasses.asdict(usual)
    assert quick == QUICK[at](*given, **named)
    assert quick != usual
    assert type(quick).__match_args__ == type(usual).__match_args__
    assert not hasattr(quick, "__dict__")


@pytest.mark.parametrize("at", range(4))
def test_parameters_are_the_librarys(at):
    def seen(kind: Any) -> list[tuple[str, Any, bool]]:
        found = inspect.signature(kind).parameters.values()
        return [(one.name, one.kind, one.default is inspect.Parameter.empty) for one in found]

    assert seen(QUICK[at]) == seen(USUAL[at])


def test_values_are_compared_hashed_and_replaced():
    _, placed, single, _ = QUICK
    assert len({placed(1), placed(1, "x"), placed(2)}) == 2
    assert dataclasses.replace(placed(1), name="z") == placed(1, "z")
    assert single(text="A") == single(text="a")
    assert sorted([placed(2), placed(1, "y"), placed(1)]) == [placed(1), placed(1, "y"), placed(2)]
    with pytest.raises(TypeError):
        assert placed(1) < single(text="a")
    assert len({single(text="A"), single(text="a")}) == 1


def test_a_list_made_for_each_value_is_its_own():
    named = QUICK[0]
    assert named(text="a").made is not named(text="a").made


def test_what_the_class_refuses_is_refused():
    with pytest.raises(ValueError, match="text"):
        QUICK[0](text="")
    with pytest.raises(TypeError):
        QUICK[0]()
    with pytest.raises(TypeError):
        QUICK[0]("a")


def test_nothing_is_set_or_deleted():
    value = QUICK[1](1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.at = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.at
    assert value.at == 1


@dataclass(frozen=True, slots=True)
class _Kept:
    """Found again by its name."""

    at: int
    names: tuple[str, ...] = ()


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])  # noqa: S301
def test_a_value_can_be_copied_and_sent(again):
    assert again(_Kept(1, ("a",))) == _Kept(1, ("a",))
