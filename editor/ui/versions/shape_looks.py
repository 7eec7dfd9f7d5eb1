"""How the lines of a comparison look, by their shape."""

from dataclasses import dataclass
from typing import assert_never

from editor.ui.versions.lines import Shape

EM = 16


@dataclass(frozen=True, slots=True)
class ShapeLook:
    """px. gap: room below a line; opens: its first line is indented."""

    role: str = "body"
    ink: str = "text"
    gap: int = 10
    left: int = 0
    opens: bool = False
    bold: bool = False
    bullet: str = ""
    centred: bool = False


def _look(shape: Shape) -> ShapeLook:  # noqa: PLR0911 - a line a shape
    match shape:
        case Shape.TITLE:
            return ShapeLook(role="title", gap=20)
        case Shape.FACT:
            return ShapeLook(role="base", gap=6)
        case Shape.HEADING:
            return ShapeLook(bold=True)
        case Shape.PARAGRAPH:
            return ShapeLook(opens=True)
        case Shape.QUOTE:
            return ShapeLook(left=2 * EM)
        case Shape.ITEMS:
            return ShapeLook(left=2 * EM, bullet="• ")
        case Shape.OBJECT:
            return ShapeLook(role="base", gap=12)
        case Shape.FOLD:
            return ShapeLook(role="small", ink="text3", gap=12, centred=True)
        case _:
            assert_never(shape)


SHAPE_LOOKS = {shape: _look(shape) for shape in Shape}
