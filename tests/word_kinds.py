"""Word files as several programs write them, each with what an article of it must have.

Raw XML stands for what Word and WPS write: mc:AlternateContent, content controls, rsids, w14 ids, VML.
"""

import io
import random
import zipfile
from dataclasses import dataclass, field

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from PIL import Image

from tests.benchmarks.random_issues import sentence

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"{more}><w:name w:val="{name}"/>{inner}</w:style>'
    for key, name, more, inner in (
        ("a", "Normal", ' w:default="1"', '<w:rPr><w:sz w:val="32"/></w:rPr>'),
        ("1", "heading 1", "", '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>'),
        ("2", "heading 2", "", '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("3", "heading 3", "", '<w:basedOn w:val="2"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        ("a3", "Title", "", '<w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr>'),
        ("a4", "Subtitle", "", '<w:basedOn w:val="a"/>'),
        ("a5", "caption", "", '<w:basedOn w:val="a"/>'),
        ("a6", "Quote", "", '<w:basedOn w:val="a"/>'),
        ("toc1", "toc 1", "", '<w:basedOn w:val="a"/>'),
    )
)


def level(at, form, text, start=1):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "%1、")}{level(1, "chineseCounting", "（%2）")}'
    f"{level(2, 'decimal', '%3.')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", chr(0xF0B7))}{level(1, "bullet", "–")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="3">{level(0, "decimalEnclosedCircleChinese", "%1")}</w:abstractNum>'
    + "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(4))
    + '<w:num w:numId="5"><w:abstractNumId w:val="2"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


@dataclass(kw_only=True)
class WordKind:
    """A file and what its article has. told: texts that only a message tells of; complete: it has nothing else."""

    name: str
    data: bytes
    title: tuple[str, ...] = ()
    headings: list[tuple[int, str]] = field(default_factory=list)
    lists: list[tuple[bool, int]] = field(default_factory=list)
    tables: list[tuple[int, int, int]] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    source: str = ""
    link: str = ""
    told: str = ""
    complete: bool = True


def png(seed=0, size=(80, 50)):
    buffer = io.BytesIO()
    Image.new("RGB", size, (seed * 37 % 256, 90, 160)).save(buffer, "PNG")
    return buffer.getvalue()


def packed(body, **parts):
    """Return a file. parts: content of styles, numbering, footnotes, comments…; `media`: bytes by name; `links`."""
    media, links = parts.pop("media", {}), parts.pop("links", {})
    bare = parts.pop("bare", False)
    known = {} if bare else {"styles": STYLES, "numbering": NUMBERING}
    relations, members = [], {}
    for at, (name, content) in enumerate((known | parts).items()):
        kind = "commentsExtended" if name == "commentsExtended" else name.rstrip("123456789")
        members[f"word/{name}.xml"] = content if content.startswith("<?") else root(name, content)
        relations.append(f'<Relationship Id="p{at}" Type="{RELATION}/{kind}" Target="{name}.xml"/>')
    for name, data in media.items():
        members[f"word/media/{name}"] = data
        relations.append(f'<Relationship Id="{name.partition(".")[0]}" Type="{RELATION}/image" Target="media/{name}"/>')
    for key, address in links.items():
        relations.append(
            f'<Relationship Id="{key}" Type="{RELATION}/hyperlink" Target="{address}" TargetMode="External"/>'
        )
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    members["word/document.xml"] = f"{HEAD}<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    members["word/_rels/document.xml.rels"] = f"{HEAD}<Relationships {space}>{''.join(relations)}</Relationships>"
    members["_rels/.rels"] = (
        f'{HEAD}<Relationships {space}><Relationship Id="r1" Type="{RELATION}/officeDocument" '
        f'Target="word/document.xml"/></Relationships>'
    )
    members["[Content_Types].xml"] = (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
        f'.wordprocessingml.document.main+xml"/></Types>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


ROOTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "comments": "w:comments",
    "commentsExtended": "w15:commentsEx",
    "header1": "w:hdr",
    "footer1": "w:ftr",
}


def root(name, content):
    return f"{HEAD}<{ROOTS[name]} {SPACES}>{content}</{ROOTS[name]}>"


def r(text, properties="", tag="w:t"):
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r w:rsidRPr="00A41B2C">{inner}<{tag} xml:space="preserve">{text}</{tag}></w:r>'


def p(content, properties="", style="", size=0):
    """A paragraph as Word writes it; text becomes a run. size: half-points."""
    if not content.startswith("<"):
        content = r(content, f'<w:sz w:val="{size}"/>' if size else "")
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    whole = f"<w:pPr>{styled}{properties}</w:pPr>" if styled or properties else ""
    return f'<w:p w14:paraId="4F3A01C2" w:rsidR="00A41B2C" w:rsidRDefault="00A41B2C">{whole}{content}</w:p>'


def num(list_id, at=0):
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>'


CENTRED = '<w:jc w:val="center"/>'


def drawing(key, alt="", cx=2_000_000):
    return (
        f'<w:drawing><wp:inline><wp:extent cx="{cx}" cy="900000"/><wp:docPr id="1" name="图片 1" descr="{alt}"/>'
        f'<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text) if text else '<w:p/>'}</w:tc>"


def row(*cells, head=False):
    more = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{more}{''.join(cells)}</w:tr>"


def table(*rows):
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr><w:tblGrid/>{"".join(rows)}</w:tbl>'


def sentences(rng, count=2):
    text = "".join(sentence(rng) for _ in range(count))
    return text.replace("&", "和").replace("<", "")


def official(seed):
    """A document of an office as Word writes it: letterhead, number, title in three lines, numbered headings."""
    rng = random.Random(seed)
    title = ("云州市人民政府办公厅关于加快推进", f"全市第{seed}批数据要素市场化配置", "改革工作的通知")
    body = p("云州市人民政府办公厅文件", CENTRED, size=72)
    body += p(f"云政办发〔2026〕{seed + 1}号", CENTRED)
    body += "".join(p(line, CENTRED, size=44) for line in title)
    body += p("各县、区人民政府，市政府各部门：") + p(sentences(rng))
    headings = []
    for at, name in enumerate(("总体要求", "重点任务", "保障措施")):
        body += p(name, num(1), style="1")
        headings.append((1, f"{'一二三'[at]}、{name}"))
        body += p(sentences(rng)) + p("压实责任", num(1, 1), style="2") + p(sentences(rng))
        headings.append((2, "（一）压实责任"))
    body += p("云州市人民政府办公厅", '<w:jc w:val="right"/>') + p("2026年1月5日", '<w:jc w:val="right"/>')
    return WordKind(name=f"公文{seed}.docx", data=packed(body), title=title, headings=headings)


def listed(seed):
    """Bullets, numbers that begin anew, a list that is broken by a paragraph, circled numbers."""
    rng = random.Random(seed)
    body = p("列表的样子", style="a3")
    body += "".join(p(sentences(rng, 1), num(2)) for _ in range(3)) + p(sentences(rng))
    body += "".join(p(sentences(rng, 1), num(3)) for _ in range(4)) + p(sentences(rng))
    body += "".join(p(sentences(rng, 1), num(5)) for _ in range(2)) + p(sentences(rng))
    body += "".join(p(sentences(rng, 1), num(4)) for _ in range(2))
    body += p("• " + sentences(rng, 1)) + p("•" + sentences(rng, 1))
    lists = [(False, 3), (True, 4), (True, 2), (False, 2)]
    return WordKind(name=f"列表{seed}.docx", data=packed(body), title=("列表的样子",), lists=lists)


def tabled(seed):
    """Tables with merged cells and captions, a picture with caption and source."""
    rng = random.Random(seed)
    span, down = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    first = table(
        row(cell("地区", down), cell("合计", span), head=True),
        row(cell("", "<w:vMerge/>"), cell("去年"), cell("今年"), head=True),
        *(row(cell(f"云州{at}"), cell(str(at)), cell(sentences(rng, 1)[:6])) for at in range(seed % 4 + 2)),
    )
    second = table(row(cell("项目"), cell("说明")), row(cell("甲"), cell(sentences(rng, 1))))
    body = p("表格和图片", style="a3") + p(sentences(rng)) + p("表1 各地情况", style="a5") + first
    body += p("注：数据为初步统计。") + p(sentences(rng)) + second + p(sentences(rng))
    body += p(f"<w:r>{drawing('img1', '示意图')}</w:r>", CENTRED) + p("图1 改革路径示意", CENTRED) + p("来源：云州日报")
    body += p(sentences(rng))
    return WordKind(
        name=f"图表{seed}.docx",
        data=packed(body, media={"img1.png": png(seed)}),
        title=("表格和图片",),
        tables=[(seed % 4 + 4, 3, 2), (2, 2, 0)],
        figures=["图1 改革路径示意"],
    )


def noted(seed):
    """Footnotes, endnotes, comments with an answer, tracked changes, links of both kinds, ruby, hidden text."""
    rng = random.Random(seed)
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{at}"/></w:r>'
    words = sentences(rng, 1)
    body = p("注释与批注", style="a3")
    body += p(r("第一句说明情况") + note.format(kind="footnote", at=2) + r("，后面接着说。"))
    body += p(r("第二句也有出处") + note.format(kind="endnote", at=2) + r("。"))
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    body += p(r("请核对") + start + r("这个数字") + end + '<w:r><w:commentReference w:id="0"/></w:r>' + r("。" + words))
    kept = 'w:author="李四" w:date="2026-01-02T08:00:00Z"'
    body += p(r("修订：") + f'<w:ins w:id="5" {kept}>{r("新增的话。")}</w:ins>' + r("不变的话。"))
    body += p('<w:hyperlink r:id="l1">' + r("云州市人民政府网站") + "</w:hyperlink>" + r("，另见") + field_link(words))
    base = f"<w:rubyBase>{r('䶮')}</w:rubyBase>"
    body += p(r("他叫赵") + f"<w:r><w:ruby><w:rt>{r('yǎn')}</w:rt>{base}</w:ruby></w:r>" + r("，在云州长大。"))
    body += p(sentences(rng) + "（来源：云州日报）")
    one = '<w:footnote w:id="{at}">' + p(r("") + r("{words}")) + "</w:footnote>"
    separators = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    feet = separators + one.format(at=2, words=f"见云州统计公报第{seed}页。")
    ends = one.format(at=2, words="引自会议材料。").replace("footnote", "endnote")
    said = (
        '<w:comment w:id="0" w:author="张三" w:date="2026-01-02T03:04:05Z"><w:p w14:paraId="00000001">'
        f'{r("这里要核对")}</w:p></w:comment><w:comment w:id="1" w:author="李四" w:date="2026-01-03T03:04:05Z">'
        f'<w:p w14:paraId="00000002">{r("已核对")}</w:p></w:comment>'
    )
    extras = '<w15:commentEx w15:paraId="00000001"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>'
    return WordKind(
        name=f"注释{seed}.docx",
        data=packed(
            body,
            footnotes=feet,
            endnotes=ends,
            comments=said,
            commentsExtended=extras,
            links={"l1": "https://www.example.org/a?b=1"},
        ),
        title=("注释与批注",),
        footnotes=[f"见云州统计公报第{seed}页。", "引自会议材料。"],
        notes=[("张三", "这个数字")],
        source="云州日报",
        told="yǎn[张三李四][1][2]↑↑",
    )


def field_link(words, address="https://www.example.org/文件"):
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + r(f' HYPERLINK "{address}" \\t "_blank" ', tag="w:instrText")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r(words)
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


REFERENCES = (
    '<w:sectPr><w:headerReference w:type="default" r:id="p2"/><w:footerReference w:type="default" r:id="p3"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1800" w:right="1800"/></w:sectPr>'
)


def boxed(seed):
    """What stands in boxes and controls: a text box written twice for two Words, content controls, a contents list."""
    rng = random.Random(seed)
    inside = f"<w:txbxContent>{p('框里的第一段。')}{p('框里的第二段。')}</w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="2" name="文本框"/>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape>"
        f"</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    contents = "".join(p(f"{name}\t{at}", style="toc1") for at, name in enumerate(("背景", "做法"), 1))
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = p("框与控件", style="a3") + p("——以云州为例", CENTRED, style="a4")
    body += f"<w:sdt>{gallery}<w:sdtContent>{contents}</w:sdtContent></w:sdt>"
    body += p("一、背景") + p(r("正文在前。") + box + r("正文在后。"))
    body += f"<w:sdt><w:sdtPr/><w:sdtContent>{p(sentences(rng))}</w:sdtContent></w:sdt>"
    body += p(r("姓名：") + f"<w:sdt><w:sdtPr/><w:sdtContent>{r('赵云州')}</w:sdtContent></w:sdt>")
    body += p("二、做法") + p(sentences(rng)) + p("（一）先行先试", size=32) + p(sentences(rng))
    return WordKind(
        name=f"框{seed}.docx",
        data=packed(body + REFERENCES, header1=p("云州内部资料"), footer1=p("— 1 —")),
        title=("框与控件",),
        headings=[(1, "一、背景"), (1, "二、做法"), (2, "（一）先行先试")],
        told="背景1做法2",
    )


def broken(seed):
    """A text copied from a page: line breaks where the screen ended, an address that keeps its own."""
    rng = random.Random(seed)
    text = sentences(rng, 3)
    lines = [text[at : at + 24] for at in range(0, len(text), 24)]
    body = p("从网页复制的稿件", CENTRED, size=44)
    body += p("<w:r>" + "<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines) + "</w:r>")
    body += p(
        "<w:r><w:t>联系人：张三</w:t><w:br/><w:t>电话：0123-4567890</w:t><w:br/><w:t>地址：云州市中山路1号</w:t></w:r>"
    )
    body += p(sentences(rng))
    return WordKind(name=f"断行{seed}.docx", data=packed(body), title=("从网页复制的稿件",))


def by_python_docx(seed):
    """A file as python-docx writes it."""
    rng = random.Random(seed)
    document = Document()
    document.add_heading("云州试点工作综述", 0)
    headings = []
    for at in range(seed % 3 + 2):
        name = sentences(rng, 1)[:8].strip("《“，、；：（）") + f"之{at}"
        document.add_heading(name, 1)
        headings.append((1, name))
        paragraph = document.add_paragraph(sentences(rng))
        paragraph.add_run("一是加强领导。").bold = True
        paragraph.add_run(sentences(rng))
    for _ in range(3):
        document.add_paragraph(sentences(rng, 1), style="List Bullet")
    document.add_paragraph(sentences(rng))
    for _ in range(2):
        document.add_paragraph(sentences(rng, 1), style="List Number")
    grid = document.add_table(rows=3, cols=3)
    for at, one in enumerate(cell for row in grid.rows for cell in row.cells):
        one.text = f"格{at}"
    grid.cell(1, 0).merge(grid.cell(2, 0))
    document.add_paragraph(sentences(rng))
    document.add_picture(io.BytesIO(png(seed)))
    caption = document.add_paragraph("图1 云州试点")
    caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
    closing = document.add_paragraph()
    closing.add_run("完。").font.size = Pt(12)
    buffer = io.BytesIO()
    document.save(buffer)
    return WordKind(
        name=f"库{seed}.docx",
        data=buffer.getvalue(),
        title=("云州试点工作综述",),
        headings=headings,
        lists=[(False, 3), (True, 2)],
        tables=[(3, 3, 1)],
        figures=["图1 云州试点"],
    )


def by_wps(seed):
    """A file as WPS writes it: VML pictures, Chinese style names, numbers typed by hand, soft hyphens."""
    rng = random.Random(seed)
    styles = STYLES.replace('w:val="heading 1"', 'w:val="标题 1"').replace('w:val="Title"', 'w:val="标题"')
    picture = (
        '<w:pict><v:shape style="width:200pt;height:90pt" alt="现场"><v:imagedata r:id="img1"/></v:shape></w:pict>'
    )
    body = p("基层治理的云州做法", style="a3") + p("一、基本情况", style="1") + p(sentences(rng))
    body += p("1.整合力量") + p(sentences(rng)) + p("2.优化流程") + p(sentences(rng))
    body += p(f"<w:r>{picture}</w:r>") + p("图1 现场") + p(sentences(rng)) + p("二、主要成效", style="1")
    body += p(r("符号") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r("完成。" + sentences(rng)))
    return WordKind(
        name=f"WPS{seed}.docx",
        data=packed(body, styles=styles, media={"img1.png": png(seed)}),
        title=("基层治理的云州做法",),
        headings=[(1, "一、基本情况"), (3, "1.整合力量"), (3, "2.优化流程"), (1, "二、主要成效")],
        figures=["图1 现场"],
    )


def tracked(seed):
    """Tracked changes of two people, moves among them: read as accepted."""
    rng = random.Random(seed)
    by = 'w:author="{who}" w:date="2026-01-0{day}T08:00:00Z"'
    one, two = by.format(who="甲", day=1), by.format(who="乙", day=2)
    gone = f'<w:del w:id="1" {one}>{r("删去的话", tag="w:delText")}</w:del>'
    new = f'<w:ins w:id="2" {two}>{r("补上的话")}</w:ins>'
    mark = f'<w:rPr><w:ins w:id="3" {two}/></w:rPr>'
    body = p("修订过的稿件", style="a3") + p(r("开头。") + gone + new + r("。结尾。"))
    body += p(f'<w:ins w:id="4" {two}>{r("整段新增。")}</w:ins>', mark) + p(sentences(rng))
    body += p(f'<w:moveFrom w:id="6" {one}>{r("移走的句子。")}</w:moveFrom>' + r("原处。"))
    body += p(r("新处。") + f'<w:moveTo w:id="7" {one}>{r("移走的句子。")}</w:moveTo>')
    return WordKind(name=f"修订{seed}.docx", data=packed(body), title=("修订过的稿件",))


KINDS = (official, listed, tabled, noted, boxed, broken, by_python_docx, by_wps, tracked)
