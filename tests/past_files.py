"""An invented past issue of another program as a Word file and as a PDF: heads of two ranks, list, table, pictures."""

import io

import docx
import typst
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from PIL import Image

from resources import resource

ABOUT = "今年以来，云州市围绕公共数据的登记、汇聚、开放建立台账，明确责任，按月通报进度，"
TITLES = {
    "政策": ("云州市出台公共数据授权运营办法", "澄江区公布首批场景清单", "开发区数据专班挂牌"),
    "实践": ("望海县码头用数据管船",),
}
CONTENTS = (
    "【政策】",
    "云州市出台公共数据授权运营办法……1",
    "澄江区公布首批场景清单……3",
    "【实践】",
    "望海县码头用数据管船……5",
)
ROWS = (("事项", "单位", "时间"), ("水位感知", "水务局", "三月"), ("冷链", "商务局", "四月"))


def picture(colour=(200, 80, 60)):
    """Return a small picture."""
    made = io.BytesIO()
    Image.new("RGB", (320, 200), colour).save(made, "PNG")
    return made.getvalue()


def past_word(*, contents=True, heads=False):
    """Return the Word file. heads: titles are headings of Word, else they are only large and bold."""
    made = _Word(heads=heads)
    made.line("云州数据简报", size=36, bold=True, centred=True)
    made.line("第12期（总第213期）", centred=True)
    made.table((("云州市数据局办公室编", "2026年3月30日"),), ruled=False)
    if contents:
        made.line("本期要目", size=18, bold=True, centred=True)
        for entry in CONTENTS:
            made.line(entry)
    made.section("政策")
    made.title("云州市出台公共数据", "授权运营办法")
    made.line(("一是建立台账。", ABOUT + "全市三十个部门完成登记。"))
    made.line("一、主要做法", bold=True)
    for item in ("清点数据资源", "明确责任人", "按月通报"):
        made.document.add_paragraph(item, style="List Number")
    made.picture(picture())
    made.line("图1　登记数量", centred=True)
    made.line("资料来源：云州市统计局", centred=True)
    made.line(ABOUT + "下一步将继续推进。（来源：云州市数据局）")
    made.line("原文链接：https://example.org/a/1")
    made.title("澄江区公布首批场景清单")
    made.line(ABOUT + "首批清单三十六项。")
    made.line("表1　场景清单", centred=True)
    made.table(ROWS, ruled=True)
    made.line("注：时间为计划时间。")
    made.line("来源：澄江区管委会")
    made.title("开发区数据专班挂牌")
    made.line(ABOUT + "专班共十二人。")
    made.line("来源：云州日报")
    made.section("实践")
    made.title("望海县码头用数据管船")
    made.line("——小散码头治理一年观察", centred=True)
    made.line(ABOUT + "小散码头由四十个减到十二个。")
    made.picture(picture((60, 120, 200)))
    made.line("图2　码头分布", centred=True)
    made.line("（来源：望海县人民政府）")
    made.line("报送：市委、市政府")
    return made.bytes()


class _Word:
    def __init__(self, *, heads):
        self.document, self._heads = docx.Document(), heads

    def line(self, text, *, size=0, bold=False, centred=False, style=None):
        made = self.document.add_paragraph(style=style)
        for at, words in enumerate(text if isinstance(text, tuple) else (text,)):
            run = made.add_run(words)
            run.bold = bold or (isinstance(text, tuple) and at == 0) or None
            if size:
                run.font.size = Pt(size)
        if centred:
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return made

    def section(self, name):
        self._head(name, 1, 20)

    def title(self, *lines):
        made = self._head(lines[0], 2, 18)
        for line in lines[1:]:
            made.add_run().add_break()
            run = made.add_run(line)
            run.bold, run.font.size = made.runs[0].bold, made.runs[0].font.size

    def _head(self, text, level, size):
        if self._heads:
            return self.line(text, style=f"Heading {level}")
        return self.line(text, size=size, bold=True, centred=True)

    def table(self, rows, *, ruled):
        made = self.document.add_table(len(rows), len(rows[0]), style="Table Grid" if ruled else None)
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                made.cell(at, column).text = words

    def picture(self, data):
        self.document.add_picture(io.BytesIO(data), width=Cm(8))

    def bytes(self):
        made = io.BytesIO()
        self.document.save(made)
        return made.getvalue()


_PDF = """
#set page(paper: "a4", margin: (x: 2.2cm, y: 2.6cm), footer: context align(center)[— #counter(page).display() —])
#set text(font: "Bulletin Song", size: 10.5pt, lang: "zh")
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
#let centred(size, body) = align(center, par(first-line-indent: 0em, text(size: size, body)))
#centred(28pt)[云州数据简报]
#centred(10.5pt)[第12期（总第213期）]
#grid(columns: (1fr, 1fr), [云州市数据局办公室编], align(right)[2026年3月30日])
#centred(16pt)[本期要目]
#for entry in ({entries}) { par(first-line-indent: 0em, entry) }
#pagebreak()
#centred(18pt)[政策]
#centred(15pt)[云州市出台公共数据 \\ 授权运营办法]
*一是建立台账。*{about}全市三十个部门完成登记。

一、主要做法

#figure(image("a.png", width: 6cm))
#centred(9pt)[图1　登记数量]
#centred(9pt)[资料来源：云州市统计局]

{about}下一步将继续推进。（来源：云州市数据局）

原文链接：https:\\/\\/example.org/a/1
#centred(15pt)[澄江区公布首批场景清单]
{about}首批清单三十六项。
#centred(9pt)[表1　场景清单]
#table(columns: 3, {cells})

来源：澄江区管委会
#centred(15pt)[开发区数据专班挂牌]
{about}专班共十二人。

来源：云州日报
#pagebreak()
#centred(18pt)[实践]
#centred(15pt)[望海县码头用数据管船]
——小散码头治理一年观察

{about}小散码头由四十个减到十二个。

（来源：望海县人民政府）

报送：市委、市政府
"""


def past_pdf(folder):
    """Return the PDF, as any typesetter makes one. folder: for its picture."""
    (folder / "a.png").write_bytes(picture())
    entries = ", ".join(f'"{entry}"' for entry in CONTENTS)
    cells = ", ".join(f"[{words}]" for row in ROWS for words in row)
    source = _PDF.replace("{entries}", entries).replace("{cells}", cells).replace("{about}", ABOUT)
    path = folder / "a.typ"
    path.write_text(source, encoding="utf-8")
    made = typst.compile(str(path), format="pdf", font_paths=[str(resource("fonts"))], ignore_system_fonts=True)
    path.unlink()
    (folder / "a.png").unlink()
    return made
