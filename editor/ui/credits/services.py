"""What the forms need of the window around them, handed in: they know neither session nor library."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QMimeData

from editor.model.credits import Name, NameKind
from editor.model.front import Front
from editor.model.front_changes import Difference, FrontPart, restored
from editor.model.picture import Picture


class FrontEdit(Protocol):
    """Makes a change as a named step; steps of one name that follow each other closely are one."""

    def __call__(self, label: str, change: Callable[[Front], Front], /, *, step: str = "") -> None:
        """Make the change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A name that can be chosen. remark: tells two of one name apart; rank: by duty, from 1, 0 for none."""

    name: Name
    remark: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What forms ask for. known: names to choose from; register: makes a new person known and returns the name.

    choose_picture: asks the user; take_picture: reads what was dropped or pasted; either None where there is none.
    left: a field was left; show_message: tells the user something.
    """

    edit: FrontEdit
    known: Callable[[NameKind], tuple[KnownName, ...]]
    register: Callable[[str, NameKind], Name]
    choose_picture: Callable[[], Picture | None]
    take_picture: Callable[[QMimeData], Picture | None]
    left: Callable[[], None]
    show_message: Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontScene:
    """What the forms show. front: with the names that articles fill; before: of the issue before.

    differences: from it; pictures: bytes by sha256; unprintable: characters that no font has; editors: of the
    articles, once each.
    """

    front: Front
    writable: bool
    before: Front | None = None
    differences: tuple[Difference, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    unprintable: str = ""
    editors: tuple[Name, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands in the first column."""
        return (*(one.role for one in self.front.credits), *(one.label for one in self.front.contacts))

    def difference(self, part: FrontPart, key: str) -> Difference | None:
        """Return what is different in a row."""
        return next((one for one in self.differences if one.part is part and one.key == key), None)


def put_back(services: Services, scene: FrontScene | None, part: FrontPart, key: str, words: str) -> None:
    """Bring back what the issue before had in a row; nothing happens where that is no different. words: the step's."""
    found = scene.difference(part, key) if scene else None
    if scene and scene.before and found:
        before = scene.before
        services.edit(words, lambda front: restored(front, before, found))
