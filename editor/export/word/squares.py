"""The place of a section among the others: a small square for each, this one's filled."""

import io

from editor.export.word import markup
from editor.export.word.session import WordSession

_FILLED, _OPEN = "■", "□"
_BETWEEN = 6
# pixels of the drawn ones, and twips a pixel
_SIDE, _GAP, _EDGE, _PIXEL = 24, 13, 2, 5


def squares(index: int, count: int, half_points: int, colour: str) -> str:
    """Return the squares of so many sections as letters. half_points: size of their type."""
    marks = "".join(_FILLED if at == index else _OPEN for at in range(count))
    wide, last = (
        markup.run_of(bold=True, colour=colour, spacing=one, half_points=half_points) for one in (_BETWEEN, 0)
    )
    return markup.text_run(marks[:-1], wide) + markup.text_run(marks[-1:], last)


def drawn_squares(index: int, count: int, colour: str, session: WordSession) -> str:
    """Return the squares as a picture: beside a heading letters would be part of its words."""
    number, image = session.next_drawing(), session.image(_picture(index, count, colour))
    wide = count * _SIDE + (count - 1) * _GAP
    alt = f"第 {index + 1} 个栏目，共 {count} 个"
    return markup.picture(image, number, (wide * _PIXEL, _SIDE * _PIXEL), name=f"栏目位置 {number}", alt=alt)


def _picture(index: int, count: int, colour: str) -> bytes:
    from PIL import Image, ImageDraw

    drawn = Image.new("RGB", (count * _SIDE + (count - 1) * _GAP, _SIDE), "white")
    pen = ImageDraw.Draw(drawn)
    for at in range(count):
        left = at * (_SIDE + _GAP)
        fill = f"#{colour}" if at == index else None
        pen.rectangle((left, 0, left + _SIDE - 1, _SIDE - 1), fill=fill, outline=f"#{colour}", width=_EDGE)
    buffer = io.BytesIO()
    drawn.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
