"""Issues of other bulletins as Word files: sections on coloured bars, contents in a table, heads in a table."""

import io

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

_CENTRE, _RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


class _Word:
    def __init__(self):
        self.document = docx.Document()

    def line(self, text, *, bar=False, **look):
        made = self.document.add_paragraph(style=look.get("style"))
        run = made.add_run(text)
        run.bold = look.get("bold")
        if "size" in look:
            run.font.size = Pt(look["size"])
        made.alignment = look.get("place")
        if bar:
            run.font.color.rgb = RGBColor(255, 255, 255)
            shade = OxmlElement("w:shd")
            shade.set(qn("w:val"), "clear")
            shade.set(qn("w:fill"), "C00000")
            made._p.get_or_add_pPr().append(shade)

    def table(self, *rows, style=None):
        made = self.document.add_table(len(rows), len(rows[0]), style=style)
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                made.cell(at, column).text = words

    def bytes(self):
        made = io.BytesIO()
        self.document.save(made)
        return made.getvalue()


def _bars(_folder):
    word = _Word()
    word.line("岚 州 农 情", size=40, bold=True, place=_CENTRE)
    word.table(("总第613期", "岚州市农业农村局办公室", "2026年3月9日"), style="Table Grid")
    word.line(" 生产动态 ", size=14, bold=True, bar=True)
    word.line("全市春耕备耕进度过半", bold=True)
    word.line("截至3月5日，全市已备足早稻种子四百二十万公斤，检修农机一万三千台，整田进度百分之五十四。")
    word.line("据市农技推广中心", place=_RIGHT)
    word.line("设施蔬菜上市量环比增两成", bold=True)
    word.line("二月份设施蔬菜日均上市量六百八十吨，环比增长两成，价格稳中有降。")
    word.line("据市农产品市场监测站", place=_RIGHT)
    word.line(" 政策解读 ", size=14, bold=True, bar=True)
    word.line("耕地地力保护补贴怎么领", bold=True)
    word.line("补贴对象为拥有承包权的种地农民，标准为每亩一百零五元，四月底前通过一卡通发放。")
    word.line("据局计划财务科", place=_RIGHT)
    word.line("本期责任编辑：田畴　　电话：0666-8800123")
    return word.bytes()


def _listed(_folder):
    word = _Word()
    word.line("内部参考　注意保管", size=10)
    word.line("岚州调研", size=48, bold=True, place=_CENTRE)
    word.line("2026年第2辑", place=_CENTRE)
    word.line("岚州市人民政府研究室　　二〇二六年六月十八日", place=_CENTRE)
    word.line("本 辑 目 录", size=16, bold=True, place=_CENTRE)
    word.table(
        ("栏目", "篇名", "页码"),
        ("专题", "中心城区停车收费改革的三点建议", "1"),
        ("", "菜鸟驿站进小区的利益平衡", "6"),
        ("域外", "海港城市的岸电推广经验", "11"),
        style="Table Grid",
    )
    word.line("【专题】", size=15, bold=True)
    word.line("中心城区停车收费改革的三点建议", size=18, bold=True, place=_CENTRE)
    word.line("□ 课题组", size=12, place=_CENTRE)
    word.line("中心城区现有停车泊位十一万个，路内泊位周转率每天仅二点六次。", size=12)
    word.line("菜鸟驿站进小区的利益平衡", size=18, bold=True, place=_CENTRE)
    word.line("□ 宋玉", size=12, place=_CENTRE)
    word.line("五十个小区的驿站每月向物业缴纳场地费八百至三千元不等，业主并不知情。", size=12)
    word.line("【域外】", size=15, bold=True)
    word.line("海港城市的岸电推广经验", size=18, bold=True, place=_CENTRE)
    word.line("□ 景差", size=12, place=_CENTRE)
    word.line("三座海港城市把岸电使用率与泊位优先权挂钩，两年内使用率由一成升到六成。", size=12)
    word.line("签发：唐勒　审核：宋玉　编辑：景差", size=10)
    return word.bytes()


def _headed(_folder):
    word = _Word()
    word.table(("城建动态", "〔2026〕第5期\n（总第91期）"), ("岚州市住房和城乡建设局办公室", "2026年5月29日"))
    word.line("一、重点工程", style="Heading 1")
    word.line("（一）环湖绿道三标段贯通", style="Heading 2")
    word.line("环湖绿道三标段长六点八公里，5月25日贯通，沿线设驿站四处、公厕六座。")
    word.line("来源：市城建集团　2026-05-25", place=_RIGHT)
    word.line("（二）东门立交进入钢箱梁吊装", style="Heading 2")
    word.line("东门立交共吊装钢箱梁五十二节，夜间十一点至次日五点封闭施工。")
    word.table(("时段", "封闭路段"), ("5月30日", "东门路北段"), ("6月2日", "东门路南段"), style="Table Grid")
    word.line("来源：市政工程处　2026-05-27", place=_RIGHT)
    word.line("二、行业监管", style="Heading 1")
    word.line("（三）三十二家检测机构完成“飞检”", style="Heading 2")
    word.line("飞检发现问题八十七个，停业整顿两家，列入黑名单一家。")
    word.line("来源：市建设工程质量安全站　2026-05-28", place=_RIGHT)
    word.line("编辑：有巢　核稿：公输")
    return word.bytes()


WORDS = {
    "bars.docx": (
        _bars,
        {
            "name": "岚州农情",
            "number": [2026, 613, 613],
            "date": "2026-03-09",
            "articles": [
                ["生产动态", "全市春耕备耕进度过半", "市农技推广中心"],
                ["生产动态", "设施蔬菜上市量环比增两成", "市农产品市场监测站"],
                ["政策解读", "耕地地力保护补贴怎么领", "局计划财务科"],
            ],
            "doubts": ["总第613期\t岚州市农业农村局办公室\t2026年3月9日"],
        },
    ),
    "listed.docx": (
        _listed,
        {
            "name": "岚州调研",
            "number": [2026, 2, None],
            "date": "2026-06-18",
            "articles": [
                ["专题", "中心城区停车收费改革的三点建议", "课题组"],
                ["专题", "菜鸟驿站进小区的利益平衡", "宋玉"],
                ["域外", "海港城市的岸电推广经验", "景差"],
            ],
            "doubts": [],
        },
    ),
    "headed.docx": (
        _headed,
        {
            "name": "城建动态",
            "number": [2026, 5, 91],
            "date": "2026-05-29",
            "articles": [
                ["重点工程", "环湖绿道三标段贯通", "市城建集团"],
                ["重点工程", "东门立交进入钢箱梁吊装", "市政工程处"],
                ["行业监管", "三十二家检测机构完成“飞检”", "市建设工程质量安全站"],
            ],
            "doubts": [],
        },
    ),
}
