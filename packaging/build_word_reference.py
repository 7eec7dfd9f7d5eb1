#!/usr/bin/env python3
"""build_word_reference.py: writes resources/word/reference.docx, the styles and settings of every Word file.

Not based on a template, since those are wrong for Chinese. Every paragraph style has exact line spacing (except 图片,
which holds pictures); no document grid, no theme fonts. ECMA-376 part 1: settings 17.15, styles 17.7.
"""

import zipfile
from itertools import starmap
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "word" / "reference.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
# all namespaces are declared at the root element, since some readers look only there
ALL = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
DATE = (1980, 1, 1, 0, 0, 0)
UNIT = 390
INK, GREY, ACCENT = "1A1A1A", "595959", "0B3F73"
LINE, HEAD_FILL = "BDBDBD", "DDE4EB"
# 微软雅黑 is the one Chinese face with a real bold on every Windows; of 黑体, 宋体 and 楷体 Word thickens the regular
SONG, HEI, KAI, LATIN = "宋体", "微软雅黑", "楷体", "Times New Roman"
# (name, its other name, generic family, PANOSE): what a program looks for where it has no font of that name
FONTS = (
    ("宋体", "SimSun", "auto", "02010600030101010101"),
    ("黑体", "SimHei", "modern", "02010609060101010101"),
    ("微软雅黑", "Microsoft YaHei", "swiss", "020B0503020204020204"),
    ("楷体", "KaiTi", "modern", "02010609060101010101"),
    ("仿宋", "FangSong", "modern", "02010609060101010101"),
)


def fonts(east: str, latin: str = LATIN) -> str:
    """Return the fonts of a run, without theme attributes, which would take precedence."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{LATIN}"/>'


def style(
    identity: str, name: str, paragraph: str = "", run: str = "", *, based: str = "Normal", then: str = ""
) -> str:
    """Return a paragraph style."""
    base = f'<w:basedOn w:val="{based}"/>' if based and identity != "Normal" else ""
    after = f'<w:next w:val="{then}"/>' if then else ""
    default = ' w:default="1"' if identity == "Normal" else ""
    custom = ' w:customStyle="1"' if not name.isascii() else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{identity}"><w:name w:val="{name}"/>{base}{after}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def exact(line: int, *, before: int = 0, after: int = 0) -> str:
    """Return exact spacing, twips."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


def size(half_points: int) -> str:
    """Return the size of type in half-points."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def heading(level: int, line: int, half_points: int, east: str, colour: str) -> str:
    """Return a heading style."""
    paragraph = f'<w:keepNext/><w:keepLines/>{exact(line)}<w:jc w:val="left"/><w:outlineLvl w:val="{level - 1}"/>'
    run = f'{fonts(east)}<w:b/><w:bCs/><w:color w:val="{colour}"/>{size(half_points)}'
    return style(f"Heading{level}", f"heading {level}", paragraph, run, then="BodyText")


def tabs(*stops: tuple[str, int]) -> str:
    """Return tab stops: (kind, twips)."""
    return "<w:tabs>" + "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in stops) + "</w:tabs>"


def rules(**sides: str) -> str:
    """Return the borders of a paragraph: side and attributes."""
    return f"<w:pBdr>{''.join(f'<w:{side} {rule}/>' for side, rule in sides.items())}</w:pBdr>"


MEASURE = 8740
HAIR = f'w:val="single" w:sz="3" w:space="0" w:color="{LINE}"'
THICK = f'w:val="single" w:sz="11" w:space="0" w:color="{ACCENT}"'
THIN = f'w:val="single" w:sz="6" w:space="0" w:color="{ACCENT}"'
NOTE = f'{fonts(KAI)}<w:color w:val="{GREY}"/>'
PARAGRAPHS = "<w:kinsoku/><w:wordWrap/>"
STYLES = (
    style(
        "Normal", "Normal", f'<w:widowControl/>{PARAGRAPHS}<w:snapToGrid w:val="0"/>{exact(UNIT)}<w:jc w:val="both"/>'
    )
    + style("BodyText", "Body Text", '<w:ind w:firstLineChars="200" w:firstLine="460"/>')
    + heading(1, 780, 48, SONG, ACCENT)
    + heading(2, 560, 40, SONG, INK)
    + heading(3, UNIT, 26, HEI, ACCENT)
    + heading(4, UNIT, 23, HEI, ACCENT)
    + heading(5, UNIT, 23, HEI, INK)
    + style(
        "Title",
        "Title",
        f'{exact(1700)}<w:jc w:val="left"/>',
        f'{fonts(SONG)}<w:b/><w:bCs/><w:color w:val="{ACCENT}"/>{size(132)}',
    )
    + style("Subtitle", "Subtitle", f'<w:keepNext/>{exact(UNIT)}<w:jc w:val="left"/>', f"{NOTE}{size(26)}")
    + style(
        "TOCHeading",
        "TOC Heading",
        f'{exact(780)}<w:jc w:val="left"/>',
        f'<w:b/><w:bCs/><w:color w:val="{ACCENT}"/>{size(48)}',
    )
    + style(
        "TOC1",
        "toc 1",
        f'<w:keepNext/>{exact(585, before=195)}<w:jc w:val="left"/>',
        f'{fonts(HEI)}<w:b/><w:bCs/><w:color w:val="{ACCENT}"/>{size(26)}',
    )
    + style(
        "TOC2",
        "toc 2",
        f'{rules(top=HAIR, between=HAIR)}{tabs(("right", MEASURE))}{exact(UNIT, after=187)}<w:ind w:right="575"/><w:jc w:val="left"/>',
    )
    + style("ListBullet", "List Bullet", '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="851" w:hanging="391"/>')
    + style("ListNumber", "List Number", '<w:ind w:left="851" w:hanging="391"/>')
    + style("Quote", "Quote", '<w:ind w:left="690"/>', fonts(KAI))
    + style(
        "Caption",
        "caption",
        f'<w:keepNext/>{exact(UNIT)}<w:jc w:val="left"/>',
        f"{fonts(HEI, HEI)}<w:b/><w:bCs/>{size(19)}",
    )
    + style(
        "Header",
        "header",
        f'{tabs(("right", MEASURE))}{exact(240)}<w:jc w:val="left"/>',
        f'<w:color w:val="{GREY}"/>{size(18)}',
    )
    + style("Footer", "footer", f'{exact(300)}<w:jc w:val="right"/>', f'<w:b/><w:color w:val="{ACCENT}"/>{size(22)}')
    + style("Source", "来源", f'{exact(UNIT)}<w:jc w:val="right"/>', NOTE)
    + style(
        "Picture",
        "图片",
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>',
        size(2),
    )
    + style("Note", "注", f'{exact(UNIT)}<w:jc w:val="left"/>', f"{NOTE}{size(19)}")
    + style("Card", "原文链接", f'<w:wordWrap w:val="0"/>{exact(260)}<w:jc w:val="left"/>', size(18))
    + style("TableText", "表格文字", f'{exact(300)}<w:jc w:val="left"/>', size(20))
    + style("TableHead", "表头", f'{exact(300)}<w:jc w:val="left"/>', f"{fonts(HEI)}<w:b/><w:bCs/>{size(20)}")
    + style("Credit", "版权项", f'{exact(UNIT)}<w:jc w:val="left"/>')
    + style("Cover", "封面文字", f'{exact(UNIT)}<w:jc w:val="left"/>')
    + style("CoverHeadline", "封面要闻", f'{exact(780)}<w:jc w:val="left"/>', f"<w:b/><w:bCs/>{size(54)}")
    + style("Publisher", "主编单位", f'<w:keepNext/>{exact(585)}<w:jc w:val="left"/>', f"<w:b/><w:bCs/>{size(30)}")
    + style("BackText", "简介文字", f'{exact(360)}<w:ind w:firstLineChars="200" w:firstLine="420"/>', size(21))
    + style("Separator", "间隔", f'<w:widowControl w:val="0"/>{exact(20)}', size(2))
)
DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(SONG)}<w:color w:val="{INK}"/><w:kern w:val="0"/>{size(23)}'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
)
CHARACTER = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/></w:style>'
    f'<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    # the data tables of a bulletin: open sides, three rules, hairlines between rows, a tinted head
    '<w:style w:type="table" w:customStyle="1" w:styleId="BulletinTable"><w:name w:val="简报表格"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
    f"<w:tblPr><w:tblBorders><w:top {THICK}/><w:bottom {THICK}/><w:insideH {HAIR}/></w:tblBorders><w:tblCellMar>"
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="120" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tcPr><w:vAlign w:val="center"/></w:tcPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
    f'<w:tcBorders><w:bottom {THIN}/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{HEAD_FILL}"/></w:tcPr></w:tblStylePr></w:style>'
)
SETTINGS = (
    '<w:zoom w:percent="100"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:doNotExpandShiftReturn/>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
)
BULLET = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="■"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="851" w:hanging="391"/></w:pPr>'
    f'<w:rPr><w:rFonts w:ascii="{SONG}" w:hAnsi="{SONG}" w:eastAsia="{SONG}"/><w:color w:val="{ACCENT}"/><w:position w:val="2"/>{size(12)}</w:rPr></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="851" w:hanging="391"/></w:pPr>'
    f'<w:rPr><w:b/><w:color w:val="{ACCENT}"/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def part(root: str, inner: str) -> str:
    """Return a part's XML."""
    return f"{HEAD}<w:{root} {ALL}>{inner}</w:{root}>"


def font(name: str, other: str, family: str, panose: str) -> str:
    """Return what a font is like."""
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
    )


def relations(*targets: tuple[str, str]) -> str:
    """Return a relationship part."""
    rows = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


PARTS = {
    "[Content_Types].xml": (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{CONTENT}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{CONTENT}.styles+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{CONTENT}.settings+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{CONTENT}.numbering+xml"/>'
        f'<Override PartName="/word/fontTable.xml" ContentType="{CONTENT}.fontTable+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    ),
    "_rels/.rels": relations(
        (f"{RELATIONS}/officeDocument", "word/document.xml"),
        ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
    ),
    "word/_rels/document.xml.rels": relations(
        (f"{RELATIONS}/styles", "styles.xml"),
        (f"{RELATIONS}/settings", "settings.xml"),
        (f"{RELATIONS}/numbering", "numbering.xml"),
        (f"{RELATIONS}/fontTable", "fontTable.xml"),
    ),
    "word/document.xml": part("document", '<w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body>'),
    "word/styles.xml": part("styles", DEFAULTS + CHARACTER + STYLES),
    "word/settings.xml": part("settings", SETTINGS),
    "word/numbering.xml": part("numbering", BULLET),
    "word/fontTable.xml": part("fonts", "".join(starmap(font, FONTS))),
    "docProps/core.xml": (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"></cp:coreProperties>'
    ),
}


def main() -> None:
    """Write the file; the same script gives the same bytes."""
    OUT.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in PARTS.items():
            archive.writestr(zipfile.ZipInfo(name, DATE), text, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
