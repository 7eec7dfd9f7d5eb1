"""Issues of other bulletins as PDFs: text in two columns below a head, sections on coloured bars."""

import typst

from resources import resource

_HEAD = """
#set page(paper: "a4", margin: (x: 1.8cm, y: 2cm))
#set text(font: "Bulletin Song", lang: "zh", size: 11pt)
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
#let centred(size, body) = align(center, par(first-line-indent: 0em, text(size: size, body)))
#let title(body) = centred(14pt, text(weight: "bold", body))
#let section(body) = par(first-line-indent: 0em, text(size: 14pt, weight: "bold", body))
#let bar(body) = block(fill: red, inset: 4pt, text(fill: white, size: 13pt, weight: "bold", body))
#let source(body) = align(right, par(first-line-indent: 0em, body))
"""
_COLUMNS = """
#centred(40pt)[霞浦简讯]
#centred(11pt)[第 45 期　　霞浦市政府办公室　　2026年10月12日]
#line(length: 100%)
#block(height: 9.6cm, columns(2, gutter: 1.2cm)[
#section[■ 市直动态]
#title[不动产登记“带押过户”办理量破千]
前三季度，全市办理“带押过户”一千零四十七笔，涉及金额九亿六千万元，平均办理时长一天半，为群众节省过桥资金利息约一千二百万元。
#source[（市自然资源局）]
#title[城市体检查出问题六百余个]
今年城市体检覆盖住房、小区、街区、城区四个维度，共查出问题六百二十三个，已纳入更新项目库四百一十个，其余限期整改。
#source[（市住建局）]
#section[■ 县区传真]
#title[沙江镇海带“一根到底”全链开发]
沙江镇建成海带精深加工线三条，提取岩藻多糖和甘露醇，每吨附加值由一千八百元提高到七千元，带动渔户两千三百户。
#source[（沙江镇政府）]
#title[溪南村把废弃盐田改成观鸟湿地]
溪南村修复废弃盐田八百亩，监测到候鸟一百零三种，今年接待观鸟游客四万人次，村集体增收六十八万元。
#source[（溪南镇政府）]
#section[■ 一周数字]
#title[港口吞吐量周环比增长百分之六]
上周全市港口完成货物吞吐量一百四十二万吨，环比增长百分之六，其中集装箱一万一千标箱，增长百分之九。
#source[（市交通运输局）]
])
#line(length: 100%)
编辑：南溪　　审核：北渚　　签发：洞庭
"""
_BARS = """
#centred(38pt)[霞浦文史资料通讯]
#centred(12pt)[2026年夏季号（总第33期）]
#centred(10pt)[主办：霞浦市政协文化文史委　　编印：2026年6月20日]
#bar[旧事新谈]
#centred(16pt)[*三都澳灯塔往事*]
#centred(10.5pt)[沈从]
三都澳灯塔建于一八九九年，塔高十二米，守塔人每夜添油三次，风大时要用棉被堵住窗缝。

一九五八年改为电灯，守塔人改任气象观测员，留下日志四十七本。
#centred(16pt)[*渔市街的秤*]
#centred(10.5pt)[巴予]
渔市街旧时用十六两秤，买卖双方各执一杆，相差过三钱即由会馆公秤裁断。
#bar[人物]
#centred(16pt)[*畲医雷氏三代*]
#centred(10.5pt)[蓝若]
雷氏三代行医七十余年，存方一千三百首，其中治蛇伤方十九首，近年已整理出版。
#par(first-line-indent: 0em)[责任编辑：茅屋　　电话：0593-8850000　　赠阅]
"""


def _made(source):
    def make(folder):
        path = folder / "a.typ"
        path.write_text(_HEAD + source, encoding="utf-8")
        made = typst.compile(str(path), format="pdf", font_paths=[str(resource("fonts"))], ignore_system_fonts=True)
        path.unlink()
        return made

    return make


PDFS = {
    "columns.pdf": (
        _made(_COLUMNS),
        {
            "name": "霞浦简讯",
            "number": [2026, 45, None],
            "date": "2026-10-12",
            "articles": [
                ["市直动态", "不动产登记“带押过户”办理量破千", "市自然资源局"],
                ["市直动态", "城市体检查出问题六百余个", "市住建局"],
                ["县区传真", "沙江镇海带“一根到底”全链开发", "沙江镇政府"],
                ["县区传真", "溪南村把废弃盐田改成观鸟湿地", "溪南镇政府"],
                ["一周数字", "港口吞吐量周环比增长百分之六", "市交通运输局"],
            ],
            "doubts": [],
        },
    ),
    "bars.pdf": (
        _made(_BARS),
        {
            "name": "霞浦文史资料通讯",
            "number": [2026, 2, 33],
            "date": "2026-06-20",
            "articles": [
                ["旧事新谈", "三都澳灯塔往事", "沈从"],
                ["旧事新谈", "渔市街的秤", "巴予"],
                ["人物", "畲医雷氏三代", "蓝若"],
            ],
            "doubts": ["2026年夏季号（总第33期）"],
        },
    ),
}
