"""Who writes on a platform where anybody may: the name beside 关注 and the badges below a title."""

import re
from collections.abc import Collection, Iterator, Sequence

from editor.intake.web.days import any_date, is_relative_time
from editor.intake.web.leftovers import PageLoss
from editor.intake.web.lines import PageLine
from editor.intake.web.phrases import phrase_loss
from editor.intake.web.titles import FoundTitle, fold
from editor.text.characters import is_han

_BADGE = re.compile(r"(?:微博|官方|身份)认证|官方(?:账号|帐号|微博)|领域(?:爱好者|创作者|达人|作者)|创作者$")
_FOLLOW = re.compile(r"[+＋]?\s?(?:已?关注|订阅)")
_NO_NAME = re.compile(
    r"[，。；：:、！？|｜/\d]|^(?:原创|作者|来源|来自|发布于|IP|文章|专栏|记者)|属地|^(?:赞同|阅读|评论|发布|分享|赞赏)$"
)
_LINES, _BEFORE, _SHORTEST, _LONGEST = 12, 3, 2, 20


def account_below(lines: Sequence[PageLine], title: FoundTitle, until: int, known: Collection[str]) -> str:
    """Return the account that a page's article is from and mark its lines, empty for a page of no platform.

    until: place of the first sentence; known: names that lead to their own pages.
    """
    first = min(title.places, default=title.end)
    zone = [one for one in lines[title.end : min(until, title.end + _LINES)] if not one.edge]
    zone += [one for one in lines[max(first - _BEFORE, 0) : first] if one.loss in (None, PageLoss.CREDIT)]
    marked = [line for line in zone if any(map(_is_sign, _pieces(line)))]
    marked = marked or [line for line in zone if line.loss is None and line.text in known]
    if not marked:
        return ""
    shown = fold("".join(title.lines))
    names = [(line, name) for line in zone for name in _pieces(line) if _is_name(name) and fold(name) != shown]
    named = next((one for one in names if one[1] in known), names[0] if names else None)
    if named is None:
        return ""
    for line in (*marked, named[0]):
        line.loss = line.loss or PageLoss.CREDIT
    return named[1]


def _pieces(line: PageLine) -> Iterator[str]:
    return (piece.strip() for piece in line.facts.split("\u2003") if piece.strip())


def _is_sign(piece: str) -> bool:
    return _FOLLOW.fullmatch(piece) is not None or (len(piece) <= 2 * _LONGEST and _BADGE.search(piece) is not None)


def _is_name(piece: str) -> bool:
    if not _SHORTEST <= len(piece) <= _LONGEST or not any(map(is_han, piece)):
        return False
    if _is_sign(piece) or _NO_NAME.search(piece) or phrase_loss("".join(piece.split())):
        return False
    return any_date(piece) is None and not is_relative_time(piece)
