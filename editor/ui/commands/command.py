"""A command: one value that says all of it. Declared beside its feature, read by everything that offers commands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from editor.ui.commands.places import CommandGroup, CommandPlace, Placement
from editor.ui.commands.state import NOT_NOW, CommandState, Condition, FullView, always, issue_writable

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(Generic[T]):
    """T: the class of its feature that runs it.

    name: in settings and tests, never changed; english: found by it in the palette, whatever the window speaks;
    keys: as Qt writes them, the first one is shown; places: where it is offered, a CommandGroup among them lists it
    in palette, settings and key sheet.
    writes: it changes the open issue, and rests while that is only read; available: what else it needs;
    shown: hidden where False; text_now: its text where that depends on the state; full_views: where it goes on working.
    run: what it does; switch, in place of run: what a command that can be checked does, with whether it is checked now;
    choice: of the commands with the same one, one at a time is checked.
    """

    name: str
    text: str
    english: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    places: tuple[Placement, ...] = ()
    writes: bool = False
    available: Condition = always
    shown: Callable[[CommandState], bool] | None = None
    text_now: Callable[[CommandState], str] | None = None
    full_views: frozenset[FullView] = frozenset()
    run: Callable[[T], object] | None = None
    switch: Callable[[T, bool], object] | None = None
    choice: str = ""

    def unavailable(self, state: CommandState) -> str:
        """Return why it cannot be used, empty where it can."""
        if state.full_view and state.full_view not in self.full_views:
            return NOT_NOW
        return (issue_writable(state) if self.writes else "") or self.available(state)

    def placement(self, place: CommandPlace) -> Placement | None:
        """Return where it stands in a place, None where it is not offered there."""
        return next((one for one in self.places if one.place is place), None)

    @property
    def group(self) -> CommandGroup | None:
        """Its heading, None for what is not listed."""
        return next((one.place for one in self.places if isinstance(one.place, CommandGroup)), None)


@dataclass(frozen=True, slots=True)
class CommandSet(Generic[T]):
    """The commands of a feature. owner: the class whose object of a window runs them."""

    owner: type[T]
    commands: tuple[Command[T], ...]


class CommandTable:
    """All commands by name."""

    def __init__(self, sets: tuple[CommandSet[Any], ...]) -> None:
        """Take the features' commands. Raises ValueError for a name or a place that two of them have."""
        self.sets = sets
        every = [command for one in sets for command in one.commands]
        self._by_name: Mapping[str, Command[Any]] = {command.name: command for command in every}
        taken = [(one.place, one.order) for command in every for one in command.places]
        twice = {place for place in taken if taken.count(place) > 1}
        if len(self._by_name) < len(every) or twice:
            raise ValueError(twice or [command.name for command in every])

    def __iter__(self) -> Iterator[Command[Any]]:
        """Yield the commands."""
        return iter(self._by_name.values())

    def __getitem__(self, name: str) -> Command[Any]:
        """Return a command by its name."""
        return self._by_name[name]

    def offered(self, place: CommandPlace) -> list[tuple[Command[Any], Placement]]:
        """Return what a place offers, in its order."""
        found = [(command, at) for command in self if (at := command.placement(place))]
        return sorted(found, key=lambda pair: pair[1].order)

    def groups(self) -> dict[str, list[Command[Any]]]:
        """Return the listed commands by their heading."""
        return {group.value: [command for command, _ in self.offered(group)] for group in CommandGroup}
