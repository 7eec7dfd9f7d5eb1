"""Breaks a title into lines where the editor set no breaks."""

import bisect
import math

from editor.document.measure import display_width
from editor.model.article import Article, Title
from editor.model.block_texts import block_texts
from editor.model.body import Block

_OPEN = "《（“‘〈「『【("
_CLOSE = "》）”’〉」』】)，。、；：！？…—·"
_VERBS = ("发布", "印发", "关于", "公布", "出台", "召开", "通过", "启动")


def title_lines(title: str, *, text: str, width: float) -> tuple[str, ...]:
    """Return title in one line where it fits width (em), else in as few as hold it.

    A break goes before 《, after a verb of issuing, or between the two characters that occur together least often in
    the article's text, near even shares; never inside brackets or beside punctuation. A title without such a place
    stays one line.
    """
    lines: list[str] = []
    while display_width(title) > width:
        count = math.ceil(display_width(title) / width)
        at = _seam(title, text, width, count) or _seam(title, text, width, count + 1)
        if at is None:
            break
        lines.append(title[:at].strip())
        title = title[at:].strip()
    return *lines, title


def _seam(title: str, text: str, width: float, count: int) -> int | None:
    """Return where the first of count lines ends, None where no break leaves lines that all fit."""
    # only breaks within the first line's width are tried: trying all made the cost grow with the cube of the length
    last = bisect.bisect_right(range(len(title)), width, lo=1, key=lambda at: display_width(title[:at]))
    places = (at for at in range(4, min(last, len(title) - 3)) if _may_break(title, at, width, count))
    return min(places, key=lambda at: (_cost(title, at, text, count), at), default=None)


def _may_break(title: str, at: int, width: float, count: int) -> bool:
    if title[at] in _CLOSE or title[at - 1] in _OPEN:
        return False
    if title[at].isascii() and title[at - 1].isascii():
        return False
    return display_width(title[at:]) <= width * (count - 1)


def _cost(title: str, at: int, text: str, count: int) -> float:
    before, after = title[:at], title[at:]
    cost = abs(display_width(after) / (count - 1) - display_width(before) - 1) + 8 * _depth(before)
    cost += 24 * text.count(title[at - 1 : at + 1]) / (min(text.count(title[at - 1]), text.count(title[at])) + 1)
    if after.startswith("《"):
        return cost - 14
    return cost - 6 if before.endswith(_VERBS) else cost


def _depth(before: str) -> int:
    return sum(before.count(mark) for mark in "《（“(") - sum(before.count(mark) for mark in "》）”)")


def article_lines(article: Article, *, title_width: float) -> tuple[str, ...]:
    """Return the title's lines as set: the editor's own, else those that the measure (em) asks for."""
    return lines_of(article.title, article.blocks, title_width)


def lines_of(title: Title, blocks: tuple[Block, ...], width: float) -> tuple[str, ...]:
    """Return the lines of a title above these blocks. width: of the measure (em)."""
    if len(title.lines) > 1:
        return title.lines
    text = "".join(part for block in blocks for part in block_texts(block))
    return title_lines(title.text, text=text, width=width)
