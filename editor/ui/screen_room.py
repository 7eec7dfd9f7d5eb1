"""How much room the screen has: at 200 % a common one is left with 960 x 540 logical pixels."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

# what the offscreen platform says where nobody looks
_NOBODYS = QSize(800, 800)
_ENDLESS = QSize(16_384, 16_384)
_FRAME = QSize(0, 32)


def screen_room(widget: QWidget) -> QSize:
    """Return the size a window can have on the screen of a widget, in logical pixels, its title bar taken off."""
    available = widget.screen().availableSize()
    return _ENDLESS if available == _NOBODYS else available - _FRAME
