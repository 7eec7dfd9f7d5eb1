"""Shapes that differ in their heads: number, date, editor, recipients."""

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

UNDER_NAME = Shape(
    name="number under the name, editor left and date right, recipients at the end",
    text=f"""内部资料　注意保存

云 州 参 阅

第9期
（总第61期）

云州市数据工作办公室编　　　　　　　2026年3月5日

本期目录

要情
1. 水务局布设水位感知点……………………2
2. 望海县合并码头台账……………………3
经验
3. 高新区公布场景清单……………………5

水务局布设水位感知点

{RIVER}
{RIVER_2}
（来源：云州市水务局）

望海县合并码头台账

{PORT}
（来源：望海县交通运输服务中心）

高新区公布场景清单

{PARK}
{PARK_2}
（来源：澄江高新区管委会）

报送：市委办公室，市政府办公室
抄送：各区县数据工作部门
（共印150份）
""",
    masthead="云州参阅",
    number=regular(9, 61),
    date=dt.date(2026, 3, 5),
    sections=(
        (
            "要情",
            (
                Piece(title="水务局布设水位感知点", blocks=(RIVER, RIVER_2), source="云州市水务局"),
                Piece(title="望海县合并码头台账", blocks=(PORT,), source="望海县交通运输服务中心"),
            ),
        ),
        ("经验", (Piece(title="高新区公布场景清单", blocks=(PARK, PARK_2), source="澄江高新区管委会"),)),
    ),
    credits=(
        ("编", ("云州市数据工作办公室",)),
        ("报送", ("市委办公室", "市政府办公室")),
        ("抄送", ("各区县数据工作部门",)),
        ("共印", ("150份",)),
    ),
)

HANZI = Shape(
    name="number and date in hanzi",
    text=f"""云州数字要情
第二十一期
云州市大数据中心　　　　二〇二六年三月五日

目　录

【部门动态】
水务局布设水位感知点（1）
【区县动态】
望海县合并码头台账（2）
云州新区取消二十一类证明（3）

【部门动态】

水务局布设水位感知点

{RIVER}
来源：云州市水务局

【区县动态】

望海县合并码头台账

{PORT}
{PORT_2}
来源：望海县人民政府

云州新区取消二十一类证明

{HALL}
来源：云州新区管委会
""",
    masthead="云州数字要情",
    number=regular(21),
    date=dt.date(2026, 3, 5),
    sections=(
        ("部门动态", (Piece(title="水务局布设水位感知点", blocks=(RIVER,), source="云州市水务局"),)),
        (
            "区县动态",
            (
                Piece(title="望海县合并码头台账", blocks=(PORT, PORT_2), source="望海县人民政府"),
                Piece(title="云州新区取消二十一类证明", blocks=(HALL,), source="云州新区管委会"),
            ),
        ),
    ),
    credits=(("编印", ("云州市大数据中心",)),),
)

SUPPLEMENT = Shape(
    name="supplement without contents",
    text=f"""澄江信息摘编

2026年增刊　2026年3月5日

《澄江信息摘编》编辑部编印

高新区公布场景清单

{PARK}

{PARK_2}（来源：澄江高新区管委会）

农商银行用温度曲线核定额度

{BANK}（来源：云州农商银行）

理工学院开设微专业

{SCHOOL}（来源：云州理工学院）
""",
    masthead="澄江信息摘编",
    number=(IssueKind.SUPPLEMENT, None, None, None),
    date=dt.date(2026, 3, 5),
    sections=(
        (
            "正文",
            (
                Piece(title="高新区公布场景清单", blocks=(PARK, PARK_2), source="澄江高新区管委会"),
                Piece(title="农商银行用温度曲线核定额度", blocks=(BANK,), source="云州农商银行"),
                Piece(title="理工学院开设微专业", blocks=(SCHOOL,), source="云州理工学院"),
            ),
        ),
    ),
    credits=(("编印", ("《澄江信息摘编》编辑部",)),),
)

MONTHLY = Shape(
    name="monthly with no day, credits at the end on one line",
    text=f"""云州统计观察
2026年第3期（总第118期）
2026年3月

本期导读
·专题·
高新区公布场景清单 / 2
农商银行用温度曲线核定额度 / 6

高新区公布场景清单
{PARK}
{PARK_2}
（来源：澄江高新区管委会）
农商银行用温度曲线核定额度
{BANK}
{BANK_2}
（来源：云州农商银行）

主编：沈怀远　责任编辑：陆岚　校对：顾清和
电话：000-5550-0161
印数：300份
""",
    masthead="云州统计观察",
    number=regular(3, 118),
    date=dt.date(2026, 3, 1),
    sections=(
        (
            "专题",
            (
                Piece(title="高新区公布场景清单", blocks=(PARK, PARK_2), source="澄江高新区管委会"),
                Piece(title="农商银行用温度曲线核定额度", blocks=(BANK, BANK_2), source="云州农商银行"),
            ),
        ),
    ),
    credits=(("主编", ("沈怀远",)), ("责任编辑", ("陆岚",)), ("校对", ("顾清和",)), ("印数", ("300份",))),
    contacts=(("电话", "000-5550-0161"),),
    doubted=("2026年3月",),
)

COMBINED = Shape(
    name="combined number, date with dots, editor with a label",
    text=f"""云州政务服务周报

第9—10期合刊 总第221—222期

主办：云州新区政务服务中心　2026.03.05

要目

01 新区政务大厅取消二十一类证明
04 理工学院开设微专业

新区政务大厅取消二十一类证明

{HALL}

{HALL_2}

来源：云州新区政务服务中心

原文链接：<https://example.org/hall>

理工学院开设微专业

{SCHOOL}

来源：云州理工学院

原文链接：<https://example.org/school?a=1&b=2>
""",
    masthead="云州政务服务周报",
    number=(IssueKind.COMBINED, 9, 10, 221),
    date=dt.date(2026, 3, 5),
    sections=(
        (
            "正文",
            (
                Piece(
                    title="新区政务大厅取消二十一类证明",
                    blocks=(HALL, HALL_2),
                    source="云州新区政务服务中心",
                    link="https://example.org/hall",
                ),
                Piece(
                    title="理工学院开设微专业",
                    blocks=(SCHOOL,),
                    source="云州理工学院",
                    link="https://example.org/school?a=1&b=2",
                ),
            ),
        ),
    ),
    credits=(("主办", ("云州新区政务服务中心",)),),
)

HEADS = (UNDER_NAME, HANZI, SUPPLEMENT, MONTHLY, COMBINED)
