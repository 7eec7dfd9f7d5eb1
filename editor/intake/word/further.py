"""Whether a Word file holds more than one article: a title further down, right below where the one before ends."""

from editor.intake.word.forms import DATE_LINE
from editor.intake.word.lines import Item, Line, Role
from editor.text.fact_lines import address_of_line, source_at_end, source_of_line
from editor.text.line_forms import heading_level

_LONGEST, _SHORTEST_BEFORE = 100, 2


def further_titles(items: list[Item], size: int) -> int:
    """Return how many lines look like titles of further articles. items: without the headline; size: of the text.

    A title has the style of one; or it is larger than the text and in the middle, or a heading, and stands below the
    source, link or date of an article.
    """
    lines = [item for item in items if isinstance(item, Line)]
    pairs = zip(lines[_SHORTEST_BEFORE - 1 :], lines[_SHORTEST_BEFORE:], strict=False)
    return sum(
        _is_title(line, size) and (_ends(before) or (line.role is Role.TITLE and before.role is not Role.TITLE))
        for before, line in pairs
        if line is not lines[-1]
    )


def _is_title(line: Line, size: int) -> bool:
    text = line.text.strip()
    looks = line.role is Role.TITLE or line.level == 1 or (line.centred and (line.size > size or line.strong))
    return looks and len(text) <= _LONGEST and text[-1:] not in "。；：" and not (heading_level(text) or line.numbered)


def _ends(line: Line) -> bool:
    text = line.text.strip()
    return bool(source_of_line(text) or source_at_end(text)[0] or address_of_line(text)[1] or DATE_LINE.fullmatch(text))
