"""The size of everything: the system's letters and the user's choice make one factor, which Qt scales the window by."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QFontDatabase, QFontInfo

_VARIABLE = "QT_SCALE_FACTOR"
_PLAIN_PX, _STEPS = 12, 20


def scale_factor(zoom: int, system_px: int) -> float:
    """Return the factor. zoom: per cent; system_px: height of the system's interface font in logical pixels.

    In steps of a twentieth: hairlines stay even.
    """
    return round(max(1.0, system_px / _PLAIN_PX) * zoom / 100 * _STEPS) / _STEPS


def system_font_px() -> int:
    """Return the height of the system's interface font in logical pixels; needs an application."""
    return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()


@contextmanager
def scaled(factor: float) -> Iterator[None]:
    """Let an application made in this context be drawn by a factor; a factor of the user's environment counts more.

    Qt reads it once. It is taken back, so that programs started from here keep their own size.
    """
    if _VARIABLE in os.environ or factor == 1:
        yield
        return
    os.environ[_VARIABLE] = str(factor)
    try:
        yield
    finally:
        del os.environ[_VARIABLE]
