"""What of a page is no part of its article: kinds, how they are recognised, and what is said of each."""

import re
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from editor.model.language import mark_tr, tr_marked

PageAccount = Counter["PageLoss"]


class PageLoss(StrEnum):
    """A kind of what was left out of a page; the value is its message, {n} is how often."""

    UNREADABLE = mark_tr("有 {n} 个字认不出，标成了“�”，请对照原网页补上。")
    FRAMES = mark_tr("网页里的框架页没有带入（{n} 个），请单独打开再存。")
    OUTSIDE = mark_tr("复制范围以外的文字没有带入（{n} 字）。")
    MENU = mark_tr("菜单、栏目等正文以外的文字没有带入（{n} 处）。")
    POSITION = mark_tr("“当前位置”一类的路径没有带入（{n} 处）。")
    TOOLS = mark_tr("分享、打印、字号一类的按钮没有带入（{n} 处）。")
    FACTS = mark_tr("索引号、主题分类等文件信息没有带入正文（{n} 项）。")
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
    (PageLoss.COMMENTS, r"comment|pinglun|(?<![a-z])cmts?(?![a-z])|(?<![a-z])reply|disqus"),
    (PageLoss.POSITION, r"crumb|dqwz|cur_?pos|weizhi|(?<![a-z])(?:position|location|path|bread)(?![a-z])"),
    (PageLoss.TOOLS, r"share|jiathis|(?<![a-z])social|print|font_?-?size|zihao|(?<![a-z])tools?(?![a-z])|search|login"),
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
_BY_NAME = re.compile("|".join(f"(?P<{loss.name}>{pattern})" for loss, pattern in _NAMES))


def left_out(tag: str, attributes: Mapping[str, str]) -> PageLoss | None:
    """Return what an element is by its tag and the names that the site gave it, None for what may be the article."""
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return _TAGS.get(tag) or (_by_name(names) if names != " " else None)


@lru_cache(maxsize=2048)
def _by_name(names: str) -> PageLoss | None:
    match = _BY_NAME.search(names.lower()[:200])
    return PageLoss[match.lastgroup] if match and match.lastgroup else None


_TOOL = (
    "打印(?:本页|此页|本文|文章)?|关闭(?:本页|此页|窗口|页面)?|收藏(?:本页|本文)?|(?:缩小|放大)?字[号体]|[大中小]字?|超大|默认|分享(?:到|至)?"
    "|微信|微博|新浪微博|腾讯微博|QQ空间|QQ|朋友圈|小字号|大字号|返回(?:顶部|首页|列表)?|复制链接|展开全文|打开APP|回顶部|我要纠错|朗读"
    "|收听|下载(?:客户端|APP)|转发|回复|关注|登录|注册|举报|无障碍(?:浏览)?|设为首页|加入收藏|Share(?:to)?|WeChat|Weibo"
)
_PHRASES = (
    (
        PageLoss.POSITION,
        r"(?:您|你)?(?:现在|当前|目前)?(?:所在|的)*位置(?:是|为)?[:：]|当前(?:位置|栏目)|首页[>›»]|[^>›»]{1,12}[>›»][^>›»]{1,16}[>›»]",
    ),
    (PageLoss.TOOLS, rf"(?:[【\[（(|｜/·:：\]】）)]*(?:{_TOOL})[】\]）)|｜/·:：【\[（(]*)+$"),
    (
        PageLoss.EDITORS,
        (
            r"[（(【\[]?(?:本文|本期|网络|网站|值班|见习|新媒体|执行|统筹)?(?:责任编辑|编辑|责编|责任校对|校对|编审|审核|审校|初审|复审|复核|终审|监制|排版|录入"
            r"|信息员)(?:人员?)?[:：].{0,60}$"
        ),
    ),
    (PageLoss.NEIGHBOURS, r"(?:上|下|前|后)一?(?:篇|条|页)(?:文章|新闻)?[:：]?.{0,80}$"),
    (
        PageLoss.FOLLOW,
        (
            r".{0,20}(?:点击.{0,6}蓝字|长按.{0,12}(?:识别|关注|二维码)|扫一扫|扫码(?:关注|下载|查看|进群)|识别.{0,6}二维码|关注(?:我们|公众号|本号)|设为星标"
            r"|点[个击]?.{0,3}在看|阅读原文).{0,24}$"
        ),
    ),
    (
        PageLoss.COUNTS,
        (
            r"(?:阅读|浏览|点击|访问)(?:量|数|次数)?[:：]?[\d.]+万?.{0,30}$|(?:赞|点赞|在看|评论|收藏|转发|喜欢)[:：]?[\d.]+万?$"
            r"|[\d.]+万?(?:条评论|次阅读|人阅读|人浏览)$"
        ),
    ),
    (PageLoss.LABELS, r"(?:文章)?(?:关键词|标签|分类|话题)[:：].{0,80}$|[Tt]ags?[:：].{0,80}$|(?:#[^#\s]{1,20}#?)+$"),
    (
        PageLoss.STATEMENTS,
        r"(?:特别|免责|版权|郑重)?(?:声明|提示)[:：].*(?:本[网站号]|转载|版权|观点|立场|侵权)|凡本网注明|(?:以上|本文)内容仅(?:代表|供)",
    ),
    (PageLoss.ADS, r"广告(?:[:：].{0,60})?$"),
    (
        PageLoss.FOOTER,
        (
            r".{0,60}(?:ICP[备证]|公网安备|版权所有|版\s?权\s?所\s?有|网站标识码"
            r"|[Cc]opyright|©|All ?rights ?reserved|Powered ?by)"
            r"|(?:主办|承办|协办|技术支持|运行维护|维护)(?:单位)?[:：]|(?:网站地图|联系我们|关于我们|使用说明)(?:[|｜].*)?$|地址[:：].{4,40}(?:邮编|电话)?"
        ),
    ),
)
_BY_PHRASE = re.compile("|".join(f"(?P<{loss.name}>{pattern})" for loss, pattern in _PHRASES))
_LONGEST = 120
_GROUPS = (
    (
        PageLoss.RELATED,
        (
            r"(?:相关(?:链接|新闻|阅读|稿件|文章|解读|报道|信息|文件|推荐|内容|政策)|延伸阅读|推荐阅读|往期(?:推荐|回顾|精彩)|精彩(?:推荐|回顾)|热门(?:推荐|文章|阅读|新闻)"
            r"|猜你喜欢|(?:为你|编辑|今日)推荐|更多(?:内容|新闻|精彩|文章)|最新(?:信息|文章|新闻|动态)|热点(?:新闻|推荐|排行)|近期文章|阅读排行)"
        ),
    ),
    (PageLoss.COMMENTS, r"(?:网友|最热|最新|热门|全部|精彩|精选)(?:评论|留言)|\d*条?评论|发表评论|我来说两句"),
)
_BY_GROUP = re.compile("|".join(f"(?P<{loss.name}>{pattern}$)" for loss, pattern in _GROUPS))
_RELATED_LINE = re.compile(rf"{_GROUPS[0][1]}[:：].{{1,60}}$")
SCAN = re.compile(r"二维码|扫一扫|扫码|长按|蓝字|关注")


def phrase_loss(text: str) -> PageLoss | None:
    """Return what a line is by its words, None for what may be the article's. text: without blanks."""
    if len(text) > _LONGEST:
        return None
    match = _BY_PHRASE.match(text)
    if match and match.lastgroup:
        return PageLoss[match.lastgroup]
    return PageLoss.RELATED if _RELATED_LINE.match(text) else None


def group_loss(text: str) -> PageLoss | None:
    """Return what a line and those below it are, by its words; None for other lines. text: without blanks."""
    match = _BY_GROUP.match(text.rstrip(":：>》»")) if len(text) < 16 else None
    return PageLoss[match.lastgroup] if match and match.lastgroup else None
