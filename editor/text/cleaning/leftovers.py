"""What printed pages and web pages leave between paragraphs: page numbers, running heads, buttons, notices."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from editor.model.article import Article
from editor.model.block_kinds import as_paragraph, is_heading
from editor.model.body import ANCHOR, Block, plain
from editor.model.language import tr
from editor.text.characters import ends_sentence, fold
from editor.text.cleaning.rule import BlockRule
from editor.text.cleaning.steps import Drop, Step

_DASH = "[-—–－―]{1,2}"
_PAGE = re.compile(
    rf"{_DASH}\s*\d{{1,3}}\s*{_DASH}|第\s?\d{{1,3}}\s?页(?:[\s,，/／]*共\s?\d{{1,3}}\s?页)?|\d{{1,3}}\s?[/／]\s?\d{{1,3}}页?"
    r"|Page\s?\d{1,3}(?:\s?of\s?\d{1,3})?"
)
_BARE = re.compile(r"\d{1,3}")
_LONGEST_HEAD, _TIMES, _LONGEST_NOTICE = 40, 3, 60
_BROKEN = 30
_FEW = "[^。]{0,20}"
_NOTICES = re.compile(
    "|".join(
        (
            # WeChat
            rf"(?:点击|戳|请点){_FEW}(?:蓝字|阅读原文|关注|下方名片|查看原文|上方){_FEW}",
            rf"{_FEW}(?:长按|扫描|识别){_FEW}二维码{_FEW}",
            rf"(?:微信)?扫[一码](?:扫|扫码)?{_FEW}",
            r"阅读原文|预览时标签不可点|继续滑动看下一个|轻触阅读原文|微信号[:：]\s?[\w-]+|[-—]{0,2} ?END ?[-—]{0,2}",
            r"(?:[\s\d|｜]*(?:点赞|在看|转发|分享|喜欢作者|写留言|赞|收藏))+[\s\d|｜]*",
            # buttons of pages
            r"(?:[【\[]?(?:打印|关闭|收藏)(?:本页|窗口|页面)?[】\]]?[\s|｜]*)+",
            r"[【\[]?字[号体][:：]?\s*[【\[]?\s*(?:[大中小+\-A]\s*){1,3}[】\]]?(?:\s*打印)?",
            rf"分享(?:到|至){_FEW}|分享[:：]{_FEW}",
            r"(?:上|下)一[篇条][:：][^。]{0,50}|(?:返回|回到)?(?:顶部|首页|列表)",
            r"(?:本站)?(?:浏览|阅读|点击)(?:次数|量|数)[:：]\s?\d*次?",
            # who made the page
            r"(?:责任编辑|责编|编辑|编审|审核|审校|校对|监制|[初复终]审|终校|排版|美编|(?:值班|网络)编辑)[:：/丨|][^。]{1,40}",
            rf"{_FEW}(?:ICP备|公网安备|网站标识码)[^。]{{0,50}}|版权所有[^。]{{0,50}}|Copyright[^。]{{0,60}}",
            # ways to other pages
            r"(?:相关(?:阅读|链接|新闻|文章|稿件)|往期(?:推荐|回顾|精选)|推荐阅读|延伸阅读|热门文章|猜你喜欢)[:：]?",
            r"(?:当前|您(?:现在)?(?:的|所在的?)?)位置[:：][^。]{0,50}|首页\s?[>＞»/][^。]{0,50}",
        )
    )
)


class _Line(NamedTuple):
    uid: str
    text: str


def page_numbers(article: Article) -> Iterator[Step]:
    """Yield paragraphs that are page numbers: — 3 —, 第3页, and bare ones that count up one by one."""
    lines = _lines(article.blocks)
    bare = [line for line in lines if _BARE.fullmatch(line.text)]
    counts = [int(line.text) for line in bare]
    counting = len(bare) > 1 and all(b - a == 1 for a, b in pairwise(counts))
    found = {line.uid for line in (bare if counting else ())}
    for line in lines:
        if line.uid in found or _PAGE.fullmatch(line.text):
            yield Drop((line.uid,))


def running_heads(article: Article) -> Iterator[Step]:
    """Yield short paragraphs that come three times or more and break into a paragraph at least once."""
    blocks = article.blocks
    places: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        text = _text(block)
        if 4 <= len(text) <= _LONGEST_HEAD and not ends_sentence(text) and not re.search("[，。：；]", text):
            places.setdefault(re.sub(r"\d+", "0", fold(text)), []).append(at)
    for found in places.values():
        if len(found) >= _TIMES and any(_breaks_in(blocks, at) for at in found):
            yield from (Drop((blocks[at].uid,)) for at in found)


def notices(article: Article) -> Iterator[Step]:
    """Yield paragraphs that belong to a web page or to WeChat, not to the article."""
    for line in _lines(article.blocks):
        if len(line.text) <= _LONGEST_NOTICE and _NOTICES.fullmatch(line.text):
            yield Drop((line.uid,))


def repeated(article: Article) -> Iterator[Step]:
    """Yield what repeats the title at the beginning, over several lines too, and headings that come twice in a row."""
    blocks, title = article.blocks, fold(article.title.text)
    for many in range(1, 5):
        first = blocks[:many]
        words = [_text_of_line(block) for block in first]
        if title and len(first) == many and all(words) and fold("".join(words)) == title:
            yield Drop(tuple(block.uid for block in first))
            blocks = blocks[many:]
            break
    for one, other in pairwise(blocks):
        text = _text_of_line(one)
        if text and len(text) <= _LONGEST_HEAD and not ends_sentence(text) and fold(text) == fold(_text_of_line(other)):
            if is_heading(one) or not is_heading(other):
                yield Drop((other.uid,))
            else:
                yield Drop((one.uid,))


def empty(article: Article) -> Iterator[Step]:
    """Yield paragraphs without text."""
    for block in article.blocks:
        paragraph = as_paragraph(block)
        if paragraph and not plain(paragraph.runs).strip():
            yield Drop((block.uid,))


def _breaks_in(blocks: Sequence[Block], at: int) -> bool:
    before = _text(blocks[at - 1]) if at else ""
    return len(before) >= _BROKEN and not ends_sentence(before)


def _lines(blocks: Sequence[Block]) -> list[_Line]:
    return [_Line(block.uid, text) for block in blocks if (text := _text(block))]


def _text(block: Block) -> str:
    paragraph = as_paragraph(block)
    text = plain(paragraph.runs).strip() if paragraph else ""
    # a paragraph with a footnote is somebody's text
    return "" if ANCHOR in text else text


def _text_of_line(block: Block) -> str:
    return plain(block.runs).strip() if is_heading(block) else _text(block)


RULES = (
    BlockRule(id="page-numbers", name=tr("去掉夹在正文里的页码"), why=tr("页码由版式印出"), steps=page_numbers),
    BlockRule(
        id="running-heads",
        name=tr("去掉夹在正文里的页眉页脚"),
        why=tr("同一行短字出现三次以上，还把段落隔断，是原来那份文件的页眉页脚"),
        steps=running_heads,
    ),
    BlockRule(
        id="repeated", name=tr("去掉重复的标题"), why=tr("正文开头又写一遍标题，或小标题连写两遍"), steps=repeated
    ),
)
NOTICES = (
    BlockRule(
        id="web-notices",
        name=tr("去掉网页和公众号的附带文字"),
        why=tr("“点击阅读原文”“扫一扫”“责任编辑”“打印”“分享到”等不是文章内容"),
        steps=notices,
    ),
    BlockRule(id="empty", name=tr("去掉空段"), why=tr("段距由版式给出，不用空段"), steps=empty),
)
