"""The one style sheet, made from resources/theme/sheet.qss and a theme's colours."""

from string import Template

from editor.ui.theme.colour import mix
from editor.ui.theme.tokens import Theme
from resources import resource


def style_sheet(theme: Theme) -> str:
    """Return the application's style sheet. Raises KeyError where the file names an unknown token."""
    text = resource("theme/sheet.qss").read_text(encoding="utf-8")
    return _Sheet(text).substitute(dict(theme.colours) | _derived(theme), name=theme.name)


class _Sheet(Template):
    """Placeholders with dots in their names."""

    braceidpattern = r"[a-z][a-z0-9.]*"


def _derived(theme: Theme) -> dict[str, str]:
    """In high contrast everything that can be used has a visible edge; elsewhere edges recede."""
    colours, strong = theme.colours, theme.name == "contrast"
    return {
        "tool.edge": colours["line"] if strong else "transparent",
        "field.edge": colours["line.field"] if strong else colours["line"],
        "accent.card.edge": colours["accent" if strong else "accent.line"],
        "checked.edge": colours["accent"] if strong else "transparent",
        "warn.soft.edge": mix(colours["warn"], colours["warn.soft"], 1 if strong else 0.35),
        "error.soft.edge": mix(colours["error"], colours["error.soft"], 1 if strong else 0.35),
    }
