"""Shapes that differ in their contents: folios, wrapped lines, what the body says otherwise."""

import datetime as dt

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
    SCHOOL_2,
)
from tests.intake.past_shapes.wanted import Piece, Shape, regular

_DAY = dt.date(2026, 3, 9)
_LINE = "2026年3月9日 第9期 总第61期"

DIGITS = Shape(
    name="titles that begin with figures",
    text=f"""云州数据参考

{_LINE}

本期要目

政策

- 01 36项场景清单在高新区公布
- 03 5G水位感知点覆盖澄江沿线
- 04 12345热线并入码头台账

金融

- 05 2026年冷链信贷试点启动
- 07 3所院校开设微专业

36项场景清单在高新区公布

{PARK}（来源：澄江高新区管委会）

5G水位感知点覆盖澄江沿线

{RIVER}（来源：云州市水务局）

12345热线并入码头台账

{PORT}（来源：望海县人民政府）

2026年冷链信贷试点启动

{BANK}（来源：云州农商银行）

3所院校开设微专业

{SCHOOL}（来源：云州理工学院）
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "政策",
            (
                Piece(title="36项场景清单在高新区公布", blocks=(PARK,), source="澄江高新区管委会"),
                Piece(title="5G水位感知点覆盖澄江沿线", blocks=(RIVER,), source="云州市水务局"),
                Piece(title="12345热线并入码头台账", blocks=(PORT,), source="望海县人民政府"),
            ),
        ),
        (
            "金融",
            (
                Piece(title="2026年冷链信贷试点启动", blocks=(BANK,), source="云州农商银行"),
                Piece(title="3所院校开设微专业", blocks=(SCHOOL,), source="云州理工学院"),
            ),
        ),
    ),
)

LEADERS = Shape(
    name="dot leaders, folios behind, entries over two lines",
    text=f"""云州数据参考

{_LINE}

目录

◆ 一线
36项场景清单 ........................ 1
望海县把小散码头的靠泊、过磅和结算
三本台账并成一本 .................... 3
◆ 院校
云州理工学院面向沿江五县开设
数据治理微专业 ······················ 5

36项场景清单

{PARK}

来源：澄江高新区管委会

望海县把小散码头的靠泊、过磅和结算三本台账并成一本

{PORT}

{PORT_2}

来源：望海县人民政府

云州理工学院面向沿江五县开设
数据治理微专业

{SCHOOL}

{SCHOOL_2}

来源：云州理工学院
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "一线",
            (
                Piece(title="36项场景清单", blocks=(PARK,), source="澄江高新区管委会"),
                Piece(
                    title="望海县把小散码头的靠泊、过磅和结算三本台账并成一本",
                    blocks=(PORT, PORT_2),
                    source="望海县人民政府",
                ),
            ),
        ),
        (
            "院校",
            (
                Piece(
                    title="云州理工学院面向沿江五县开设数据治理微专业",
                    blocks=(SCHOOL, SCHOOL_2),
                    source="云州理工学院",
                ),
            ),
        ),
    ),
)

NO_FOLIOS = Shape(
    name="contents without folios, sections repeated in the body",
    text=f"""云州数据参考

{_LINE}

本期要目

一、政务
新区政务大厅取消二十一类证明
水务局布设水位感知点
二、金融
农商银行用温度曲线核定额度

一、政务

新区政务大厅取消二十一类证明

{HALL}

{HALL_2}（来源：云州新区管委会）

水务局布设水位感知点

{RIVER}（来源：云州市水务局）

二、金融

农商银行用温度曲线核定额度

{BANK}

{BANK_2}（来源：云州农商银行）
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "政务",
            (
                Piece(title="新区政务大厅取消二十一类证明", blocks=(HALL, HALL_2), source="云州新区管委会"),
                Piece(title="水务局布设水位感知点", blocks=(RIVER,), source="云州市水务局"),
            ),
        ),
        ("金融", (Piece(title="农商银行用温度曲线核定额度", blocks=(BANK, BANK_2), source="云州农商银行"),)),
    ),
)

MISSING = Shape(
    name="an entry whose article has another title, one that is not there, one article that is not listed",
    text=f"""云州数据参考

{_LINE}

本期要目

要闻

- 01 水务局布设水位感知点
- 02 农商银行核定额度出新招
- 03 理工学院开设微专业
- 04 望海县合并码头台账

水务局布设水位感知点

{RIVER}

{RIVER_2}（来源：云州市水务局）

原文链接：https://example.org/river

温度曲线换来信用贷款

{BANK}

{BANK_2}（来源：云州农商银行）

原文链接：https://example.org/bank

理工学院开设微专业

{SCHOOL}（来源：云州理工学院）

原文链接：https://example.org/school
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "要闻",
            (
                Piece(
                    title="水务局布设水位感知点",
                    blocks=(RIVER, RIVER_2),
                    source="云州市水务局",
                    link="https://example.org/river",
                ),
                Piece(
                    title="温度曲线换来信用贷款",
                    blocks=(BANK, BANK_2),
                    source="云州农商银行",
                    link="https://example.org/bank",
                ),
                Piece(
                    title="理工学院开设微专业",
                    blocks=(SCHOOL,),
                    source="云州理工学院",
                    link="https://example.org/school",
                ),
            ),
        ),
    ),
    doubted=("- 02 农商银行核定额度出新招", "- 04 望海县合并码头台账", "温度曲线换来信用贷款"),
)

NEAR = Shape(
    name="titles that the contents print a little otherwise",
    text=f"""云州数据参考

{_LINE}

本期要目

- 01 《云州市公共场景清单（第三批）》公布
- 02 新区政务大厅取消21类证明

《云州市公共场景清单(第三批)》发布

{PARK}

{PARK_2}（来源：澄江高新区管委会）

云州新区政务大厅取消21类证明

{HALL}（来源：云州新区管委会）
""",
    masthead="云州数据参考",
    number=regular(9, 61),
    date=_DAY,
    sections=(
        (
            "正文",
            (
                Piece(title="《云州市公共场景清单(第三批)》发布", blocks=(PARK, PARK_2), source="澄江高新区管委会"),
                Piece(title="云州新区政务大厅取消21类证明", blocks=(HALL,), source="云州新区管委会"),
            ),
        ),
    ),
    doubted=("《云州市公共场景清单(第三批)》发布", "云州新区政务大厅取消21类证明"),
)

CONTENTS = (DIGITS, LEADERS, NO_FOLIOS, MISSING, NEAR)
