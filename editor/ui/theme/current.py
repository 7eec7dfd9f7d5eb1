"""The theme in force, kept with the application."""

from PySide6.QtCore import QCoreApplication

from editor.ui.theme.tokens import Theme

_PROPERTY = "desk.theme"


def theme_in_force(app: QCoreApplication | None) -> Theme | None:
    """Return the theme, None before the first one is applied."""
    theme = app.property(_PROPERTY) if app else None
    return theme if isinstance(theme, Theme) else None


def keep_theme(app: QCoreApplication, theme: Theme) -> None:
    """Remember the theme in force."""
    app.setProperty(_PROPERTY, theme)
