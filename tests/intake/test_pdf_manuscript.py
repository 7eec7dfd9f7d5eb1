"""Small PDFs made at run time become articles."""

import io

import pytest
import typst
from PIL import Image

from editor.intake.manuscript import IncomingFile
from editor.intake.pdf.manuscript import pdf_manuscript
from editor.model.body import ANCHOR, Figure, Heading, ItemList, Paragraph, Table, plain
from editor.pages.contents import read_contents
from resources import resource

RUNNING = """header: [云州市数据简讯 #h(1fr) 内部资料],
  footer: context align(center)[— #counter(page).display() —]"""
HANZI = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张"
LONG = "云州市数据治理工作按季度复盘，各部门逐条对照，问题逐项销号，结果向社会公开。"
PAGE = """
#set page(paper: "a4", columns: {columns}, margin: (x: 2.2cm, y: 2.6cm),
  {running})
#set text(font: "Bulletin Song", size: 10.5pt, lang: "zh")
#set par(justify: true, leading: 0.8em, spacing: 0.8em, first-line-indent: (amount: 2em, all: true))
#place(top + center, float: true, scope: "parent")[
  #set par(first-line-indent: 0em)
  #align(center, text(size: 18pt, weight: "bold")[{title}])
  #align(center, text(size: 9pt)[来源：云州日报　发布时间：2026-03-05])
]
"""


def pdf_of(body, *, columns=1, running="", title="关于数据治理的一篇稿件"):
    head = PAGE.replace("{columns}", str(columns)).replace("{title}", title).replace("{running}", running)
    source = head + body
    fonts = [str(resource("fonts"))]
    return typst.compile(source.encode(), format="pdf", font_paths=fonts, ignore_system_fonts=True)


def read(body, **settings):
    data = pdf_of(body, **settings)
    return pdf_manuscript(IncomingFile(name="稿.pdf", data=data), read_contents(data))


def paragraphs(made):
    return [plain(block.runs) for block in made.article.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_paragraphs_columns_heads_and_folios(columns):
    # other words in every paragraph, else their lines would repeat like running heads
    wanted = [
        "".join(
            f"{HANZI[(7 * number + at) % 37]}项工作由{HANZI[(at * number) % 37]}处负责，"
            for at in range(6 + number % 5)
        )
        + f"共{number}件。"
        for number in range(60)
    ]
    made = read("\n\n".join(wanted), columns=columns, running=RUNNING)
    assert paragraphs(made) == wanted
    assert made.article.title.text == "关于数据治理的一篇稿件"
    assert made.article.source == "云州日报"
    assert made.article.archive.published.isoformat() == "2026-03-05"
    assert any("页眉" in line and "云州市数据简讯" in line for line in made.messages)


def test_paragraphs_of_one_line_each_stay_apart():
    wanted = [f"第{at}宗用地由{at}号台账登记，腾退后先补{at}处公共设施，再报县里核销。" for at in range(60)]
    assert paragraphs(read("\n\n".join(wanted))) == wanted


def test_headings_lists_bold_and_links():
    body = f"""
#text(weight: "bold")[一、总体要求]

*一是统一口径。*{LONG}见#link("https://example.org/a")[数据门户]。

• 甲项工作；

• 乙项工作。

1. 第一条，{LONG}

2. 第二条。
"""
    blocks = read(body).article.blocks
    assert [type(block) for block in blocks] == [Heading, Paragraph, ItemList, ItemList]
    assert blocks[0].level == 1
    assert [run.text for run in blocks[1].runs if run.bold] == ["一是统一口径。"]
    assert [(run.text, run.link) for run in blocks[1].runs if run.link] == [("数据门户", "https://example.org/a")]
    assert blocks[3].ordered
    assert plain(blocks[3].items[0]) == f"第一条，{LONG}"


def test_a_ruled_table_with_merged_cells_and_its_caption():
    body = f"""
{LONG}

表1　各区进度

#table(columns: 3, stroke: 0.5pt, [地区], [指标], [数值], table.cell(rowspan: 2)[云州], [甲], [1], [乙], [2])

注：数据为示例。

{LONG}
"""
    tables = [block for block in read(body).article.blocks if isinstance(block, Table)]
    (table,) = tables
    assert [[plain(cell) for cell in row] for row in table.grid()] == [
        ["地区", "指标", "数值"],
        ["云州", "甲", "1"],
        ["", "乙", "2"],
    ]
    assert [(span.row, span.column, span.rows) for span in table.spans] == [(1, 0, 2)]
    assert (table.caption, table.note) == ("表1　各区进度", "注：数据为示例。")


def test_footnotes_become_notes_of_the_text():
    body = f"云州市统计#footnote[见云州年鉴，第12页。]显示，{LONG}\n\n{LONG}"
    first = read(body).article.blocks[0]
    assert [run.footnote for run in first.runs if run.text == ANCHOR] == ["见云州年鉴，第12页。"]
    assert "年鉴" not in plain(first.runs)


def test_pictures_with_caption_and_source():
    buffer = io.BytesIO()
    Image.new("RGB", (300, 200), "navy").save(buffer, "PNG")
    numbers = ",".join(map(str, buffer.getvalue()))
    body = f"""
{LONG}

#image(bytes(({numbers})), width: 8cm)

图1 云州港

来源：云州市港务局

{LONG}
"""
    made = read(body)
    figures = [block for block in made.article.blocks if isinstance(block, Figure)]
    assert [(one.caption, one.source) for one in figures] == [("图1 云州港", "云州市港务局")]
    (picture,) = made.pictures
    assert picture.figure == figures[0].uid
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.size == (300, 200)


def test_latin_words_at_a_line_end_stay_apart_and_addresses_whole():
    words = " ".join(["governance"] * 60)
    made = read(f"{words}。见 https://example.org/a/b。")
    assert plain(made.article.blocks[0].runs).startswith(words)
