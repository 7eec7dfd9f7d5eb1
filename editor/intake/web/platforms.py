"""Platforms on which anybody writes: there the account that wrote is the source, not the platform."""

import re
from collections.abc import Sequence

from editor.intake.web.leftovers import PageLoss
from editor.intake.web.lines import PageLine
from editor.text.links import host_of

_HOSTS = re.compile(
    r"(?:^|\.)(?:baijiahao\.baidu|mbd\.baidu|zhihu|weibo|toutiao|sohu|jianshu|bilibili|xueqiu|douban|csdn|yidianzixun"
    r"|360kuai|qq|163|sina|ifeng)\.(?:com|cn|net)(?:\.cn)?$"
)
# portals have articles of their own; only these parts of theirs are accounts'
_PORTALS = re.compile(r"(?:^|\.)(?:sohu|qq|163|sina|ifeng)\.com(?:\.cn)?$")
_ACCOUNTS_OF_PORTALS = re.compile(r"sohu\.com/a/|/rain/a/|163\.com/dy/|k\.sina|feng\.ifeng|ifeng\.com/c/")
_NO_ACCOUNT = re.compile(r"\d{2,}|[:：。，！？；]|^(?:关注|[+＋]关注|首页|原创|转载|登录|注册|搜索|分享)$")
_SHORTEST, _LONGEST, _LINE = 2, 20, 60


def is_platform(link: str) -> bool:
    """Return whether an article stands on a platform, by its address."""
    host = host_of(link) or ""
    return bool(_HOSTS.search(host)) and (not _PORTALS.search(host) or bool(_ACCOUNTS_OF_PORTALS.search(link)))


def take_account(lines: Sequence[PageLine], begin: int, until: int) -> str:
    """Return the account between title and text, and mark the lines on which it presents itself; empty for none.

    begin: the line below the title; until: that of the first sentence.
    """
    at = next((at for at in range(begin, until) if _account(lines[at])), None)
    if at is None:
        return ""
    account = _account(lines[at])
    last = max((here for here in range(at, until) if lines[here].loss or account in lines[here].text), default=at)
    for line in lines[at : last + 1]:
        if line.loss is None and not line.look.rank and len(line.squeezed) <= _LINE:
            line.loss = PageLoss.CREDIT
    return account


def _account(line: PageLine) -> str:
    """Return the account that a line begins with, empty for another line."""
    first = line.facts.split("\u2003")[0].strip()
    named = _SHORTEST <= len(first) <= _LONGEST and not _NO_ACCOUNT.search(first)
    return first if named and not line.look.rank and line.loss in (None, PageLoss.CREDIT) else ""
