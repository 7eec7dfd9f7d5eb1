"""Word files become articles, with everything that is seen in them."""

import datetime as dt

import pytest

from editor.intake.manuscript import IncomingFile, ManuscriptField, TrackedChanges
from editor.intake.word.counting import counted
from editor.intake.word.manuscript import count_changes, word_manuscript
from editor.model.block_kinds import as_figure, as_items, as_table, is_heading
from editor.model.block_texts import printed_text
from editor.model.body import ANCHOR, ChartKind, ColumnAlignment, Script, plain
from editor.text.tracked import changes_of_article, makers_of
from tests.word_kinds import (
    CENTRED,
    HEAD,
    KINDS,
    SPACES,
    cell,
    drawing,
    field_link,
    num,
    official,
    p,
    packed,
    png,
    r,
    row,
    table,
)
from tests.word_scoring import score


def read(body, *, changes=TrackedChanges.ACCEPTED, **parts):
    data = body if isinstance(body, bytes) else packed(body, **parts)
    return word_manuscript(IncomingFile(name="来稿.docx", data=data, changes=changes))


def texts(manuscript):
    return [printed_text(block) for block in manuscript.article.blocks]


SAID = "云州市近日启用公共数据登记平台，首批登记数据资源三百余项。"


@pytest.mark.parametrize("seed", [0, 3])
@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_every_kind_comes_in_whole(make, seed):
    kind = make(seed)
    found = score(kind, read(kind.data))
    assert (found.lost, found.missing) == (0, "")
    assert [part for part, (right, wanted) in found.parts.items() if right < wanted] == []


def test_who_issued_a_document_is_its_source():
    made = read(official(1).data)
    assert made.article.source == "云州市人民政府办公厅"
    assert ManuscriptField.SOURCE in made.guessed
    assert texts(made)[0].startswith("云政办发")
    assert any("红头" in line for line in made.messages)


TITLE = ("云州市人民政府办公厅关于加快推进", "公共数据资源登记工作的", "实施意见")
ADDRESSED = p("各县、区人民政府：") + p(SAID)


@pytest.mark.parametrize(
    "top",
    [
        "".join(p(line, CENTRED, size=44) for line in TITLE),
        "".join(p(line, CENTRED) for line in TITLE),
        "".join(p(line, size=44) for line in TITLE),
        "".join(p(line, style="a3") for line in TITLE),
        "".join(p(line, style="1") for line in TITLE),
        p("<w:r>" + "<w:br/>".join(f"<w:t>{line}</w:t>" for line in TITLE) + "</w:r>", CENTRED),
        p("附件1") + "".join(p(line, CENTRED, size=44) for line in TITLE),
        p("云州市人民政府文件", CENTRED, size=80)
        + p("云政〔2026〕3号", CENTRED)
        + "".join(p(line, CENTRED, size=44) for line in TITLE),
    ],
    ids=["large", "centred", "left", "style", "heading", "breaks", "annex", "letterhead"],
)
def test_a_title_over_several_lines_is_one_title(top):
    manuscript = read(top + ADDRESSED + p("一、工作目标", style="2") + p(SAID))
    assert manuscript.article.title.lines == TITLE
    assert "各县、区人民政府：" in texts(manuscript)


@pytest.mark.parametrize(
    ("below", "subtitle"),
    [("——以云州为例", "——以云州为例"), ("（征求意见稿）", "（征求意见稿）"), ("张三　李四", "")],
)
def test_what_stands_below_a_title(below, subtitle):
    manuscript = read(p("公共数据登记的云州实践", CENTRED, size=44) + p(below, CENTRED, size=32) + p(SAID))
    assert manuscript.article.title.text == "公共数据登记的云州实践"
    assert manuscript.article.subtitle == subtitle


def test_a_plain_first_line_is_a_guess_and_a_sentence_is_no_title():
    guessed = read(p("云州启用登记平台") + p(SAID) + p(SAID))
    assert guessed.article.title.text == "云州启用登记平台"
    assert ManuscriptField.TITLE in guessed.guessed
    assert read(p(SAID) + p(SAID)).article.title.text == ""


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (11, "chineseCounting", "十一"),
        (20, "chineseCountingThousand", "二十"),
        (105, "chineseCountingThousand", "一百零五"),
        (10, "chineseLegalSimplified", "壹拾"),
        (3, "ideographTraditional", "丙"),
        (12, "decimalEnclosedCircleChinese", "⑫"),
        (28, "upperLetter", "BB"),
        (1994, "upperRoman", "MCMXCIV"),
        (7, "decimalZero", "07"),
        (30, "ideographDigital", "三〇"),
        (4, "unheardOf", "4"),
    ],
)
def test_numbers_are_written_as_word_writes_them(number, form, written):
    assert counted(number, form) == written


def test_numbered_headings_keep_their_numbers_and_count_on():
    names = (("目标", 0), ("任务", 0), ("登记", 1), ("流通", 1), ("保障", 0), ("组织", 1))
    body = p("题目", style="a3") + "".join(p(name, num(1, at)) + p(SAID) for name, at in names)
    headings = [(one.level, plain(one.runs)) for one in read(body).article.blocks if is_heading(one)]
    assert headings == [
        (1, "一、目标"),
        (1, "二、任务"),
        (2, "（一）登记"),
        (2, "（二）流通"),
        (1, "三、保障"),
        (2, "（一）组织"),
    ]


def test_a_list_broken_by_a_paragraph_keeps_its_numbers_as_text():
    body = p("题目", style="a3") + p(SAID, num(3)) + p("插入的一段说明文字。") + p(SAID, num(3))
    assert texts(read(body)) == [f"1.{SAID}", "插入的一段说明文字。", f"2.{SAID}"]


def test_lists_say_whether_they_count():
    body = (
        p("题目", style="a3")
        + p("甲。", num(3))
        + p("乙。", num(3))
        + p(SAID)
        + p("丙。", num(2))
        + p("丁。", num(2, 1))
    )
    lists = [as_items(block) for block in read(body).article.blocks]
    assert [(one.ordered, [plain(item) for item in one.items]) for one in lists if one] == [
        (True, ["甲。", "乙。"]),
        (False, ["丙。", "丁。"]),
    ]


def test_runs_keep_what_they_look_like():
    raised = '<w:vertAlign w:val="superscript"/>'
    line = r("粗", "<w:b/>") + r("斜", "<w:i/>") + r("常", '<w:b w:val="0"/>') + r("2", raised) + r("尾。")
    (block,) = read(p("题目", style="a3") + p(line)).article.blocks
    assert [(run.text, run.bold, run.italic, run.script) for run in block.runs] == [
        ("粗", True, False, Script.BASE),
        ("斜", False, True, Script.BASE),
        ("常", False, False, Script.BASE),
        ("2", False, False, Script.SUPER),
        ("尾。", False, False, Script.BASE),
    ]


def test_links_lead_where_they_did_and_dangerous_ones_nowhere():
    body = p("题目", style="a3") + p(
        '<w:hyperlink r:id="l1">'
        + r("网站")
        + "</w:hyperlink>"
        + field_link("文件")
        + field_link("坏", "javascript:x()")
    )
    manuscript = read(body, links={"l1": "https://example.org/a"})
    assert [(run.text, run.link) for run in manuscript.article.blocks[0].runs] == [
        ("网站", "https://example.org/a"),
        ("文件", "https://www.example.org/文件"),
        ("坏", ""),
    ]
    assert any("链接" in one for one in manuscript.messages)


def test_readings_are_left_out_and_said():
    ruby = f"<w:r><w:ruby><w:rt>{r('yǎn')}</w:rt><w:rubyBase>{r('䶮')}</w:rubyBase></w:ruby></w:r>"
    older = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + r(r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(zhǎng),长)", tag="w:instrText")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    manuscript = read(p("题目", style="a3") + p(r("他叫赵") + ruby + r("，在云州") + older + r("大。")))
    assert texts(manuscript) == ["他叫赵䶮，在云州长大。"]
    assert any("注音没有带入" in one and "2" in one for one in manuscript.messages)


def test_symbols_are_mapped_or_said():
    line = r("完成") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Nowhere" w:char="F0FF"/></w:r>'
    manuscript = read(p("题目", style="a3") + p(line))
    assert texts(manuscript) == ["完成✓〓"]
    assert any("特殊符号" in one for one in manuscript.messages)


def test_hidden_text_and_prompts_are_left_out_with_a_word():
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处输入')}</w:sdtContent></w:sdt>"
    manuscript = read(p("题目", style="a3") + p(r("看得见。") + r("看不见。", "<w:vanish/>") + prompt))
    assert texts(manuscript) == ["看得见。"]
    assert sum("没有带入" in one for one in manuscript.messages) == 2


def test_equations_are_kept_as_text():
    fraction = f"<m:f><m:num>{math('a')}</m:num><m:den>{math('b+1')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{math('x')}</m:e><m:sup>{math('2')}</m:sup></m:sSup>"
    manuscript = read(p("题目", style="a3") + p(r("设") + f"<m:oMath>{fraction}{power}</m:oMath>" + r("。")))
    assert texts(manuscript) == ["设a/(b+1)x2。"]
    assert any("公式" in one for one in manuscript.messages)


def math(text):
    return f"<m:r><m:t>{text}</m:t></m:r>"


def test_footnotes_hang_on_their_words_also_those_of_a_title():
    sign = '<w:r><w:footnoteReference w:id="{at}"/></w:r>'
    feet = "".join(
        f'<w:footnote w:id="{at}">{p(r(words))}</w:footnote>' for at, words in ((2, "作者说明。"), (3, "出处。"))
    )
    body = p(r("题目") + sign.format(at=2), style="a3") + p(r("甲") + sign.format(at=3) + r("乙。"))
    manuscript = read(body, footnotes=feet)
    assert manuscript.article.title.text == "题目"
    (block,) = manuscript.article.blocks
    assert [(run.text, run.footnote) for run in block.runs] == [
        ("甲", ""),
        (ANCHOR, "出处。"),
        ("乙。", ""),
        (ANCHOR, "作者说明。"),
    ]
    assert any("脚注移到" in one for one in manuscript.messages)


def test_comments_are_notes_on_their_words():
    one, two = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    body = p("题目", style="a3") + p(r("甲乙") + one + r("丙丁") + two + r("戊。"))
    said = f'<w:comment w:id="0" w:author="张三" w:date="2026-01-02T03:04:05Z">{p("对吗")}</w:comment>'
    manuscript = read(body, comments=said)
    (note,) = manuscript.article.archive.notes
    (block,) = manuscript.article.blocks
    assert (note.author, note.text, note.at) == ("张三", "对吗", dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC))
    assert (note.anchor.block, note.anchor.start, note.anchor.end, note.anchor.words) == (block.uid, 2, 4, "丙丁")
    assert plain(block.runs) == "甲乙丙丁戊。"


def test_a_comment_in_a_title_and_one_in_a_cell_stand_there():
    def marked(at, words):
        return r("前") + f'<w:commentRangeStart w:id="{at}"/>{r(words)}<w:commentRangeEnd w:id="{at}"/>' + r("后")

    grid = table(row(cell("甲"), cell("乙")), row(cell("丙"), f"<w:tc>{p(marked(1, '数'))}</w:tc>"))
    said = "".join(f'<w:comment w:id="{at}" w:author="张三">{p("看")}</w:comment>' for at in (0, 1))
    first, second = read(p(marked(0, "题"), style="a3") + p(SAID) + grid, comments=said).article.archive.notes
    assert (first.anchor.field, first.anchor.words) == ("title", "题")
    assert (second.anchor.words, second.anchor.start) == ("数", len("甲\n乙\n丙\n前"))


def test_tables_keep_merged_cells_heads_and_sides():
    right = '<w:pPr><w:jc w:val="right"/></w:pPr>'
    aligned = f"<w:tc><w:p>{right}{r('12')}</w:p></w:tc>"
    grid = table(
        row(cell("地区"), cell("合计", '<w:gridSpan w:val="2"/>'), head=True),
        row(cell("云州", '<w:vMerge w:val="restart"/>'), aligned, cell("乙")),
        row(cell("", "<w:vMerge/>"), aligned, cell("丁")),
    )
    (made,) = filter(None, map(as_table, read(p("题目", style="a3") + p(SAID) + grid).article.blocks))
    assert [[plain(text) for text in cells] for cells in made.grid()] == [
        ["地区", "合计", ""],
        ["云州", "12", "乙"],
        ["", "12", "丁"],
    ]
    assert [(one.row, one.column, one.rows, one.columns) for one in made.spans] == [(0, 1, 1, 2), (1, 0, 2, 1)]
    assert made.header_rows == 1
    assert made.alignments[1] is ColumnAlignment.RIGHT


def test_a_table_that_only_places_pictures_gives_them_their_captions():
    pictures = row(*(f"<w:tc>{p(f'<w:r>{drawing(key)}</w:r>')}</w:tc>" for key in ("img1", "img2")))
    grid = table(pictures, row(cell("图1 登记大厅"), cell("图2 流程")))
    manuscript = read(p("题目", style="a3") + p(SAID) + grid, media={"img1.png": png(1), "img2.png": png(2)})
    figures = list(filter(None, map(as_figure, manuscript.article.blocks)))
    assert [one.caption for one in figures] == ["图1 登记大厅", "图2 流程"]
    assert [one.data for one in manuscript.pictures] == [png(1), png(2)]
    assert [one.figure for one in manuscript.pictures] == [one.uid for one in figures]


def test_the_source_under_a_picture_is_the_pictures_and_the_last_one_the_articles():
    body = p("题目", style="a3") + p(f"<w:r>{drawing('img1', '大厅')}</w:r>") + p("图1 登记大厅") + p("来源：云州日报")
    body += p(SAID) + p("（来源：云州发布）")
    manuscript = read(body, media={"img1.png": png()})
    (figure,) = filter(None, map(as_figure, manuscript.article.blocks))
    assert (figure.caption, figure.source, figure.alt) == ("图1 登记大厅", "云州日报", "大厅")
    assert manuscript.article.source == "云州发布"


def test_source_link_and_date_leave_the_text_for_their_fields():
    head = p("题目", style="a3") + p("来源：云州日报　发布时间：2026-01-05")
    manuscript = read(head + p(SAID) + p("原文链接：https://example.org/a?id=3"))
    article = manuscript.article
    assert (article.source, article.link) == ("云州日报", "https://example.org/a?id=3")
    assert article.archive.published == dt.date(2026, 1, 5)
    assert texts(manuscript) == [SAID]
    assert manuscript.guessed == {ManuscriptField.SOURCE, ManuscriptField.LINK, ManuscriptField.PUBLISHED}


@pytest.mark.parametrize(
    ("line", "source", "published", "left"),
    [
        ("来源：云州日报（电子版）", "云州日报（电子版）", None, []),
        ("（信息来源：云州日报）", "云州日报", None, []),
        (
            "发布日期：2026年1月5日 09:30    来源：云州市数据局    作者：张三",
            "云州市数据局",
            dt.date(2026, 1, 5),
            ["作者：张三"],
        ),
        ("2026年1月5日", "", dt.date(2026, 1, 5), []),
        ("时间：2026年1月5日上午9时", "", None, ["时间：2026年1月5日上午9时"]),
        ("会议地点：云州市民中心", "", None, ["会议地点：云州市民中心"]),
    ],
)
def test_a_line_below_the_title_says_where_the_text_is_from(line, source, published, left):
    manuscript = read(p("题目", style="a3") + p(line) + p(SAID) * 8)
    article = manuscript.article
    assert (article.source, article.archive.published) == (source, published)
    assert texts(manuscript)[:-8] == left


def test_the_date_that_signs_a_document_is_read_and_stays():
    manuscript = read(official(1).data)
    assert manuscript.article.archive.published == dt.date(2026, 1, 5)
    assert texts(manuscript)[-1] == "2026年1月5日"


def test_a_code_to_scan_becomes_the_missing_link():
    from editor.document.code_symbol import code_symbol, symbol_png

    code = symbol_png(code_symbol("https://example.org/notice/3"))
    body = p("题目", style="a3") + p(SAID) + p(f"<w:r>{drawing('img1')}</w:r>") + p("扫码阅读原文")
    manuscript = read(body, media={"img1.png": code})
    article = manuscript.article
    assert (article.link, article.link_caption) == ("https://example.org/notice/3", "扫码阅读原文")
    assert texts(manuscript) == [SAID]
    assert (manuscript.pictures, ManuscriptField.LINK in manuscript.guessed) == ((), True)
    assert any("二维码" in one for one in manuscript.messages)


def test_a_chart_of_word_is_drawn_from_its_numbers():
    def values(name, *points):
        inner = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(points))
        return f"<c:{name}><c:strRef><c:strCache>{inner}</c:strCache></c:strRef></c:{name}>"

    series = f"<c:ser>{values('tx', '登记量')}{values('cat', '去年', '今年')}{values('val', '12', '30')}</c:ser>"
    plot = f"<c:chart><c:plotArea><c:lineChart>{series}</c:lineChart></c:plotArea></c:chart>"
    chart = f"{HEAD}<c:chartSpace {SPACES}>{plot}</c:chartSpace>"
    graphic = '<a:graphic><a:graphicData><c:chart r:id="p2"/></a:graphicData></a:graphic>'
    placed = f"<w:r><w:drawing><wp:inline>{graphic}</wp:inline></w:drawing></w:r>"
    manuscript = read(p("题目", style="a3") + p(placed), chart1=chart)
    (figure,) = filter(None, map(as_figure, manuscript.article.blocks))
    assert figure.chart == (("", "登记量"), ("去年", "12"), ("今年", "30"))
    assert figure.chart_kind is ChartKind.LINE
    assert any("图表" in one for one in manuscript.messages)


TRACKED = (
    p("题目", style="a3")
    + p(
        r("开头。")
        + f'<w:del w:author="甲" w:date="2026-01-01T08:00:00Z">{r("旧话。", tag="w:delText")}</w:del>'
        + f'<w:ins w:author="乙" w:date="2026-01-02T08:00:00Z">{r("新话。")}</w:ins>'
    )
    + p(r("第二段。"), '<w:rPr><w:ins w:author="乙" w:date="2026-01-02T08:00:00Z"/></w:rPr>')
    + p(r("第三段。"))
)


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        (TrackedChanges.ACCEPTED, ["开头。新话。", "第二段。", "第三段。"]),
        (TrackedChanges.REJECTED, ["开头。旧话。", "第二段。第三段。"]),
    ],
)
def test_tracked_changes_are_read_as_asked(changes, wanted):
    manuscript = read(TRACKED, changes=changes)
    assert texts(manuscript) == wanted
    assert any("3 处修订" in one for one in manuscript.messages)
    assert manuscript.article.archive.tracking is None


def test_how_many_changes_are_tracked_is_known_before_reading():
    assert count_changes(IncomingFile(name="来稿.docx", data=packed(TRACKED))) == 3
    assert count_changes(IncomingFile(name="来稿.docx", data=packed(p(SAID)))) == 0
    assert count_changes(IncomingFile(name="来稿.docx", data=b"PK\x03\x04")) == 0


def test_tracked_changes_can_be_decided_on_here():
    article = read(TRACKED, changes=TrackedChanges.KEPT).article
    tracking = article.archive.tracking
    assert [printed_text(block) for block in tracking.base.blocks] == ["开头。旧话。", "第二段。第三段。"]
    assert [hand.author for hand in tracking.hands] == ["甲", "乙"]
    assert [hand.at.day for hand in tracking.hands] == [1, 2]
    changes = changes_of_article(article)
    assert {name for made in makers_of(tracking, changes) for name in made.names} == {"甲", "乙"}


def test_screen_lines_are_joined_and_addresses_are_not():
    words = SAID * 3
    lines = [words[at : at + 22] for at in range(0, len(words), 22)]
    broken = "<w:r>" + "<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines) + "</w:r>"
    address = "<w:r><w:t>联系人：张三</w:t><w:br/><w:t>电话：0123-4567890</w:t></w:r>"
    manuscript = read(p("题目", style="a3") + p(broken) + p(address))
    assert texts(manuscript) == [words, "联系人：张三", "电话：0123-4567890"]


def test_printed_lines_that_came_as_paragraphs_are_joined():
    words = SAID * 6
    lines = [words[at : at + 33] for at in range(0, len(words), 33)]
    assert texts(read(p("题目", style="a3") + "".join(map(p, lines)) + p("另起一段。"))) == [words, "另起一段。"]


def test_heads_and_feet_are_named():
    section = '<w:sectPr><w:headerReference w:type="default" r:id="p2"/></w:sectPr>'
    manuscript = read(p("题目", style="a3") + p(SAID) + section, header1=p("内部资料　注意保存"))
    assert any("内部资料 注意保存" in one for one in manuscript.messages)
