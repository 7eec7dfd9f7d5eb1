"""A theme onto the application: style, palette, one style sheet. Single widgets only carry properties it knows."""

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QApplication, QWidget

from editor.ui.theme.current import keep_theme, theme_in_force
from editor.ui.theme.fonts import font
from editor.ui.theme.palette import palette
from editor.ui.theme.sheet import style_sheet
from editor.ui.theme.style import DeskStyle
from editor.ui.theme.tokens import Theme
from resources import resource


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the application a theme, the first or another one; every widget follows, icons of icon() too."""
    first = theme_in_force(app) is None
    keep_theme(app, theme)
    if first:
        QDir.setSearchPaths("theme", [str(resource("theme"))])
        app.setStyle(DeskStyle())
        app.setFont(font("base"))
    app.setPalette(palette(theme))
    # in place of another sheet Qt polishes every widget once for each of its parents: three times the work
    app.setStyleSheet("")
    app.setStyleSheet(style_sheet(theme))


def current_theme(app: QApplication) -> Theme:
    """Return the theme in force. Raises LookupError before apply_theme."""
    theme = theme_in_force(app)
    if theme is None:
        raise LookupError("apply_theme comes first")
    return theme


def set_style(
    widget: QWidget,
    *,
    kind: str | None = None,
    ground: str | None = None,
    ink: str | None = None,
    state: str | None = None,
) -> None:
    """Set the properties the style sheet knows and restyle the widget. None leaves a property, "" clears it.

    kind: of a button primary, quiet, danger, tool; of a text field field, bare, quiet. ground: window, sidebar,
    surface, raised, sunken, line, and on a QFrame card, accent, warn, error. ink, of a label: text, text2, text3,
    accent, error, warn, ok. state, of a field or progress bar: error, warn. Besides: the property small="true" makes
    buttons and fields 28 px high.
    """
    for name, value in (("kind", kind), ("ground", ground), ("ink", ink), ("state", state)):
        if value is not None:
            widget.setProperty(name, value)
    if ground:
        # a subclass of QWidget paints no ground without it
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
