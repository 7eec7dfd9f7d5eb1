"""What of a page is no part of its article: the kinds, what is said of each, and the names that sites give them."""

import re
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from editor.intake.manuscript import PageFurniture
from editor.model.language import mark_tr, tr_marked

PageAccount = Counter["PageLoss"]


class PageLoss(StrEnum):
    """A kind of what was left out of a page; the value is its message, {n} is how often."""

    UNREADABLE = mark_tr("有 {n} 个字认不出，标成了“�”，请对照原网页补上。")
    FRAMES = mark_tr("网页里的框架页没有带入（{n} 个），请单独打开再存。")
    OUTSIDE = mark_tr("复制范围以外的文字没有带入（{n} 字）。")
    SENTENCES = mark_tr("正文以外还有 {n} 段文字没有带入，请对照原网页看一下。")
    ATTACHMENTS = mark_tr("附件没有带入（{n} 个），需要的请另行下载。")
    MENU = mark_tr("菜单、栏目等正文以外的文字没有带入（{n} 处）。")
    POSITION = mark_tr("“当前位置”一类的路径没有带入（{n} 处）。")
    TOOLS = mark_tr("分享、打印、字号一类的按钮没有带入（{n} 处）。")
    FACTS = mark_tr("索引号、主题分类等文件信息没有带入正文（{n} 项）。")
    LETTERHEAD = mark_tr("文件的红头没有带入正文（{n} 处）。")
    CREDIT = mark_tr("来源、作者、时间一行没有带入正文（{n} 处）。")
    EDITORS = mark_tr("网页上的责任编辑、审核人员没有带入（{n} 处）。")
    NEIGHBOURS = mark_tr("上一篇、下一篇没有带入（{n} 处）。")
    RELATED = mark_tr("相关链接、推荐阅读没有带入（{n} 处）。")
    FOLLOW = mark_tr("点击蓝字、扫码关注一类的提示没有带入（{n} 处）。")
    SCANS = mark_tr("扫码关注用的图片、网站图标没有带入（{n} 张）。")
    COUNTS = mark_tr("阅读数、点赞数没有带入（{n} 处）。")
    COMMENTS = mark_tr("网友评论没有带入（{n} 处）。")
    LABELS = mark_tr("关键词、标签没有带入（{n} 处）。")
    STATEMENTS = mark_tr("网站的声明没有带入（{n} 处）。")
    ADS = mark_tr("广告没有带入（{n} 处）。")
    FOOTER = mark_tr("页脚的主办单位、备案号等没有带入（{n} 处）。")


_FURNITURE = {
    PageLoss.MENU: mark_tr("菜单"),
    PageLoss.POSITION: mark_tr("当前位置"),
    PageLoss.TOOLS: mark_tr("分享打印"),
    PageLoss.CREDIT: mark_tr("来源一行"),
    PageLoss.EDITORS: mark_tr("网页责编"),
    PageLoss.NEIGHBOURS: mark_tr("上一篇"),
    PageLoss.RELATED: mark_tr("相关链接"),
    PageLoss.FOLLOW: mark_tr("关注提示"),
    PageLoss.SCANS: mark_tr("扫码图"),
    PageLoss.COUNTS: mark_tr("阅读数"),
    PageLoss.COMMENTS: mark_tr("评论"),
    PageLoss.LABELS: mark_tr("关键词"),
    PageLoss.STATEMENTS: mark_tr("网站声明"),
    PageLoss.ADS: mark_tr("广告"),
    PageLoss.FOOTER: mark_tr("页脚"),
}


def page_furniture(account: PageAccount) -> PageFurniture:
    """Return what was left out that belongs to the site and not to the article."""
    found = [loss for loss in _FURNITURE if account[loss]]
    return PageFurniture(
        names=tuple(tr_marked(_FURNITURE[loss]) for loss in found),
        count=sum(account[loss] for loss in found),
        messages=tuple(tr_marked(loss.value, n=account[loss]) for loss in found),
    )


def page_sentences(account: PageAccount) -> tuple[str, ...]:
    """Return a sentence for each kind that was left out."""
    return tuple(tr_marked(loss.value, n=account[loss]) for loss in PageLoss if account[loss])


_TAGS = {
    "nav": PageLoss.MENU,
    "footer": PageLoss.FOOTER,
    "aside": PageLoss.RELATED,
    "form": PageLoss.TOOLS,
    "button": PageLoss.TOOLS,
}
_NAMES = (
    (
        PageLoss.CREDIT,
        (
            r"meta_content|rich_media_meta|(?:article|post|entry)[-_]meta(?![a-z])"
            r"|author[-_]?(?:info|box|card|bio|profile|wrap|detail|intro|about|desc)|about[-_]?author"
        ),
    ),
    (PageLoss.COMMENTS, r"comment|pinglun|(?<![a-z])cmts?(?![a-z])|(?<![a-z])reply|disqus"),
    (PageLoss.POSITION, r"crumb|dqwz|cur_?pos|weizhi|(?<![a-z])(?:position|location|path|bread)(?![a-z])"),
    (
        PageLoss.TOOLS,
        (
            r"share|jiathis|(?<![a-z])social|print|font_?-?size(?![-_]?\d)|zihao|(?<![a-z])tools?(?![a-z])|search|login"
            r"|video[-_]?(?:box|player|wrap|js)|(?<![a-z])(?:player|vjs|prism|dplayer|jammer)(?![a-z])"
        ),
    ),
    (PageLoss.SCANS, r"qr_?-?code|erweima|(?<![a-z])(?:ewm|scan|scanqr|qr)(?![a-z])"),
    (
        PageLoss.NEIGHBOURS,
        r"pre_?v?-?next|page_?-?turn|post-navigation|(?<![a-z])(?:prev|next|pager|pagination)(?![a-z])",
    ),
    (
        PageLoss.RELATED,
        r"relat|recommend|tuijian|xgxw|xgyd|(?<![a-z])(?:hot|rank|widget|sidebar|side)(?![a-z])|sidebar|paihang",
    ),
    (PageLoss.ADS, r"(?<![a-z])ads?(?![a-z])|advert|guanggao"),
    (PageLoss.LABELS, r"(?<![a-z])(?:tags?|keywords?)(?![a-z])|tag-?s?-links|cat-links"),
    (PageLoss.FOOTER, r"foot|copyright|colophon|beian|banquan|(?<![a-z])bottom(?![a-z])"),
    (PageLoss.STATEMENTS, r"declare|statement|disclaimer|shengming"),
    (PageLoss.MENU, r"nav(?!y|el)|menu|top-?_?bar|toptb"),
)
# names that only set how something is placed, of style frameworks: margin-bottom-20, position-relative
_PLACING = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|m|p|align|text|vertical)[-_](?:top|bottom|side)(?:[-_]\w{1,6})?"
    r"|(?:position-)?(?:relative|absolute|static|fixed|sticky))(?![\w-])"
)
_QUOTED = re.compile(r"quote|stock|(?<![a-z])(?:hq|zdf|percent|rate)(?![a-z])", re.IGNORECASE)
_CHANGE = re.compile(r"[（(]?[-+]?\d{1,6}(?:\.\d{1,3})?%?[)）]?")
_BY_NAME = re.compile("|".join(f"(?P<{loss.name}>{pattern})" for loss, pattern in _NAMES))


def left_out(tag: str, attributes: Mapping[str, str]) -> PageLoss | None:
    """Return what an element is by its tag and the names that the site gave it, None for what may be the article."""
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return _TAGS.get(tag) or (_by_name(names) if names != " " else None)


def ticker(tag: str, attributes: Mapping[str, str], text: str | None) -> PageLoss | None:
    """Return advertising for a share's price that a site of finance writes behind a word, None for anything else."""
    named = tag == "span" and _QUOTED.search(attributes.get("class", ""))
    return PageLoss.ADS if named and _CHANGE.fullmatch((text or "").strip()) else None


@lru_cache(maxsize=2048)
def _by_name(names: str) -> PageLoss | None:
    match = _BY_NAME.search(_PLACING.sub("", names.lower()[:200]))
    return PageLoss[match.lastgroup] if match and match.lastgroup else None
