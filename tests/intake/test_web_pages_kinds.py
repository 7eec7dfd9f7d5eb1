"""Kinds of saved pages beyond the whole pages of tests/saved_pages: each test is one kind, its cases members of it."""

import datetime as dt

import pytest

from editor.intake.manuscript import IncomingFile
from editor.intake.web import page_manuscript
from editor.model.block_texts import block_texts
from editor.model.errors import UserError
from tests.saved_pages.page import in_p, paragraphs

TEXTS = paragraphs("data", 5)
BODY = in_p(TEXTS)
LINE = "<p class=info>发布时间：2026-02-03　来源：云州日报</p>"
SITE = "<meta property=og:site_name content=云州在线>"
DAY = "<p class=info>2026-02-03 10:20</p>"


def read(html, **known):
    data = html if isinstance(html, bytes) else html.encode()
    return page_manuscript(IncomingFile(name="页.html", data=data, **known))


def texts(made):
    return [text for block in made.article.blocks for text in block_texts(block) if text]


@pytest.mark.parametrize(
    "head",
    [
        "<meta property=og:title content=云州观察><title>河长制三年记_生态_云州观察-YZ Daily</title>",
        f"{SITE}<meta property=og:title content='云州在线 - 记录每一天'><title>河长制三年记-云州在线</title>",
        f"{SITE}<meta name=twitter:title content='云州在线 | 首页'><title>云州在线</title>",
        "<meta property=og:title content=云州日报><title>云州日报</title>",
        "<meta property=og:title content=欢迎访问云州水利信息网><title>欢迎访问云州水利信息网</title>",
    ],
)
def test_a_declared_title_that_names_the_site_gives_way(head):
    made = read(f"<head>{head}</head><body><div>云州观察</div><div><h1>河长制三年记</h1>{LINE}{BODY}</div>")
    assert made.article.title.text == "河长制三年记"
    assert texts(made) == TEXTS


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        ("观察 | 河长制三年记", "河长制三年记_观察_云州在线"),
        ("最新通知", "云州市人民政府门户网站-最新通知"),
        ("河长制三年记", "云州在线-生态-河长制三年记"),
    ],
)
def test_a_declared_title_that_only_shares_words_with_a_section_stays(declared, words):
    made = read(f"<meta property=og:title content='{declared}'><title>{words}</title><h1>{declared}</h1>{LINE}{BODY}")
    assert made.article.title.text == declared


@pytest.mark.parametrize("mark", ["[生态]", "【我的社区】", "[求助] "])
def test_a_forums_category_is_no_part_of_the_title(mark):
    made = read(f"<title>河边步道何时修好 - 云州论坛</title><div><h1>{mark}河边步道何时修好</h1>{DAY}{BODY}</div>")
    assert (made.article.title.text, made.article.source) == ("河边步道何时修好", "")


def test_a_category_before_a_declared_title_is_not_left_in_the_text():
    made = read(
        "<meta property=og:title content=河边步道何时修好><title>河边步道何时修好 - 云州论坛</title>"
        f"<div><h1>[生态] 河边步道何时修好</h1>{DAY}{BODY}</div>"
    )
    assert (made.article.title.text, texts(made)) == ("河边步道何时修好", TEXTS)


def test_brackets_that_the_title_element_has_too_stay():
    made = read(
        f"<title>【公告】河边步道何时修好 - 云州在线</title><div><h1>【公告】河边步道何时修好</h1>{DAY}{BODY}</div>"
    )
    assert made.article.title.text == "【公告】河边步道何时修好"


@pytest.mark.parametrize("words", ["首次发布", "定时发布", "语音播报", "生成海报", "我要举报", "下载客户端"])
def test_buttons_and_what_was_done_are_no_source(words):
    made = read(f"<div><h1>河长制三年记</h1><p><span>2026-02-03</span><i>{words}</i></p>{BODY}</div>")
    assert (made.article.source, made.article.archive.published) == ("", dt.date(2026, 2, 3))


@pytest.mark.parametrize("site", ["云州论坛", "云枢博客", "河西社区"])
def test_where_anybody_writes_is_no_source(site):
    made = read(f"<title>河长制三年记 - {site}</title><div><h1>河长制三年记</h1>{DAY}{BODY}</div>")
    assert made.article.source == ""


@pytest.mark.parametrize(
    ("href", "name", "source"),
    [
        ("/user/77", "云州河长说", "云州河长说"),
        ("https://a.cn/author/yunzhou/", "两江问水", "两江问水"),
        ("/u/8", "张三", "云州在线"),
        ("/author/zhang", "记者张三", "云州在线"),
        ("/user/9", "Zhang San", "云州在线"),
    ],
)
def test_an_account_beside_the_date_is_the_source(href, name, source):
    made = read(
        "<title>河长制三年记-云州在线</title><div><h1>河长制三年记</h1>"
        f"<div><a href='{href}'>{name}</a><i>·</i><span>2026-02-03</span></div>{BODY}</div>"
    )
    assert (made.article.source, texts(made)) == (source, TEXTS)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("作者：佚名　来源：云州水利局　更新时间：2026-2-3", dt.date(2026, 2, 3)),
        ("录入：admin　点击数：18　更新时间：二〇二六年二月三日", dt.date(2026, 2, 3)),
        ("来源：云州水利局　发布时间：2026-01-30　更新时间：2026-02-03", dt.date(2026, 1, 30)),
    ],
)
def test_the_day_of_entry_in_old_systems(line, day):
    made = read(
        f"<table><tr><td align=center><b>河长制三年记</b></td></tr><tr><td>{line}</td></tr><tr><td>{BODY}</table>"
    )
    assert made.article.archive.published == day


@pytest.mark.parametrize(
    "row",
    [
        "文章录入：admin　责任编辑：admin",
        "信息录入：办公室",
        "【发表评论】【告诉好友】【打印此文】【关闭窗口】",
        "[我要评论] [推荐给朋友] [打印文章]",
        "原标题：一条河的三年",
        "（原文标题：一条河的三年）",
    ],
)
def test_rows_of_a_system_behind_and_inside_the_text(row):
    for html in (BODY + f"<p>{row}</p>", in_p(TEXTS[:2]) + f"<div>{row}</div>" + in_p(TEXTS[2:])):
        assert texts(read(f"<div><h1>河长制三年记</h1>{LINE}<div>{html}</div></div>")) == TEXTS


def test_a_line_of_a_text_about_accounts_and_updates_stays():
    line = "平台发表评论前须登录，更新时间：每日九时，原标题与来源一并列出，由各单位负责核对。"
    made = read(f"<div><h1>河长制三年记</h1>{LINE}{in_p([TEXTS[0], line, *TEXTS[1:]])}</div>")
    assert texts(made) == [TEXTS[0], line, *TEXTS[1:]]


@pytest.mark.parametrize("author", ["云小布", "问水君"])
@pytest.mark.parametrize("address", ["https://mp.weixin.qq.com/s/AbCdEfGh12345678", ""])
def test_the_head_of_a_wechat_page(author, address):
    made = read(
        "<meta property=og:url content='http://mp.weixin.qq.com/s?__biz=Mz&amp;mid=2&amp;idx=1'>"
        "<div id=img-content><h1 id=activity-name>河长制三年记</h1><div id=meta_content class=rich_media_meta_list>"
        f"<span id=copyright_logo>原创</span><span class=rich_media_meta>{author}</span><span id=profileBt>"
        "<a id=js_name>云州河长说</a></span><em id=publish_time>2026年2月3日 18:05</em><em><span>明溪</span></em></div>"
        f"<div id=js_content>{BODY}</div></div>",
        address=address,
    )
    assert (made.article.source, made.article.archive.published) == ("云州河长说", dt.date(2026, 2, 3))
    assert made.article.link == (address or "http://mp.weixin.qq.com/s?__biz=Mz&mid=2&idx=1")
    assert texts(made) == TEXTS


def test_an_address_that_is_declared_without_its_lock_keeps_it():
    made = read(
        f"<meta property=og:url content=http://a.cn/x/1.html><div><h1>河</h1>{BODY}</div>",
        address="https://a.cn/x/1.html",
    )
    assert made.article.link == "https://a.cn/x/1.html"


@pytest.mark.parametrize("names", ["margin-bottom-20", "position-relative", "relative border-bottom"])
def test_names_that_only_place_an_element_leave_nothing_out(names):
    made = read(
        f"<div><h1 class='{names}'>河长制三年记</h1><div class='{names}'>2026-02-03　来源：云州日报</div>{BODY}</div>"
    )
    assert (made.article.title.text, made.article.source) == ("河长制三年记", "云州日报")


PLAYER = (
    "<div class=video-box><p>视频加载中，请稍候...</p><p>00:00/03:26播放</p>"
    "<ul><li>流畅<li>高清</ul><p>您的浏览器不支持HTML5视频</p></div>"
)


@pytest.mark.parametrize(
    "noise",
    [
        pytest.param(PLAYER, id="player"),
        pytest.param(PLAYER.replace(" class=video-box", ""), id="player without a name"),
        pytest.param("<p>附件【讲座课件.pdf】已下载53次</p>", id="attachment"),
        pytest.param("<p>102011.jpg (84.22 KB, 下载次数: 3)</p>", id="file of a forum"),
        pytest.param("<div><a>我要评论</a><a>点赞 12</a><a>举报</a></div>", id="buttons with numbers"),
        pytest.param("<p><a>Previous</a> <a>Next</a></p>", id="English neighbours"),
        pytest.param("<p><font class=jammer>9 U) k* s5 D. x$ j</font></p>", id="noise against copying"),
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_what_sites_put_around_a_text_is_left_out(noise, below):
    made = read(f"<h1>云州推进数据登记</h1>{'' if below else noise}{BODY}{noise if below else ''}")
    assert texts(made) == TEXTS


def test_a_price_behind_the_name_of_a_share_is_left_out():
    made = read(
        f"<h1>云州推进数据登记</h1><p>云州电机<span class=quote>(-0.42%)</span>今日复牌，公司称经营正常。</p>{BODY}"
    )
    assert texts(made)[0] == "云州电机今日复牌，公司称经营正常。"


def test_a_line_of_facts_with_a_button_in_it_is_no_text():
    line = "<div><time>2025-03-01 06:58</time><span>来源：云州日报</span><span class=cmt>评论 <b>37</b></span></div>"
    made = read(f"<h1>云州推进数据登记</h1>{line}{BODY}")
    assert (texts(made), made.article.source) == (TEXTS, "云州日报")


def test_what_stands_behind_the_end_mark_is_left_out():
    made = read(
        f"<h1>雲州推進數據登記</h1><div>來源：雲州日報　發佈日期：2025年3月1日</div>{BODY}<p>完</p><p>當地時間16時</p>"
    )
    assert (texts(made), made.article.source) == (TEXTS, "雲州日報")


def test_a_title_in_an_element_that_names_a_size_of_type_stays():
    made = read(f"<div>新闻公报</div><div class=fontSize1><h1>云州推进数据登记</h1></div>{BODY}")
    assert made.article.title.text == "云州推进数据登记"


def test_the_source_below_the_text_counts_where_the_one_above_is_the_site_itself():
    made = read(
        f"<title>云州推进数据登记_财富纵横网</title><h1>云州推进数据登记</h1><div>来源：财富纵横网综合</div>{BODY}<p>（文章来源：云州证券报）</p>"
    )
    assert (made.article.source, texts(made)) == ("云州证券报", TEXTS)


def test_a_key_is_no_source():
    made = read(f"<meta name=mediaid content=cfzh_auto><h1>云州推进数据登记</h1><div>来源：云州日报</div>{BODY}")
    assert made.article.source == "云州日报"


def test_an_issue_of_a_periodical_is_a_source_as_a_whole():
    made = read(f"<h1>云州推进数据登记</h1><div>文章来源：《区域治理》2024年第3期　作者：周远</div>{BODY}")
    assert made.article.source == "《区域治理》2024年第3期"


def test_the_comment_of_a_newspapers_pages_is_read():
    comment = (
        "<!--enpproperty <articleid>7</articleid><date>2025-04-16 00:00:00.0</date><title>云州推进数据登记</title>"
        "<url>http://epaper.example.org/2025-04/16/content_7.htm</url>/enpproperty-->"
    )
    made = read(f"<title>云州日报数字报-云州推进数据登记</title>{comment}<div><b>云州推进数据登记</b></div>{BODY}")
    article = made.article
    assert (article.source, article.archive.published) == ("云州日报", dt.date(2025, 4, 16))
    assert article.link == "http://epaper.example.org/2025-04/16/content_7.htm"


def test_a_line_of_source_and_date_below_a_table_of_facts_is_the_articles():
    facts = "".join(
        f"<li>{one}</li>"
        for one in ("索引号：1/2", "发布机构：建设处", "发文日期：2025-02-19", "文号：云人函〔2025〕4号")
    )
    made = read(f"<ul>{facts}</ul><h2>云州推进数据登记</h2><div>发布时间：2025-02-21　来源：市人社局</div>{BODY}")
    assert (made.article.source, texts(made)) == ("市人社局", TEXTS)


@pytest.mark.parametrize("nav", ["<div>", "<div class=nav>"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_short_text_straight_in_the_page(nav, count):
    footer = "<div class=foot>版权所有：云州市人民政府</div><div class=foot>滇ICP备05000001号</div>"
    made = read(
        f"{nav}<a href=/>首页</a><a href=/a>政务公开</a></div><h1>云州推进数据登记</h1>{in_p(TEXTS[:count])}{footer}"
    )
    assert (made.article.title.text, texts(made)) == ("云州推进数据登记", TEXTS[:count])


def test_a_charset_that_is_no_name_does_no_harm():
    assert texts(read(f'<meta charset="gb\0x"><h1>云州推进数据登记</h1>{BODY}'.encode("gbk"))) == TEXTS


def test_a_broken_zip_under_the_name_of_a_page_is_refused():
    with pytest.raises(UserError, match=r"页\.html"):
        read(b"PK\x03\x04" + bytes(200))


def test_a_file_that_is_too_large_is_named():
    with pytest.raises(UserError, match=r"“页\.html”里的文字有 .* MB，太大了"):
        read("<p>字</p>" * 600_000)
