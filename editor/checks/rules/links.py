"""Addresses of articles as a code and a browser take them, and those within texts that only the office can open."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import FindingField, Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.words import hit
from editor.model.language import tr
from editor.text.address import has_foreign_scheme
from editor.text.links import host_of, is_web_link

# what a code printed on paper still takes (document/code_symbol), and from where on it gets large, in bytes
_LONGEST, _LONG = 1200, 330
# public sites that have long answered by https, of which an address with http is an old copy
_SECURE = re.compile(
    r"(?:^|\.)(?:gov\.cn|edu\.cn|people\.com\.cn|xinhuanet\.com|news\.cn|cctv\.com|qq\.com|12371\.cn|xuexi\.cn|cac\.gov\.cn)$"
)
_GLUED = re.compile(r"https?://[^?#]*https?://")
_MARK_AT_END = re.compile(r"[，。；、：）》”’,;:.）]+$")
_ODD_HOST = re.compile(
    r"//(?:www(?![\w-]*\.[\w-]+\.)[a-z0-9-]+\.(?:gov|com|org|edu|net)\.cn|[^/]*\.\.|[^/]*[，。、：；（）]|[^/?#]*\.(?:con|cmo|ocm|cnn|gov)(?:[/:?#]|$))"
)
_OWN_NETWORK = re.compile(
    r"https?://(?:localhost|127\.|10\.\d|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)[!-~]*|file://[!-~]+"
    r"|(?<![A-Za-z])[A-Z]:\\[^\s，。；）]+|\\\\[A-Za-z0-9.-]+\\[^\s，。；）]*"
)


def too_long(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield links that no printed code takes; those that make a large one are a hint of their own."""
    length = len(reading.article.link.encode())
    if length > _LONGEST:
        detail = tr("超过 {most} 字节，文末不印二维码，只印链接。请换短一些的链接。", most=_LONGEST)
        yield _of(reading, tr("链接太长，做不成二维码"), detail)


def long(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield links whose code gets large and fine."""
    length = len(reading.article.link.encode())
    if _LONG < length <= _LONGEST:
        detail = tr("链接有 {length} 字节，二维码又大又密。换短一些的链接，或删去“?”后多余的参数。", length=length)
        yield _of(reading, tr("链接太长，二维码不好扫"), detail)


def odd(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield links that a browser takes, but that have slips: two glued together, a mark at the end, .con."""
    link = reading.article.link
    if not is_web_link(link):
        return
    if _GLUED.match(link):
        yield _of(reading, tr("链接里粘连着两个网址"), tr("只留一个。"))
    elif _MARK_AT_END.search(link) or _ODD_HOST.search(link):
        yield _of(reading, tr("链接可能写错"), tr("对照原网页核对域名和末尾。"))


def old_scheme(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield http for a site that answers by https."""
    link = reading.article.link
    if link.startswith("http://") and _SECURE.search(host_of(link)):
        yield _of(reading, tr("链接用的是 http"), tr("这个网站一般已改用 https，打开看看，能打开就改。"))


def no_code(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield words beside a code that is not printed: no link, or one that a telephone must not open."""
    article = reading.article
    if article.link_caption.strip() and (not article.link.strip() or has_foreign_scheme(article.link)):
        place = reading.place(FindingField.LINK_CAPTION)
        words = article.link_caption
        yield RuleHit(
            place=place,
            message=tr("写了二维码旁的文字，却没有二维码"),
            detail=tr("填写原文链接，或删去这段文字。"),
            evidence=words,
            marks=((0, len(words)),),
        )


def own_network(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield addresses and paths within a text that only the office's own computers open."""
    text = reading.whole.text
    for match in _OWN_NETWORK.finditer(text) if "://" in text or "\\" in text else ():
        passage, shift = reading.whole.at(match.start())
        span = (match.start() - shift, match.end() - shift)
        yield hit(
            passage, span, tr("只在本单位打得开：{found}", found=match[0][:30]), detail=tr("换成读者打得开的地址。")
        )


def _of(reading: ArticleTexts, message: str, detail: str) -> RuleHit:
    link = reading.article.link
    place = reading.place(FindingField.LINK)
    return RuleHit(place=place, message=message, detail=detail, evidence=link, marks=((0, len(link)),))


_WHY = tr("读者扫码看原文")
RULES = (
    ArticleRule(id="sources.too-long", title=tr("链接做不成二维码"), level=Level.WARNING, check=too_long, why=_WHY),
    ArticleRule(id="sources.long", title=tr("二维码太密"), level=Level.INFO, check=long, why=_WHY),
    ArticleRule(id="sources.odd-link", title=tr("链接可能写错"), level=Level.WARNING, check=odd, why=_WHY),
    ArticleRule(id="sources.http", title=tr("链接用 http"), level=Level.INFO, check=old_scheme, why=_WHY),
    ArticleRule(id="sources.no-code", title=tr("有文字没有二维码"), level=Level.WARNING, check=no_code, why=_WHY),
    ArticleRule(
        id="web.own-network",
        title=tr("正文里的内网地址"),
        level=Level.WARNING,
        check=own_network,
        why=tr("网址要打得开"),
    ),
)
