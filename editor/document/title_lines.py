"""Where a title without the editor's own breaks falls into two lines."""

from editor.document.measure import display_width

_OPEN = "《（“‘〈「『【("
_CLOSE = "》）”’〉」』】)，。、；：！？…—·"
_VERBS = ("发布", "印发", "关于", "公布", "出台", "召开", "通过", "启动")


def title_lines(title: str, *, text: str, width: float) -> tuple[str, ...]:
    """Return title in one line where it fits width (em), else in two.

    The break stands before 《, after a verb of issuing, or at the seam whose two characters stand together least
    often in the article's own text, near the middle; never inside brackets or beside punctuation. A title that no
    seam divides stays one line.
    """
    if display_width(title) <= width:
        return (title,)
    seams = [(_cost(title, at, text), at) for at in range(4, len(title) - 3) if _may_break(title, at, width)]
    if not seams:
        return (title,)
    _, at = min(seams)
    return title[:at].strip(), title[at:].strip()


def _may_break(title: str, at: int, width: float) -> bool:
    if title[at] in _CLOSE or title[at - 1] in _OPEN:
        return False
    if title[at].isascii() and title[at - 1].isascii():
        return False
    return max(display_width(title[:at]), display_width(title[at:])) <= width


def _cost(title: str, at: int, text: str) -> float:
    before, after = title[:at], title[at:]
    cost = abs(display_width(after) - display_width(before) - 1) + 8 * _depth(before)
    cost += 24 * text.count(title[at - 1 : at + 1]) / (min(text.count(title[at - 1]), text.count(title[at])) + 1)
    if after.startswith("《"):
        return cost - 14
    return cost - 6 if before.endswith(_VERBS) else cost


def _depth(before: str) -> int:
    return sum(before.count(mark) for mark in "《（“(") - sum(before.count(mark) for mark in "》）”)")
