"""Which theme is shown: the user's choice, or the system's scheme."""

from enum import Enum

from PySide6.QtCore import Qt

from editor.model.language import mark_tr


class SchemeChoice(Enum):
    """The setting; the value is its Chinese label."""

    SYSTEM = mark_tr("跟随系统")
    LIGHT = mark_tr("浅色")
    DARK = mark_tr("深色")
    CONTRAST = mark_tr("高对比")


_FIXED = {SchemeChoice.LIGHT: "light", SchemeChoice.DARK: "dark", SchemeChoice.CONTRAST: "contrast"}


def theme_name(choice: SchemeChoice, system: Qt.ColorScheme, *, contrast: bool) -> str:
    """Return light, dark or contrast. contrast: the system asks for high contrast; an unknown scheme is light."""
    if choice is not SchemeChoice.SYSTEM:
        return _FIXED[choice]
    if contrast:
        return "contrast"
    return "dark" if system == Qt.ColorScheme.Dark else "light"
