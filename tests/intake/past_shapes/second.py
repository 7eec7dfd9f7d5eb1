"""A second set, written after the reader could read the first, and scored before it was changed again."""

import datetime as dt

from editor.model.number import IssueKind
from tests.intake.past_shapes.texts import (
    BANK,
    BANK_2,
    HALL,
    HALL_2,
    PARK,
    PARK_2,
    PORT,
    PORT_2,
    RIVER,
    RIVER_2,
    SCHOOL,
)
from tests.intake.past_shapes.wanted import Piece, Shape, regular

_DAY = dt.date(2026, 3, 5)
_TABLE = "[表 表2　各码头用时 / 码头,合并前,合并后 ; 东码头,三天,四小时 ; 西码头,两天,三小时 / 数据来源：望海县统计局]"
_WATER = Piece(title="水务局布设水位感知点", blocks=(RIVER, RIVER_2), source="云州市水务局")
_QUAY = Piece(title="望海县合并码头台账", blocks=(PORT, PORT_2), source="望海县人民政府")
_LOAN = Piece(title="农商银行用温度曲线核定额度", blocks=(BANK, BANK_2), source="云州农商银行")

SPACED = Shape(
    name="date and number with spaced hanzi, folios on lines of their own",
    text=f"""云州市数据工作简报

第 十 二 期

云州市数据局综合处　　　　二 〇 二 六 年 三 月 五 日

目　次

水务局布设水位感知点
1
望海县合并码头台账
3

水务局布设水位感知点

{RIVER}

{RIVER_2}（来源：云州市水务局）

望海县合并码头台账

{PORT}

{PORT_2}（来源：望海县人民政府）

报：市委常委，市政府副市长。
送：各区县，市直各部门。

云州市数据局综合处　　2026年3月5日印发
""",
    masthead="云州市数据工作简报",
    number=regular(12),
    date=_DAY,
    sections=(("正文", (_WATER, _QUAY)),),
    credits=(
        ("编印", ("云州市数据局综合处",)),
        ("报", ("市委常委", "市政府副市长")),
        ("送", ("各区县", "市直各部门")),
        ("印发", ("云州市数据局综合处",)),
    ),
)

PAGES = Shape(
    name="pages with 第 2 页 共 4 页, entries numbered in contents and body",
    text=f"""数字云州内参
2026年第9期（总第61期）　　2026年3月5日

目录
一、水务局布设水位感知点 ……………………… 1
二、望海县合并码头台账 ……………………… 2

第 1 页 共 4 页

一、水务局布设水位感知点

{RIVER}

第 2 页 共 4 页

{RIVER_2}

（来源：云州市水务局）

二、望海县合并码头台账

{PORT}

第 3 页 共 4 页

{PORT_2}

（来源：望海县人民政府）

第 4 页 共 4 页
""",
    masthead="数字云州内参",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "正文",
            (
                Piece(title="水务局布设水位感知点", blocks=_WATER.blocks, source=_WATER.source),
                Piece(title="望海县合并码头台账", blocks=_QUAY.blocks, source=_QUAY.source),
            ),
        ),
    ),
)

NUMBERED_TITLES = Shape(
    name="numbered titles without contents",
    text=f"""云州要闻摘编

2026年3月5日　第9期

1. 水务局布设水位感知点

{RIVER}

{RIVER_2}（来源：云州市水务局）

2. 望海县合并码头台账

{PORT}

{PORT_2}（来源：望海县人民政府）

3. 农商银行用温度曲线核定额度

{BANK}

{BANK_2}（来源：云州农商银行）
""",
    masthead="云州要闻摘编",
    number=regular(9),
    date=_DAY,
    sections=(
        (
            "正文",
            (
                Piece(title="水务局布设水位感知点", blocks=_WATER.blocks, source=_WATER.source),
                Piece(title="望海县合并码头台账", blocks=_QUAY.blocks, source=_QUAY.source),
                Piece(title="农商银行用温度曲线核定额度", blocks=_LOAN.blocks, source=_LOAN.source),
            ),
        ),
    ),
)

LATIN = Shape(
    name="Latin names and addresses in brackets on the credits page",
    text=f"""DIGITAL YUNZHOU
数字云州
2026年3月5日 第9期 总第61期

水务局布设水位感知点

数字云州
2026年3月5日 第9期 总第61期

主编：Anna Berg、沈怀远

责任编辑：陆岚

电话：000-5550-0161

网址：<https://example.org/desk>

邮箱：<desk@example.org>

CONTENTS

要闻
01 水务局布设水位感知点
02 望海县合并码头台账

水务局布设水位感知点

{RIVER}

{RIVER_2}（来源：云州市水务局）

全文：<https://example.org/a_b?x=1>

望海县合并码头台账

{PORT}

{PORT_2}（来源：望海县人民政府）

全文：＜https://example.org/b＞
""",
    masthead="数字云州",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "要闻",
            (
                Piece(
                    title=_WATER.title,
                    blocks=_WATER.blocks,
                    source=_WATER.source,
                    link="https://example.org/a_b?x=1",
                ),
                Piece(title=_QUAY.title, blocks=_QUAY.blocks, source=_QUAY.source, link="https://example.org/b"),
            ),
        ),
    ),
    credits=(("主编", ("Anna Berg", "沈怀远")), ("责任编辑", ("陆岚",))),
    contacts=(("电话", "000-5550-0161"), ("网址", "https://example.org/desk"), ("邮箱", "desk@example.org")),
)

FIGURES = Shape(
    name="sources before captions, a caption without gap, a table of tabs with its source below",
    text=f"""云州数据参考

2026年3月5日 第9期 总第61期

本期要目

- 01 望海县合并码头台账
- 03 新区政务大厅取消二十一类证明

望海县合并码头台账

{PORT}

资料来源：望海县交通运输服务中心

图1 合并前后的窗口数

{PORT_2}

表2　各码头用时
码头	合并前	合并后
东码头	三天	四小时
西码头	两天	三小时
数据来源：望海县统计局

各码头自下月起按新口径报送。（来源：望海县人民政府）

新区政务大厅取消二十一类证明

{HALL}



图2 大厅窗口分布

{HALL_2}（来源：云州新区管委会）
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "正文",
            (
                Piece(
                    title="望海县合并码头台账",
                    blocks=(
                        PORT,
                        "[图 图1 合并前后的窗口数 / 望海县交通运输服务中心]",
                        PORT_2,
                        _TABLE,
                        "各码头自下月起按新口径报送。",
                    ),
                    source="望海县人民政府",
                ),
                Piece(
                    title="新区政务大厅取消二十一类证明",
                    blocks=(HALL, "[图 图2 大厅窗口分布 / ]", HALL_2),
                    source="云州新区管委会",
                ),
            ),
        ),
    ),
)

PLAIN = Shape(
    name="neither contents nor sources",
    text=f"""云州每日一阅
2026年3月5日　专刊　第9期

水务局布设水位感知点

{RIVER}

{RIVER_2}

望海县合并码头台账

{PORT}

{PORT_2}

高新区公布场景清单

{PARK}

{PARK_2}
""",
    masthead="云州每日一阅",
    number=(IssueKind.SPECIAL, 9, None, None),
    date=_DAY,
    sections=(
        (
            "正文",
            (
                Piece(title="水务局布设水位感知点", blocks=(RIVER, RIVER_2)),
                Piece(title="望海县合并码头台账", blocks=(PORT, PORT_2)),
                Piece(title="高新区公布场景清单", blocks=(PARK, PARK_2)),
            ),
        ),
    ),
    doubted=("望海县合并码头台账", "高新区公布场景清单"),
)

RUNNING_SECTIONS = Shape(
    name="sections as running heads, bare folios",
    text=f"""云州数据参考

2026年3月5日 第9期 总第61期

本期要目

要闻
水务局布设水位感知点 2
望海县合并码头台账 3
院校
理工学院开设微专业 5

要闻

水务局布设水位感知点

{RIVER}

2

要闻

{RIVER_2}（来源：云州市水务局）

望海县合并码头台账

{PORT}

3

要闻

{PORT_2}（来源：望海县人民政府）

4

院校

理工学院开设微专业

{SCHOOL}（来源：云州理工学院）

5
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        ("要闻", (_WATER, _QUAY)),
        ("院校", (Piece(title="理工学院开设微专业", blocks=(SCHOOL,), source="云州理工学院"),)),
    ),
)

SECOND = (SPACED, PAGES, NUMBERED_TITLES, LATIN, FIGURES, PLAIN, RUNNING_SECTIONS)
