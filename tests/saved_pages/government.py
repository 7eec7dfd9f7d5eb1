"""Sites of governments and departments, as their content systems write them."""

from collections.abc import Iterator

from tests.saved_pages.page import SavedPage, in_p, paragraphs

HOME = "http://www.yunzhou.example.gov.cn"
_NAV = "".join(
    f'<li><a href="{HOME}/{at}/">{name}</a></li>'
    for at, name in enumerate(("首页", "政务公开", "办事服务", "互动交流", "走进云州", "数据开放"))
)
_FOOT = """<div class="footer"><div class="w1200"><p>主办单位：云州市人民政府办公室　承办单位：云州市大数据中心</p>
<p>网站标识码：5301000001　<a href="http://beian.example.cn">滇ICP备05000001号</a>　滇公网安备 53010002000001号</p>
<p><a href="/wzdt/">网站地图</a> | <a href="/lxwm/">联系我们</a> | <a href="/sysm/">使用说明</a></p></div></div>"""
_LINKS = "".join(
    f'<li><a href="/n/{at}.html">云州市召开第{at}次全体会议研究部署年度重点工作</a></li>' for at in range(6)
)


def national() -> Iterator[SavedPage]:
    """The shape of the central government's site: all tags declared, pages_content."""
    for at, (subject, source) in enumerate((("data", "云州日报"), ("care", "云州市民政局网站"))):
        texts = paragraphs(subject, 6)
        title = f"云州市部署推进{'公共数据登记' if subject == 'data' else '社区养老服务'}工作"
        link = f"{HOME}/yaowen/liebiao/202503/content_70{at}0345.htm"
        html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_滚动新闻_云州市人民政府网</title>
<meta name="SiteName" content="云州市人民政府网"><meta name="SiteDomain" content="www.yunzhou.example.gov.cn">
<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2025-03-0{at + 4} 18:2{at}">
<meta name="ContentSource" content="{source}"><meta name="Keywords" content="云州,部署"><meta name="Author" content="">
<meta name="Url" content="{link}"><meta name="lanmu" content="滚动"><script>var a="<p>不要的脚本</p>"</script></head>
<body><div class="header"><div class="nav"><ul>{_NAV}</ul></div></div>
<div class="BreadcrumbNav"><a href="/">首页</a> &gt; <a href="/yaowen/">要闻</a> &gt; <a href="#">滚动</a></div>
<div class="article oneColumn pub_border"><h1 id="ti">{title}</h1>
<div class="pages-date">2025-03-0{at + 4} 18:2{at} <span class="font">来源： {source}</span>
<div class="pages_print mhide"><span class="font">字体：<a>默认</a><a>大</a><a>超大</a></span><span class="printIco">|</span>
<a href="javascript:window.print()">打印</a><span>|</span><span class="share-box">分享到微信</span></div></div>
<div class="pages_content" id="UCAP-CONTENT"><div class="trs_editor_view TRS_UEDITOR trs_paper_default">
{in_p(texts)}</div></div>
<div class="editor"><span>责任编辑：方晓明</span></div><div class="scanqr"><img src="x_files/qr.png" alt="二维码">
<p>扫一扫在手机打开当前页</p></div></div><div class="related"><h3>相关稿件</h3><ul>{_LINKS}</ul></div>{_FOOT}</body></html>"""
        yield SavedPage(
            name=f"national-{at}",
            data=html.encode(),
            title=title,
            source=source,
            date=f"2025-03-0{at + 4}",
            link=link,
            first=texts[0],
            last=texts[-1],
            unwanted=(
                "互动交流",
                "超大",
                "分享到微信",
                "方晓明",
                "扫一扫",
                "全体会议研究部署",
                "承办单位",
                "不要的脚本",
            ),
        )


def provincial() -> Iterator[SavedPage]:
    """Provincial sites with TRS: breadcrumb, info line of many forms, previous and next, an empty or missing tag."""
    infos = (
        (
            "发布时间：2024-11-08 09:15　　信息来源：云岭省水利厅　　浏览次数：<span id='hits'>1024</span>",
            "云岭省水利厅",
        ),
        (
            "2024年11月8日 09:15 &nbsp;|&nbsp; 来源：云岭日报 &nbsp;|&nbsp; 作者：何远 &nbsp;|&nbsp; 【字号：大 中 小】",
            "云岭日报",
        ),
        (
            "[来源：云州市供水集团] [日期：2024-11-08] [字体：<a>大</a> <a>中</a> <a>小</a>] 点击数：88",
            "云州市供水集团",
        ),
    )
    for at, (info, source) in enumerate(infos):
        texts = paragraphs("water", 5 + at)
        title = ("全省农村供水保障现场会在云州召开", "农村供水：一张网管到村口", "云州市农村供水保障三年行动启动")[at]
        link = f"http://slt.yunling.example.gov.cn/xwzx/202411/t20241108_88{at}1.html"
        html = f"""<!-- saved from url=(00{len(link)}){link} -->
<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>{title}-云岭省水利厅</title><meta name="sitename" content="云岭省水利厅">
<META NAME="articletitle" CONTENT="{title if at != 1 else ""}"><meta name="columnname" content="水利要闻"></head><body>
<div class="top"><a href="#">设为首页</a> <a href="#">加入收藏</a> <a href="#">无障碍浏览</a></div>
<ul id="menu">{_NAV}</ul><div class="dqwz">您当前所在位置：<a href="/">首页</a> &gt; <a href="/xwzx/">新闻中心</a> &gt; 正文</div>
<div class="main"><div class="xl_title">{title}</div><div class="xl_info">{info}</div>
<div class="bdsharebuttonbox">分享到：<a>微信</a><a>新浪微博</a><a>QQ空间</a></div><div class="xl_con">
<div class="TRS_Editor"><style type="text/css">.TRS_Editor P{{line-height:2}}</style><div class="Custom_UnionStyle">
{in_p(texts, indent="&nbsp;&nbsp;&nbsp;&nbsp;")}</div></div></div>
<div class="page_turn"><p>上一篇：<a href="a.html">东山区水厂投用</a></p><p>下一篇：<a href="b.html">西岭片区管网验收</a></p></div>
<div><a>打印本页</a> <a>关闭窗口</a></div></div>
<div class="foot">版权所有：云岭省水利厅　技术支持：云岭省水利信息中心　滇ICP备05000002号</div></body></html>"""
        yield SavedPage(
            name=f"provincial-{at}",
            data=html.encode(),
            title=title,
            source=source,
            date="2024-11-08",
            link=link,
            first=texts[0],
            last=texts[-1],
            unwanted=(
                "加入收藏",
                "所在位置",
                "新浪微博",
                "浏览次数",
                "东山区水厂投用",
                "打印本页",
                "技术支持",
                "line-height",
            ),
        )


_NUMBERS = {"data": "云政办发〔2025〕12号", "trade": "云政规〔2025〕3号", "road": "云交〔2025〕41号"}


def policies() -> Iterator[SavedPage]:
    """The policy library: a table of facts, a title over several lines, document number, addressees, an attachment."""
    lines = {
        "data": ("云州市人民政府办公厅关于印发", "云州市公共数据登记管理办法的通知"),
        "trade": ("云州市人民政府", "关于进一步推进企业开办便利化的", "若干措施"),
        "road": ("云州市交通运输局关于做好汛期县乡公路养护工作的通知",),
    }
    for at, (subject, title_lines) in enumerate(lines.items()):
        title, number = "".join(title_lines), _NUMBERS[subject]
        body = paragraphs(subject, 5)
        issuer = "云州市交通运输局" if subject == "road" else ("云州市人民政府办公厅", "云州市人民政府")[at]
        addressees = "各区人民政府，市政府各部门、各直属单位："
        link = f"{HOME}/zfxxgk/zc/2025{at}/t2025041{at}_99{at}.html"
        rows = (
            f"<tr><td>索 引 号：</td><td>53010{at}/2025-0001{at}</td><td>主题分类：</td><td>综合政务</td></tr>"
            f"<tr><td>发文机关：</td><td>{issuer}</td><td>成文日期：</td><td>2025年04月0{at + 1}日</td></tr>"
            f"<tr><td>标　　题：</td><td colspan=3>{title}</td></tr>"
            f"<tr><td>发文字号：</td><td>{number}</td><td>发布日期：</td><td>2025年04月1{at}日</td></tr>"
        )
        heading = "<br>".join(title_lines)
        canonical = f'<link rel="canonical" href="{link}">'
        html = f"""<html><head><meta charset="utf-8"><title>{title}_政策文件库</title>{canonical}</head><body>
<div class="header"><ul class="nav">{_NAV}</ul></div><div class="crumb">当前位置：<a>首页</a> &gt; <a>政策</a> &gt; <a>文件库</a></div>
<table class="bd1" width="100%"><tbody>{rows}</tbody></table>
<div class="share"><a>收藏</a><a>打印</a></div>
<div class="zoom" id="zoom"><p align="center"><span style="font-size:22pt;font-family:方正小标宋简体">{heading}</span></p>
<p style="text-align:center">{number}</p><p>{addressees}</p>
{in_p(body)}<p style="text-align:right">{issuer}</p><p style="text-align:right">2025年4月{at + 1}日</p>
<p>（此件公开发布）</p></div>
<p class="fj">相关解读：<a href="jd.html">一图读懂本文件</a></p>{_FOOT}</body></html>"""
        yield SavedPage(
            name=f"policy-{at}",
            data=html.encode(),
            title=title,
            source=issuer,
            date=f"2025-04-1{at}",
            link=link,
            first=addressees,
            last="（此件公开发布）",
            unwanted=("索 引 号", "综合政务", "当前位置", "互动交流", "一图读懂本文件", "网站地图"),
        )


def departments() -> Iterator[SavedPage]:
    """A department's site whose text is in UCAP-CONTENT; tags in another case and order, one on a list of blocks."""
    for at, subject in enumerate(("school", "road")):
        texts = paragraphs(subject, 7)
        title = ("云州市完成首批中小学校舍改造", "县乡公路养护有了“健康档案”")[at]
        office = ("云州市教育局", "云州市交通运输局")[at]
        link = f"https://jyj.yunzhou.example.gov.cn/art/2025/2/1{at}/art_88_{at}.html"
        html = f"""<!doctype html><html><head><meta name="viewport" content="width=device-width"/><meta charset="utf-8"/>
<title>{office} 工作动态 {title}</title><meta content="{title}" name="ARTICLETITLE"/><meta content="2025/02/1{at}" name="PUBDATE"/>
<meta content="" name="CONTENTSOURCE"/></head><body><div id="barrierfree_container"><div class="h-nav">{_NAV}</div>
<div class="container"><div class="leftNav"><h2>工作动态</h2><ul>{_NAV}</ul></div>
<div class="right"><div class="art-tit cf"><h2>{title}</h2></div>
<div class="art-info"><span>发布日期：2025-02-1{at}</span><span>来源：{office}</span><span>访问量：<i>321</i>次</span></div>
<div class="artcon" id="UCAP-CONTENT">{"".join(f'<div style="text-indent:2em">{text}</div>' for text in texts)}
<div style="text-align:right">编辑：卢青　审核：宋和</div></div>
<div class="art-share">【打印此页】【关闭窗口】</div></div></div>{_FOOT}</div></body></html>"""
        yield SavedPage(
            name=f"department-{at}",
            data=html.encode(),
            title=title,
            source=office,
            date=f"2025-02-1{at}",
            link=link,
            first=texts[0],
            last=texts[-1],
            unwanted=("工作动态", "访问量", "卢青", "关闭窗口", "网站标识码"),
            address=link,
        )


def layout_tables() -> Iterator[SavedPage]:
    """Old sites of tables within tables, in GB2312, without tags; br for paragraphs in one of them."""
    for at, subject in enumerate(("water", "care", "trade")):
        texts = paragraphs(subject, 5)
        title = ("关于开展农村供水情况普查的通告", "云州市社区养老服务工作座谈会召开", "企业开办便利化改革见成效")[at]
        body = "<br><br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{text}" for text in texts) if at else in_p(texts)
        links = "".join(f'<tr><td>·<a href="{n}.htm">关于印发第{n}号文件的通知全文</a></td></tr>' for n in range(8))
        info = (
            "发布时间：2009-6-2　文章来源：云州市水利局办公室　点击：301次",
            "来源：云州市民政局　作者：徐敏　2009年06月02日",
            "日期：2009-06-02　　出处：云州商报",
        )[at]
        html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>{title}</title></head><body bgcolor="#ffffff"><center><table width="780"><tr><td><img src="top.jpg" width=780 height=120>
</td></tr><tr><td bgcolor=red><a href="/">首页</a> | <a href="/zw">政务</a> | <a href="/fw">服务</a> | <a href="/ly">留言</a></td></tr>
</table><table width="780"><tr><td width="180" valign="top"><table><tr><td>最新信息</td></tr>{links}</table></td>
<td width="600"><table width="100%"><tr><td align="center" class="bt"><font size="5" color="red"><b>{title}</b></font></td></tr>
<tr><td align="center">{info}</td></tr><tr><td><hr></td></tr>
<tr><td class="content" style="font-size:14px">{body}</td></tr>
<tr><td align="right">【<a href="javascript:print()">打印</a>】【<a href="javascript:window.close()">关闭</a>】</td></tr></table></td></tr></table>
<table width="780"><tr><td align="center">云州市人民政府信息中心 维护　电话：0871-6000000　滇ICP备05000001号</td></tr></table>
</center></body></html>"""
        yield SavedPage(
            name=f"tables-{at}",
            data=html.encode("gbk"),
            title=title,
            source=("云州市水利局办公室", "云州市民政局", "云州商报")[at],
            date="2009-06-02",
            link=f"http://www.yunzhou.example.cn/news/show.asp?id={at}9",
            first=texts[0],
            last=texts[-1],
            unwanted=("最新信息", "关于印发第3号", "留言", "关闭", "信息中心 维护"),
            address=f"http://www.yunzhou.example.cn/news/show.asp?id={at}9",
        )


def pages() -> Iterator[SavedPage]:
    """Yield every page of this module."""
    for shape in (national, provincial, policies, departments, layout_tables):
        yield from shape()
