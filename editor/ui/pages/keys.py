"""Keys of the pages: by lines, views and pages, and the zoom."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from editor.ui.pages.layout import LINE
from editor.ui.pages.navigator import PageNavigator

_QUIET = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_Key = Qt.Key


def act_on(event: QKeyEvent, pages: PageNavigator, step_zoom: Callable[[int], None]) -> bool:
    """Do what a key stands for. Returns False for one that stands for nothing. step_zoom: in (1) or out (-1)."""
    acts: dict[int, Callable[[], None]] = {
        _Key.Key_Down: lambda: pages.scroll_by(LINE),
        _Key.Key_Up: lambda: pages.scroll_by(-LINE),
        _Key.Key_PageDown: lambda: pages.turn(1),
        _Key.Key_PageUp: lambda: pages.turn(-1),
        _Key.Key_Space: lambda: pages.turn(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1),
        _Key.Key_Right: lambda: pages.aside(1),
        _Key.Key_Left: lambda: pages.aside(-1),
        _Key.Key_Home: lambda: pages.go_to_end(-1),
        _Key.Key_End: lambda: pages.go_to_end(1),
        _Key.Key_Plus: lambda: step_zoom(1),
        _Key.Key_Equal: lambda: step_zoom(1),
        _Key.Key_Minus: lambda: step_zoom(-1),
    }
    act = acts.get(event.key())
    if act is None or event.modifiers() & ~_QUIET:
        return False
    act()
    return True
