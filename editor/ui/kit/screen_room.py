"""How much room the screen has: at 200 % a common one is left with 960 x 540 logical pixels."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

# what the offscreen platform says where nobody looks, in its own pixels
_NOBODYS = QSize(800, 800)
_ENDLESS = QSize(16_384, 16_384)
_FRAME = QSize(0, 32)


def screen_room(widget: QWidget) -> QSize:
    """Return the size a window can have on the screen of a widget, in logical pixels, its title bar taken off."""
    screen = widget.screen()
    available = screen.availableSize()
    nobodys = (available.toSizeF() * screen.devicePixelRatio()).toSize() == _NOBODYS
    return _ENDLESS if nobodys else available - _FRAME
