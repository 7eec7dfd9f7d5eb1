"""Word files as people make them: headings by look, titles in lines, lists in lists, other things under a Word name."""

import datetime as dt
import io

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from editor.desk.formats import HTML, TEXT
from editor.desk.intake.kinds import kind_of_file
from editor.intake.manuscript import IncomingFile
from editor.intake.word.manuscript import word_manuscript
from editor.model.block_kinds import as_items, as_table, figures_in, is_heading
from editor.model.body import plain
from tests.word_kinds import CENTRED, NUMBERING, level, num, p, packed, png

ONE = "云州市数据局三月起在两个区试点数据登记，登记结果全市通用，企业办事不再重复提交材料。"
TWO = "会议要求，各单位要在四月底前完成系统对接，确保登记、审核、发放三个环节衔接顺畅。"
TITLE = "云州市推进数据登记试点"


def saved(*lines, day=dt.datetime(2026, 3, 20)):  # noqa: DTZ001 - python-docx takes it as UTC
    """Return a file. lines: a text, or a text with bold, size in points, whether centred."""
    document = Document()
    document.core_properties.modified = day
    for line in lines:
        text, bold, size, centred = (line, False, 0, False) if isinstance(line, str) else line
        paragraph = document.add_paragraph()
        run = paragraph.add_run(text)
        run.bold = bold or None
        if size:
            run.font.size = Pt(size)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return written(document)


def written(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(data, name="稿.docx"):
    return word_manuscript(IncomingFile(name=name, data=data))


def headings(made):
    return [(block.level, plain(block.runs)) for block in made.article.blocks if is_heading(block)]


def bold(text):
    return text, True, 0, False


def big(text, size=16):
    return text, False, size, False


HEAD = (TITLE, True, 22, True)


def test_short_bold_lines_between_paragraphs_are_headings():
    made = read(saved(HEAD, bold("背景情况"), ONE, TWO, bold("主要做法"), TWO, ONE, "云州市数据局", "2026年3月5日"))
    assert headings(made) == [(1, "背景情况"), (1, "主要做法")]


def test_the_only_bold_line_is_a_heading():
    made = read(saved(HEAD, ONE, TWO, bold("下一步打算"), TWO, ONE))
    assert headings(made) == [(1, "下一步打算")]


def test_larger_lines_stand_above_bold_ones():
    made = read(saved(HEAD, big("背景情况"), bold("统一标准"), ONE, bold("打通系统"), TWO, big("主要做法"), ONE))
    assert headings(made) == [(1, "背景情况"), (2, "统一标准"), (2, "打通系统"), (1, "主要做法")]


def test_bold_lines_below_typed_headings_are_one_level_lower():
    made = read(
        saved(HEAD, big("一、背景情况"), bold("统一标准"), ONE, TWO, big("二、主要做法"), bold("打通系统"), TWO)
    )
    assert headings(made) == [(1, "一、背景情况"), (2, "统一标准"), (1, "二、主要做法"), (2, "打通系统")]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((HEAD, bold("云州市数据局"), ONE, TWO), id="issuer below the title"),
        pytest.param((HEAD, bold("陆岚"), ONE, TWO), id="author below the title"),
        pytest.param((HEAD, ONE, bold("会议强调："), TWO), id="with a colon"),
        pytest.param((HEAD, ONE, bold("要抓紧落实。"), TWO), id="a sentence"),
        pytest.param((HEAD, ONE, bold("（此件公开发布）"), TWO), id="in brackets"),
        pytest.param((HEAD, bold("登记办法"), bold("审核办法"), bold("发证办法"), ONE * 3), id="bold lines together"),
        pytest.param((HEAD, bold("登记的办法"), bold(ONE), bold(TWO)), id="all of it is bold"),
        pytest.param((HEAD, ONE, TWO, bold("云州市数据局")), id="at the end"),
    ],
)  # fmt: skip
def test_bold_lines_that_are_no_headings(lines):
    assert headings(read(saved(*lines))) == []


def test_a_title_in_lines_of_nearly_one_size():
    made = read(
        saved(("关于印发云州市数据登记", True, 22, True), ("管理细则（试行）的通知", False, 20, True), ONE, TWO)
    )
    assert made.article.title.lines == ("关于印发云州市数据登记", "管理细则（试行）的通知")


@pytest.mark.parametrize(
    ("line", "day"), [("日期：3月5日", dt.date(2026, 3, 5)), ("发布时间：12月30日", dt.date(2025, 12, 30))]
)
def test_a_date_without_its_year_has_that_of_the_file(line, day):
    made = read(saved(HEAD, f"来源：云州日报 {line}", ONE, TWO))
    assert (made.article.source, made.article.archive.published) == ("云州日报", day)
    assert any("没有写年份" in message for message in made.messages)


def test_a_date_without_its_year_stays_text_where_the_file_does_not_say_when_it_was_saved():
    made = read(packed(p(TITLE, CENTRED) + p("3月5日") + p(ONE) + p(TWO)))
    assert made.article.archive.published is None
    assert plain(made.article.blocks[0].runs) == "3月5日"


def test_a_second_article_is_said():
    second = ("海州市公布数据目录", True, 22, True)
    made = read(saved(HEAD, ONE, TWO, "来源：云州日报", second, TWO, ONE, "来源：海州日报"))
    assert any("还有 1 篇文章" in message for message in made.messages)
    one = read(saved(HEAD, ONE, ("主要做法", True, 16, True), TWO, "来源：云州日报"))
    assert not any("篇文章" in message for message in one.messages)


# lists of Word

LEVELS = f"{level(0, 'decimal', '%1.')}{level(1, 'decimal', '%1.%2')}{level(2, 'decimal', '%1.%2.%3')}"
RESTARTED = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
LISTS = (
    f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>{NUMBERING}'
    f'<w:num w:numId="70"><w:abstractNumId w:val="7"/></w:num>'
    f'<w:num w:numId="71"><w:abstractNumId w:val="7"/>{RESTARTED}</w:num>'
)


def numbered(*paragraphs):
    """Return a file. paragraphs: a text, or its list, level and text."""
    made = (p(one) if isinstance(one, str) else p(one[2], num(one[0], one[1])) for one in paragraphs)
    return packed(p(TITLE, CENTRED) + p(ONE) + "".join(made) + p(TWO), numbering=LISTS)


def texts(made):
    return [
        [plain(item) for item in items.items] if (items := as_items(block)) else plain(block.runs)
        for block in made.article.blocks[1:-1]
    ]


def test_a_list_of_levels_keeps_its_numbers():
    made = read(
        numbered((70, 0, "总则"), (70, 1, "目的"), (70, 2, "细项"), (70, 1, "范围"), (70, 0, "登记"), (70, 1, "申请"))
    )
    assert texts(made) == ["1.总则", "1.1 目的", "1.1.1 细项", "1.2 范围", "2.登记", "2.1 申请"]
    assert headings(made) == []


def test_numbered_lines_that_lead_paragraphs_are_headings():
    made = read(numbered((70, 0, "总则"), ONE, (70, 0, "登记"), TWO, (70, 0, "附则"), ONE))
    assert headings(made) == [(3, "1.总则"), (3, "2.登记"), (3, "3.附则")]


def test_a_list_that_begins_anew_is_counted_anew():
    made = read(numbered((70, 0, "甲甲"), (70, 0, "乙乙"), ONE, (71, 0, "丙丙"), (71, 0, "丁丁")))
    assert texts(made) == [["甲甲", "乙乙"], ONE, ["丙丙", "丁丁"]]


def test_lists_in_the_cells_of_a_table_keep_their_marks():
    document = Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(ONE)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 0).text = "事项", "步骤", "登记"
    for word in ("收件", "审核"):
        table.cell(1, 1).add_paragraph(word, style="List Number")
    for word in ("个人", "单位"):
        table.cell(1, 0).add_paragraph(word, style="List Bullet")
    made = read(written(document))
    [found] = filter(None, map(as_table, made.article.blocks))
    assert [plain(cell) for cell in found.rows[0]] == ["登记 • 个人 • 单位", "1.收件 2.审核"]


# other things under Word's name

PAGE = f"""<meta charset=utf-8><meta name=ContentSource content=云州日报><meta name=PubDate content=2026-03-05>
<div class=nav><a href=/>首页</a><a href=/a>政务公开</a></div><h1>{TITLE}</h1>
<div class=content><p>{ONE}</p><p>{TWO}</p><p>{ONE}</p></div>
<div>版权所有：云州市人民政府　滇ICP备05000001号</div>"""
ARCHIVE = f"""From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r
Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{PAGE}\r\n--B--\r\n"""


@pytest.mark.parametrize("name", ["稿.doc", "稿.docx", "稿.wps"])
@pytest.mark.parametrize("data", [PAGE.encode(), ARCHIVE.encode()], ids=["page", "archive"])
def test_a_page_under_words_name_is_read_as_a_page(name, data):
    made = read(data, name)
    article = made.article
    assert (article.title.text, article.source, article.archive.published) == (TITLE, "云州日报", dt.date(2026, 3, 5))
    assert [plain(block.runs) for block in article.blocks] == [ONE, TWO, ONE]
    assert made.messages[0] == f"“{name}”里面是网页，按网页读入。"


@pytest.mark.parametrize("ending", [".doc", ".docx", ".wps", ".rtf"])
def test_what_a_file_is_its_bytes_say(tmp_path, ending):
    path = tmp_path / f"稿{ending}"
    assert kind_of_file(path, PAGE.encode()) is HTML
    assert kind_of_file(path, ARCHIVE.encode()) is HTML
    assert kind_of_file(path, f"{TITLE}\n{ONE}\n{TWO}".encode("gb18030")) is TEXT


def test_a_text_under_the_name_of_wps_is_read_as_text():
    made = read(f"{TITLE}\n\n　　{ONE}\n　　{TWO}\n（来源：云州日报）".encode("gb18030"), "稿.wps")
    assert (made.article.title.text, made.article.source) == (TITLE, "云州日报")
    assert [plain(block.runs) for block in made.article.blocks] == [ONE, TWO]
    assert any("按文本读入" in message for message in made.messages)


# who and when, without labels


@pytest.mark.parametrize(
    ("line", "source", "day", "left"),
    [
        ("云州市数据局　2026年3月5日", "云州市数据局", dt.date(2026, 3, 5), []),
        ("云州市数据局", "云州市数据局", None, []),
        ("（2026年3月5日）", "", dt.date(2026, 3, 5), []),
        ("来源：云州日报　2026年3月5日", "云州日报", dt.date(2026, 3, 5), []),
        ("供稿单位：云州市融媒体中心", "云州市融媒体中心", None, []),
        ("云州大学治理研究院　沈知远　许若谷", "云州大学治理研究院", None, ["云州大学治理研究院　沈知远　许若谷"]),
        ("2026-03-05 08:22 来源：云州环境  阅读量：3021  【打印】", "云州环境", dt.date(2026, 3, 5), []),
        ("陆岚　周远", "", None, ["陆岚　周远"]),
        ("登记工作会议", "", None, ["登记工作会议"]),
    ],
)
def test_the_line_below_a_title(line, source, day, left):
    made = read(saved(HEAD, line, ONE, TWO))
    assert (made.article.source, made.article.archive.published) == (source, day)
    assert [plain(block.runs) for block in made.article.blocks] == [*left, ONE, TWO]


def test_who_signs_a_document_is_its_source():
    made = read(saved(HEAD, ONE, TWO, "云州市数据局", "2026年3月5日"))
    assert made.article.source == "云州市数据局"
    assert [plain(block.runs) for block in made.article.blocks][-2:] == ["云州市数据局", "2026年3月5日"]


def test_what_a_sender_writes_above_the_title_is_no_title():
    made = read(saved("投稿", "供稿单位：云州市融媒体中心", "作者：安然　联系电话：0999-6620000", TITLE, ONE, TWO))
    assert (made.article.title.text, made.article.source) == (TITLE, "云州市融媒体中心")


def test_the_reporter_below_a_whole_title_is_no_line_of_it():
    title, who = ("关于夜间经济发展情况的汇报", True, 22, True), ("市商务局", True, 22, True)
    made = read(saved(title, who, "（2026年3月5日）", ONE, TWO))
    assert made.article.title.lines == ("关于夜间经济发展情况的汇报",)
    assert (made.article.source, made.article.archive.published) == ("市商务局", dt.date(2026, 3, 5))


def test_a_typed_heading_with_a_full_stop():
    made = read(
        saved(HEAD, "（一）压实属地责任。", ONE, "（二）落实直接责任。", TWO, "（三）加强督导。每月通报一次。", ONE)
    )
    assert headings(made) == [(2, "（一）压实属地责任。"), (2, "（二）落实直接责任。")]


def test_two_printed_lines_are_joined_and_two_rows_are_not():
    first = "汛期以来云州市共发生强降雨过程九次，平均面雨量达到了八百"
    second = "六十二毫米，较常年偏多两成，全市水库拦蓄洪水四点三亿立方米，未"
    made = read(saved(HEAD, ONE, first, second, "发生一起溃坝事件。", TWO))
    assert [plain(block.runs) for block in made.article.blocks] == [ONE, f"{first}{second}发生一起溃坝事件。", TWO]


def test_a_caption_in_brackets_on_the_line_break_behind_its_picture():
    document = Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(ONE)
    picture = io.BytesIO(png())
    run = document.add_paragraph().add_run()
    run.add_picture(picture)
    run.add_break()
    run.add_text("图1 月度客流（万人次）")
    run.add_break()
    run.add_text("资料来源：园区公司")
    made = read(written(document))
    [figure] = figures_in(made.article.blocks)
    assert (figure.caption, figure.source) == ("图1 月度客流（万人次）", "园区公司")


def test_a_page_that_begins_with_its_script_is_a_page(tmp_path):
    data = f"<script>go()</script><h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p>".encode()
    assert kind_of_file(tmp_path / "稿.doc", data) is HTML
    assert [plain(block.runs) for block in read(data, "稿.doc").article.blocks] == [ONE, TWO]
