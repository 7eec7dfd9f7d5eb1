"""The place of a section among the others: a small square for each, this one's filled."""

from editor.export.word import markup

_FILLED, _OPEN = "■", "□"
_BETWEEN = 6


def squares(index: int, count: int, half_points: int, colour: str) -> str:
    """Return the squares of so many sections. half_points: size of their type."""
    marks = "".join(_FILLED if at == index else _OPEN for at in range(count))
    wide, last = (
        markup.run_of(bold=True, colour=colour, spacing=one, half_points=half_points) for one in (_BETWEEN, 0)
    )
    return markup.text_run(marks[:-1], wide) + markup.text_run(marks[-1:], last)
