"""Limits the depth of HTML: the parser searches all open elements at every stray end tag, so deep pages take long."""

import re
from collections import Counter

from editor.intake.html.elements import tags
from editor.model.errors import UserError
from editor.model.language import tr

_FEW_TAGS = 20_000
_MOST_TAGS = 400_000
_DEEPEST = 1_000
# possessive, and only up to the last > of a page: else every < of a tag that never ends searches the rest of the page
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)[^>]*+>")
# elements that add no depth: the parser closes them by itself, or they are empty
_SHALLOW = tags(
    """area base br col dd dt embed frame hr img input li link meta option p param source tbody td tfoot th thead tr
    wbr"""
)


def shallow(html: str, *, deepest: int = _DEEPEST, few: int = _FEW_TAGS) -> str:
    """Return a page without the tags that lie deeper than so many elements; their text stays.

    few: pages of fewer tags are left as they are.

    Raises UserError for over 400,000 tags that remain.
    """
    if html.count("<") < few:
        return html
    end = html.rfind(">") + 1
    made = _TAG.sub(_Keeper(deepest), html[:end]) + html[end:]
    if made.count("<") > _MOST_TAGS:
        raise UserError(tr("粘贴的网页代码太复杂。请分几次复制，或用“只粘贴文字”。"))
    return made


class _Keeper:
    """Decides for one tag after another whether it is kept."""

    def __init__(self, deepest: int) -> None:
        """Begin outside of everything."""
        self._deepest = deepest
        self._open: Counter[str] = Counter()
        self._dropped: Counter[str] = Counter()
        self._depth = 0

    def __call__(self, tag: re.Match[str]) -> str:
        """Return the tag, or nothing for one that is too deep or ends nothing."""
        name = tag[2].lower()
        if name in _SHALLOW or tag[0].endswith("/>"):
            return tag[0]
        return self._end(name, tag[0]) if tag[1] else self._start(name, tag[0])

    def _start(self, name: str, tag: str) -> str:
        if self._depth >= self._deepest:
            self._dropped[name] += 1
            return ""
        self._open[name] += 1
        self._depth += 1
        return tag

    def _end(self, name: str, tag: str) -> str:
        if self._dropped[name]:
            self._dropped[name] -= 1
            return ""
        if not self._open[name]:
            return ""
        self._open[name] -= 1
        self._depth -= 1
        return tag
