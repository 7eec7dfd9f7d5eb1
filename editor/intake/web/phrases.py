"""Lines of a page that are no part of an article, told by their words."""

import re
from collections.abc import Mapping

from editor.intake.web.leftovers import PageLoss

_TOOL = (
    r"我要打印|字体显示|选择字号|视力保护色?|打印(?:本页|此页|此文|本文|文章)?|发表评论|我要评论|查看评论|告诉(?:好友|朋友)|推荐给?(?:好友|朋友)|发送给好友|我要投稿|关闭(?:本页|此页|窗口|页面|本窗口)?|收藏(?:本页|本文|此页)?|(?:缩小|放大|大|中|小)?字[号体]|[大中小]字?|超大"
    r"|默认|分享(?:到|至|本页)?|微信(?:好友)?|微博|新浪微博|腾讯微博|QQ(?:空间|好友)?|朋友圈|返回(?:顶部|首页|列表|上一?[页级]|目录|\S{2,6}[，,]查看更多)?"
    r"|复制链接|展开(?:全文|阅读全文)|查看全文|阅读全文|打开APP(?:阅读全文)?|回顶部|我要纠错|纠错|朗读|听(?:新闻|全文)|播报(?:文章)?|举报[/／]反馈|我要举报|展开剩余\d{1,3}%|只看(?:该作者|楼主)|倒序浏览|阅读模式|语音播报|收听|下载(?:客户端|APP)"
    r"|转发|回复|关注|登录|注册|举报|无障碍(?:浏览)?|设为首页|加入收藏|保存|扫一扫|二维码|[-+]?A[-+]|T[+-]|Share(?:to)?|WeChat|Weibo|Print|E-?mail"
    r"|点赞|播放|暂停|自动播放|流畅|标清|高清|超清|蓝光|全屏|静音|倍速|列印此[頁页]|返回[頁页]首|寄給朋友|[簡繁][體体]版?"
)
_PEOPLE = r"责任编辑|编辑|责编|责任校对|校对|编审|审核|审校|审签|签发人?|初审|复审|复核|终审|一审|二审|三审|监制|总监制|排版|录入|信息员|值班编委|校审|美编"
# that stand around buttons
_MARKS = r"【\[（(|｜/·:：\]】）)"
_EVERYWHERE = {
    PageLoss.POSITION: (
        r"(?:您|你)?(?:现在|当前|目前)?(?:所在|的)*位置(?:是|为)?[:：]|(?:您|你)?(?:现在|当前|目前)?(?:所在|的)*位置[>›»]|当前栏目"
        r"|首页[>›»/]|[^>›»]{1,12}[>›»]{1,2}[^>›»]{1,16}[>›»]"
    ),
    PageLoss.TOOLS: (
        rf"(?:[{_MARKS}]*(?>{_TOOL})\d{{0,6}})++[{_MARKS}]*$|\d\d:\d\d(?:/\d\d:\d\d)?(?:{_TOOL})*$"
        r"|(?:视频|音频|图片|页面)?(?:正在)?加载中.{0,12}$|.{0,6}浏览器不支持.{0,30}$"
    ),
    PageLoss.EDITORS: (
        rf"[（(【\[]?(?:本文|本期|文章|信息|稿件|网络|网站|值班|见习|新媒体|执行|统筹|本版|实习)?(?:{_PEOPLE})(?:人员?)?[:：|丨/][^。；]{{0,60}}$"
    ),
    PageLoss.NEIGHBOURS: r"(?:[<＜«‹|｜]*[上下前后]一[篇条页则个封版][>＞»›|｜]*)+$|[\[【]?(?:阅读|查看|点击)?(?:上|下|前|后)一?(?:篇|条|页|则|个|封)(?:文章|新闻|信息)?(?:[\]】].{0,80}$|[:：].{0,80}|[：:]?没有.{0,8})?$|[<«‹←]?(?:Previous|Next)(?:[:：]|(?:Previous|Next|Page|Story|Article)*[>»›→]?$)",
    PageLoss.FOLLOW: (
        r".{0,20}(?:点击.{0,6}蓝字|长按.{0,12}(?:识别|关注|二维码)|扫一[扫下]|扫码(?:关注|下载|进群|观看|看视频|收听|收看)|扫描.{0,8}二维码|识别.{0,6}二维码"
        r"|关注(?:我们|公众号|本号|官方)|设为星标|[加个]星标|不错过.{0,6}推送|点[个击]?.{0,3}在看|阅读原文).{0,24}$"
        r"|[^。，；]{0,20}(?:APP|App|客户端)[^。，；]{0,6}(?:打开|下载|查看|阅读|发现)[^。]{0,16}$"
        r"|(?:打开|下载)[^。，；]{0,16}(?:APP|App|客户端)[^。]{0,20}$"
        r"|更多精彩(?:内容|资讯)?[^。]{0,20}$|(?:喜欢|觉得)[^。]{0,8}点[个击一]?[个下]?赞.{0,4}$"
        r"|(?:欢迎|觉得).{0,8}(?:分享|转发|点赞|在看|留言)[、，]?(?:分享|转发|点赞|在看|留言|关注|[、，和与])*[~～!！。]?$"
        r"|(?=.*(?:合作|商务|转载|广告)).{0,4}(?:投稿|爆料|报料|商务合作).{0,60}$|[—–·.~-]*(?:END|End|完)[—–·.~-]*$"
    ),
    PageLoss.COUNTS: (
        r"(?:阅读|浏览|点击|访问|人气|热度)(?:量|数|次数|人数)?[:：]?[\d.,]+万?[^。，；]{0,20}$"
        r"|(?:阅读|浏览|点击|访问)(?:量|数|次数|人数)[:：]?次?$|(?:赞|点赞|在看|评论|收藏|转发|喜欢|分享)(?:数)?[:：]?[\d.]+万?$|[\d.]+万?(?:条评论|次阅读|人阅读|人浏览|次浏览|阅读)$"
        r"|(?:本文|全文)?(?:共|约|大约|全文|字数)+[:：]?[\d,.]+万?字?(?:[,，]?.{0,6}阅读.{0,12})?$|(?:预计)?阅读(?:本文|全文)?(?:大约|约|预计)*需要?.{0,4}\d+.{0,4}分钟.{0,8}$"
        r"|\d+人参与(?:评论)?$|[\d.,]+万?人(?:赞同|点赞|喜欢|收藏|推荐)(?:了.{0,6})?$"
    ),
    PageLoss.STATEMENTS: (
        r"[（(【]?(?:特别|免责|版权|郑重|平台|本网)?(?:声明|提示)[:：].*(?:本[网站号平]|平台|转载|版权|观点|立场|侵权)|凡本[网站]?注明"
        r"|(?:以上|本文|文章)(?:内容|观点)?仅(?:代表|供)|转载请注明|Notice:Thecontentabove|[（(]?本文(?:来自|系|为)[^。]{0,20}[号户者][^。]{0,20}(?:观点|立场|版权)|未经.{0,12}(?:许可|授权).{0,12}(?:转载|使用|复制)"
    ),
    PageLoss.CREDIT: r"(?:最后|最近|首次)?(?:编辑|发布|发表|更新|写|首发)于[:：]?(?:19|20)\d\d[-./年]\d\d?[-./月]\d.{0,30}$|本帖最后由.{1,40}编辑$|[（(【\[]?原(?:文)?标?题(?:为|是)?[:：][^。]{2,80}$",
    PageLoss.ATTACHMENTS: (
        r"附件[:：]?【[^】]{1,80}】.{0,12}$|附件(?:打包)?下载[:：]?.{0,40}$"
        r"|\S{1,60}\.(?:jpe?g|png|gif|docx?|xlsx?|pptx?|pdf|zip|rar)\([\d.]+[KM]B.{0,20}\)$"
    ),
    PageLoss.ADS: r"广告(?:[:：].{0,60})?$",
    PageLoss.FOOTER: (
        r".{0,60}(?:ICP[备证]|公网安备|网安备|版权所有|网站标识码|[Cc]opyright|©|All ?rights ?reserved|Powered ?by|违法和不良信息)"
        r"|(?:技术支持|运行维护|网站维护|网站支持|网站管理)(?:单位)?[:：]|建议使用.{0,30}浏览|最佳浏览|(?:网站地图|联系我们|关于我们|使用说明|隐私声明)(?:[|｜].*)?$"
    ),
}
# only before an article's first sentence and behind its last: inside it they may be its own
_AT_EDGES = {
    # of what agencies' systems number a text by
    PageLoss.TOOLS: r"\d{16,}$|满意度[^。]{0,24}$|打印(?:时间|日期|人)[:：].{1,60}$",
    PageLoss.LABELS: r"导[读语][:：]?$|收录于[·・:：].{1,40}$|(?:文章|本文)?(?:关键词|关键字|标签|分类|话题|栏目|专题)[:：].{0,80}$|[Tt]ags?[:：].{0,80}$|(?:#[^#\s]{1,20}#?)+$",
    PageLoss.FOOTER: r"(?:主办|承办|协办|维护)(?:单位)?[:：]|(?:联系)?(?:地址|电话|邮编|邮箱|传真)[:：].{4,60}$",
    PageLoss.CREDIT: r"(?:文|图|文图|摄影|撰稿|记者|通讯员|供图|摄|作者)[/／|｜丨].{1,30}$|(?:本[报网台])?(?:记者|通讯员|撰稿|撰文|文字|摄影|作者|实习生|供图)[:：].{1,30}$|.{0,40}更新时间[:：].{8,20}$",
}


def _either(patterns: Mapping[PageLoss, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{loss.name}>{pattern})" for loss, pattern in patterns.items()))


_SURE, _EDGES = _either(_EVERYWHERE), _either(_AT_EDGES)
_BRACKETS = str.maketrans("［］〖〗", "[][]")
_SIGNS = "▼▲↑↓←→★☆◆◇●○■□※♥❤✦►▶◀⬇⬆👇👆"
# buttons before an editor's name on its line
_BUTTONS = re.compile(rf"^(?:[【\[](?:{_TOOL})[】\]])+")
_LONGEST, _LONGEST_STATEMENT = 120, 400
_RELATED = (
    r"(?:相关|关联)(?:链接|新闻|阅读|稿件|文章|解读|报道|信息|文件|推荐|内容|政策|文档|专题)|延伸阅读|推荐阅读|拓展阅读|往期(?:推荐|回顾|精彩|精选|文章)"
    r"|精彩(?:推荐|回顾|内容)|热门(?:推荐|文章|阅读|新闻|话题)|猜你喜欢|(?:为你|为您|编辑|今日|本站|精品)推荐|更多(?:内容|新闻|精彩|文章|推荐)"
    r"|最新(?:信息|文章|新闻|动态|发布|资讯)|(?:新闻|实时)?热[搜榜]榜?|大家还在搜|视频推荐|热点(?:新闻|推荐|排行|文章|专题)|近期文章|(?:阅读|点击|热度|新闻)排行榜?|24小时热[点闻]|大家都在看|[你您]可能(?:还)?(?:喜欢|感兴趣).{0,6}"
)
_COMMENTS = r"(?:网友|最热|最新|热门|全部|精彩|精选|用户|读者)(?:评论|留言|跟帖)|\d*条?评论|发表评论|我来说两句|说点什么|参与评论|\d+条(?:留言|跟帖|回复)"
_AUTHORS = r"(?:作者(?:简介|介绍|信息)|关于作者|(?:本文)?引用(?:格式|本文|信息)|如何引用(?:本文)?)"
_GROUPS = _either(
    {
        PageLoss.CREDIT: f"{_AUTHORS}$",
        PageLoss.RELATED: f"(?:{_RELATED})$",
        PageLoss.COMMENTS: f"(?:{_COMMENTS})(?:[（(]\\d+[）)])?$",
    }
)
_RELATED_LINE = re.compile(rf"(?:{_RELATED})[:：].{{1,60}}$")
_END = re.compile(r"[—–·.~（(-]*(?:END|End|完)[）)—–·.~-]*$")
SCAN = re.compile(r"二维码|扫一扫|扫码|扫描|长按|蓝字|关注")


def _plain(text: str) -> str:
    """Return a line without the signs that only draw the eye to it: ▼▼▼ 更多 ▼▼▼, ［打印］."""
    return text.translate(_BRACKETS).strip(_SIGNS) or text


def is_end(text: str) -> bool:
    """Return whether a line only says that the article ends. text: without blanks."""
    return _END.match(text) is not None


def phrase_loss(text: str) -> PageLoss | None:
    """Return what a line is by its words wherever it stands, None for others. text: without blanks."""
    if len(text) > _LONGEST_STATEMENT:
        return None
    text = _plain(text)
    text = _BUTTONS.sub("", text) or text
    match = _SURE.match(text)
    if match and match.lastgroup and (len(text) <= _LONGEST or match.lastgroup == PageLoss.STATEMENTS.name):
        return PageLoss[match.lastgroup]
    return PageLoss.RELATED if len(text) <= _LONGEST and _RELATED_LINE.match(text) else None


def edge_loss(text: str) -> PageLoss | None:
    """Return what a line is by its words where it stands before or behind an article's sentences, None for others."""
    match = _EDGES.match(_plain(text)) if len(text) <= _LONGEST else None
    return PageLoss[match.lastgroup] if match and match.lastgroup else None


def group_loss(text: str) -> PageLoss | None:
    """Return what a line and those below it are, by its words; None for other lines. text: without blanks."""
    match = _GROUPS.match(_plain(text).strip(":：>》»·•|【】[]")) if len(text) < 20 else None
    return PageLoss[match.lastgroup] if match and match.lastgroup else None
