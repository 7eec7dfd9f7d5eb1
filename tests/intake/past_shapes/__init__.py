"""Invented past issues of the shapes that offices print, each with what should come out, written before the reader."""

from tests.intake.past_shapes.bodies import BODIES
from tests.intake.past_shapes.contents import CONTENTS
from tests.intake.past_shapes.heads import HEADS
from tests.intake.past_shapes.second import SECOND
from tests.intake.past_shapes.wanted import Shape

SHAPES: tuple[Shape, ...] = (*HEADS, *CONTENTS, *BODIES, *SECOND)

__all__ = ["SHAPES", "Shape"]
