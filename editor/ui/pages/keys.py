"""Keys of the pages: by lines, views and pages, and the zoom."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

LINE = 40
_QUIET = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_Key = Qt.Key


class Walked(Protocol):
    """What the keys move through."""

    def step_zoom(self, by: int) -> None:
        """Zoom in (1) or out (-1)."""

    def scroll_by(self, pixels: int) -> None:
        """Go down, or up for a negative number."""

    def turn(self, by: int) -> None:
        """Go a view further (1) or back (-1)."""

    def aside(self, by: int) -> None:
        """Go to the right (1) or left (-1)."""

    def go_to_end(self, by: int) -> None:
        """Go to the last page (1) or the first (-1)."""


def act_on(view: Walked, event: QKeyEvent) -> bool:
    """Do what a key stands for. Returns False for one that stands for nothing."""
    acts: dict[int, Callable[[], None]] = {
        _Key.Key_Down: lambda: view.scroll_by(LINE),
        _Key.Key_Up: lambda: view.scroll_by(-LINE),
        _Key.Key_PageDown: lambda: view.turn(1),
        _Key.Key_PageUp: lambda: view.turn(-1),
        _Key.Key_Space: lambda: view.turn(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1),
        _Key.Key_Right: lambda: view.aside(1),
        _Key.Key_Left: lambda: view.aside(-1),
        _Key.Key_Home: lambda: view.go_to_end(-1),
        _Key.Key_End: lambda: view.go_to_end(1),
        _Key.Key_Plus: lambda: view.step_zoom(1),
        _Key.Key_Equal: lambda: view.step_zoom(1),
        _Key.Key_Minus: lambda: view.step_zoom(-1),
    }
    act = acts.get(event.key())
    if act is None or event.modifiers() & ~_QUIET:
        return False
    act()
    return True
