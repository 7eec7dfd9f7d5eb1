"""Blogs, forums, institutes, statistics, archives of a browser and what a browser puts on the clipboard."""

import quopri
from collections.abc import Iterator

from tests.saved_pages.page import SavedPage, in_p, paragraphs


def blogs() -> Iterator[SavedPage]:
    """A blog system: entry-content, tags, a card of the author, comments longer than the article's lines."""
    for at, subject in enumerate(("data", "road")):
        texts = paragraphs(subject, 6)
        title = ("读《公共数据登记三年行动方案》", "养路工老郑的一本账")[at]
        link = f"https://blog.yunzhou.example.org/2025/09/post-{at}/"
        html = f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{title} – 云州研究</title>
<link rel="canonical" href="{link}"><meta property="og:site_name" content="云州研究"></head><body class="single"><header id="masthead">
<h1 class="site-title"><a href="/">云州研究</a></h1><p class="site-description">记录一座城</p><nav><a>关于</a><a>归档</a></nav></header>
<main><article class="post"><header class="entry-header"><h1 class="entry-title">{title}</h1><div class="entry-meta">
<time class="entry-date published" datetime="2025-09-0{at + 3}T20:00:00+08:00">2025年9月{at + 3}日</time> <span class="byline">作者：阿岭</span>
<span>3 条评论</span></div></header><div class="entry-content">{in_p(texts, indent="")}</div>
<footer class="entry-footer"><span class="cat-links">分类：<a>观察</a></span><span class="tags-links">标签：<a>数据</a></span></footer></article>
<nav class="post-navigation"><a rel="prev">上一篇文章：山里的集市</a><a rel="next">下一篇文章：旧书摊</a></nav>
<div id="comments" class="comments-area"><h2>3 条评论</h2><ol><li><b>路人甲</b><p>写得很细，我在基层工作多年，台账这一条最难落实，建议作者再去两个镇看看实际情况。</p></li>
<li><b>路人乙</b><p>请问方案全文在哪里能看到？文中提到的时限是否包括双休日，希望能补充说明一下。</p></li></ol></div></main>
<aside class="widget-area"><section><h2>近期文章</h2><ul><li><a>雨季出行手记</a></li></ul></section></aside>
<footer id="colophon">由 博客程序 强力驱动</footer></body></html>"""
        yield SavedPage(
            name=f"blog-{at}",
            data=html.encode(),
            title=title,
            source="云州研究",
            date=f"2025-09-0{at + 3}",
            link=link,
            first=texts[0],
            last=texts[-1],
            unwanted=("记录一座城", "条评论", "台账这一条最难", "雨季出行", "强力驱动", "旧书摊", "标签"),
        )


def forum() -> Iterator[SavedPage]:
    """A forum: the first post is the article, answers and signatures are not."""
    texts = paragraphs("care", 5)
    title = "【转】云州市社区养老服务最新安排"
    posts = "".join(
        f'<div id="post_{n}"><table class="plhin"><tr><td class="pls"><div class="authi"><a>用户{n}</a></div></td>'
        f'<td class="plc"><div class="t_f" id="postmessage_{n}">{n}楼占座，谢谢楼主分享。</div></td></tr></table></div>'
        for n in range(2, 6)
    )
    link = "http://bbs.yunzhou.example.net/thread-9981-1-1.html"
    html = f"""<!DOCTYPE html><html><head><meta charset="gbk"><title>{title} - 民生广场 - 云州论坛 - Powered by Board!</title>
<link href="{link}" rel="canonical"></head><body><div id="toptb"><a>登录</a><a>注册</a></div><div id="pt"><a>论坛</a> › <a>民生广场</a> › {title}</div>
<div id="post_1"><table class="plhin"><tr><td class="pls"><div class="authi"><a>岭上人家</a></div><p>积分 320</p></td><td class="plc">
<h1 class="ts"><span id="thread_subject">{title}</span></h1><div class="authi">楼主 | 发表于 2025-10-9 11:02:33 | 只看该作者</div>
<div class="pct"><div class="pcb"><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_1">{"<br><br>".join(texts)}<br><br>
（来源：云州老年报）</td></tr></table></div></div></div><div class="sign">签名：慢慢走，欣赏啊</div></td></tr></table></div>{posts}
<div id="ft"><p>Archiver|手机版|小黑屋|云州论坛</p></div></body></html>"""
    yield SavedPage(
        name="forum-0",
        data=html.encode("gbk", "xmlcharrefreplace"),
        title=title,
        source="云州老年报",
        date="2025-10-09",
        link=link,
        first=texts[0],
        last=texts[-1],
        unwanted=("积分", "占座", "慢慢走", "小黑屋", "只看该作者"),
    )


def institutes() -> Iterator[SavedPage]:
    """Universities and associations: arti_metas, wp_articlecontent; a title of two lines; Word's own HTML inside."""
    for at, subject in enumerate(("school", "trade")):
        texts = paragraphs(subject, 6)
        lines = (("云州学院承办全市", "中小学校舍安全培训班"), ("市工商业联合会调研企业开办情况",))[at]
        link = f"http://www.yzxy.example.edu.cn/2025/110{at + 1}/c12a{at}/page.htm"
        word = "".join(
            f"<p class='MsoNormal' style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-family:仿宋_GB2312'>{text}"
            "<span lang=EN-US><o:p></o:p></span></span></p>\n"
            for text in texts
        )
        html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{"".join(lines)}</title></head><body>
<div class="wp-header"><ul class="wp-menu"><li><a>学校概况</a></li><li><a>机构设置</a></li><li><a>人才培养</a></li></ul></div>
<div class="infobox"><div class="article" frag="窗口3"><h1 class="arti_title">{"<br/>".join(lines)}</h1><p class="arti_metas">
<span class="arti_publisher">发布者：于敏</span><span class="arti_update">发布时间：2025-11-0{at + 1}</span>
<span class="arti_views">浏览次数：<span class="WP_VisitCount">57</span></span><span>供稿单位：{("继续教育学院", "云州市工商联")[at]}</span></p>
<div class="entry"><div class="read"><div class="wp_articlecontent">{word}</div></div></div></div></div>
<div class="foot"><span>地址：云州市东山区学府路1号</span><span>邮编：650000</span></div></body></html>"""
        yield SavedPage(
            name=f"institute-{at}",
            data=html.encode(),
            title="".join(lines),
            source=("继续教育学院", "云州市工商联")[at],
            date=f"2025-11-0{at + 1}",
            link=link,
            first=texts[0],
            last=texts[-1],
            unwanted=("机构设置", "于敏", "浏览次数", "学府路"),
            address=link,
        )


def statistics() -> Iterator[SavedPage]:
    """Figures of a year: data tables with headings, captions, notes, a picture with a caption and a source."""
    for at, year in enumerate((2023, 2024)):
        texts = paragraphs("trade", 6)
        title = f"云州市{year}年国民经济和社会发展统计公报"
        rows = "".join(
            f"<tr><td>{name}</td><td>{value + at}</td><td>{rate}</td></tr>"
            for name, value, rate in (
                ("粮食（万吨）", 120, "2.1"),
                ("蔬菜（万吨）", 310, "4.0"),
                ("肉类（万吨）", 45, "-1.2"),
                ("水产品（万吨）", 9, "0.5"),
            )
        )
        table = f'<table border="1"><caption>表1　{year}年主要农产品产量</caption><tr><td>指标</td><td>产量</td><td>比上年增长（%）</td></tr>{rows}</table>'
        picture = (
            f'<p align="center"><img src="g{at}_files/c.png"></p><p align="center">图1　2019—{year}年地区生产总值</p>'
        )
        body = [f"<p>{text}</p>" for text in texts]
        body[2:2] = ["<p><b>一、综合</b></p>", picture]
        body[5:5] = ["<p><b>二、农业</b></p>", table]
        link = f"http://tjj.yunzhou.example.gov.cn/tjgb/{year + 1}03/t{year + 1}0320_{at}.shtml"
        html = f"""<html><head><meta charset="utf-8"><title>{title}_云州市统计局</title><meta name="SiteName" content="云州市统计局">
<meta name="PubDate" content="{year + 1}-03-20 15:30"><meta name="ContentSource" content="本站"></head><body>
<div class="head"><a>首页</a><a>统计数据</a><a>统计公报</a></div><div class="detail"><div class="detail-title"><h2>{title}</h2></div>
<div class="detail-info">云州市统计局　国家统计局云州调查队　{year + 1}年3月20日</div>
<div class="TRS_UEDITOR">{"".join(body)}</div>
<p>注释：</p><p>[1] 本公报部分数据因四舍五入，存在总计与分项合计不等的情况。</p></div>
<div class="relation">相关链接<ul><li><a>统计公报解读</a></li><li><a>数据查询</a></li></ul></div><div class="ft">滇ICP备05000009号</div></body></html>"""
        yield SavedPage(
            name=f"statistics-{at}",
            data=html.encode(),
            title=title,
            source="云州市统计局",
            date=f"{year + 1}-03-20",
            link=link,
            first=texts[0],
            last="[1] 本公报部分数据因四舍五入，存在总计与分项合计不等的情况。",
            unwanted=("统计公报解读", "数据查询", "ICP"),
            address=link,
        )


def bilingual() -> Iterator[SavedPage]:
    """A page of Chinese and English, its line of facts in English."""
    texts = [
        *paragraphs("data", 5),
        "The plan, titled “Data Registry 2027”, covers 12 pilot districts and 3,600 datasets.",
    ]
    title = "云州公共数据登记方案（Data Registry 2027）发布"
    link = "https://en.yunzhou.example.cn/2025-12/03/content_5511.htm"
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} | Yunzhou International</title>
<meta property="og:url" content="{link}"></head><body><ul class="menu"><li><a>Home</a></li><li><a>News</a></li><li><a>Services</a></li></ul>
<div class="Article"><h1>{title}</h1><p class="data">Source: Yunzhou Daily | Updated: December 3, 2025</p><div id="Content">
{in_p(texts, indent="")}</div><div class="tools">Share to: <a>WeChat</a> <a>Weibo</a></div></div>
<div class="foot">Copyright © Yunzhou Municipal Government. All rights reserved. 滇ICP备05000001号</div></body></html>"""
    yield SavedPage(
        name="bilingual-0",
        data=html.encode(),
        title=title,
        source="Yunzhou Daily",
        date="2025-12-03",
        link=link,
        first=texts[0],
        last=texts[-1],
        unwanted=("Services", "Share to", "All rights reserved", "Updated"),
    )


def archive() -> Iterator[SavedPage]:
    """A page in one file (MHTML), quoted-printable, with its picture."""
    texts = paragraphs("school", 6)
    title = "云州市教育局答记者问"
    link = "http://jyj.yunzhou.example.gov.cn/hygq/202512/t20251215_77.html"
    html = f"""<html><head><meta charset="utf-8"><title>{title}_云州市教育局</title></head><body><div id="nav"><a>首页</a><a>公开</a></div>
<h3 class="title">{title}</h3><div class="xinxi">时间：2025-12-15 来源：发展规划处</div><div class="content_txt" id="content">
{in_p(texts)}<p><img src="{link[:-5]}.jpg" width="500"></p></div><div id="bottom">主办：云州市教育局</div></body></html>"""
    body = quopri.encodestring(html.encode()).decode()
    data = f"""From: <Saved by Browser>\r\nSnapshot-Content-Location: {link}\r\nSubject: page\r\nMIME-Version: 1.0\r
Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n------B\r\nContent-Type: text/html\r
Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {link}\r\n\r\n{body}\r\n------B\r\nContent-Type: image/jpeg\r
Content-Transfer-Encoding: base64\r\nContent-Location: {link[:-5]}.jpg\r\n\r\n/9j/AAAA\r\n------B--\r\n"""
    yield SavedPage(
        name="archive-0",
        data=data.encode(),
        title=title,
        source="发展规划处",
        date="2025-12-15",
        link=link,
        first=texts[0],
        last=texts[-1],
        unwanted=("公开", "主办："),
    )


def copied() -> Iterator[SavedPage]:
    """Whole pages as browsers put them on the clipboard: no head, styles in every element, the address beside it."""
    for at, subject in enumerate(("water", "road", "care")):
        texts = paragraphs(subject, 6)
        lines = (("云州市水利局召开", "农村供水保障专题会议"), ("县乡公路养护进入黄金期",), ("社区食堂办到家门口",))[at]
        style = "color: rgb(51, 51, 51); font-family: 宋体; font-size: 16px; orphans: 2; widows: 2; text-indent: 2em;"
        heading = "".join(
            f'<p style="text-align: center; font-size: 24px; font-weight: 700; margin: 0px;">{line}</p>'
            for line in lines
        )
        heading = heading if at < 2 else f'<h1 class="t" style="font-size: 26px;">{lines[0]}</h1>'
        link = f"https://www.yunzhou.example.gov.cn/zwdt/2026-01-0{at + 5}/{at}.html"
        html = f"""<div class="nav" style="display: block; background: rgb(0, 90, 170);"><ul style="margin: 0px;">
<li style="float: left;"><a href="{link}#1">网站首页</a></li><li style="float: left;"><a href="{link}#2">政务公开</a></li>
<li style="float: left;"><a href="{link}#3">办事大厅</a></li></ul></div><div style="margin: 10px;">您的位置：<a href="/">首页</a> &gt;&gt; <a>动态</a></div>
<div class="xq" style="width: 1000px;">{heading}<div style="text-align: center; color: rgb(153, 153, 153);"><span>发布日期：2026-01-0{at + 5}</span>
<span style="margin-left: 20px;">信息来源：云州市{("水利局", "交通运输局", "民政局")[at]}</span><span>浏览量：</span><span>63</span></div>
<div class="nr">{in_p(texts, indent="", style=style)}</div><div style="float: right;"><a>【打印】</a><a>【关闭】</a></div></div>
<div style="clear: both;"><p style="text-align: center;">主办：云州市人民政府办公室</p><p>ICP备案号：滇ICP备05000001号</p></div>"""
        yield SavedPage(
            name=f"copied-{at}",
            data=html.encode(),
            title="".join(lines),
            source=f"云州市{('水利局', '交通运输局', '民政局')[at]}",
            date=f"2026-01-0{at + 5}",
            link=link,
            first=texts[0],
            last=texts[-1],
            unwanted=("办事大厅", "您的位置", "浏览量", "【关闭】", "滇ICP备"),
            address=link,
        )


def pages() -> Iterator[SavedPage]:
    """Yield every page of this module."""
    for shape in (blogs, forum, institutes, statistics, bilingual, archive, copied):
        yield from shape()
