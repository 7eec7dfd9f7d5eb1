"""One value that is kept in an ini file, as an attribute of the settings."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar, overload

from PySide6.QtCore import QSettings

T = TypeVar("T")


class KeepsSettings(Protocol):
    """What has values like these. kept: the file."""

    kept: QSettings


class Kept(Generic[T]):
    """Reads and writes the entry of its own name.

    read: the value of what stands there, None for nothing; write: what is put there for a value.
    """

    def __init__(self, read: Callable[[object], T], write: Callable[[T], object]) -> None:
        self._read, self._write = read, write
        self._name = ""

    def __set_name__(self, _owner: type, name: str) -> None:
        """Take the name of the attribute as the entry's."""
        self._name = name

    @overload
    def __get__(self, settings: None, owner: type) -> "Kept[T]": ...
    @overload
    def __get__(self, settings: KeepsSettings, owner: type) -> T: ...
    def __get__(self, settings: KeepsSettings | None, owner: type) -> "Kept[T] | T":
        """Return the value as it stands now."""
        return self if settings is None else self._read(settings.kept.value(self._name))

    def __set__(self, settings: KeepsSettings, value: T) -> None:
        """Keep another value."""
        settings.kept.setValue(self._name, self._write(value))


def text(kept: object) -> str:
    """Return an entry as text, empty for none."""
    return "" if kept is None else str(kept)


def names(kept: object) -> tuple[str, ...]:
    """Return an entry as a list; the file has a list of one as a text."""
    found = [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []
    return tuple(str(name) for name in found if name)


def number(kept: object, *, otherwise: int, among: range | None = None) -> int:
    """Return an entry as a number; another one where it is none, or none of those that are possible."""
    said = text(kept)
    usable = said.isdecimal() and (among is None or int(said) in among)
    return int(said) if usable else otherwise
