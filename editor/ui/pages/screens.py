"""Where a window may lie: a screen it lay on may have been unplugged."""

from collections.abc import Sequence

from PySide6.QtCore import QRect

# as much of a window's upper edge as is needed to take hold of it
_GRIP_WIDTH, _GRIP_HEIGHT = 120, 40


def on_screens(window: QRect, screens: Sequence[QRect]) -> QRect:
    """Return the window's place where it can be taken hold of, else one of its size in the middle of the first screen.

    screens: what is free on each, the main one first.
    """
    grip = QRect(window.left(), window.top(), window.width(), _GRIP_HEIGHT)
    for screen in screens:
        seen = grip.intersected(screen)
        if seen.width() >= _GRIP_WIDTH and seen.height() >= _GRIP_HEIGHT // 2:
            return window
    if not screens:
        return window
    first = screens[0]
    placed = QRect(0, 0, min(window.width(), first.width()), min(window.height(), first.height()))
    placed.moveCenter(first.center())
    return placed


def first_place(main: QRect, screens: Sequence[QRect]) -> QRect:
    """Return where the pages' window opens first: on a screen without the main window, else right of the middle."""
    free = [screen for screen in screens if not screen.contains(main.center())]
    if free:
        return free[0].adjusted(40, 40, -40, -40)
    here = screens[0] if screens else main
    return QRect(here.center().x(), here.top() + 40, here.width() // 2, max(400, here.height() - 80))
