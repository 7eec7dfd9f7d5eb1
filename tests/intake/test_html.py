"""HTML as browsers, WeChat, Word and WPS put it on the clipboard."""

import base64
import datetime as dt
from pathlib import Path

import pytest

from editor.intake.html import blocks_from_html
from editor.model.body import CellSpan, Figure, Heading, ItemList, Paragraph, Quote, Run, Script, Table, plain
from editor.model.errors import UserError
from tests.fakes import picture

PAGES = Path(__file__).parent.parent / "golden" / "paste"


def texts(pasted):
    return [plain(block.runs) for block in pasted.blocks if isinstance(block, Paragraph | Heading | Quote)]


def test_a_wechat_article_comes_in_whole():
    pasted = blocks_from_html((PAGES / "wechat.html").read_text(encoding="utf-8"))
    assert (pasted.title, pasted.source, pasted.published) == ("云州发布数据登记办法", "云州数据", dt.date(2025, 1, 20))
    assert pasted.link == "http://mp.weixin.qq.com/s/AbC"
    assert texts(pasted) == ["云州市近日印发办法。", "二、适用范围", "各区各部门。", "末段"]
    assert pasted.blocks[0].runs[1] == Run(text="近日", bold=True)
    figure = pasted.blocks[1]
    assert (figure.caption, figure.alt, figure.picture) == ("图1 登记流程", "图片", None)
    [waiting] = pasted.pictures
    assert (waiting.figure, waiting.address) == (figure.uid, "https://mmbiz.qpic.cn/a/640?wx_fmt=png")
    assert pasted.messages == (
        "1 张图片没有随文字一起来，版面上留了位置，请补上。",
        "视频、音频等嵌入内容没有带入（1 处）。",
        "隐藏的文字没有带入（1 处）。",
        "1 个链接离开原网页就打不开，只留下文字。",
    )


def test_words_lists_headings_and_tracked_changes():
    pasted = blocks_from_html((PAGES / "word.html").read_text(encoding="utf-8"))
    assert [type(block) for block in pasted.blocks] == [
        Heading,
        Paragraph,
        ItemList,
        ItemList,
        Heading,
        Paragraph,
    ]
    assert texts(pasted) == ["一、总体要求", "坚持统筹推进，新增的内容。", "（一）分工", "第三条 附则内容"]
    bullets, numbers = pasted.blocks[2:4]
    assert (bullets.ordered, [plain(item) for item in bullets.items]) == (False, ["甲项", "乙项"])
    assert (numbers.ordered, [plain(item) for item in numbers.items]) == (True, ["第一步", "第二步"])
    assert [block.level for block in pasted.blocks if isinstance(block, Heading)] == [1, 2]
    assert pasted.messages == ("修订里已删除的文字没有带入（1 处）。",)


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        ("<b>粗</b>细", (Run(text="粗", bold=True), Run(text="细"))),
        ("<b style='font-weight:normal'>细</b>", (Run(text="细"),)),
        ("<span style='font-weight:700'>粗<span style='font-weight:400'>细</span></span>",
         (Run(text="粗", bold=True), Run(text="细"))),
        ("<em>斜</em>", (Run(text="斜", italic=True),)),
        ("H<sub>2</sub>O<sup>n</sup>", (Run(text="H"), Run(text="2", script=Script.SUB), Run(text="O"),
                                        Run(text="n", script=Script.SUPER))),
        ("见<a href=' https://example.org/?a=1&amp;b=2 '>全文</a>",
         (Run(text="见"), Run(text="全文", link="https://example.org/?a=1&b=2"))),
        ("<a href='../x.html'>甲</a><a href='javascript:go()'>乙</a><a href='#n'>丙</a>", (Run(text="甲乙丙"),)),
        ("<a href='//example.org/x'>甲</a>", (Run(text="甲", link="https://example.org/x"),)),
        ("a <b>b</b>  c", (Run(text="a "), Run(text="b", bold=True), Run(text=" c"))),
        ("  数据\n  要素 a\n b &nbsp; ", (Run(text="数据要素 a b"),)),
        ("A&amp;B &lt;x&gt; &ldquo;引&rdquo;&hellip;", (Run(text="A&B <x> “引”…"),)),
        ("零\u200b宽&#8203;&#x2060;字", (Run(text="零宽字"),)),
        ("<s>划掉</s>的字", (Run(text="划掉的字"),)),
    ],
)  # fmt: skip
def test_runs_of_a_paragraph(html, runs):
    [paragraph] = blocks_from_html(f"<p>{html}</p>").blocks
    assert paragraph.runs == runs


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("甲<br>乙<br><br>丙", ["甲", "乙", "丙"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<pre>甲  一\n乙</pre>", ["甲 一", "乙"]),
        ("<p style='white-space: pre-wrap'>甲\n乙</p>", ["甲", "乙"]),
        ("<span style='display:block'>甲</span><span>乙</span>", ["甲", "乙"]),
        ("<p>　　甲　</p><p>&nbsp;</p><p>　</p>", ["甲"]),
        ("光秃秃的字", ["光秃秃的字"]),
        ("<h2>甲<br>乙</h2>", ["甲乙"]),
        ("<style>a</style><script>b</script><template>c</template><p hidden>d</p><p>甲</p>", ["甲"]),
        ("<p>前<!--StartFragment--><p>里<!--EndFragment--><p>后", ["前", "里", "后"]),
        ("<dl><dt>名<dd>释</dl>", ["名", "释"]),
    ],
)
def test_lines_become_blocks(html, lines):
    assert texts(blocks_from_html(html)) == lines


def test_the_ranks_of_headings_of_a_page_and_of_word():
    page = blocks_from_html("<h1>题</h1><h2>一</h2><h3>（一）</h3><h4>1</h4><h6>2</h6>")
    assert [block.level for block in page.blocks] == [1, 1, 2, 3, 3]
    word = blocks_from_html(
        "<h1 style='mso-x:1'>一</h1><h2>（一）</h2><h3>1</h3><p style='mso-outline-level:2'>（二）</p>"
    )
    assert [block.level for block in word.blocks] == [1, 2, 3, 2]
    assert blocks_from_html("<h2><b>整行粗体</b></h2>").blocks[0].runs == (Run(text="整行粗体"),)


def lists(html):
    return [
        (block.ordered, [plain(item) for item in block.items]) if isinstance(block, ItemList) else plain(block.runs)
        for block in blocks_from_html(html).blocks
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li>甲<li><p>乙</p></ul>", [(False, ["甲", "乙"])]),
        ("<ol><li>甲</li><li></li><li>乙</li></ol>", [(True, ["甲", "乙"])]),
        ("<ul><li>甲<ul><li>一</li></ul></li><li>乙</li></ul>", [(False, ["甲", "一", "乙"])]),
        ("<ul><li>甲</li><ul><li>一</li></ul></ul>", [(False, ["甲", "一"])]),
        ("<ol><li>甲<ul><li>一</li></ul></li><li>乙</li></ol>", [(True, ["甲"]), (False, ["一"]), "2.乙"]),
        ("<ol start=3><li>丙</li></ol>", ["3.丙"]),
        ("<ul><li><p>甲。</p><p>续</p></li><li>a<br>b</li></ul>", [(False, ["甲。续", "a b"])]),
        ("<div><li>散</li><li><p>项</p></li></div>", [(False, ["散", "项"])]),
    ],
)
def test_lists_are_one_level_deep(html, expected):
    assert lists(html) == expected


def test_nested_lists_are_said():
    assert blocks_from_html("<ul><li>甲<ul><li>一</ul></ul>").messages == (
        "多层列表排成了一层（1 处），请看一下编号。",
    )


def grid(table):
    return [[plain(cell) for cell in row] for row in (table.head, *table.rows)]


def test_spans_and_the_heads_under_them_are_kept():
    pasted = blocks_from_html(
        "<table><caption>表1</caption><tr><th rowspan=2>地区<th colspan=2>数量<tr><td>上年<td>今年"
        "<tr><td>云州<td>1<td>2<tfoot><tr><td colspan=3>注：初步数</table>"
    )
    [table] = pasted.blocks
    assert grid(table) == [["地区", "数量", ""], ["", "上年", "今年"], ["云州", "1", "2"]]
    assert (table.caption, table.note) == ("表1", "注：初步数")
    assert table.spans == (CellSpan(row=0, column=0, rows=2), CellSpan(row=0, column=1, columns=2))
    assert table.header_rows == 2
    assert pasted.messages == ()


def test_columns_that_only_spans_make_are_none():
    pasted = blocks_from_html("<table><tr><td colspan=3>甲<td>乙<tr><td colspan=3>1<td>2</table>")
    assert grid(pasted.blocks[0]) == [["甲", "乙"], ["1", "2"]]
    assert pasted.messages == ()


def test_ragged_tables_and_lines_in_cells():
    pasted = blocks_from_html("<table><tr><td><p>甲</p><p>a</p><td>乙<tr><td><ul><li>一。<li>二</ul></table>")
    assert grid(pasted.blocks[0]) == [["甲 a", "乙"], ["一。二", ""]]
    assert pasted.messages == ("表格里缺的格子补成了空的（1 个表格）。",)


def test_tables_for_layout_are_unfolded():
    pasted = blocks_from_html(
        "<table><tr><td><h2>题</h2><p>文</p><table><tr><td>甲<td>乙</tr></table><td><p>旁</p></table>"
    )
    assert [type(block) for block in pasted.blocks] == [Heading, Paragraph, Table, Paragraph]
    assert pasted.messages == ("排版用的表格改成了正文（1 个）。",)


def test_a_table_in_a_real_table_is_read_as_text():
    [table] = blocks_from_html("<table><tr><th>甲<th>乙<tr><td>1<td><table><tr><td>2<td>3</table></table>").blocks
    assert grid(table) == [["甲", "乙"], ["1", "2 3"]]


def test_a_span_without_end_costs_nothing():
    [table] = blocks_from_html("<table><tr><td rowspan=999999999 colspan=99999999>甲<td>乙<tr><td>丙</table>").blocks
    assert grid(table) == [["甲", "乙"], ["", "丙"]]


@pytest.mark.parametrize("row", ["<tr><td colspan=99>", "<tr><td rowspan=65000>"])
def test_spans_beyond_reason_are_given_up(row):
    start = "<table><tr>" + "<td rowspan=65000>甲" * 100
    with pytest.raises(UserError, match="只复制需要的部分"):
        blocks_from_html(start + row * 40_000)


def test_pictures_in_the_page_keep_their_bytes():
    data = next(iter(picture()[1].values()))
    url = "data:image/png;base64," + base64.b64encode(data).decode()
    pasted = blocks_from_html(
        f"<p>前<img src='{url}' alt='流程' style='width:60%'>后</p>"
        "<figure><img src='https://example.org/p/%E5%9B%BE.png'>"
        "<figcaption>图2 构成 <cite>来源：云州数据局</cite></figcaption></figure>"
    )
    first, second = (block for block in pasted.blocks if isinstance(block, Figure))
    assert texts(pasted) == ["前", "后"]
    assert (first.alt, first.width, second.caption, second.source) == ("流程", 600, "图2 构成", "云州数据局")
    assert [(one.figure, one.name, one.data) for one in pasted.pictures] == [
        (first.uid, "流程", data),
        (second.uid, "图.png", b""),
    ]


@pytest.mark.parametrize(
    ("html", "messages"),
    [
        ("<p>甲<img src=x.gif width=1 height=1></p>", ()),
        ("<p>甲<img src=x.png width=20 height=20></p>", ("1 个小图标没有带入。",)),
        ("<p>甲<img src='data:image/gif;base64,!!'></p>", ("1 张图片没有随文字一起来，版面上留了位置，请补上。",)),
    ],
)
def test_images_that_are_no_pictures(html, messages):
    assert blocks_from_html(html).messages == messages


def test_an_emoji_image_is_its_text():
    assert texts(blocks_from_html("<p>好<img class='wx_emoji' src=e.png alt='[微笑]'>的</p>")) == ["好[微笑]的"]


def test_the_source_under_a_picture_is_the_pictures():
    [figure, rest] = blocks_from_html("<p><img src='http://e.org/a.png'></p><p>来源：统计局</p><p>正文。</p>").blocks
    assert (figure.source, plain(rest.runs)) == ("统计局", "正文。")


def test_tags_of_government_sites_are_fields():
    pasted = blocks_from_html(
        "<head><meta name='ArticleTitle' content='办法'><meta name='PubDate' content='2025-01-20 10:00'>"
        "<meta name='ContentSource' content='数据局'><meta name='Url' content='https://example.org/a'></head><p>文</p>"
    )
    assert (pasted.title, pasted.source, pasted.link) == ("办法", "数据局", "https://example.org/a")
    assert pasted.published == dt.date(2025, 1, 20)


def test_quotes():
    blocks = blocks_from_html("<blockquote><p>甲</p><ul><li>乙</ul>丙</blockquote>丁").blocks
    assert [type(block) for block in blocks] == [Quote, ItemList, Quote, Paragraph]


def test_depth_without_end_is_read():
    deep = blocks_from_html("<div>" * 100_000 + "深处" + "</div>" * 100_000 + "<p>末尾</p>")
    assert texts(deep) == ["深处", "末尾"]
    for tag in ("ul><li", "table><tr><td", "blockquote", "b", "figure"):
        assert "深处" in "".join(map(str, blocks_from_html(f"<{tag}>" * 20_000 + "深处").blocks))


def test_stray_ends_deep_inside_cost_nothing():
    assert texts(blocks_from_html("<div>" * 100_000 + "<i>甲</i></x>" * 20_000 + "<p>乙"))[-1] == "乙"


def test_a_page_of_nothing_but_tags_is_refused():
    with pytest.raises(UserError, match="太复杂"):
        blocks_from_html("<b>字</b>" * 250_000)


def test_too_much_is_refused_and_pictures_do_not_count():
    with pytest.raises(UserError, match="太大了"):
        blocks_from_html("<p>字</p>" * 600_000)
    url = "data:image/png;base64," + "A" * 6_000_000
    assert len(blocks_from_html(f"<p>字</p><img src='{url}'>").blocks) == 2


@pytest.mark.parametrize("html", ["", " ", "\0", "\ud800", "<!--", "<?xml version='1.0' encoding='gb2312'?>"])
def test_nothing_is_nothing(html):
    assert blocks_from_html(html).blocks == ()


def test_a_declared_encoding_of_the_past_does_not_matter():
    assert texts(blocks_from_html("<?xml version='1.0' encoding='gb2312'?><meta charset=gbk><p>文字𠮷</p>")) == [
        "文字𠮷"
    ]


def with_header(before, fragment, after):
    """A fragment as Windows has it on its clipboard (CF_HTML); the places count bytes."""
    parts = [part.encode() for part in (before, fragment, after)]
    names = ("StartHTML", "EndHTML", "StartFragment", "EndFragment")
    head = "Version:0.9\r\n" + "".join(f"{name}:{{:010}}\r\n" for name in names) + "SourceURL:https://example.org/a\r\n"
    begin = len(head.format(0, 0, 0, 0))
    start = begin + len(parts[0])
    end = start + len(parts[1])
    return head.format(begin, end + len(parts[2]), start, end) + before + fragment + after


def test_only_the_clipboards_header_says_what_was_copied():
    inside = "<p>一</p><!--StartFragment--><p>二</p><!--EndFragment--><p>三</p>"
    pasted = blocks_from_html(with_header("<html><body>外面<div>", inside, "</div>后</body></html>"))
    assert texts(pasted) == ["一", "二", "三"]
    assert pasted.messages == ("复制范围以外的文字没有带入（3 字）。",)


def test_rows_of_a_copied_table_stay_a_table():
    pasted = blocks_from_html(with_header("<table>", "<tr><td>甲<td>乙</tr><tr><td>1<td>2</tr>", "</table>"))
    assert grid(pasted.blocks[0]) == [["甲", "乙"], ["1", "2"]]


def test_readings_above_characters_are_left_out_with_a_word():
    pasted = blocks_from_html("<p>他叫<ruby>赵䶮<rp>(</rp><rt>yǎn</rt><rp>)</rp></ruby>，在云州长大。</p>")
    assert texts(pasted) == ["他叫赵䶮，在云州长大。"]
    assert pasted.messages == ("文字上的注音没有带入（1 处）。",)


def test_the_first_row_of_one_cell_over_all_columns_is_the_caption():
    [table] = blocks_from_html(
        "<table><tr><td colspan=3>各区情况（单位：项）</td></tr>"
        "<tr><td>区名<td>数<td>截至<tr><td>东区<td>1<td>####</table>"
    ).blocks
    assert table.caption == "各区情况（单位：项）"
    assert grid(table) == [["区名", "数", "截至"], ["东区", "1", "####"]]


def test_cells_that_a_spreadsheet_could_not_show_are_said():
    messages = blocks_from_html("<table><tr><td>甲<td>乙<tr><td>1<td>########</table>").messages
    assert messages == ("有 1 个格子是“####”：原表的列太窄，数没有显示出来，请加宽后重新复制。",)


def test_a_column_of_text_beside_links_is_no_table():
    page = (
        "<table><tr><td><table><tr><td><table><tr><td><p>题</p><p>文一。</p><p>文二。</p></td></tr>"
        "<tr><td> </td></tr></table>"
        "</td></tr></table></td><td><table><tr><td><iframe src=x></iframe></td></tr></table></td></tr></table>"
    )
    assert texts(blocks_from_html(page)) == ["题", "文一。", "文二。"]
