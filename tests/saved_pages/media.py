"""Newspapers, portals, WeChat and applications that draw their pages by script."""

import json
from collections.abc import Iterator

from tests.saved_pages.page import SavedPage, in_p, paragraphs

_MENU = "".join(
    f'<a href="//www.yznews.example.cn/{n}/">{n}</a>' for n in ("新闻", "评论", "财经", "文娱", "视频", "图片")
)
_MORE = "".join(
    f'<li><a href="/c/{at}.shtml"><img src="t{at}.jpg">云州这一周：第{at}场发布会看点梳理</a></li>' for at in range(5)
)


def newspapers() -> Iterator[SavedPage]:
    """A news site: pictures with captions and sources, comments, advertisements, related reading."""
    for at, subject in enumerate(("data", "care")):
        texts = paragraphs(subject, 7)
        title = ("云州：数据登记先行一步", "家门口的“幸福食堂”开张了")[at]
        link = f"https://www.yznews.example.cn/c/2025-05-1{at}/detail-im{at}a9.shtml"
        picture = f"""<div class="img_wrapper"><img src="detail_files/p{at}.jpg" alt="" width="600">
<span class="img_descr">图为东山区河湾街道办事大厅。</span></div><p style="text-align:center">来源：云州图片社</p>"""
        body = "\n".join(f"<p>{text}</p>{picture if place == 1 else ''}" for place, text in enumerate(texts))
        html = f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title}|云州|数据_云州新闻网</title>
<meta property="og:type" content="news"><meta property="og:title" content="{title}">
<meta property="og:url" content="{link}"><meta property="article:published_time" content="2025-05-1{at}T07:40:11+08:00">
<meta property="og:site_name" content="云州新闻网"></head><body>
<div class="top-bar">{_MENU}<div class="search"><form><input placeholder="请输入关键词"><button>搜索</button></form></div></div>
<div class="path">云州新闻网 &gt; <a>要闻</a> &gt; 正文</div><h1 class="main-title">{title}</h1>
<div class="date-source"><span class="date">2025年05月1{at}日 07:40</span>
<a class="source" href="http://paper.yznews.example.cn">云州晚报</a><a class="more">新浪微博</a><span>缩小字体</span><span>放大字体</span></div>
<div class="article" id="article">{body}<div class="ad" id="ad_44086"><a href="#">广告：云州特产包邮到家</a></div>
<p class="article-editor">责任编辑：林北</p></div>
<div class="wrap-bottom"><div class="keywords">文章关键词：<a>登记</a> <a>云州</a></div>
<div class="declare">声明：本网登载此文出于传递更多信息之目的，并不意味着赞同其观点。</div></div>
<div class="comments"><h3>网友评论</h3><div class="cmt"><b>山里人</b><p>这件事办得好，希望早点推广到我们县，让老百姓少跑路。</p></div>
<div class="cmt"><b>河边客</b><p>请问材料在哪里可以下载，网上说的和窗口说的不一样呀。</p></div></div>
<div class="blk-related"><h2>相关新闻</h2><ul>{_MORE}</ul></div>
<div class="bottom">Copyright © 2025 云州新闻网 版权所有 <a>关于我们</a> <a>广告服务</a> 违法和不良信息举报电话</div></body></html>"""
        yield SavedPage(
            name=f"newspaper-{at}",
            data=html.encode(),
            title=title,
            source="云州晚报",
            date=f"2025-05-1{at}",
            link=link,
            first=texts[0],
            last=texts[-1],
            unwanted=(
                "文娱",
                "广告：",
                "林北",
                "希望早点推广",
                "发布会看点",
                "不良信息",
                "放大字体",
                "文章关键词",
                "声明：本网",
            ),
            files={f"detail_files/p{at}.jpg": b"\xff\xd8\xff" + bytes(200)},
        )


def party_papers() -> Iterator[SavedPage]:
    """The shape of a party paper's site: line of date and source, editors in brackets, share bar, reading list."""
    for at, subject in enumerate(("road", "school")):
        texts = paragraphs(subject, 6)
        title = ("一条路带活一座山", "校舍新了，课后活动也多了")[at]
        link = f"http://politics.yzpaper.example.cn/n1/2025/061{at}/c1001-405.html"
        html = f"""<html><head><meta charset="GB2312"><title>{title}--时政--云州党报网</title>
<meta name="publishdate" content="2025-06-1{at}"><meta name="source" content="来源：云州日报" /><meta name="author" content="10231"/>
</head><body><div class="nav">{_MENU}</div><div class="col col-1 fl"><p class="pre">本报蹲点调研</p><h1>{title}</h1>
<div class="sub"></div><div class="author cf">本报记者　许文 高岭</div>
<div class="channel cf"><div class="col-1-1 fl">2025年06月1{at}日08:3{at} | 来源：<a href="http://paper.example.cn">云州日报</a></div>
<div class="col-1-1 fr">小字号</div></div><div class="rm_txt_con cf"><p class="hidden" style="display:none">原标题：{title}</p>
<div class="bza"></div>{"".join(f'<p style="text-indent: 2em;">{chr(10)}{chr(9)}{text}</p>' for text in texts)}
<div class="edit cf">(责编：岳石、何欢)</div></div><div class="rm_share">分享让更多人看到 <a>推荐阅读</a></div>
<div class="rm_relevant"><h2>相关新闻</h2><ul>{_MORE}</ul></div></div>
<div class="copyright">云 州 日 报 社 版 权 所 有 ，未 经 书 面 授 权 禁 止 使 用</div></body></html>"""
        yield SavedPage(
            name=f"party-{at}",
            data=html.encode("gbk"),
            title=title,
            source="云州日报",
            date=f"2025-06-1{at}",
            link=link,
            first=texts[0],
            last=texts[-1],
            unwanted=("小字号", "岳石", "更多人看到", "发布会看点", "禁 止 使 用", "文娱"),
            address=link,
        )


def wechat() -> Iterator[SavedPage]:
    """Articles of public accounts as browsers save them: hidden until a script runs, pictures in data-src."""
    for at, subject in enumerate(("trade", "care", "water")):
        texts = paragraphs(subject, 5)
        title = ("开办企业，一表就够", "这张养老地图请收好", "云州供水：夜里也有人管")[at]
        name = ("云州市监", "云州民政", "云岭水利")[at]
        short = f"https://mp.weixin.qq.com/s/Ab{at}Cd"
        link = short if at else f"http://mp.weixin.qq.com/s?__biz=MzA{at}&mid=265{at}&idx=1&sn=9f{at}"
        url = f'<meta property="og:url" content="{short}">' if at else ""
        body = "".join(
            f'<section style="text-indent:2em;line-height:1.75"><span style="font-size:15px">{text}</span></section>'
            "<section><br></section>"
            for text in texts
        )
        html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{title}">{url}
<meta property="og:site_name" content="微信公众平台"><meta name="author" content="小云"><title></title></head>
<body id="activity-detail"><div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content">
<h1 class="rich_media_title" id="activity-name">
{title}
</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">小云</span>
<span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">
 {name} </a></span><em id="publish_time" class="rich_media_meta rich_media_meta_text"></em></div>
<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0; ">
<section style="text-align:center"><img data-src="https://mmbiz.example.cn/top.gif" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="
 data-w="640"><p><strong>点击上方蓝字，关注我们</strong></p></section>{body}
<section style="text-align:center"><img class="rich_pages" data-src="https://mmbiz.example.cn/p{at}/640?wx_fmt=png" data-w="1080"></section>
<p>往期推荐</p><p><a href="http://mp.weixin.qq.com/s/x1">上周这些事，你都知道吗</a></p><p><a href="http://mp.weixin.qq.com/s/x2">云州人的一天</a></p>
<p style="text-align:center"><img data-src="https://mmbiz.example.cn/qr.png" data-w="258"></p><p>长按识别二维码关注</p>
<p>编辑：小云　审核：老周</p><p>来源：{name}</p></div><div id="js_tags">#云州</div>
<div id="content_bottom_area">阅读 1.2万　在看 30　点赞 55</div><p id="js_view_source">阅读原文</p></div></div></div>
<script>var ct = "{1741132800 + at * 86400}"; var nickname = htmlDecode("{name}"); var msg_title = '{title}';
var msg_link = "http://mp.weixin.qq.com/s?__biz=MzA{at}&amp;mid=265{at}&amp;idx=1&amp;sn=9f{at}#rd";</script></body></html>"""
        yield SavedPage(
            name=f"wechat-{at}",
            data=html.encode(),
            title=title,
            source=name,
            date=("2025-03-05", "2025-03-06", "2025-03-07")[at],
            link=link,
            first=texts[0],
            last=texts[-1],
            unwanted=("蓝字", "往期推荐", "上周这些事", "长按识别", "老周", "在看", "阅读原文", "小云"),
        )


def applications() -> Iterator[SavedPage]:
    """Pages that a script draws: class names without a meaning; what they declare stands in JSON-LD."""
    for at, subject in enumerate(("data", "trade")):
        texts = paragraphs(subject, 6)
        title = ("登记一次，全市通用", "营业执照当天就能拿")[at]
        link = f"https://app.yunzhou.example.com/article/76{at}1"
        known = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": title,
            "datePublished": f"2025-07-0{at + 1}T01:00:00.000Z",
            "publisher": {"@type": "Organization", "name": "云州融媒"},
            "mainEntityOfPage": {"@type": "WebPage", "@id": link},
        }
        script = json.dumps({"@graph": [{"@type": "WebSite", "name": "云州融媒"}, known]} if at else known)
        html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} - 云州融媒</title>
<script type="application/ld+json">{script}</script><script>window.__STATE__={{"a":"{texts[1]}"}}</script></head>
<body><div id="root"><div class="_3xK9 css-1a2b"><div class="_1nav"><a href="/">推荐</a><a href="/hot">热榜</a><a href="/local">本地</a></div>
<div class="css-77"><button>登录</button></div></div><div class="_2Main"><div class="_8tt">{title}</div>
<div class="_9inf"><span>云州融媒</span><span>1天前</span><span>关注</span></div><div class="_5art">{in_p(texts, indent="")}
</div><div class="_cnt"><span>赞 12</span><span>评论 3</span><span>收藏</span></div>
<div class="_cmt"><div>最热评论</div><div><span>用户8891</span><div>我家上个月就办好了，确实比以前方便很多。</div><span>回复</span></div></div>
<div class="_rec"><div>为你推荐</div><a href="/1">云州十大景点，你去过几个</a><a href="/2">早餐店老板的一天</a></div></div></div>
<noscript>请开启 JavaScript 后访问</noscript></body></html>"""
        yield SavedPage(
            name=f"application-{at}",
            data=html.encode(),
            title=title,
            source="云州融媒",
            date=f"2025-07-0{at + 1}",
            link=link,
            first=texts[0],
            last=texts[-1],
            unwanted=("热榜", "登录", "上个月就办好", "十大景点", "JavaScript", "1天前"),
        )


def mobile() -> Iterator[SavedPage]:
    """Pages for telephones, with the address of the page for computers."""
    for at, subject in enumerate(("school", "water")):
        texts = paragraphs(subject, 5)
        title = ("云州：校舍改造优先用本地工匠", "供水热线并入12345")[at]
        link = f"https://www.yzcity.example.cn/a/2025080{at + 1}/{at}.html"
        html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}_手机云州网</title><link rel="canonical" href="{link}"></head><body>
<header class="hd"><a class="logo">云州网</a><a class="openapp">打开APP</a></header>
<article class="art"><h1 class="art_title">{title}</h1><section class="info"><time>08-0{at + 1} 10:2{at}</time>
<span class="src">来源：云州网</span></section><section class="art_content">
{"".join(f"<p>{text}</p>" for text in texts[:2])}<div class="unfold">展开全文</div>{"".join(f"<p>{text}</p>" for text in texts[2:])}
</section><div class="statement">特别声明：以上内容仅代表作者本人观点，与本网无关。</div></article>
<section class="hot"><h3>热门推荐</h3><a>云州发布暴雨预警，这些路段绕行</a><a>本周末有集市</a></section>
<footer><a>电脑版</a> <a>客户端</a><p>云州网络传媒有限公司 版权所有</p></footer></body></html>"""
        html = html.replace(f"<time>08-0{at + 1}", f"<time datetime='2025-08-0{at + 1}T10:20:00'>2025-08-0{at + 1}")
        yield SavedPage(
            name=f"mobile-{at}",
            data=html.encode(),
            title=title,
            source="云州网",
            date=f"2025-08-0{at + 1}",
            link=link,
            first=texts[0],
            last=texts[-1],
            unwanted=("打开APP", "展开全文", "特别声明", "暴雨预警", "电脑版"),
            address=f"https://m.yzcity.example.cn/a/2025080{at + 1}/{at}.html",
        )


def pages() -> Iterator[SavedPage]:
    """Yield every page of this module."""
    for shape in (newspapers, party_papers, wechat, applications, mobile):
        yield from shape()
